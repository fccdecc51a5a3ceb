//! Scope names in a pasted text: RFC 6749 §3.3.

mod findings;
mod region;
mod words;

pub use findings::{ScopeFacts, scope_findings};

use core::fmt;

use crate::reading::{Fix, Span, Within};
use region::{Region, regions};
use words::{Word, words};

/// The scope names in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeList {
    /// What kind of text it was.
    pub form: ScopeForm,
    /// The names in the order of the text, each once; with several errors, once for each error.
    pub names: Vec<ReadScope>,
    /// The places where a name is repeated.
    pub repeats: Vec<Span>,
    /// Whether there is more than one line.
    has_lines: bool,
}

/// What kind of text the names were in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeForm {
    /// Nothing but names and what separates them.
    List,
    /// Names among other words, or no name at all.
    Words,
    /// A `scope` member in JSON, such as a token response (RFC 6749 §5.1).
    Member,
    /// A `scope` parameter in a URL or a header (RFC 6749 §4.1.1, RFC 6750 §3).
    Parameter,
    /// An error that says the token "does not contain scopes:[…]".
    ErrorText,
}

/// One scope name.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadScope {
    /// With its capitalization; percent-encoding is decoded, invisible characters are left out.
    pub name: String,
    /// The place in the text, in characters.
    pub span: Span,
    /// Which of several errors requires it, from 0; 0 in any other text.
    pub message: usize,
}

impl ScopeList {
    /// The list with each name only once. Only for a plain list: in any other text this would remove more than the
    /// repeats.
    fn without_repeats(&self) -> Option<Fix> {
        let between = if self.has_lines { "\n" } else { " " };
        (self.form == ScopeForm::List).then(|| Fix::whole(self.texts().join(between)))
    }

    /// The names, in their order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        self.names.iter().map(|scope| scope.name.as_str()).collect()
    }

    /// What errors require: a list for each error, of which one name is enough. Empty for any other text.
    ///
    /// That one is enough is reported by third parties and inferred by us; no provider documents it.
    #[must_use]
    pub fn asked(&self) -> Vec<Vec<&str>> {
        if self.form != ScopeForm::ErrorText {
            return Vec::new();
        }
        let by_message = self.names.chunk_by(|one, next| one.message == next.message);
        by_message.map(|names| names.iter().map(|scope| scope.name.as_str()).collect()).collect()
    }
}

/// The text may not have been a scope, so the name is not printed.
impl fmt::Debug for ReadScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadScope").field("place", &self.span).field("message", &self.message).finish_non_exhaustive()
    }
}

/// Reads the scope names from any text. `is_known` says which names are in the provider's table; where there is no
/// table and the text is known to be a list of scopes, it may accept all.
///
/// RFC 6749 §3.3 separates names by one space. Deviations: any whitespace, comma, semicolon, quotation mark, bracket,
/// brace, backslash and list bullet separates names and is never part of one, although the RFC allows some of them;
/// `.`, `:` and the like at the end of a word are left out. If the text has an error "does not contain scopes:[…]",
/// only its brackets are read; otherwise, if it has members or parameters named `scope`, only those; otherwise every
/// word. A word among others is a name if it is known or consists of several words with `:` between them. A word that
/// is longer than 200 characters, or has a part that looks random like a secret, is a name only if it is known.
#[must_use]
pub fn read_scopes(text: &str, is_known: &dyn Fn(&str) -> bool) -> ScopeList {
    let (mut form, regions) = regions(text);
    let mut found = Vec::new();
    let mut other_words = false;
    let mut passed = CharCounter::default();
    for region in regions {
        let start = passed.characters_before(text, region.start);
        for word in words(&region, start) {
            match word.name(region.is_named, is_known) {
                Some(word) => found.push(read(word, region.message)),
                None => other_words = true,
            }
        }
    }
    if form == ScopeForm::List && (other_words || found.is_empty()) {
        form = ScopeForm::Words;
    }
    let is_repeat = repeats(&found);
    let has_lines = text.trim().contains('\n');
    let mut list = ScopeList { form, names: Vec::new(), repeats: Vec::new(), has_lines };
    for (scope, is_repeat) in found.into_iter().zip(is_repeat) {
        if is_repeat {
            list.repeats.push(scope.span);
        } else {
            list.names.push(scope);
        }
    }
    list
}

fn read(word: Word, message: usize) -> ReadScope {
    let span = Span { within: Within::Pasted, start: word.start(), length: word.end().saturating_sub(word.start()) };
    ReadScope { name: word.text(), span, message }
}

/// For each name, whether it already appeared in the same error message.
fn repeats(found: &[ReadScope]) -> Vec<bool> {
    let mut sorted: Vec<(&str, usize)> = found.iter().zip(0..).map(|(scope, at)| (scope.name.as_str(), at)).collect();
    sorted.sort_unstable();
    let mut is_repeat = vec![false; found.len()];
    for pair in sorted.windows(2) {
        // Entries with the same name are in the order of the text, and so in the order of the messages.
        let [(one, at), (next, next_at)] = pair else { continue };
        let message = |at: &usize| found.get(*at).map(|scope| scope.message);
        if one == next
            && message(at) == message(next_at)
            && let Some(mark) = is_repeat.get_mut(*next_at)
        {
            *mark = true;
        }
    }
    is_repeat
}

/// Counts characters up to increasing places, so the text is scanned only once.
#[derive(Default)]
struct CharCounter {
    bytes: usize,
    characters: usize,
}

impl CharCounter {
    fn characters_before(&mut self, text: &str, byte: usize) -> usize {
        self.characters += text.get(self.bytes..byte).map_or(0, |between| between.chars().count());
        self.bytes = byte;
        self.characters
    }
}
