//! The example of a finding, as it is shown: the text with its place marked, and what its fix makes of it.

use super::{Entered, Example, example, shown_kind, tried};
use crate::desk::parts::{command, diagnosis, pasted};
use crate::desk::tools::{authorize_url, basic_header, read_header};
use crate::desk::{Desk, Lead, Needs, Route, Tool};
use crate::oauth::Secret;
use crate::reading::{Finding, Piece, Span, Within, marked_whole};
use crate::texts::Text;

/// The example of a finding.
#[derive(Debug)]
pub struct ExampleView {
    /// What is found.
    pub finding: Finding,
    /// What is entered, each with its label. The place of the finding, or both, are marked in the last one.
    pub texts: Vec<ExampleText>,
    /// The decoded credentials, where the place is in these.
    pub decoded: Option<Vec<Piece>>,
    /// The view that reads it: a tool or a guide; absent: the box for anything.
    pub place: Option<String>,
    /// The finding is there at some other time, or after something was done: a sentence on that, or nothing.
    pub condition: String,
    /// What its fix makes of it.
    pub fix: Option<ExampleFix>,
    /// Whether [`FindingAction::OpenedExample`](crate::desk::FindingAction::OpenedExample) opens it.
    pub can_be_opened: bool,
    /// The guide in which it is found, which is opened without it.
    pub guide: Option<Route>,
}

/// A text of an example.
#[derive(Debug)]
pub struct ExampleText {
    /// What it is entered into.
    pub label: String,
    /// The text.
    pub pieces: Vec<Piece>,
}

/// What a fix makes of an example.
#[derive(Debug)]
pub struct ExampleFix {
    /// The label of its button.
    pub label: String,
    /// The texts afterwards.
    pub texts: Vec<ExampleText>,
}

/// The example of the finding in view; `None` where there is none, and while what it is read with is loading.
pub(super) fn view(desk: &Desk) -> Option<ExampleView> {
    let kind = shown_kind(desk)?;
    let example = example(desk, kind)?;
    let tried = tried(desk)?;
    let all = example.entered(tried.session());
    let (last, _) = *all.last()?;
    let finding = found(&tried, last).into_iter().find(|finding| finding.kind == kind)?;
    let label = |entered: Entered| match entered {
        Entered::Box => tried.texts.say(Text::PasteLabel).to_owned(),
        Entered::Field(field) => tried.label(field),
    };
    let places = [finding.span, finding.other].into_iter().flatten();
    let places: Vec<Span> = places.filter(|span| span.within == Within::Pasted).collect();
    let texts = all.iter().enumerate().map(|(at, (entered, text))| ExampleText {
        label: label(*entered),
        pieces: marked_whole(text, if at + 1 == all.len() { &places } else { &[] }),
    });
    let decoded = finding.span.filter(|span| span.within == Within::Pair).and_then(|span| {
        let reading = read_header::view(&tried)?;
        // EXPOSE: the credentials of an example are made up.
        Some(marked_whole(reading.decoded.as_ref()?.expose(), &[span]))
    });
    let guide = Some(example.route()).filter(|route| route.product().is_some());
    Some(ExampleView {
        texts: texts.collect(),
        decoded,
        place: (last != Entered::Box).then(|| tried.heading()),
        condition: condition(desk, example),
        fix: fix(&tried, last, &finding),
        finding,
        can_be_opened: example.is_by_text_alone(),
        guide,
    })
}

/// What the page says about an example.
fn found(tried: &Desk, entered: Entered) -> Vec<Finding> {
    let Entered::Field(field) = entered else { return found_in_box(tried) };
    let mut found = tried.findings_about(field);
    match tried.route {
        Route::Tool(Tool::BasicHeader) => found.extend(basic_header::view(tried).findings),
        Route::Tool(Tool::AuthorizeUrl) => found.extend(authorize_url::view(tried).err().and_then(to_be_fixed)),
        Route::Tool(Tool::TokenRequest) => {
            found.extend(command::view(tried, tried.command.kind).err().and_then(to_be_fixed));
        }
        _ => {}
    }
    found
}

fn to_be_fixed(needs: Needs) -> Option<Finding> {
    match needs {
        Needs::Fix(_, finding) => Some(finding),
        Needs::Fields(_) | Needs::OtherFormat { .. } => None,
    }
}

fn found_in_box(tried: &Desk) -> Vec<Finding> {
    let mut found = pasted::view(tried).map(|view| view.findings).unwrap_or_default();
    if let Some(diagnosis) = diagnosis::view(tried) {
        if let Lead::Finding(finding) = diagnosis.lead {
            found.push(finding);
        }
        found.extend(diagnosis.others);
        found.extend(diagnosis.read);
    }
    found
}

/// The sentence on what else there is to an example.
fn condition(desk: &Desk, example: &Example) -> String {
    match (example.minutes, example.copies) {
        (Some(minutes), _) => {
            let minutes = usize::try_from(minutes).unwrap_or(usize::MAX);
            desk.texts.count(Text::ExampleLater, &[("minutes", minutes)], &[])
        }
        (_, Some(_)) => desk.texts.say(Text::ExampleCopied).to_owned(),
        (None, None) => String::new(),
    }
}

fn fix(tried: &Desk, entered: Entered, finding: &Finding) -> Option<ExampleFix> {
    let one = |label: String, text: &Secret| {
        // EXPOSE: the text of an example is made up.
        let text = marked_whole(text.expose(), &[]);
        ExampleText { label, pieces: text }
    };
    let texts: Vec<ExampleText> = match entered {
        Entered::Box => {
            let text = diagnosis::fixed(tried, finding)?;
            vec![one(tried.texts.say(Text::PasteLabel).to_owned(), &text)]
        }
        Entered::Field(field) => {
            let fixed = tried.fixed(field, finding);
            fixed.iter().map(|(field, text)| one(tried.label(*field), text)).collect()
        }
    };
    (!texts.is_empty()).then(|| ExampleFix { label: tried.fix_label(finding), texts })
}
