//! What an action does: a file for each subject, with one function that handles all of its actions.
//!
//! What is below `enter` is in the lazy part of the program, and is called through a pointer alone
//! ([`Lazy`](super::Lazy)).

pub(in crate::desk) mod anything;
mod clock;
mod commands;
pub(super) mod enter;
mod files;
mod sessions;
mod view;

use super::effect::{Effect, replace};
use super::{Action, Desk, EnterAction, FieldAction, Said, ViewAction};

impl Desk {
    /// The desk after an action; `None` if nothing changed.
    #[must_use]
    pub fn after(&self, action: impl Into<Action>) -> Option<Desk> {
        let mut desk = self.clone();
        match desk.act(action.into()) {
            Effect::Changed => Some(desk),
            Effect::Unchanged => None,
        }
    }

    fn act(&mut self, action: Action) -> Effect {
        self.notice(&action);
        match action {
            Action::View(action) => view::act(self, action),
            Action::File(action) => files::act(self, action),
            Action::Clock(action) => clock::act(self, action),
            Action::Command(action) => commands::act(self, action),
            Action::Session(action) => sessions::act(self, action),
            Action::TypedAnything(text) => anything::take(self, text),
            Action::Picked { name, size, onto, has_others } => {
                self.picked.begin(name, size, onto, has_others);
                Effect::Changed
            }
            Action::Answered(answers) => replace(&mut self.answers, answers),
            Action::Copied { label, done } => {
                self.say(if done { Said::Copied(label) } else { Said::NotCopied(label) });
                Effect::Changed
            }
            Action::InOther(action) => {
                self.installation = self.installation.other();
                let effect = self.act(*action);
                self.installation = self.installation.other();
                effect
            }
            Action::Enter(action) => match self.lazy {
                Some(lazy) => (lazy.enter)(self, action),
                None => Effect::Unchanged,
            },
        }
    }

    /// What a person does puts off the masking, and what begins something new ends the message about the last one.
    fn notice(&mut self, action: &Action) {
        let begins = match action {
            Action::Clock(_) | Action::Copied { .. } | Action::View(ViewAction::CameBack) | Action::InOther(_) => {
                return;
            }
            Action::TypedAnything(_)
            | Action::View(ViewAction::Went(_))
            | Action::Enter(EnterAction::Field(FieldAction::Typed(..))) => true,
            Action::View(_)
            | Action::File(_)
            | Action::Command(_)
            | Action::Session(_)
            | Action::Answered(_)
            | Action::Picked { .. }
            | Action::Enter(_) => false,
        };
        self.touched_at = self.now;
        if begins {
            self.said = None;
            self.picked.end();
        }
    }

    /// Puts something into the status line.
    pub(super) fn say(&mut self, said: Said) {
        self.said = Some(said);
        self.said_at = self.now;
    }
}
