//! What [`read_redirect`](super::read_redirect) finds in a returned URL: RFC 6749 §4.1.2 and §4.1.2.1.

use super::Secret;

/// What a pasted text contains.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The code, the error, or what is missing.
    pub outcome: Outcome,
    /// Whether the state is the expected one.
    pub state: StateVerdict,
    /// What is unusual, in the order of the text; each kind once, at its first place.
    pub notes: Vec<Note>,
    /// The URL without query and fragment, exactly as it was pasted, but without quotes around it and without
    /// whitespace. `None` where no URL was pasted.
    pub address: Option<String>,
    /// How much of the URL was pasted.
    pub form: PastedForm,
}

/// The code, or why there is none.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The code, decoded once, never empty.
    Code(Secret),
    /// The server rejected the request, or the user denied it (RFC 6749 §4.1.2.1).
    Refused(Refusal),
    /// Neither a code nor an error.
    Missing(MissingReason),
}

/// An error response of the authorization page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The parameter `error`, such as `access_denied`; never empty.
    pub error: String,
    /// The parameter `error_description`: the server's message, decoded.
    pub description: Option<String>,
    /// The parameter `error_uri`: a page about the error. Any URL can be in it, so it is not to be trusted.
    pub uri: Option<String>,
}

/// Why there is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingReason {
    /// The text is empty or only whitespace.
    Nothing,
    /// There is neither a `code` nor an `error` parameter.
    NoCode,
    /// The text is in words, as that of a page is.
    Words,
    /// The `code` parameter has no value.
    EmptyCode,
    /// There is more than one, and they differ.
    SeveralCodes,
}

/// What is known about the state that was sent.
#[derive(Clone, Copy, Debug)]
pub enum StateCheck<'a> {
    /// The state that was sent.
    Exact(&'a Secret),
    /// Only its [`StateToken::fingerprint`](super::StateToken::fingerprint), which outlives a reload of the page.
    Fingerprint(&'a str),
}

/// Whether the state is the expected one (RFC 6749 §10.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateVerdict {
    /// None was expected, so it was not checked whether there is one.
    NotExpected,
    /// It is the expected one.
    Same,
    /// It is a different one: the response does not belong to the request.
    Different,
    /// One was expected, and the response has none, or an empty one.
    Absent,
    /// There is more than one, and they differ.
    Repeated,
    /// One was expected, but the text cannot contain one: only the code was pasted, or nothing.
    NotSeen,
}

/// What kind of text was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedForm {
    /// A URL, with or without its scheme.
    Address,
    /// A query with its `?`.
    Query,
    /// A fragment with its `#`.
    Fragment,
    /// Parameters without `?` or `#` before them: a form body, or a query that was copied without its `?`.
    FormBody,
    /// Only the code, or the code and what follows it. Also an empty text.
    BareCode,
}

/// Something unusual in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is unusual.
    pub kind: NoteKind,
    /// Its first place in the pasted text, in characters from 0.
    pub at: usize,
}

/// Unusual things that are corrected, or left as they are, with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Quotes or angle brackets around the text; removed.
    Quotes,
    /// Spaces, line breaks or invisible characters inside; removed.
    WhitespaceInside,
    /// `&amp;` or `&#38;` instead of `&`, as email programs write it; read as `&`.
    HtmlAmpersand,
    /// A parameter of the response appears more than once, which RFC 6749 §3.1 forbids.
    RepeatedParameter(&'static str),
    /// A `+` in the code; left as it is.
    PlusInCode,
    /// The text is still percent-encoded after it was decoded once; left as it is.
    EncodedTwice,
    /// Both a code and an error; the error counts.
    CodeAndError,
    /// The response is after the `#`, as in other flows.
    InFragment,
}
