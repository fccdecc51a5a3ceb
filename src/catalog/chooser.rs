//! Which app type is it? Questions about what a person sees at the provider, and what they lead to.

use serde::Deserialize;

use super::matching::Matching;
use super::{Confidence, Fault, Problem, Provider, Source};
use crate::named::Named;

/// The file `www/catalog/choosers/<name>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chooser {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// Equal to the file's name.
    pub id: String,
    /// Where facts were read, by the name that `source` lists use.
    pub sources: Named<Source>,
    /// The questions; the first one is asked first.
    pub questions: Vec<Question>,
    /// Where the ways through the questions end.
    pub outcomes: Vec<ChooserOutcome>,
}

/// What a person is to look for at the provider.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in `goes_to` and in the prose; no outcome has the same.
    pub id: String,
    /// What a person may see there; at least two.
    pub answers: Vec<ChooserAnswer>,
    /// How sure it is that the answers tell the app types apart.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// What a person may see, and where it leads.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooserAnswer {
    /// Its name in the prose, unique within the question.
    pub id: String,
    /// The `id` of an outcome, or of a question further down in the file.
    pub goes_to: String,
}

/// The end of a way: an app type, or that there is none.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooserOutcome {
    /// Its name in `goes_to` and in the prose; no question has the same.
    pub id: String,
    /// The app type, a name in the provider's `apps`; absent if no guide can use it.
    pub app: Option<String>,
    /// How sure it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// The file `www/catalog/choosers/<name>.<language>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooserProse {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// By the `id` of the question.
    pub questions: Named<QuestionProse>,
    /// By the `id` of the outcome.
    pub outcomes: Named<OutcomeProse>,
}

/// A question in words.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionProse {
    /// The question, and where to look.
    pub asks: String,
    /// What each answer says, by its `id`.
    pub answers: Named<String>,
}

/// An outcome in words.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeProse {
    /// Which app type it is, or why that is not known.
    pub says: String,
    /// What to do next.
    pub next: String,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug)]
pub enum ChooserStep<'c> {
    /// To one more question.
    Question(&'c Question),
    /// To the end of the questions.
    Outcome(&'c ChooserOutcome),
}

impl Chooser {
    /// The path of the questions, below `www/`.
    #[must_use]
    pub fn file(name: &str) -> String {
        format!("catalog/choosers/{name}.json")
    }

    /// The question or the outcome with that `id`.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<ChooserStep<'_>> {
        let question = self.questions.iter().find(|question| question.id == id).map(ChooserStep::Question);
        question.or_else(|| self.outcomes.iter().find(|outcome| outcome.id == id).map(ChooserStep::Outcome))
    }

    /// What is shown after these answers, each the `id` of a [`ChooserAnswer`]: after none, the first question.
    ///
    /// `None` if one of them is not an answer to the question that it meets.
    #[must_use]
    pub fn after<'a>(&self, answers: impl IntoIterator<Item = &'a str>) -> Option<ChooserStep<'_>> {
        let mut step = ChooserStep::Question(self.questions.first()?);
        for id in answers {
            let ChooserStep::Question(question) = step else { return None };
            step = self.step(&question.answers.iter().find(|answer| answer.id == id)?.goes_to)?;
        }
        Some(step)
    }

    /// Checks the questions against each other, against the provider's app types, and against the sentences of one
    /// language.
    ///
    /// # Errors
    ///
    /// An answer that leads nowhere or back, a question or outcome that nothing leads to, a question with fewer than
    /// two answers, an unknown app type, a fact without a source, a sentence without its fact and vice versa.
    pub fn check(&self, prose: &ChooserProse, language: &str, provider: &Provider) -> Result<(), Vec<Fault>> {
        let mut faults = Matching::new(Chooser::file(&self.id), ChooserProse::file(&self.id, language));
        let ids = self.questions.iter().map(|one| &one.id).chain(self.outcomes.iter().map(|one| &one.id));
        faults.once("questions and outcomes", ids.clone().map(String::as_str));
        for question in &self.questions {
            let at = format!("questions.{}", question.id);
            faults.sourced(&at, &question.source, &self.sources);
            faults.once(&at, question.answers.iter().map(|answer| answer.id.as_str()));
            if question.answers.len() < 2 {
                faults.add(&at, Problem::Missing("a second answer".into()));
            }
            for answer in &question.answers {
                faults.known(&at, &answer.goes_to, self.step(&answer.goes_to).is_some(), "`questions` or `outcomes`");
            }
            let sentences = prose.questions.get(&question.id).map(|one| &one.answers);
            let sentences = sentences.into_iter().flat_map(Named::keys);
            faults.matched(&at, question.answers.iter().map(|answer| &answer.id), sentences);
        }
        for outcome in &self.outcomes {
            let at = format!("outcomes.{}", outcome.id);
            faults.sourced(&at, &outcome.source, &self.sources);
            if let Some(app) = &outcome.app {
                faults.known(&at, app, provider.apps.contains_key(app), "the provider's `apps`");
            }
        }
        self.ways(&mut faults);
        faults.matched("questions", self.questions.iter().map(|one| &one.id), prose.questions.keys());
        faults.matched("outcomes", self.outcomes.iter().map(|one| &one.id), prose.outcomes.keys());
        faults.done()
    }

    /// Every question and outcome can be reached, and no way goes in a circle: an answer only leads to what is further
    /// down in the file.
    fn ways(&self, faults: &mut Matching) {
        if self.questions.is_empty() {
            faults.add("questions", Problem::Missing("a first question".into()));
        }
        let mut reached: Vec<&str> = self.questions.first().map(|first| first.id.as_str()).into_iter().collect();
        for (at, question) in self.questions.iter().enumerate() {
            if !reached.contains(&question.id.as_str()) {
                let place = format!("questions.{}", question.id);
                faults.add(&place, Problem::Superfluous("a question that nothing above it leads to".into()));
                continue;
            }
            for answer in &question.answers {
                if self.questions.iter().take(at + 1).any(|above| above.id == answer.goes_to) {
                    let place = format!("questions.{}.{}", question.id, answer.id);
                    faults.add(&place, Problem::Superfluous("a way back".into()));
                }
                reached.push(&answer.goes_to);
            }
        }
        for outcome in self.outcomes.iter().filter(|outcome| !reached.contains(&outcome.id.as_str())) {
            let place = format!("outcomes.{}", outcome.id);
            faults.add(&place, Problem::Superfluous("an outcome that nothing leads to".into()));
        }
    }
}

impl ChooserProse {
    /// The path of the sentences, below `www/`.
    #[must_use]
    pub fn file(name: &str, language: &str) -> String {
        format!("catalog/choosers/{name}.{language}.json")
    }
}
