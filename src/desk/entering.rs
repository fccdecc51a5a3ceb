//! The actions that change only what is entered in a view. They need the whole program, see
//! [`Desk::is_complete`](super::Desk::is_complete).

use super::state::{Said, replace};
use super::work::{list, tick_name};
use super::{Action, Desk, Field, Progress, Route, Step, Tool};
use crate::catalog::Choice;
use crate::oauth::Secret;
use crate::reading::TEXT_LIMIT;

impl Desk {
    /// The actions that change only what is entered in this view.
    pub(super) fn work_on(&mut self, action: Action) -> bool {
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
                let work = self.work_mut();
                let before = changes.iter().map(|(field, _)| (*field, work.entry(*field).clone())).collect();
                let mut changed = false;
                for (field, text) in changes {
                    changed |= work.enter(field, text);
                }
                if changed {
                    work.mends.push(before);
                }
                changed
            }
            Action::Unmended => {
                let work = self.work_mut();
                let before = work.mends.pop().unwrap_or_default();
                let mut changed = false;
                for (field, text) in before {
                    changed |= work.enter(field, text);
                }
                changed
            }
            Action::Ticked { line, step, ticked } => self.tick(&line, step, ticked),
            Action::ChoseScopeSet { set, chosen } => self.choose_set(set, chosen),
            Action::ChoseAllScopes(shown) => replace(&mut self.work_mut().all_scopes, shown),
            Action::Folded { step, open } => self.work_mut().set_fold(step, open),
            Action::Continued(step) => {
                self.go_on(step);
                true
            }
            Action::Showed { label, shown } => list(&mut self.work_mut().shown, label, shown),
            Action::ChosePkce(chosen) => replace(&mut self.work_mut().pkce, chosen),
            Action::OpenedAuthorizeUrl => {
                self.work_mut().opened_at = Some(now);
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
                self.work_mut().used_codes.copied(&code);
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
        let work = self.work_mut();
        // EXPOSE: only its length counts. The field keeps its previous content, and a sentence says so.
        if text.expose().len() > TEXT_LIMIT {
            work.refused = Some(field);
            return true;
        }
        work.type_into(field, text, now)
    }

    fn take_landing(&mut self, address: Secret, now: u64) -> bool {
        let work = self.work_mut();
        if work.enter(Field::Landed, address) {
            work.used_codes.came_anew();
        }
        work.landed_here = true;
        work.code_at = Some(now);
        work.set_fold(Step::Code, true);
        true
    }

    fn begin_second(&mut self) {
        const SHARED: [Field; 3] = [Field::RedirectUrl, Field::AuthorizeEndpoint, Field::TokenEndpoint];
        let kept = SHARED.map(|field| (field, self.work().entry(field).clone()));
        let name = self.work_name().to_owned();
        self.works.remove(&name);
        let work = self.work_mut();
        for (field, text) in kept {
            work.enter(field, text);
        }
        self.say(Said::Cleared);
    }

    fn tick(&mut self, line: &str, step: Step, ticked: bool) -> bool {
        let name = tick_name(step, line);
        let changed = list(&mut self.work_mut().ticks, name, ticked);
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
        let work = self.work_mut();
        if rivals.contains(&set) {
            for rival in rivals {
                work.sets.remove(&rival);
            }
        }
        work.sets.insert(&set, chosen);
        true
    }

    /// Folds a step and unfolds the next one.
    fn go_on(&mut self, step: Step) {
        let next = self.next_step(step);
        let work = self.work_mut();
        work.set_fold(step, false);
        if let Some(next) = next {
            work.set_fold(next, true);
        }
    }
}
