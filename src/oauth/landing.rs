//! What a pasted redirect turned out to be: RFC 6749 §4.1.2 and §4.1.2.1.

use super::Secret;

/// What a pasted text says.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The code, the refusal, or what is missing.
    pub outcome: Outcome,
    /// Whether the state is the expected one.
    pub state: StateVerdict,
    /// What was odd, in the order of the text; each kind once, at its first place.
    pub notes: Vec<Note>,
    /// The address without query and fragment, letter by letter as it was pasted, but without what stood around it and
    /// without blanks. `None` where no address was pasted.
    pub address: Option<String>,
    /// What kind of text it was.
    pub form: PastedForm,
}

/// The heart of the matter.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The code, decoded once, never empty.
    Code(Secret),
    /// The server or the person said no (RFC 6749 §4.1.2.1).
    Refused(Refusal),
    /// Neither.
    Missing(MissingReason),
}

/// An error answer of the consent page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The error code, never empty.
    pub error: String,
    /// The server's sentence.
    pub description: Option<String>,
    /// A page about the error.
    pub uri: Option<String>,
}

/// Why there is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingReason {
    /// The text is empty or only blanks.
    Nothing,
    /// There is no parameter `code` and no `error`.
    NoCode,
    /// There is a `code` without a value.
    EmptyCode,
    /// There are several, and they differ.
    SeveralCodes,
}

/// What is known of the state that was sent.
#[derive(Clone, Copy, Debug)]
pub enum StateCheck<'a> {
    /// The state itself.
    Exact(&'a Secret),
    /// Its [`StateToken::fingerprint`](super::StateToken::fingerprint).
    Fingerprint(&'a str),
}

/// Whether the state is the expected one (RFC 6749 §10.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateVerdict {
    /// None was expected; whether there is one was not looked at.
    NotExpected,
    /// It is the expected one.
    Same,
    /// It is another one: the answer does not belong to the request.
    Different,
    /// One was expected, and the answer has none, or an empty one.
    Absent,
    /// There are several, and they differ.
    Repeated,
    /// One was expected, and the text is too short to have one: only the code was pasted, or nothing.
    NotSeen,
}

/// What kind of text was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedForm {
    /// An address, with or without its scheme.
    Address,
    /// A query with its `?`.
    Query,
    /// A fragment with its `#`.
    Fragment,
    /// Parameters without `?` or `#` before them: a form body, or a query cut out by hand.
    FormBody,
    /// Only the code, or the code and what followed it. Also an empty text.
    BareCode,
}

/// Something odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where in the pasted text it was first seen, in characters from 0.
    pub at: usize,
}

/// The oddities that are put right, or left as they are, with a word about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Quotes or angle brackets around the text; taken off.
    Quotes,
    /// Blanks, line breaks or invisible characters inside; taken out.
    WhitespaceInside,
    /// `&amp;` or `&#38;` instead of `&`, as mail programs write it; read as `&`.
    HtmlAmpersand,
    /// A parameter of the answer comes more than once, against RFC 6749 §3.1.
    RepeatedParameter(&'static str),
    /// A `+` in the code; left as it is.
    PlusInCode,
    /// The text is still percent-encoded after it was decoded once; left as it is.
    EncodedTwice,
    /// A code and an error at once; the error counts.
    CodeAndError,
    /// The answer stands behind the `#`, as the answers of other flows do.
    InFragment,
}
