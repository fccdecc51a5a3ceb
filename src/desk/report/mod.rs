//! A report for support: what a guide or a tool shows, without anything that is secret, as a text for a ticket.
//!
//! `REPORT.md` describes the text. Nothing in a [`Report`] can contain what was typed: there are names of our own files,
//! lengths, kinds of characters and findings, and of an error only the words that this page knows ([`Words`]).
//!
//! | file | contains |
//! |---|---|
//! | `names` | the types of what may be in a report |
//! | `made` | the report of a desk |
//! | `masking` | which words of an error are kept |
//! | `written`, `read`, `pieces` | the text with stable keys, there and back |
//! | `sentences` | the same for a person, in the language of the page |
//! | `panel` | what the page shows before it is copied or saved |

mod browser;
mod made;
mod masking;
mod names;
mod panel;
mod pieces;
mod read;
pub(in crate::desk) mod sentences;
mod written;

pub use browser::{Browser, BrowserName, System};
pub use names::{LastFour, Name, Stamp, Words};
pub use panel::{ReportPanel, is_offered, panel};
pub use read::{ReadReport, read};
pub use sentences::Difference;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Progress, Step};
use crate::catalog::ClientAuthentication;
use crate::reading::FindingKind;

/// The version of the form that this page writes.
pub const VERSION: u32 = 1;

/// The version of this page.
pub const PAGE: &str = env!("CARGO_PKG_VERSION");

/// What a report says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The version of the page that made it.
    pub page: Option<Name>,
    /// When it was made.
    pub made: Option<Stamp>,
    /// The browser that the page was in.
    pub browser: Option<Browser>,
    /// The guide or the tool that it is about.
    pub subject: Option<Subject>,
    /// How far each step of the guide was.
    pub steps: Vec<(Step, Progress)>,
    /// The lines that are checked off, as `step/line`.
    pub checked: Vec<Name>,
    /// The lines that are not.
    pub unchecked: Vec<Name>,
    /// The sets of scopes that can be chosen, and whether they are.
    pub sets: Vec<(Name, bool)>,
    /// How the client authenticates.
    pub authentication: Option<ClientAuthentication>,
    /// The fields that were filled, and those that must be.
    pub fields: Vec<FieldReport>,
    /// The redirect URLs that could be compared.
    pub redirects: Vec<RedirectReport>,
    /// The scopes that were granted.
    pub granted: Option<NameCount>,
    /// Those that are required and were not.
    pub missing: Option<NameCount>,
    /// The errors that a server returned.
    pub errors: Vec<ErrorReport>,
}

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The guide of a product.
    Guide {
        /// The product's `id`.
        product: Name,
        /// The way to connect it.
        way: Option<Name>,
        /// The provider's `id`.
        provider: Option<Name>,
        /// The app type.
        app: Option<Name>,
        /// The month in which the product's facts were checked.
        facts: Option<Name>,
        /// Which one of two installations, where the product needs a pair.
        installation: Option<Name>,
    },
    /// A tool.
    Tool(Name),
}

/// A field, and what is in it without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldReport {
    /// The field's name, or `input/` and the name of an input of the product.
    pub name: Name,
    /// Whether a step cannot be right without it.
    pub is_needed: bool,
    /// How many characters are in it; 0 if it is empty.
    pub length: usize,
    /// Which kinds of characters these are.
    pub has: Vec<CharKind>,
    /// What was found in it.
    pub findings: Vec<FoundReport>,
    /// The last characters, of a Client ID and only if the admin chose that.
    pub ends: Option<LastFour>,
}

/// A kind of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum CharKind {
    /// `A` to `Z`.
    Upper,
    /// `a` to `z`.
    Lower,
    /// `0` to `9`.
    Digits,
    /// Any other character of ASCII that is seen.
    Marks,
    /// Spaces and tabs.
    Spaces,
    /// Line breaks.
    LineBreaks,
    /// What is not in ASCII, or is not seen.
    Others,
}

impl CharKind {
    fn of(ch: char) -> CharKind {
        match ch {
            'A'..='Z' => CharKind::Upper,
            'a'..='z' => CharKind::Lower,
            '0'..='9' => CharKind::Digits,
            '\n' | '\r' => CharKind::LineBreaks,
            ' ' | '\t' => CharKind::Spaces,
            _ if ch.is_ascii_graphic() => CharKind::Marks,
            _ => CharKind::Others,
        }
    }

    /// Its name in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A finding by its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundReport {
    /// The kind.
    pub kind: FindingKind,
    /// Where in a value it is.
    pub place: Option<Place>,
    /// The unusual character that it names.
    pub character: Option<char>,
    /// The number that it names.
    pub count: Option<usize>,
}

/// A place in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Place {
    /// At its beginning.
    Start,
    /// At its end.
    End,
    /// Between the two.
    Inside,
}

/// Two redirect URLs side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectReport {
    /// The first of the two.
    pub left: Side,
    /// The second one.
    pub right: Side,
    /// What differs; empty for an exact match.
    pub differs: Vec<FindingKind>,
}

/// Which redirect URL is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Side {
    /// The one that the product prescribes.
    Prescribed,
    /// The one that is registered with the provider.
    Registered,
    /// The one that is entered, or was sent.
    Sent,
    /// The returned URL.
    Returned,
}

impl Side {
    /// Its name in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How many, and the names of those that the provider's table or the product's file has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameCount {
    /// All of them.
    pub count: usize,
    /// Those that are known, at most as many as there are.
    pub names: Vec<Name>,
}

/// An error that a server returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorReport {
    /// The field that it is in.
    pub field: Name,
    /// The error code or the number.
    pub code: Option<Words>,
    /// The row of the tables of errors that explains it.
    pub row: Option<Name>,
    /// The server's sentence.
    pub words: Option<Words>,
    /// The scopes that it names.
    pub asks: Vec<Name>,
}
