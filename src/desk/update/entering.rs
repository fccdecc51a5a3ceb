//! The actions that change only what is entered in a view. They need the whole program, see
//! [`Desk::is_complete`](crate::desk::Desk::is_complete).

use crate::catalog::Choice;
use crate::desk::state::session::{list, tick_name};
use crate::desk::state::{Said, replace};
use crate::desk::{Action, Desk, Field, Progress, Route, Step, Tool};
use crate::oauth::Secret;
use crate::reading::TEXT_LIMIT;

impl Desk {
    /// The actions that change only what is entered in this view.
    pub(in crate::desk) fn work_on(&mut self, action: Action) -> bool {
        let now = self.now;
        match action {
            Action::Typed(field, text) => self.type_into(field, text),
            Action::Opened { tool, entries } => {
                self.go(Route::Tool(tool));
                for (field, text) in entries {
                    self.type_into(field, text);
                }
                true
            }
            Action::ReadAs(kind) => self.read_as(kind),
            Action::WentOn(kind, text) => self.go_on_with(kind, &text),
            Action::Mended(field, finding) => {
                let changes = self.mended(field, &finding);
                let session = self.session_mut();
                let before = changes.iter().map(|(field, _)| (*field, session.entry(*field).clone())).collect();
                let mut changed = false;
                for (field, text) in changes {
                    changed |= session.enter(field, text);
                }
                if changed {
                    session.mends.push(before);
                }
                changed
            }
            Action::Unmended => {
                let session = self.session_mut();
                let before = session.mends.pop().unwrap_or_default();
                let mut changed = false;
                for (field, text) in before {
                    changed |= session.enter(field, text);
                }
                changed
            }
            Action::Ticked { line, step, ticked } => self.tick(&line, step, ticked),
            Action::ChoseScopeSet { set, chosen } => self.choose_set(set, chosen),
            Action::ChoseAllScopes(shown) => replace(&mut self.session_mut().all_scopes, shown),
            Action::Folded { step, open } => self.session_mut().set_fold(step, open),
            Action::Continued(step) => {
                self.go_on(step);
                true
            }
            Action::Showed { label, shown } => list(&mut self.session_mut().shown, label, shown),
            Action::ChosePkce(chosen) => replace(&mut self.session_mut().pkce, chosen),
            Action::OpenedAuthorizeUrl => {
                self.session_mut().opened_at = Some(now);
                self.go_on(Step::Authorize);
                true
            }
            Action::Landed { address, from } => {
                self.route = from.unwrap_or(Route::Tool(Tool::Redirect));
                self.take_landing(address, now)
            }
            Action::TookOver(address) => self.take_landing(address, now),
            Action::CopiedCommand => {
                let Some(code) = self.code_in_command() else { return false };
                self.session_mut().used_codes.copied(&code);
                true
            }
            Action::BeganSecond => {
                self.begin_second();
                true
            }
            _ => false,
        }
    }

    fn type_into(&mut self, field: Field, text: Secret) -> bool {
        let now = self.now;
        let session = self.session_mut();
        // EXPOSE: only its length counts. The field keeps its previous content, and a sentence says so.
        if text.expose().len() > TEXT_LIMIT {
            session.refused = Some(field);
            return true;
        }
        session.type_into(field, text, now)
    }

    fn take_landing(&mut self, address: Secret, now: u64) -> bool {
        let session = self.session_mut();
        if session.enter(Field::Landed, address) {
            session.used_codes.came_anew();
        }
        session.landed_here = true;
        session.code_at = Some(now);
        session.set_fold(Step::Code, true);
        true
    }

    fn begin_second(&mut self) {
        const SHARED: [Field; 3] = [Field::RedirectUrl, Field::AuthorizeEndpoint, Field::TokenEndpoint];
        let kept = SHARED.map(|field| (field, self.session().entry(field).clone()));
        let name = self.session_name().to_owned();
        self.sessions.remove(&name);
        let session = self.session_mut();
        for (field, text) in kept {
            session.enter(field, text);
        }
        self.say(Said::Cleared);
    }

    fn tick(&mut self, line: &str, step: Step, ticked: bool) -> bool {
        let name = tick_name(step, line);
        let changed = list(&mut self.session_mut().ticks, name, ticked);
        if changed && ticked && self.progress(step) == Progress::Done {
            self.go_on(step);
        }
        changed
    }

    fn choose_set(&mut self, set: String, chosen: bool) -> bool {
        let rivals: Vec<String> = self.variant().map_or_else(Vec::new, |variant| {
            let all = variant.scopes.iter().filter(|one| one.choice == Choice::OneOf);
            all.map(|one| one.id.clone()).collect()
        });
        let session = self.session_mut();
        if rivals.contains(&set) {
            for rival in rivals {
                session.sets.remove(&rival);
            }
        }
        session.sets.insert(&set, chosen);
        true
    }

    /// Folds a step and unfolds the next one.
    fn go_on(&mut self, step: Step) {
        let next = self.next_step(step);
        let session = self.session_mut();
        session.set_fold(step, false);
        if let Some(next) = next {
            session.set_fold(next, true);
        }
    }
}
