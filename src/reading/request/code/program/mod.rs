//! A program that is read: which variables have which value, and the requests that were found.

mod statement;
mod variables;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::language::Language;
use super::tokens::{Lexeme, lexemes};
use super::value::Value;
use crate::reading::FindingKind;
use crate::reading::request::MOST;
use crate::reading::request::draft::Draft;
use crate::reading::request::piece::ByteSpan;

/// What is known about a program while it is read.
pub(super) struct Program<'t> {
    pub text: &'t str,
    pub language: Language,
    pub drafts: Vec<Draft>,
    known: BTreeMap<String, Rc<Value>>,
    /// The variables that are a module, and which.
    modules: BTreeMap<String, &'static str>,
    /// The variables with a request that is put together in several statements.
    open: Vec<String>,
    /// Objects that were read, in the order of the text.
    objects: Vec<Rc<Value>>,
    /// How many bytes and values may still be looked at: variables in variables would double with each line.
    left: Cell<usize>,
}

/// More than any program needs.
const LEAST_LEFT: usize = 1 << 18;
/// How deep the values of variables may contain each other.
const DEEPEST: usize = 64;
/// How many brackets that are not closed are looked at.
const MOST_OPEN: usize = 256;

impl<'t> Program<'t> {
    pub(super) fn new(text: &'t str, language: Language) -> Program<'t> {
        Program {
            text,
            language,
            drafts: Vec::new(),
            known: BTreeMap::new(),
            modules: BTreeMap::new(),
            open: Vec::new(),
            objects: Vec::new(),
            left: Cell::new(LEAST_LEFT.max(text.len().saturating_mul(2))),
        }
    }

    /// Reads all statements.
    pub(super) fn run(&mut self) {
        let all = lexemes(self.text, ByteSpan::new(0, self.text.len()), self.language);
        // A template that is not closed, whose braces are none of the program's.
        let is_open = |lexeme: &&Lexeme<'_>| lexeme.partner >= all.len() || lexeme.is_sign("`");
        let unclosed: Vec<usize> = all.iter().filter(is_open).map(|open| open.span.start).take(MOST_OPEN).collect();
        // What is left to read, the next part last.
        let mut ranges = vec![(0, all.len())];
        while let Some((at, end)) = ranges.pop() {
            if at >= end || self.drafts.len() >= MOST {
                continue;
            }
            let (next, mut blocks) = self.statement(&all, at, end);
            ranges.push((next.max(at + 1), end));
            blocks.reverse();
            ranges.append(&mut blocks);
        }
        for name in core::mem::take(&mut self.open) {
            self.close(&name);
        }
        if self.drafts.is_empty() {
            for object in self.objects.clone() {
                self.recorded(&object);
            }
        }
        let end = self.text.trim_end().len();
        for draft in &mut self.drafts {
            complete_address(draft);
            let is_cut_off = |place: ByteSpan| unclosed.iter().any(|open| place.start <= *open && *open < place.end);
            let is_cut = is_cut_off(draft.place);
            // What encodes the credentials may have been behind the end.
            let needs_all = |kind| matches!(kind, FindingKind::PairNotEncoded | FindingKind::PairHalfEncoded);
            draft.faults.retain(|(kind, span)| span.end < end && !is_cut_off(*span) && !(is_cut && needs_all(*kind)));
            if is_cut {
                draft.has_unknown_headers = true;
                draft.has_unknown_fields = true;
                // The value that is cut off.
                if let Some(header) = draft.headers.last_mut() {
                    header.value.expands = true;
                }
            }
            draft.has_hidden_authentication |= draft.has_unknown_headers;
        }
        self.drafts.retain(says_something);
        // What another function returns is not known to be what is sent.
        if !self.drafts.iter().any(has_parameters) {
            let objects = core::mem::take(&mut self.objects);
            let named = objects.iter().find_map(|object| self.nearly_named(object));
            self.drafts.extend(named);
        }
        self.drafts.sort_by_key(|draft| draft.place.start);
        self.drafts.truncate(MOST);
    }

    /// Whether nothing follows that place, not even the end of the statement.
    pub(super) fn is_last(&self, place: ByteSpan) -> bool {
        self.text.get(place.end..).is_none_or(|rest| rest.trim().is_empty())
    }

    /// Whether so much may still be looked at.
    pub(super) fn spends(&self, cost: usize) -> bool {
        match self.left.get().checked_sub(cost) {
            Some(left) => {
                self.left.set(left);
                true
            }
            None => false,
        }
    }

    pub(super) fn known(&self, name: &str) -> Option<Rc<Value>> {
        self.known.get(name).cloned()
    }

    /// What the module is called that a variable is.
    pub(super) fn module(&self, name: &str) -> Option<&'static str> {
        self.modules.get(name).copied()
    }

    fn set(&mut self, name: &str, value: Value) {
        if value.depth > DEEPEST {
            self.known.remove(name);
        } else {
            self.known.insert(name.to_owned(), Rc::new(value));
        }
    }
}

/// Whether anything is known about a request but that there is one.
fn says_something(draft: &Draft) -> bool {
    draft.url.text.contains(['/', '.']) && !draft.url.text.starts_with("${")
        || !draft.body.parts.is_empty()
        || !draft.url_query.is_empty()
        || draft.url.text.contains("}/")
}

fn has_parameters(draft: &Draft) -> bool {
    !draft.body.parts.is_empty() || !draft.url_query.is_empty() || draft.url.text.contains('?')
}

/// A path whose host is not known.
fn complete_address(draft: &mut Draft) {
    let url = &mut draft.url;
    let first = url.text.split(['/', '?']).next().unwrap_or_default();
    if !url.text.is_empty() && !first.is_empty() && !first.contains(['.', ':', '$', '{', '=']) && first != "localhost" {
        url.text.insert_str(0, "${…}/");
        (url.expands, url.at) = (true, None);
    }
}
