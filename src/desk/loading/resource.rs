//! What is read from files of our own site, and why a file may be missing.

use crate::catalog::FileName;
use crate::desk::About;
use crate::texts::Language;

/// Something that is read from files of our own site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// The sentences that the first part of the program says, in that language.
    Texts(Language),
    /// Those that only its lazy part says.
    LaterTexts(Language),
    /// The lazy part of the program, which is not a file to be read.
    Lazy,
    /// What the findings say, in that language.
    FindingTexts(Language),
    /// What each finding means, in that language, and an example of each.
    FindingFiles(Language),
    /// What is told about this page, in that language.
    About(About, Language),
    /// The list of products.
    Index,
    /// The list of products that the host has added.
    Local,
    /// The facts of the product of that name, which the host has added.
    Added(FileName),
    /// What products are found by besides their cards.
    Words,
    /// The provider of that name, for the tools.
    Provider(String),
    /// The sentences of the provider of that name, for the tools that show them.
    ProviderProse(String, Language),
    /// The table of scopes of that name, for the tool that compares them.
    Scopes(String),
    /// The guide of that product, in that language, and which files of its sentences there are.
    Guide(String, Language, ProseFiles),
    /// What a card of one's own takes from its providers, in that language.
    CardFiles {
        /// The provider of the tools.
        provider: FileName,
        /// The product for a server that is not in the catalog, whose provider a card can be for too.
        own_server: Option<FileName>,
        /// The language.
        language: Language,
    },
    /// The error responses of that name, in that language.
    Errors(String, Language),
    /// The questions of that name that tell app types apart, in that language.
    Chooser(String, Language),
}

/// Which files have the sentences of a product in a language, as the list of products says: none is requested in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseFiles {
    /// That of the language has all of them.
    Own,
    /// That of the language has some, and the English one the rest.
    OwnAndEnglish,
    /// There is only the English one.
    English,
    /// Which there are besides the English one is not known: a host has added the product.
    Unknown,
}

/// A file that is not there or not what it should be, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    /// The file, below the page's own folder.
    pub file: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has not arrived after [`PATIENCE`], and may still arrive.
    Late,
    /// It did not arrive, or not all of it.
    NotArrived,
    /// The host returned that status (RFC 9110 §15).
    Status(u16),
    /// It does not have the digest of this release.
    Different,
    /// The browser does not run it, although it is the one of this release.
    Rejected,
    /// It cannot be read; why, for whoever keeps the site.
    Invalid(String),
}

/// How long a file may take until the page says that it is waiting for it, in milliseconds. The start script has the
/// same.
pub const PATIENCE: u32 = 10_000;
