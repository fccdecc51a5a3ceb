//! What the page shows of a report before it is copied or saved.

use super::made::last_four;
use super::{Report, sentences};
use crate::desk::parts::fields::asked;
use crate::desk::{Desk, Field, Route, Tool};
use crate::oauth::Secret;
use crate::texts::Language;

/// The report about the view that is shown.
#[derive(Clone, Debug)]
pub struct ReportPanel {
    /// All of it, as it is copied and saved.
    pub text: Secret,
    /// The name of the file that it is saved as.
    pub file: &'static str,
    /// Whether there is a Client ID whose last characters can be in it.
    pub has_ends: bool,
}

impl Desk {
    /// Whether the report about this view is shown.
    #[must_use]
    pub fn shows_report(&self) -> bool {
        self.report.shown_for.as_ref() == Some(&self.route)
    }
}

/// The report about the view that is shown; `None` while it is not asked for.
#[must_use]
pub fn panel(desk: &Desk, user_agent: &str) -> Option<ReportPanel> {
    desk.shows_report().then(|| ReportPanel {
        text: Secret::new(text(desk, user_agent)),
        file: "authdesk-report.txt",
        has_ends: asked(desk).contains(&Field::ClientId) && last_four(desk).is_some(),
    })
}

/// Whether there is a report about this view: a pasted report has none of its own.
#[must_use]
pub fn is_offered(desk: &Desk) -> bool {
    match desk.route {
        Route::Product { .. } => desk.guide().is_some(),
        Route::Tool(tool) => tool != Tool::Report,
        _ => false,
    }
}

/// The report in the language of the page, and below it in English with stable keys.
fn text(desk: &Desk, user_agent: &str) -> String {
    let report = Report::of(desk, user_agent);
    let written = report.written();
    if desk.texts.language() == Language::ENGLISH {
        return written;
    }
    format!("{}\n\n{written}", sentences::told(desk, &report))
}
