//! The desk as components see it.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::{Action, Desk};
use crate::texts::Text;

/// The desk as Yew's reducer.
#[derive(Clone, Debug)]
pub struct DeskState(pub Rc<Desk>);

impl PartialEq for DeskState {
    fn eq(&self, other: &DeskState) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for DeskState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.0.after(action) {
            Some(desk) => Rc::new(DeskState(Rc::new(desk))),
            None => self,
        }
    }
}

/// The desk of this moment, and the way to tell it what happened.
#[derive(Clone)]
pub struct DeskHandle {
    desk: Rc<Desk>,
    dispatcher: UseReducerDispatcher<DeskState>,
    /// What happens is about the installation that is not shown.
    is_other: bool,
}

impl DeskHandle {
    /// Of a reducer's state.
    #[must_use]
    pub fn of(reducer: &UseReducerHandle<DeskState>) -> DeskHandle {
        DeskHandle { desk: Rc::clone(&reducer.0), dispatcher: reducer.dispatcher(), is_other: false }
    }

    /// The desk with the other installation of a pair, whose actions are about that one.
    #[must_use]
    pub fn in_other_installation(&self) -> DeskHandle {
        let desk = Rc::new(self.desk.in_other_installation());
        DeskHandle { desk, dispatcher: self.dispatcher.clone(), is_other: !self.is_other }
    }

    /// Whether it is of the installation that is not shown.
    #[must_use]
    pub fn is_other(&self) -> bool {
        self.is_other
    }

    /// Tells the desk what happened.
    pub fn emit(&self, action: impl Into<Action>) {
        self.dispatcher.dispatch(told(action, self.is_other));
    }

    /// The same for what outlives this desk.
    #[must_use]
    pub fn teller(&self) -> Teller {
        Teller(self.dispatcher.clone())
    }

    /// A callback that tells the desk what an event means.
    pub fn callback<E: 'static, A: Into<Action>>(&self, action: impl Fn(E) -> A + 'static) -> Callback<E> {
        let (dispatcher, is_other) = (self.dispatcher.clone(), self.is_other);
        Callback::from(move |event| dispatcher.dispatch(told(action(event), is_other)))
    }

    /// A sentence in the language shown.
    #[must_use]
    pub fn text(&self, text: Text) -> &str {
        self.desk.texts.say(text)
    }

    /// A sentence with names filled in.
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        self.desk.texts.fill(text, values)
    }

    /// The same with numbers of things.
    #[must_use]
    pub fn count(&self, text: Text, numbers: &[(&str, usize)], values: &[(&str, &str)]) -> String {
        self.desk.texts.count(text, numbers, values)
    }
}

fn told(action: impl Into<Action>, is_other: bool) -> Action {
    let action = action.into();
    if is_other { Action::InOther(Box::new(action)) } else { action }
}

/// The way to tell the desk what happened. Unlike a handle it keeps nothing that was entered, so whatever stays for long
/// has one of these: a desk that somebody keeps would not be forgotten when everything is cleared.
#[derive(Clone)]
pub struct Teller(UseReducerDispatcher<DeskState>);

impl Teller {
    /// Tells the desk what happened.
    pub fn emit(&self, action: impl Into<Action>) {
        self.0.dispatch(action.into());
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
