use core::fmt;

use strum::VariantNames;

use super::{Filter, Placeholder};

/// Why a text is no template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The place in the text, in characters from 0: of the brace, of the name or of the filter.
    pub at: usize,
    /// What is wrong there.
    pub problem: TemplateProblem,
}

/// What can be wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateProblem {
    /// A `{` without its `}`.
    NotClosed,
    /// A `}` without its `{`.
    NotOpened,
    /// A name that nothing has.
    UnknownName {
        /// The name as it is written.
        name: String,
        /// The names that exist.
        known: Vec<String>,
    },
    /// A filter that does not exist.
    UnknownFilter(String),
}

impl TemplateError {
    pub(super) fn new(at: usize, problem: TemplateProblem) -> TemplateError {
        TemplateError { at, problem }
    }

    pub(super) fn unknown_name(at: usize, name: &str, inputs: &[&str]) -> TemplateError {
        let known = Placeholder::VARIANTS.iter().chain(inputs).map(|name| (*name).to_owned()).collect();
        TemplateError::new(at, TemplateProblem::UnknownName { name: name.to_owned(), known })
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "character {} of the template: ", self.at + 1)?;
        match &self.problem {
            TemplateProblem::NotClosed => f.write_str("a `{` without `}`; write `{{` for a brace"),
            TemplateProblem::NotOpened => f.write_str("a `}` without `{`; write `}}` for a brace"),
            TemplateProblem::UnknownName { name, known } => {
                write!(f, "no value is called `{{{name}}}`; the names are")?;
                known.iter().try_for_each(|known| write!(f, " {known}"))
            }
            TemplateProblem::UnknownFilter(name) => {
                write!(f, "no filter is called `|{name}`; the filters are")?;
                Filter::VARIANTS.iter().try_for_each(|known| write!(f, " {known}"))
            }
        }
    }
}
