//! A finding as a person sees it: the sentence, the place and the text there, and the fix.

use std::rc::Rc;

use crate::desk::parts::cover::Cover;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{CharIndex, Detail, Finding, FindingKind, Piece, Span, Within};
use crate::texts::{Text, add_sentence};

/// The texts in which the places of findings are counted, as far as the view has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct FoundIn<'t> {
    /// The field in which the text was pasted.
    pub field: Option<Field>,
    /// The decoded credentials of a header.
    pub pair: Option<&'t Secret>,
    /// Whether it was pasted into the box for anything.
    pub is_in_box: bool,
    /// Whether it is about a server that is not the provider's.
    pub is_of_other_server: bool,
    /// Whether its place is marked where the text is shown, and needs no words.
    pub is_marked: bool,
}

impl Desk {
    /// What a finding says, with its place where it has one; empty while its sentences are loading.
    #[must_use]
    pub fn finding_sentence(&self, finding: &Finding, texts: FoundIn<'_>) -> String {
        let Some(text) = self.finding_texts.as_ref().and_then(|all| all.text(finding.kind)) else {
            return String::new();
        };
        let number = match finding.detail {
            Some(Detail::Count(count)) => Some(("count", count)),
            _ => None,
        };
        let (name, value) = match finding.detail {
            None | Some(Detail::Count(_)) => ("", String::new()),
            Some(Detail::Character(ch)) => ("character", format!("U+{:04X}", u32::from(ch))),
            Some(Detail::Name(name)) => ("name", name.to_owned()),
            Some(Detail::Differences(kinds)) => ("difference", self.differences(&kinds)),
        };
        let values = [("provider", self.provider_name()), (name, &*value)];
        let mut sentence = self.texts.filled(&text.says, number.as_slice(), &values);
        let provider = self.provider().filter(|_| !texts.is_of_other_server);
        if let Some(known) = provider.and_then(|provider| text.at.get(&provider.id)) {
            add_sentence(&mut sentence, known);
        }
        if let Some(span) = finding.span.as_ref().filter(|_| !texts.is_marked) {
            add_sentence(&mut sentence, &self.span_sentence(span, texts));
        }
        if let Some(line) = finding.other.and_then(|other| self.other_line(finding, &other)) {
            sentence.push(' ');
            sentence.push_str(&self.texts.fill(Text::ComparedLine, &[("line", &line.to_string())]));
        }
        sentence
    }

    /// The line of the other place, if it is a different one. Only in the box there are two places.
    fn other_line(&self, finding: &Finding, other: &Span) -> Option<usize> {
        let index = self.box_index();
        let line = index.line(other.start)?;
        let is_here = finding.span.is_some_and(|span| index.line(span.start) == Some(line));
        (!is_here).then_some(line)
    }

    /// What two URLs differ in.
    fn differences(&self, kinds: &[Option<FindingKind>]) -> String {
        let text = |kind: &FindingKind| self.finding_texts.as_ref()?.text(*kind)?.difference.as_deref();
        kinds.iter().flatten().filter_map(text).collect::<Vec<_>>().join("; ")
    }

    /// Where a finding is; empty where it has no place.
    pub(in crate::desk) fn place_sentence(&self, finding: &Finding, texts: FoundIn<'_>) -> String {
        finding.span.as_ref().map_or_else(String::new, |span| self.span_sentence(span, texts))
    }

    fn span_sentence(&self, span: &Span, texts: FoundIn<'_>) -> String {
        match (span.within, texts.pair, texts.field) {
            (Within::Pair, Some(pair), _) => self.span_in_pair(span, pair),
            (Within::Pasted, _, Some(field)) if field.is_one_value() => {
                self.span_in_value(span.start, span.length, self.index(field).length())
            }
            (Within::Pasted, _, field) => self.span_in_text(span, field.filter(|_| !texts.is_in_box), texts.is_in_box),
            _ => self.at_character(Text::AtPlace, span.start),
        }
    }

    /// The line, in a text of several ones.
    fn span_in_text(&self, span: &Span, field: Option<Field>, is_in_box: bool) -> String {
        let index = match field {
            Some(field) => self.index(field),
            None if is_in_box => self.box_index(),
            None => return self.at_character(Text::AtPlace, span.start),
        };
        match index.line(span.start) {
            Some(line) => self.texts.fill(Text::AtLine, &[("line", &line.to_string())]),
            None => self.at_character(Text::AtPlace, span.start),
        }
    }

    fn span_in_value(&self, start: usize, marked: usize, length: usize) -> String {
        if marked >= length {
            String::new()
        } else if start == 0 {
            self.texts.say(Text::AtBeginning).to_owned()
        } else if start + marked == length {
            self.texts.say(Text::AtEnd).to_owned()
        } else {
            self.at_character(Text::AtPlace, start)
        }
    }

    /// Before or after one of the two values, or inside it.
    fn span_in_pair(&self, span: &Span, pair: &Secret) -> String {
        let length = self.pair_index(pair).length();
        // EXPOSE: only how long its parts are is used.
        let colon = pair.expose().chars().position(|ch| ch == ':').unwrap_or(length);
        let end = span.start + span.length;
        let say = |text: Text| self.texts.say(text).to_owned();
        if span.start == 0 && end >= length {
            String::new()
        } else if span.start == 0 {
            say(Text::BeforeIdentifier)
        } else if end >= length {
            say(Text::BehindSecret)
        } else if end == colon {
            say(Text::BehindIdentifier)
        } else if span.start == colon + 1 {
            say(Text::BeforeSecret)
        } else if span.start < colon {
            self.at_character(Text::InsideIdentifier, span.start)
        } else if span.start == colon {
            say(Text::BetweenBoth)
        } else {
            self.at_character(Text::InsideSecret, span.start - colon - 1)
        }
    }

    fn at_character(&self, text: Text, from_0: usize) -> String {
        self.texts.fill(text, &[("place", &(from_0 + 1).to_string())])
    }

    /// The text at the place of a finding, with unusual characters made visible; empty where it has no place.
    #[must_use]
    pub fn finding_excerpt(&self, finding: &Finding, texts: FoundIn<'_>) -> Vec<Piece> {
        let Some(span) = &finding.span else { return Vec::new() };
        match (span.within, texts.pair, texts.field) {
            // EXPOSE: what is cut out is a secret again, and masked.
            (Within::Pair, Some(pair), _) => self.pair_index(pair).excerpt(pair.expose(), span, true),
            (Within::Pasted, _, Some(field)) => {
                // EXPOSE: what is cut out is a secret again, masked as the field is.
                let text = self.session().entry(field).expose();
                match self.cover_now(field) {
                    Cover::Nothing => self.index(field).excerpt(text, span, false),
                    Cover::Parts(secrets) => self.index(field).masked_excerpt(text, span, &secrets),
                    Cover::Whole => self.index(field).excerpt(text, span, true),
                }
            }
            (Within::Pasted, _, None) if texts.is_in_box => {
                let anything = &self.anything;
                // EXPOSE: what is cut out is a secret again, masked as the box is.
                let text = anything.text.expose();
                let index = self.box_index();
                match self.box_cover_now() {
                    Cover::Nothing => index.excerpt(text, span, false),
                    Cover::Parts(secrets) => index.masked_excerpt(text, span, &secrets),
                    Cover::Whole => index.excerpt(text, span, true),
                }
            }
            _ => Vec::new(),
        }
    }

    /// The same for the box for anything.
    pub(in crate::desk) fn box_index(&self) -> Rc<CharIndex> {
        let anything = &self.anything;
        // EXPOSE: only where its characters begin is kept.
        anything.readings.of(None, (), || CharIndex::new(anything.text.expose()))
    }

    fn index(&self, field: Field) -> Rc<CharIndex> {
        let session = self.session();
        // EXPOSE: only where its characters begin is kept.
        session.readings.of(field, (), || CharIndex::new(session.entry(field).expose()))
    }

    /// The same for decoded credentials.
    fn pair_index(&self, pair: &Secret) -> Rc<CharIndex> {
        #[derive(PartialEq)]
        struct OfPair;
        // EXPOSE: only where its characters begin is kept.
        self.session().readings.of(Field::Header, OfPair, || CharIndex::new(pair.expose()))
    }

    /// The label of the button that fixes a finding.
    #[must_use]
    pub fn fix_label(&self, finding: &Finding) -> String {
        let text = self.finding_texts.as_ref().and_then(|texts| texts.text(finding.kind));
        // A button does not show the marks of a sentence.
        text.and_then(|text| text.fix.as_deref()).unwrap_or_default().replace('`', "")
    }
}
