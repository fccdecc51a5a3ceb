//! A finding as a person sees it: the sentence, the place and the text there, and the fix.

use crate::desk::parts::cover::Cover;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{Detail, Finding, Piece, Place, Within, excerpt, masked_excerpt};
use crate::texts::{Text, filled};

/// The texts in which the places of findings are counted, as far as the view has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct FoundIn<'t> {
    /// The field in which the text was pasted.
    pub field: Option<Field>,
    /// The decoded credentials of a header.
    pub pair: Option<&'t Secret>,
}

impl Desk {
    /// What a finding says, with its place where it has one; empty while its sentences are loading.
    #[must_use]
    pub fn finding_sentence(&self, finding: &Finding, texts: FoundIn<'_>) -> String {
        let Some(text) = self.finding_texts.as_ref().and_then(|all| all.of(finding.kind)) else {
            return String::new();
        };
        let (name, value) = match finding.detail {
            None => ("", String::new()),
            Some(Detail::Character(letter)) => ("character", format!("U+{:04X}", u32::from(letter))),
            Some(Detail::Count(count)) => ("count", count.to_string()),
            Some(Detail::Name(name)) => ("name", name.to_owned()),
        };
        let mut sentence = filled(&text.says, &[("provider", self.provider_name()), (name, &value)]);
        if let Some(place) = &finding.place {
            sentence.push(' ');
            sentence.push_str(&self.place_sentence(place, texts));
        }
        sentence
    }

    fn place_sentence(&self, place: &Place, texts: FoundIn<'_>) -> String {
        match (place.within, texts.pair, texts.field) {
            // EXPOSE: only how long its parts are is used.
            (Within::Pair, Some(pair), _) => self.place_in_pair(place, pair.expose()),
            (Within::Pasted, _, Some(field)) if field.is_one_value() => {
                // EXPOSE: only its length is used.
                let length = self.session().entry(field).expose().chars().count();
                self.place_in_value(place.start, place.length, length)
            }
            _ => self.at_character(Text::AtPlace, place.start),
        }
    }

    fn place_in_value(&self, start: usize, marked: usize, length: usize) -> String {
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
    fn place_in_pair(&self, place: &Place, pair: &str) -> String {
        let length = pair.chars().count();
        let colon = pair.chars().position(|letter| letter == ':').unwrap_or(length);
        let end = place.start + place.length;
        let say = |text: Text| self.texts.say(text).to_owned();
        if place.start == 0 && end >= length {
            String::new()
        } else if place.start == 0 {
            say(Text::BeforeIdentifier)
        } else if end >= length {
            say(Text::BehindSecret)
        } else if end == colon {
            say(Text::BehindIdentifier)
        } else if place.start == colon + 1 {
            say(Text::BeforeSecret)
        } else if place.start < colon {
            self.at_character(Text::InsideIdentifier, place.start)
        } else if place.start == colon {
            say(Text::BetweenBoth)
        } else {
            self.at_character(Text::InsideSecret, place.start - colon - 1)
        }
    }

    fn at_character(&self, text: Text, from_0: usize) -> String {
        self.texts.fill(text, &[("place", &(from_0 + 1).to_string())])
    }

    /// The text at the place of a finding, with odd characters made visible; empty where it has no place.
    #[must_use]
    pub fn finding_excerpt(&self, finding: &Finding, texts: FoundIn<'_>) -> Vec<Piece> {
        let Some(place) = &finding.place else { return Vec::new() };
        match (place.within, texts.pair, texts.field) {
            // EXPOSE: what is cut out is a secret again, and masked.
            (Within::Pair, Some(pair), _) => excerpt(pair.expose(), place, true),
            (Within::Pasted, _, Some(field)) => {
                // EXPOSE: what is cut out is a secret again, masked as the field is.
                let text = self.session().entry(field).expose();
                match self.cover_now(field) {
                    Cover::Nothing => excerpt(text, place, false),
                    Cover::Parts(spans) => masked_excerpt(text, place, &spans),
                    Cover::Whole => excerpt(text, place, true),
                }
            }
            _ => Vec::new(),
        }
    }

    /// The label of the button that fixes a finding.
    #[must_use]
    pub fn mend_label(&self, finding: &Finding) -> String {
        let text = self.finding_texts.as_ref().and_then(|texts| texts.of(finding.kind));
        // A button does not show the marks of a sentence.
        text.and_then(|text| text.mend.as_deref()).unwrap_or_default().replace('`', "")
    }
}
