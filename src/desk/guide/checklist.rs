//! A guide on paper: what to do with boxes to check off, the values that are no secret, and where facts were read.

use super::{
    EventUrl, ScopesView, ValueState, allow_list, app_name, event_names, event_url, lines, needs_pair, number,
    scopes_view, step_title, steps, suggested_app_name, value_sentence, values,
};
use crate::catalog::{Confidence, GuideLine, Sentence, Shows, Source, Step, TaskKind};
use crate::desk::state::leaving::Leaving;
use crate::desk::state::made_up;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::texts::Text;

/// The guide that is shown, as it is printed. It has no secret, whatever is entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Checklist<'d> {
    /// What it is about: the installation of a pair, the app type, and when the facts were checked.
    pub about: Vec<String>,
    /// The steps, in their order.
    pub steps: Vec<PaperStep<'d>>,
    /// The fields of the product, each with what goes in.
    pub values: Vec<PaperField>,
    /// Where facts were read; a line refers to them by their numbers, from 1.
    pub sources: Vec<&'d Source>,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperStep<'d> {
    /// Its number in the guide, from 1.
    pub number: usize,
    /// Its heading.
    pub title: String,
    /// Its lines; a step that is done on the page alone has none.
    pub lines: Vec<PaperLine<'d>>,
    /// What is entered on the page in this step.
    pub fields: Vec<PaperField>,
}

/// A line of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperLine<'d> {
    /// Whether to do it, to avoid it, or to know it.
    pub kind: TaskKind,
    /// Whether it is checked off already.
    pub is_ticked: bool,
    /// What it says.
    pub sentence: &'d Sentence,
    /// How sure it is.
    pub sure: Confidence,
    /// What is shown below it, for example each scope to select.
    pub shown: Vec<PaperText>,
    /// The numbers of its sources.
    pub sources: Vec<usize>,
}

/// A field with its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperField {
    /// What it is called.
    pub label: String,
    /// What is in it.
    pub text: PaperText,
}

/// A text on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperText {
    /// What goes in; it is no secret.
    Text(String),
    /// What to do there instead, in the language of the page.
    Says(String),
    /// A secret, or what may contain one: it stays on the page.
    Secret,
    /// There is none yet.
    None,
}

/// The guide on paper.
#[must_use]
pub fn checklist(desk: &Desk) -> Checklist<'_> {
    let mut sources = Vec::new();
    let leaving = Leaving::of(desk);
    let steps = steps(desk).into_iter().map(|step| one_step(desk, &leaving, step, &mut sources)).collect();
    let of_value = |value: super::PanelValue<'_>| {
        let text = match &value.state {
            ValueState::Ready(text) if !value.is_secret => paper(&leaving, None, text),
            ValueState::Ready(text) if desk.is_made_up(text) => PaperText::None,
            ValueState::Ready(_) => PaperText::Secret,
            ValueState::Waits(_) if value.is_secret => PaperText::Secret,
            ValueState::Waits(_) => PaperText::None,
            state => value_sentence(desk, state).map_or(PaperText::None, PaperText::Says),
        };
        PaperField { label: value.name, text }
    };
    Checklist { about: about(desk), steps, values: values(desk).into_iter().map(of_value).collect(), sources }
}

fn about(desk: &Desk) -> Vec<String> {
    let number = desk.shown_installation().number();
    let installation = needs_pair(desk).then(|| desk.texts.fill(Text::PairNumber, &[("number", number)]));
    let app = Some(app_name(desk)).filter(|app| !app.is_empty()).map(str::to_owned);
    let month = desk.guide().map(|guide| desk.texts.fill(Text::TagChecked, &[("month", &guide.product.checked)]));
    [installation, app, month].into_iter().flatten().collect()
}

fn one_step<'d>(desk: &'d Desk, leaving: &Leaving<'_>, step: Step, sources: &mut Vec<&'d Source>) -> PaperStep<'d> {
    let lines: Vec<PaperLine<'d>> =
        lines(desk, step).into_iter().map(|line| one_line(desk, leaving, step, &line, sources)).collect();
    // What a line shows is below that line.
    let is_shown = |field: &Field| matches!(field, Field::RedirectUrl | Field::EventUrl | Field::SecretToken);
    let fields = super::fields::of_step(desk, step).into_iter().filter(|field| !is_shown(field));
    let fields =
        fields.map(|field| PaperField { label: desk.label(field), text: entered(desk, leaving, field) }).collect();
    PaperStep { number: number(desk, step), title: step_title(desk, step), lines, fields }
}

fn one_line<'d>(
    desk: &'d Desk,
    leaving: &Leaving<'_>,
    step: Step,
    line: &GuideLine<'d>,
    sources: &mut Vec<&'d Source>,
) -> PaperLine<'d> {
    let mut number = |source| match sources.iter().position(|known| *known == source) {
        Some(at) => at + 1,
        None => {
            sources.push(source);
            sources.len()
        }
    };
    PaperLine {
        kind: line.task.kind,
        is_ticked: desk.session().is_ticked(step, line.name),
        sentence: line.sentence,
        sure: line.task.sure,
        shown: line.task.shows.map_or_else(Vec::new, |shows| shown(desk, leaving, shows)),
        sources: line.sources().into_iter().map(&mut number).collect(),
    }
}

/// What a line shows, without a secret.
fn shown(desk: &Desk, leaving: &Leaving<'_>, shows: Shows) -> Vec<PaperText> {
    let texts = |texts: Vec<&str>| texts.into_iter().map(|text| PaperText::Text(text.to_owned())).collect();
    match shows {
        Shows::AppName => texts(suggested_app_name(desk).as_deref().into_iter().collect()),
        Shows::RedirectUrl => vec![entered(desk, leaving, Field::RedirectUrl)],
        Shows::AllowList => match allow_list(desk) {
            Some(list) if list.missing.is_empty() => list
                .entries
                .iter()
                .map(|entry| paper(leaving, Field::RedirectUrl, &Secret::new(entry.as_str())))
                .collect(),
            _ => vec![PaperText::None],
        },
        Shows::Scopes => {
            let view = scopes_view(desk);
            texts(view.iter().flat_map(ScopesView::rows).map(|row| row.granular).collect())
        }
        Shows::EventUrl => vec![match event_url(desk) {
            Some(EventUrl::Built { url, is_secret: false, .. }) => paper(leaving, None, &url),
            Some(EventUrl::Built { .. }) => PaperText::Secret,
            Some(EventUrl::FromProduct(_)) => entered(desk, leaving, Field::EventUrl),
            Some(EventUrl::Needs(_)) | None => PaperText::None,
        }],
        Shows::Events => texts(event_names(desk).into_iter().map(|(name, _)| name).collect()),
        Shows::SecretToken => vec![PaperText::Secret],
    }
}

/// What is entered in a field, if it can be printed.
fn entered(desk: &Desk, leaving: &Leaving<'_>, field: Field) -> PaperText {
    if desk.session().is_masked(field) {
        return PaperText::Secret;
    }
    paper(leaving, field, desk.session().entry(field))
}

/// A text, unless it may contain a secret: people paste anything into any field.
fn paper(leaving: &Leaving<'_>, field: impl Into<Option<Field>>, text: &Secret) -> PaperText {
    // EXPOSE: it is no secret, and checked for one.
    let text = text.expose();
    match text.trim().is_empty() {
        true => PaperText::None,
        // There is room for the real one.
        false if made_up::is_in(text) => PaperText::None,
        false if leaving.withholds(field, text) => PaperText::Secret,
        false => PaperText::Text(text.to_owned()),
    }
}
