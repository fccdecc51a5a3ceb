//! The desk as components see it.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::{Action, Desk};
use crate::texts::Text;

/// The desk as Yew's reducer.
#[derive(Clone, Debug)]
pub struct Held(pub Rc<Desk>);

impl PartialEq for Held {
    fn eq(&self, other: &Held) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Held {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.0.after(action) {
            Some(desk) => Rc::new(Held(Rc::new(desk))),
            None => self,
        }
    }
}

/// The desk of this moment, and the way to tell it what happened.
#[derive(Clone)]
pub struct DeskHandle {
    desk: Rc<Desk>,
    dispatcher: UseReducerDispatcher<Held>,
}

impl DeskHandle {
    /// Of a reducer's state.
    #[must_use]
    pub fn of(reducer: &UseReducerHandle<Held>) -> DeskHandle {
        DeskHandle { desk: Rc::clone(&reducer.0), dispatcher: reducer.dispatcher() }
    }

    /// Tells the desk what happened.
    #[inline(never)]
    pub fn emit(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// A callback that tells the desk what an event means.
    pub fn callback<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }

    /// A sentence in the language shown.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, text: Text) -> &str {
        self.desk.texts.say(text)
    }

    /// A sentence with names filled in.
    #[inline(never)]
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        self.desk.texts.fill(text, values)
    }
}

impl PartialEq for DeskHandle {
    fn eq(&self, other: &DeskHandle) -> bool {
        Rc::ptr_eq(&self.desk, &other.desk)
    }
}

impl core::ops::Deref for DeskHandle {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

/// The props of a component that shows something of the desk.
#[derive(Properties, PartialEq)]
pub struct DeskProps {
    /// The desk of this moment.
    pub desk: DeskHandle,
}
