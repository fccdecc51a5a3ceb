//! A report in the language of the page: below the ticket's first lines, and in the tool that shows a pasted one.
//!
//! Each of these needs the files of the product that the report is about, which a guide has and which the tool loads.

use strum::VariantArray;

use super::{
    CharKind, ErrorReport, FieldReport, FoundReport, Name, NameCount, PAGE, RedirectReport, Report, Side, Subject,
    Words,
};
use crate::catalog::TaskKind;
use crate::desk::guide::{input_field, lines, set_sentence, step_title};
use crate::desk::parts::client_authentication;
use crate::desk::state::session::tick_name;
use crate::desk::{Desk, Field, Progress, Step, Tool};
use crate::reading::{FindingKind, Severity};
use crate::texts::{Text, add_sentence, marked};

/// How many names a sentence has.
const MOST_NAMED: usize = 30;

/// What differs from a guide that was gone through to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its stable name; `data-differs`.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The sentence, with its marks.
    pub says: String,
}

/// What a report is about, each with its label.
pub(in crate::desk) fn about(desk: &Desk, report: &Report) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |label: Text, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            all.push((desk.texts.say(label).to_owned(), value));
        }
    };
    match &report.subject {
        Some(Subject::Guide { product, way, app, facts, installation, .. }) => {
            let guide = desk.guide().filter(|guide| guide.product.id.as_str() == product.as_str());
            let name = guide.map(|guide| guide.prose.name.as_deref().unwrap_or(&guide.product.name).to_owned());
            add(Text::StringProduct, Some(name.unwrap_or_else(|| product.to_string())));
            let way_name = |way: &Name| {
                let prose = guide?.prose.variants.get(way.as_str())?;
                Some(prose.name.as_str().to_owned())
            };
            add(Text::VariantsLabel, way.as_ref().map(|way| way_name(way).unwrap_or_else(|| way.to_string())));
            let app_name = |app: &Name| {
                let kind = guide?.provider.apps.get(app.as_str())?;
                Some(desk.app_type(app.as_str(), kind).to_owned())
            };
            add(Text::AppTypeLabel, app.as_ref().map(|app| app_name(app).unwrap_or_else(|| app.to_string())));
            add(Text::ReportFacts, facts.as_ref().map(Name::to_string));
            add(Text::PairLabel, installation.as_ref().map(Name::to_string));
        }
        Some(Subject::Tool(name)) => {
            let title = name.as_str().parse::<Tool>().map(|tool| desk.texts.say(tool.title()).to_owned());
            add(Text::ReportTool, Some(title.unwrap_or_else(|_| name.to_string())));
        }
        None => {}
    }
    add(
        Text::AuthenticationLabel,
        report.authentication.map(|way| desk.texts.say(client_authentication::title(way)).to_owned()),
    );
    add(Text::ReportBrowser, report.browser.map(super::Browser::words));
    add(Text::ReportPage, report.page.as_ref().map(Name::to_string));
    add(Text::ReportMade, report.made.as_ref().map(|made| made.to_string()));
    all
}

/// The heading of a step, with its number where the product's guide has that step.
pub(in crate::desk) fn step_name(desk: &Desk, step: Step) -> String {
    let title = step_title(desk, step);
    match crate::desk::guide::steps(desk).iter().position(|one| *one == step) {
        Some(at) => format!("{}. {title}", at + 1),
        None => title,
    }
}

/// How far a step was.
pub(in crate::desk) fn progress_says(desk: &Desk, progress: Progress) -> &str {
    desk.texts.say(match progress {
        Progress::Done => Text::StepDone,
        Progress::Attention => Text::StepAttention,
        Progress::Now => Text::ReportStepNow,
        Progress::Later => Text::ReportStepOpen,
    })
}

/// The lines of a step that can be checked off: each with its sentence, and whether it was.
pub(in crate::desk) fn checked_lines<'d>(
    desk: &'d Desk,
    report: &Report,
    step: Step,
) -> Vec<(&'d crate::catalog::Sentence, bool)> {
    let known = |names: &[Name], name: &str| names.iter().any(|known| known.as_str() == name);
    // Where a report has only the first of the steps that create the app, its lines are those of all of them.
    let is_in_report = |one: Step| report.steps.iter().any(|(known, _)| *known == one);
    let is_meant = |one: &Step| *one == step || step == Step::Create && one.creates_app() && !is_in_report(*one);
    let steps = crate::desk::guide::steps(desk).into_iter().filter(is_meant);
    let lines = steps.flat_map(|one| lines(desk, one)).filter(|line| line.task.kind == TaskKind::Do);
    let read = lines.filter_map(|line| {
        let name = tick_name(step, line.name);
        let is_checked = known(&report.checked, &name);
        (is_checked || known(&report.unchecked, &name)).then_some((line.sentence, is_checked))
    });
    read.collect()
}

/// The field that is meant, if this page has it.
fn field_of(desk: &Desk, name: &Name) -> Option<Field> {
    match name.as_str().strip_prefix("input/") {
        Some(input) => input_field(desk, input),
        None => Field::VARIANTS.iter().copied().find(|field| field.name() == name.as_str() && field.input().is_none()),
    }
}

/// What a field is called.
pub(in crate::desk) fn field_label(desk: &Desk, name: &Name) -> String {
    field_of(desk, name).map_or_else(|| name.to_string(), |field| desk.label(field))
}

/// What is in a field: how many characters, and of which kinds.
pub(in crate::desk) fn field_says(desk: &Desk, field: &FieldReport) -> String {
    if field.length == 0 {
        return desk.texts.say(Text::DiscoveryEmpty).to_owned();
    }
    let kinds: Vec<&str> = field.has.iter().map(|kind| desk.texts.say(kind_text(*kind))).collect();
    let values = [("kinds", &*desk.texts.names(&kinds))];
    let mut says = desk.texts.count(Text::ReportLength, &[("count", field.length)], &values);
    if let Some(ends) = &field.ends {
        says.push_str("; ");
        says.push_str(&desk.texts.fill(Text::ReportEndsIn, &[("ends", ends.as_str())]));
    }
    says
}

fn kind_text(kind: CharKind) -> Text {
    match kind {
        CharKind::Upper => Text::KindUpper,
        CharKind::Lower => Text::KindLower,
        CharKind::Digits => Text::KindDigits,
        CharKind::Marks => Text::KindMarks,
        CharKind::Spaces => Text::KindSpaces,
        CharKind::LineBreaks => Text::KindLineBreaks,
        CharKind::Others => Text::KindOthers,
    }
}

/// What a finding says; empty while the sentences are loading. What a report does not have of it is left open.
pub(in crate::desk) fn found_says(desk: &Desk, found: &FoundReport) -> String {
    let Some(text) = desk.finding_texts.as_ref().and_then(|all| all.text(found.kind)) else { return String::new() };
    let character = found.character.map_or_else(|| "…".to_owned(), |ch| format!("U+{:04X}", u32::from(ch)));
    let count = found.count.map(|count| ("count", count));
    let provider = desk.provider().map_or("", |provider| provider.name.as_str());
    let values =
        [("provider", provider), ("character", &character), ("count", "…"), ("name", "…"), ("difference", "…")];
    let mut says = desk.texts.filled(&text.says, count.as_slice(), &values);
    let place = found.place.and_then(|place| match place {
        super::Place::Start => Some(Text::AtBeginning),
        super::Place::End => Some(Text::AtEnd),
        super::Place::Inside => None,
    });
    if let Some(place) = place {
        add_sentence(&mut says, desk.texts.say(place));
    }
    says
}

/// Whether two redirect URLs match, and in what they differ.
pub(in crate::desk) fn redirect_says(desk: &Desk, one: &RedirectReport) -> String {
    let side = |side: Side| desk.texts.say(side_text(side));
    let sides = [("left", side(one.left)), ("right", side(one.right))];
    if one.differs.is_empty() {
        return desk.texts.fill(Text::ReportSame, &sides);
    }
    let text = |kind: &FindingKind| desk.finding_texts.as_ref()?.text(*kind)?.difference.as_deref();
    let differs = one.differs.iter().map(|kind| text(kind).unwrap_or(kind.name())).collect::<Vec<_>>().join("; ");
    desk.texts.fill(Text::ReportRedirect, &[sides[0], sides[1], ("differences", &differs)])
}

fn side_text(side: Side) -> Text {
    match side {
        Side::Prescribed => Text::PrescribedByProduct,
        Side::Registered => Text::SideRegistered,
        Side::Sent => Text::SideRequested,
        Side::Returned => Text::SideReceived,
    }
}

/// What a server returned, as far as it was kept; empty if nothing of it was.
pub(in crate::desk) fn error_words(error: &ErrorReport) -> String {
    let parts = [error.code.as_ref(), error.words.as_ref()];
    parts.into_iter().flatten().map(Words::as_str).collect::<Vec<_>>().join(": ")
}

/// What an error means, once the table that has it is there.
pub(in crate::desk) fn error_meaning<'d>(desk: &'d Desk, error: &ErrorReport) -> Option<&'d str> {
    let row = error.row.as_ref()?.as_str();
    desk.errors.iter().find_map(|(_, files)| files.prose.rows.get(row)).map(String::as_str)
}

/// The error in one line: what was returned, or else what it means.
fn error_says(desk: &Desk, error: &ErrorReport) -> String {
    let words = error_words(error);
    if !words.is_empty() {
        return words;
    }
    let row = error.row.as_ref().map(Name::to_string).unwrap_or_default();
    error_meaning(desk, error).map_or(row, str::to_owned)
}

/// The sets of scopes that can be chosen, each with what it is for and whether it was.
pub(in crate::desk) fn set_rows(desk: &Desk, report: &Report) -> Vec<(String, bool)> {
    let named = report.sets.iter().map(|(set, is_chosen)| {
        let says = set_sentence(desk, set.as_str()).map(|sentence| sentence.as_str().to_owned());
        (says.unwrap_or_else(|| set.to_string()), *is_chosen)
    });
    named.collect()
}

/// The names of scopes, and how many more there are.
pub(in crate::desk) fn names_say(desk: &Desk, names: &NameCount) -> String {
    let shown: Vec<&str> = names.names.iter().take(MOST_NAMED).map(Name::as_str).collect();
    let more = names.count.saturating_sub(shown.len());
    let mut says = desk.texts.names(&shown);
    if more > 0 {
        says.push_str(&format!(" (+ {})", desk.texts.formats().number(more)));
    }
    says
}

/// What differs from a guide that was gone through to its end, the worst first.
pub(in crate::desk) fn differences(desk: &Desk, report: &Report) -> Vec<Difference> {
    let mut all = Vec::new();
    let mut add = |name: &'static str, severity: Severity, says: String| all.push(Difference { name, severity, says });
    for error in &report.errors {
        let label = field_label(desk, &error.field);
        let says = desk.texts.fill(Text::DiffersError, &[("label", &label), ("error", &error_says(desk, error))]);
        add("error", Severity::Error, says);
    }
    for one in report.redirects.iter().filter(|one| !one.differs.is_empty()) {
        add("redirect", Severity::Error, redirect_says(desk, one));
    }
    if let Some(missing) = report.missing.as_ref().filter(|missing| missing.count > 0) {
        let (numbers, names) = ([("count", missing.count)], names_say(desk, missing));
        add("scopes", Severity::Error, desk.texts.count(Text::DiffersScopes, &numbers, &[("names", &names)]));
    }
    for field in &report.fields {
        let label = field_label(desk, &field.name);
        let worst = field.findings.iter().max_by_key(|found| found.kind.severity());
        if let Some(found) = worst.filter(|found| found.kind.severity() >= Severity::Warning) {
            let says = desk.texts.fill(Text::DiffersField, &[("label", &label), ("finding", &found_says(desk, found))]);
            add("field", found.kind.severity(), says);
        } else if field.is_needed && field.length == 0 {
            add("empty", Severity::Warning, desk.texts.fill(Text::DiffersEmpty, &[("label", &label)]));
        }
    }
    for (step, progress) in report.steps.iter().filter(|(_, progress)| *progress != Progress::Done) {
        let is_optional = matches!(step, Step::Try) || crate::desk::guide::is_optional(desk, *step);
        let says = [("step", step_name(desk, *step)), ("state", progress_says(desk, *progress).to_owned())];
        let says = says.each_ref().map(|(name, value)| (*name, value.as_str()));
        match progress {
            Progress::Attention => add("step", Severity::Warning, desk.texts.fill(Text::DiffersStep, &says)),
            _ if is_optional => {}
            _ => add("step", Severity::Info, desk.texts.fill(Text::DiffersStep, &says)),
        }
    }
    if let (Some(Subject::Guide { facts: Some(facts), .. }), Some(guide)) = (&report.subject, desk.guide())
        && facts.as_str() < guide.product.checked.as_str()
    {
        let values = [("month", facts.as_str()), ("now", guide.product.checked.as_str())];
        add("facts", Severity::Info, desk.texts.fill(Text::DiffersFacts, &values));
    }
    if let Some(page) = report.page.as_ref().filter(|page| page.as_str() != PAGE) {
        add("page", Severity::Info, desk.texts.fill(Text::DiffersPage, &[("version", page.as_str()), ("now", PAGE)]));
    }
    all.sort_by_key(|one| core::cmp::Reverse(one.severity));
    all
}

/// The report for a person, line by line, without marks.
pub(super) fn told(desk: &Desk, report: &Report) -> String {
    let mut lines: Vec<String> = vec![desk.texts.say(Text::ReportHeading).to_owned(), String::new()];
    lines.extend(about(desk, report).into_iter().map(|(label, value)| format!("{label}: {value}")));
    let mut part = |title: Text, all: Vec<String>| {
        if !all.is_empty() {
            lines.push(String::new());
            lines.push(desk.texts.say(title).to_owned());
            lines.extend(all.into_iter().map(|line| format!("- {line}")));
        }
    };
    part(Text::ReportDiffers, differences(desk, report).into_iter().map(|one| one.says).collect());
    let steps = report.steps.iter();
    part(
        Text::ReportSteps,
        steps
            .map(|(step, progress)| format!("{}: {}", step_name(desk, *step), progress_says(desk, *progress)))
            .collect(),
    );
    // With a colon, the page where it is pasted would take what follows for a secret.
    let fields =
        report.fields.iter().map(|field| format!("{} ({})", field_label(desk, &field.name), field_says(desk, field)));
    part(Text::ReportFields, fields.collect());
    part(
        Text::RedirectsCompared,
        report.redirects.iter().filter(|one| one.differs.is_empty()).map(|one| redirect_says(desk, one)).collect(),
    );
    part(Text::ReportGranted, report.granted.iter().map(|names| names_say(desk, names)).collect());
    let plain = lines.iter().map(|line| marked(line).iter().map(|piece| piece.text).collect::<String>());
    plain.collect::<Vec<_>>().join("\n")
}
