//! Which app type is it? One question after the other.

use super::Listed;
use crate::catalog::{Chooser, ChooserProse, ChooserStep, Confidence, GrantType, Question, Source};
use crate::desk::{Desk, Field, PlainField, Resource, Route, Tool};
use crate::reading::FindingKind;
use crate::texts::{Text, marked};

pub(super) const LISTED: Listed = Listed { title: Text::ToolAppType, lead: Text::ToolAppTypeLead, reads: true };

/// None: it asks questions.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// The provider's questions in one language.
#[derive(Debug)]
pub struct ChooserFiles {
    /// The questions, their answers and where they lead, as data.
    pub chooser: Chooser,
    /// The sentences of the same questions, in the language that was requested.
    pub prose: ChooserProse,
}

/// The question that is asked now, or what it is, and the way so far.
#[derive(Clone, Debug)]
pub struct ChooserView<'d> {
    /// The questions answered so far.
    pub way: Vec<AnsweredView<'d>>,
    /// Where these answers led.
    pub now: ChooserNow<'d>,
    /// How sure the question or the outcome is.
    pub sure: Confidence,
    /// Where that was read, in the order of the catalog's file.
    pub sources: Vec<&'d Source>,
}

/// A question that was answered.
#[derive(Clone, Debug)]
pub struct AnsweredView<'d> {
    /// The question's stable name in the catalog; `data-answered`.
    pub id: &'d str,
    /// The question.
    pub asks: &'d str,
    /// The sentence of the answer that was chosen.
    pub says: &'d str,
    /// The label of the button that goes back to the question.
    pub change: String,
    /// The answers before this one, by their names: what [`Desk::answers`] becomes by going back.
    pub before: Vec<String>,
}

/// Where the answers led.
#[derive(Clone, Debug)]
pub enum ChooserNow<'d> {
    /// To a question.
    Question {
        /// Its stable name in the catalog.
        id: &'d str,
        /// The question.
        asks: &'d str,
        /// The answers, in the order of the catalog's file.
        answers: Vec<AnswerChoice<'d>>,
    },
    /// To the end.
    Outcome {
        /// Its stable name in the catalog.
        id: &'d str,
        /// What the provider calls that app type, where a guide can use it.
        app: Option<&'d str>,
        /// What the outcome is.
        says: &'d str,
        /// What to do.
        next: &'d str,
    },
}

/// An answer to choose.
#[derive(Clone, Debug)]
pub struct AnswerChoice<'d> {
    /// Its stable name within the question; `data-answer`.
    pub id: &'d str,
    /// Its sentence.
    pub says: &'d str,
    /// What [`Desk::answers`] becomes by choosing it: the names of all answers so far, and its own.
    pub then: Vec<String>,
}

/// The questions that this view needs and that are not there in the chosen language.
pub(in crate::desk) fn wanted(desk: &Desk) -> Option<Resource> {
    let name = desk.provider()?.chooser.as_deref()?;
    let is_there =
        |(language, files): &(_, std::rc::Rc<ChooserFiles>)| *language == desk.language && files.chooser.id == name;
    let is_needed = desk.route == Route::Tool(Tool::AppType) && !desk.questions.as_ref().is_some_and(is_there);
    is_needed.then(|| Resource::Chooser(name.to_owned(), desk.language))
}

/// The questions, as far as they are answered; nothing while they are on their way.
#[must_use]
pub fn view(desk: &Desk) -> Option<ChooserView<'_>> {
    let (_, files) = desk.questions.as_ref()?;
    let ChooserFiles { chooser, prose } = files.as_ref();
    let mut step = chooser.after([])?;
    let mut way = Vec::new();
    let mut given: Vec<String> = Vec::new();
    // Answers that do not fit, for example because the questions were changed meanwhile, end the way there.
    for answer in &desk.answers {
        let ChooserStep::Question(question) = step else { break };
        let next = chooser.after(given.iter().chain([answer]).map(String::as_str));
        let (Some(next), Some(answered)) = (next, answered(desk, prose, question, answer, &given)) else { break };
        way.push(answered);
        given.push(answer.clone());
        step = next;
    }
    let source_of =
        |names: &'_ [String]| -> Vec<&Source> { names.iter().filter_map(|name| chooser.sources.get(name)).collect() };
    Some(match step {
        ChooserStep::Question(question) => {
            let sentences = prose.questions.get(&question.id)?;
            let answers = question.answers.iter().filter_map(|answer| {
                let says = sentences.answers.get(&answer.id)?;
                let then = given.iter().chain([&answer.id]).cloned().collect();
                Some(AnswerChoice { id: &answer.id, says, then })
            });
            let now = ChooserNow::Question { id: &question.id, asks: &sentences.asks, answers: answers.collect() };
            ChooserView { way, now, sure: question.sure, sources: source_of(&question.source) }
        }
        ChooserStep::Outcome(outcome) => {
            let sentences = prose.outcomes.get(&outcome.id)?;
            let apps = desk.provider().map(|provider| &provider.apps);
            let app = outcome.app.as_ref().and_then(|app| Some(desk.app_type(app, apps?.get(app)?)));
            let now = ChooserNow::Outcome { id: &outcome.id, app, says: &sentences.says, next: &sentences.next };
            ChooserView { way, now, sure: outcome.sure, sources: source_of(&outcome.source) }
        }
    })
}

fn answered<'d>(
    desk: &Desk,
    prose: &'d ChooserProse,
    question: &'d Question,
    answer: &str,
    before: &[String],
) -> Option<AnsweredView<'d>> {
    let sentences = prose.questions.get(&question.id)?;
    let says = sentences.answers.get(answer)?;
    let plain: String = marked(says).into_iter().map(|span| span.text).collect();
    Some(AnsweredView {
        id: &question.id,
        asks: &sentences.asks,
        says,
        change: format!("{}: {plain}", desk.texts.say(Text::ChooserChange)),
        before: before.to_vec(),
    })
}

/// That the app may be of a different type than the values require: while there is no Account ID, or something else
/// in its place.
#[must_use]
pub fn account_doubt(desk: &Desk) -> Option<String> {
    let provider = desk.provider().filter(|provider| provider.chooser.is_some())?;
    let is_number = || {
        let found = desk.field_findings(Field::AccountId);
        found.iter().any(|finding| finding.kind == FindingKind::AccountNumber)
    };
    if !desk.session().plain(PlainField::AccountId).trim().is_empty() && !is_number() {
        return None;
    }
    let others =
        provider.apps.iter().filter(|(_, kind)| kind.grant.is_some_and(|grant| grant != GrantType::AccountCredentials));
    let names: Vec<String> = others.map(|(app, kind)| format!("**{}**", desk.app_type(app, kind))).collect();
    let (field, apps) = (desk.label(Field::AccountId), names.join("; "));
    let values = [("field", field.as_str()), ("provider", provider.name.as_str()), ("apps", apps.as_str())];
    (!names.is_empty()).then(|| desk.texts.fill(Text::NoAccountId, &values))
}
