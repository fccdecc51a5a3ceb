//! The files of these views: what each finding means, and a text that has it.

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::named::Named;
use crate::reading::FindingKind;
use crate::texts::{Language, Text};

/// What each finding means, in one language, and the examples.
#[derive(Debug)]
pub struct FindingFiles {
    language: Language,
    examples: FindingExamples,
    meanings: Named<String>,
}

/// An example of each finding, by subject: the file `www/texts/examples.json`.
#[derive(Debug)]
pub struct FindingExamples(Vec<(Subject, Vec<(FindingKind, Example)>)>);

/// A text that has a finding, made up, and where it is read.
///
/// The tests find the finding in it (`tests/it/desk/every_kind.rs`), and the page shows how.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The view that reads it, as it is in a URL: a tool, a guide, or the start view with the box for anything. Empty where
    /// no short text has the finding.
    #[serde(default)]
    pub at: String,
    /// What is entered there, by the name of the field or of the product's input; `anything` is the box. The finding is
    /// about the last.
    #[serde(default)]
    pub enter: Named<String>,
    /// The request that is chosen in the tool for token requests.
    pub request: Option<String>,
    /// The format that is chosen for a text to be taken apart.
    pub read_as: Option<String>,
    /// How many minutes later the finding is there.
    pub minutes: Option<u64>,
    /// How often the command with the code in it was copied.
    pub copies: Option<u32>,
}

/// What findings are about: the groups of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Subject {
    /// A client ID and the like.
    Value,
    /// An endpoint or a redirect URL.
    Url,
    /// An `Authorization` header.
    Header,
    /// An authorization URL.
    AuthorizationUrl,
    /// A returned URL.
    ReturnedUrl,
    /// Redirect URLs next to each other.
    RedirectComparison,
    /// The response of the token endpoint.
    TokenResponse,
    /// The response to the test call.
    TestCall,
    /// A JSON Web Token.
    Jwt,
    /// Scopes.
    Scopes,
    /// A request that was sent.
    Request,
    /// A program that sends one.
    Program,
    /// Parts of one text that do not fit together.
    SideBySide,
    /// Settings of a product.
    Settings,
    /// A discovery document.
    Discovery,
    /// A file, a command line or a connection string.
    Block,
    /// What a product needs besides the credentials.
    Input,
    /// Anything pasted.
    Anything,
}

impl FindingExamples {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// A file that is not of this shape, lacks a finding or has one that does not exist, or twice.
    pub fn read(json: &str) -> Result<FindingExamples, String> {
        let written: Named<Named<Example>> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        complete(written.values().flat_map(Named::keys))?;
        let subject = |(name, examples): &(String, Named<Example>)| {
            let subject = name.parse().map_err(|_| format!("\"{name}\" is no subject"))?;
            let kinds = examples.iter().filter_map(|(name, one)| Some((FindingKind::named(name)?, one.clone())));
            Ok((subject, kinds.collect()))
        };
        written.iter().map(subject).collect::<Result<_, _>>().map(FindingExamples)
    }

    /// The subjects in the order of the file, each with its findings.
    pub fn subjects(&self) -> impl Iterator<Item = (Subject, impl Iterator<Item = FindingKind>)> {
        self.0.iter().map(|(subject, examples)| (*subject, examples.iter().map(|(kind, _)| *kind)))
    }

    /// The example of a finding; `None` where no short text has it.
    #[must_use]
    pub fn example(&self, kind: FindingKind) -> Option<&Example> {
        let mut all = self.0.iter().flat_map(|(_, examples)| examples);
        all.find(|(known, example)| *known == kind && !example.at.is_empty()).map(|(_, example)| example)
    }
}

impl FindingFiles {
    /// The path of the file of examples, below `www/`.
    pub const EXAMPLES: &str = "texts/examples.json";

    /// The path of the file of what the findings mean, below `www/`. `make findings` writes the English one.
    #[must_use]
    pub fn meanings(language: Language) -> String {
        format!("texts/meanings.{}.json", language.code())
    }

    /// Reads the file of what the findings mean, to what was read of the examples.
    ///
    /// # Errors
    ///
    /// A file that is not of this shape, lacks a finding, or has one that does not exist.
    pub fn read(language: Language, examples: FindingExamples, json: &str) -> Result<FindingFiles, String> {
        let meanings: Named<String> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        complete(meanings.keys())?;
        Ok(FindingFiles { language, examples, meanings })
    }

    /// The language of these sentences.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// What the page looks for.
    #[must_use]
    pub fn meaning(&self, kind: FindingKind) -> &str {
        self.meanings.get(kind.name()).map_or("", String::as_str)
    }

    /// An example of each finding.
    #[must_use]
    pub fn examples(&self) -> &FindingExamples {
        &self.examples
    }

    /// [`FindingExamples::example`].
    #[must_use]
    pub fn example(&self, kind: FindingKind) -> Option<&Example> {
        self.examples.example(kind)
    }
}

/// Whether these are the names of all findings, each once.
fn complete<'n>(names: impl Iterator<Item = &'n String>) -> Result<(), String> {
    let mut missing: Vec<&str> = FindingKind::VARIANTS.iter().map(|kind| kind.name()).collect();
    for name in names {
        let at = missing.iter().position(|kind| kind == name);
        missing.swap_remove(at.ok_or_else(|| format!("\"{name}\" is no finding, or is there twice"))?);
    }
    missing.first().map_or(Ok(()), |name| Err(format!("\"{name}\" is missing")))
}

impl Subject {
    /// The heading of the group.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Subject::Value => Text::SubjectValue,
            Subject::Url => Text::SubjectUrl,
            Subject::Header => Text::HeaderLabel,
            Subject::AuthorizationUrl => Text::AuthorizeUrl,
            Subject::ReturnedUrl => Text::FieldReceived,
            Subject::RedirectComparison => Text::RedirectsCompared,
            Subject::TokenResponse => Text::SubjectTokenResponse,
            Subject::TestCall => Text::SubjectTestCall,
            Subject::Jwt => Text::FieldJwt,
            Subject::Scopes => Text::FieldScopes,
            Subject::Request => Text::FieldRequest,
            Subject::Program => Text::SubjectProgram,
            Subject::SideBySide => Text::SubjectSideBySide,
            Subject::Settings => Text::SubjectSettings,
            Subject::Discovery => Text::FieldDiscovery,
            Subject::Block => Text::SubjectBlock,
            Subject::Input => Text::SubjectInput,
            Subject::Anything => Text::SubjectAnything,
        }
    }
}
