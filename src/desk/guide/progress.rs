//! How far a guide is: its steps, their lines and fields, and which one comes next.

use crate::catalog::{Line, Shows, TaskKind};
use crate::desk::{Desk, Field, Progress, Step};
use crate::reading::{Finding, Severity};

impl Desk {
    /// The steps of this guide.
    #[must_use]
    pub fn steps(&self) -> &'static [Step] {
        self.variant().map_or(&[], |variant| Step::of(variant.flow))
    }

    /// The number of a step in this guide, from 1.
    #[must_use]
    pub fn number(&self, step: Step) -> usize {
        self.steps().iter().take_while(|one| **one != step).count() + 1
    }

    /// How far a step is.
    #[must_use]
    pub fn progress(&self, step: Step) -> Progress {
        let (ticked, all) = self.ticked(step);
        if self.has_warning(step) || (self.is_done(step) && ticked < all) {
            Progress::Attention
        } else if self.is_done(step) {
            Progress::Done
        } else if self.current() == Some(step) {
            Progress::Now
        } else {
            Progress::Later
        }
    }

    /// The first step that is not done; none when all are.
    #[must_use]
    pub fn current(&self) -> Option<Step> {
        self.steps().iter().copied().find(|step| !step.is_optional() && !self.is_done(*step))
    }

    /// The step after this one.
    #[must_use]
    pub fn next_step(&self, step: Step) -> Option<Step> {
        self.steps().iter().copied().skip_while(|one| *one != step).nth(1)
    }

    /// Whether a step is unfolded: as it was left by hand, or because it is the current one or needs attention.
    #[must_use]
    pub fn is_open(&self, step: Step) -> bool {
        self.session()
            .fold(step)
            .unwrap_or_else(|| self.current() == Some(step) || self.progress(step) == Progress::Attention)
    }

    /// The lines of a step; only what is done outside of this page has any.
    #[must_use]
    pub fn lines(&self, step: Step) -> Vec<Line<'_>> {
        let (Some(guide), Some(variant)) = (self.guide(), self.variant()) else { return Vec::new() };
        let names = match step {
            Step::Create => &variant.create,
            Step::Credentials => &variant.credentials,
            Step::Enter => &variant.enter,
            Step::Authorize | Step::Code | Step::Exchange | Step::Try => return Vec::new(),
        };
        guide.lines(names).collect()
    }

    /// How many lines of a step are checked off, and how many there are to check off.
    #[must_use]
    pub fn ticked(&self, step: Step) -> (usize, usize) {
        let mut to_tick = self.lines(step);
        to_tick.retain(|line| line.task.kind == TaskKind::Do);
        (to_tick.iter().filter(|line| self.session().is_ticked(step, line.name)).count(), to_tick.len())
    }

    /// Whether two installations of the product need an app each, so that the guide is gone through twice.
    #[must_use]
    pub fn needs_pair(&self) -> bool {
        self.variant().is_some_and(|variant| variant.redundant_pair)
    }

    /// The URLs that the product prescribes as redirect URL.
    #[must_use]
    pub fn offered_redirects(&self) -> Vec<String> {
        let redirect = self.variant().and_then(|variant| variant.redirect.as_ref());
        redirect.map_or_else(Vec::new, |redirect| redirect.offered.clone())
    }

    /// Whether this page itself can be the redirect URL: the admin gets the code on this page, and the product
    /// prescribes no redirect URL.
    #[must_use]
    pub fn can_be_redirect(&self) -> bool {
        self.variant().is_some_and(|variant| variant.flow.brings_code()) && self.offered_redirects().is_empty()
    }

    pub(in crate::desk) fn is_done(&self, step: Step) -> bool {
        match step {
            Step::Create | Step::Enter => {
                let (ticked, all) = self.ticked(step);
                ticked == all && all > 0
            }
            Step::Credentials => self.needed_fields().iter().all(|field| !self.session().entry(*field).is_empty()),
            Step::Authorize => {
                self.session().opened_at.is_some() || self.code_view().is_some_and(|view| view.is_good())
            }
            Step::Code => self.code_view().is_some_and(|view| view.is_good()),
            Step::Exchange | Step::Try => !self.brought().is_empty(),
        }
    }

    /// The steps that are there but not right, in their order.
    pub(in crate::desk) fn attention_steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.steps().iter().copied().filter(|step| self.progress(*step) == Progress::Attention)
    }

    /// Whether something in a step is likely to fail, or something is missing that its checked lines need.
    fn has_warning(&self, step: Step) -> bool {
        let field_warns = |field: Field| warns(&self.field_findings(field));
        // What was odd about a code is over once it was exchanged.
        let is_exchanged = || !self.brought().is_empty();
        match step {
            Step::Create => {
                let shows_redirect = self.lines(step).iter().any(|line| line.task.shows == Some(Shows::RedirectUrl));
                let is_missing = self.session().entry(Field::RedirectUrl).is_empty() && self.is_done(step);
                shows_redirect && (is_missing || field_warns(Field::RedirectUrl))
            }
            Step::Credentials => self.needed_fields().into_iter().any(field_warns),
            Step::Authorize => !is_exchanged() && self.session().opened_at.is_some() && self.authorize_view().is_err(),
            Step::Code => !is_exchanged() && self.code_view().is_some_and(|view| warns(&view.findings)),
            Step::Exchange => self.answer_view().is_some_and(|view| warns(&view.findings)),
            Step::Try => {
                self.answer_view().is_some_and(|view| warns(&view.findings))
                    || self.call_view().is_some_and(|view| warns(&view.findings))
            }
            Step::Enter => false,
        }
    }

    /// The fields of the step "Copy the credentials".
    #[must_use]
    pub fn needed_fields(&self) -> Vec<Field> {
        let Some(variant) = self.variant() else { return Vec::new() };
        let mut fields = Vec::new();
        if self.provider().is_some_and(|provider| provider.endpoints.is_none()) {
            if variant.flow.brings_code() {
                fields.push(Field::AuthorizeEndpoint);
            }
            fields.push(Field::TokenEndpoint);
        }
        if variant.has_account_id() {
            fields.push(Field::AccountId);
        }
        fields.extend([Field::ClientId, Field::ClientSecret]);
        fields
    }
}

/// Whether one of these is likely to fail, or will.
fn warns(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.kind.severity() >= Severity::Warning)
}
