//! Error responses of a provider, or of servers in general: how each is recognized, and what may have caused it.

use serde::Deserialize;

use super::{Client, Clue, Confidence, Server, Source};
use crate::named::Named;
use crate::oauth::{NetworkFault, RefusalPlace};

/// The file `www/catalog/errors/<name>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorTable {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// Equal to the file's name.
    pub id: String,
    /// Where facts were read, by the name that `source` lists use.
    pub sources: Named<Source>,
    /// Whose server it is, by names that a sign can require.
    #[serde(default)]
    pub servers: Named<Server>,
    /// The clients that take the URL of the metadata in the place of the issuer too, by name.
    #[serde(default)]
    pub metadata_as_issuer: Named<Client>,
    /// The servers that take no redirect URL with `http` but one on the own computer, by name.
    #[serde(default)]
    pub https_redirects: Named<Client>,
    /// What can be wrong, by name; the sentences are in the prose.
    pub causes: Named<ErrorCause>,
    /// The error responses.
    pub rows: Vec<ErrorRow>,
}

impl ErrorTable {
    /// The table for every server that has none of its own.
    pub const GENERAL: &str = "oauth";

    /// The causes that the words of a text tell of, each with those words. `text` is in lowercase and has single spaces.
    pub fn told<'t>(&'t self, text: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
        let causes = self.causes.iter();
        causes.filter_map(|(id, cause)| {
            Some((id.as_str(), cause.told.iter().find(|words| has_words(text, words))?.as_str()))
        })
    }

    /// The path of a table, below `www/`.
    #[must_use]
    pub fn file(name: &str) -> String {
        format!("catalog/errors/{name}.json")
    }
}

/// Whether a text has these words, and not only as parts of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    let is_of_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + words.len()..).unwrap_or_default());
        let begins = is_of_word(words.chars().next()) && is_of_word(before.chars().next_back());
        let goes_on = is_of_word(words.chars().next_back()) && is_of_word(behind.chars().next());
        !begins && !goes_on
    })
}

/// Something that can be wrong.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorCause {
    /// The clues that make it likely; one of them is enough.
    #[serde(default)]
    pub raised_by: Vec<Clue>,
    /// The clues that rule it out; one of them is enough. If that leaves no cause of a row, all are told.
    #[serde(default)]
    pub ruled_out_by: Vec<Clue>,
    /// Words, in lowercase and with single spaces, that make it likely wherever the text around the error has them.
    #[serde(default)]
    pub told: Vec<String>,
    /// Where it is fixed at the provider: its own menu words, outermost first; empty where it is fixed elsewhere.
    #[serde(default)]
    pub in_provider: Vec<String>,
}

/// One error response. Responses that mean the same are one row with several signs.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorRow {
    /// Its name in the prose.
    pub id: String,
    /// Where the provider shows it; it only decides between rows that fit equally well.
    pub places: Vec<RefusalPlace>,
    /// The HTTP statuses it was seen with; empty where none is known.
    #[serde(default)]
    pub status: Vec<u32>,
    /// How it is recognized: one of these is enough.
    pub signs: Vec<Sign>,
    /// Whether its signs are in messages about any failure: what else the text says counts more.
    #[serde(default, rename = "general")]
    pub is_general: bool,
    /// Whether any program writes it, whoever's server it talks to: then the words alone do not tell that it is about
    /// this provider.
    #[serde(default, rename = "of_program")]
    pub is_of_program: bool,
    /// Whether the provider's own texts disagree about its number: then the number is shown, and no text for it.
    #[serde(default, rename = "disputed")]
    pub is_disputed: bool,
    /// Whether the response itself says what is wrong, so that nothing noticed elsewhere comes before its first cause.
    #[serde(default)]
    pub names_cause: bool,
    /// Whether the message proves its first cause, of which something else in a text may still show more.
    #[serde(default, rename = "proven")]
    pub is_proven: bool,
    /// What may have caused it, the likeliest first.
    pub causes: Vec<RowCause>,
    /// How sure its wording and meaning are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// A way to recognize a row; everything that it names must fit.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The whole value of `error`.
    pub error: Option<String>,
    /// A part of the sentence, in lowercase.
    pub says: Option<String>,
    /// A word of a sentence that no other sign has, beside a code of OAuth: what the sentence is about.
    pub mentions: Option<String>,
    /// The provider's own number of the error, such as 4700.
    pub number: Option<u32>,
    /// The provider's own code of the error where it is not a number, such as `AADSTS50011`.
    pub code: Option<String>,
    /// The HTTP status, such as 401.
    pub status: Option<u32>,
    /// Whose server it is: a name in `servers`. Unlike the other signs, it must be known to fit.
    pub server: Option<String>,
    /// Why there was no response at all, in whatever words. It weighs as much as a clue: what a program says about OAuth
    /// then follows from it.
    pub network: Option<NetworkFault>,
    /// What the response is as a whole.
    pub form: Option<ShownForm>,
    /// Where it is shown; unlike the row's `places`, it must fit.
    pub place: Option<RefusalPlace>,
    /// Something known of the request; it weighs more than all the others.
    pub clue: Option<Clue>,
}

/// What a response is as a whole.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ShownForm {
    /// An error with a text: what a sign without a form means.
    #[default]
    #[serde(skip_deserializing)]
    Refusal,
    /// A web page instead of JSON.
    Page,
    /// No text at all.
    Empty,
    /// Tokens with fewer scopes than expected, or none.
    ScopesShort,
    /// Tokens without a refresh token.
    NoRefreshToken,
}

/// A cause of a row.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RowCause {
    /// A name in `causes`.
    pub id: String,
    /// How sure it is that this can cause it.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}
