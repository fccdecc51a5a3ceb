//! A report for support, which somebody pasted.

use std::rc::Rc;

use super::Listed;
use crate::catalog::Sentence;
use crate::desk::report::{Difference, ReadReport, Subject, read, sentences};
use crate::desk::{ChosenProduct, Desk, Field, Progress, Route, Step};
use crate::oauth::Secret;
use crate::reading::FindingKind;
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolReport, lead: Text::ToolReportLead, reads: true };

/// None besides [`Field::Report`], which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What a report says.
#[derive(Clone, Debug)]
pub struct ReportView<'d> {
    /// Sentences on what of it could not be read.
    pub gaps: Vec<String>,
    /// What differs from a guide that was gone through to its end, the worst first.
    pub differs: Vec<Difference>,
    /// What it is about, each with its label.
    pub about: Vec<(String, String)>,
    /// The steps of the guide as the admin had them.
    pub steps: Vec<StepRow<'d>>,
    /// The fields with what was found in them.
    pub fields: Vec<FieldRow>,
    /// Sentences on the redirect URLs that match.
    pub matches: Vec<String>,
    /// The names of the scopes that were granted; `None` if that is not known.
    pub granted: Option<String>,
    /// The sets of scopes that can be chosen, each with what it is for and whether it was.
    pub sets: Vec<(String, bool)>,
    /// The errors that the server returned.
    pub errors: Vec<ErrorRow<'d>>,
    /// The guide that it is about, if this page has it.
    pub guide: Option<GuideOfReport>,
}

impl ReportView<'_> {
    /// Whether the guide was gone through to its end, and nothing is wrong there. A report that lost a part does not say that.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.differs.is_empty() && self.gaps.is_empty() && !self.steps.is_empty()
    }
}

/// A step as the admin had it.
#[derive(Clone, Debug)]
pub struct StepRow<'d> {
    /// Which one.
    pub step: Step,
    /// How far it was.
    pub progress: Progress,
    /// Its heading with its number.
    pub title: String,
    /// How far it was, in words.
    pub says: String,
    /// Its lines, and whether they were checked off.
    pub lines: Vec<(&'d Sentence, bool)>,
}

/// A field as the admin had it.
#[derive(Clone, Debug)]
pub struct FieldRow {
    /// What it is called.
    pub label: String,
    /// What was in it, without its text.
    pub says: String,
    /// What was found, each with what it means.
    pub findings: Vec<(FindingKind, String)>,
}

/// An error as the admin had it.
#[derive(Clone, Debug)]
pub struct ErrorRow<'d> {
    /// What the field is called that it was in.
    pub label: String,
    /// What the server returned, as far as it was kept; empty if nothing was.
    pub words: Secret,
    /// What the tables of errors say about it.
    pub means: Option<&'d str>,
    /// The scopes that it names.
    pub asks: Vec<String>,
}

/// The guide that a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideOfReport {
    /// Where it is.
    pub route: Route,
    /// Whether lines are checked off or scopes are chosen there, which would be replaced.
    pub(in crate::desk) replaces: bool,
    /// Whether it is asked now if that is meant.
    pub asks: bool,
}

/// What was read from the field; `None` while it is empty or has no report.
pub(in crate::desk) fn reading(desk: &Desk) -> Option<Rc<Option<ReadReport>>> {
    let session = desk.session();
    let pasted = session.entry(Field::Report);
    // EXPOSE: the reader works on the pasted text itself; nothing secret can be in what it returns.
    (!pasted.is_empty()).then(|| session.readings.of(Field::Report, (), || read(pasted.expose())))
}

/// Whether the pasted report has errors, which the tables explain.
pub(in crate::desk) fn has_errors(desk: &Desk) -> bool {
    reading(desk).as_deref().and_then(Option::as_ref).is_some_and(|read| !read.report.errors.is_empty())
}

/// What the pasted report says; `None` while the field is empty, and inside of that, if there is no report in it.
#[must_use]
pub fn view(desk: &Desk) -> Option<Option<ReportView<'_>>> {
    let read = reading(desk)?;
    Some((*read).as_ref().map(|read| view_of(desk, read)))
}

fn view_of<'d>(desk: &'d Desk, read: &ReadReport) -> ReportView<'d> {
    let report = &read.report;
    let steps = report.steps.iter().map(|(step, progress)| StepRow {
        step: *step,
        progress: *progress,
        title: sentences::step_name(desk, *step),
        says: sentences::progress_says(desk, *progress).to_owned(),
        lines: sentences::checked_lines(desk, report, *step),
    });
    let fields = report.fields.iter().map(|field| FieldRow {
        label: sentences::field_label(desk, &field.name),
        says: sentences::field_says(desk, field),
        findings: field.findings.iter().map(|found| (found.kind, sentences::found_says(desk, found))).collect(),
    });
    let errors = report.errors.iter().map(|error| ErrorRow {
        label: sentences::field_label(desk, &error.field),
        words: Secret::new(sentences::error_words(error)),
        means: sentences::error_meaning(desk, error),
        asks: error.asks.iter().map(ToString::to_string).collect(),
    });
    let same = report.redirects.iter().filter(|one| one.differs.is_empty());
    ReportView {
        gaps: gaps(desk, read),
        differs: sentences::differences(desk, report),
        about: sentences::about(desk, report),
        steps: steps.collect(),
        fields: fields.collect(),
        matches: same.map(|one| sentences::redirect_says(desk, one)).collect(),
        granted: report.granted.as_ref().map(|names| sentences::names_say(desk, names)),
        sets: sentences::set_rows(desk, report),
        errors: errors.collect(),
        guide: guide_of(desk),
    }
}

/// What could not be read, and what this page does not know.
fn gaps(desk: &Desk, read: &ReadReport) -> Vec<String> {
    let say = |text: Text| desk.texts.say(text).to_owned();
    let names = |text: Text, names: &[String]| desk.texts.fill(text, &[("names", &desk.texts.list(names))]);
    let mut gaps = Vec::new();
    if read.is_newer() {
        gaps.push(say(Text::ReportNewer));
    }
    if read.is_cut {
        gaps.push(say(Text::ReportCut));
    }
    if read.lost > 0 {
        gaps.push(desk.texts.count(Text::ReportLost, &[("count", read.lost)], &[]));
    }
    if !read.unread.is_empty() {
        gaps.push(names(Text::ReportUnread, &read.unread));
    }
    if !read.repeated.is_empty() {
        gaps.push(names(Text::ReportRepeated, &read.repeated));
    }
    if read.is_followed {
        gaps.push(say(Text::ReportFollowed));
    }
    match &read.report.subject {
        None => gaps.push(say(Text::ReportNoSubject)),
        Some(Subject::Guide { product, way, .. }) => {
            let is_known = desk.card(product.as_str()).is_some();
            if !is_known && !desk.is_waiting() {
                gaps.push(desk.texts.fill(Text::ReportUnknownProduct, &[("product", product.as_str())]));
            }
            let has_way =
                |way: &str| desk.guide().is_none_or(|guide| guide.product.variants.iter().any(|one| one.id == way));
            if let Some(way) = way.as_ref().filter(|way| !has_way(way.as_str())) {
                gaps.push(desk.texts.fill(Text::ReportUnknownWay, &[("way", way.as_str())]));
            }
        }
        Some(Subject::Tool(_)) => {}
    }
    gaps
}

/// The guide that the pasted report is about.
pub(in crate::desk) fn product_of(read: &ReadReport) -> Option<ChosenProduct> {
    let Some(Subject::Guide { product, way, .. }) = &read.report.subject else { return None };
    let variant = way.as_ref().map(|way| way.as_str().to_owned());
    Some(ChosenProduct { id: product.as_str().to_owned(), variant, part: None })
}

/// The guide, if this page has it.
pub(in crate::desk) fn guide_of(desk: &Desk) -> Option<GuideOfReport> {
    let product = desk.report.product.as_ref()?;
    desk.card(&product.id)?;
    // What is entered there stays.
    let session = desk.sessions.get(&product.id);
    let replaces = session.is_some_and(|session| {
        !session.ticks.is_empty() || !session.sets.is_empty() || !session.checked_scopes.is_empty()
    });
    let asks = replaces && desk.report.asks_about == Some(desk.session().revision(Field::Report));
    let route = Route::Product { id: product.id.clone(), variant: product.variant.clone() };
    Some(GuideOfReport { route, replaces, asks })
}
