//! What of an entry is masked, so that nobody reads a token, a code or a password beside the values that are masked.

use core::ops::Range;
use std::rc::Rc;

use strum::VariantArray;

use crate::desk::parts::pasted::reader_of;
use crate::desk::tools::{credential_string, read_header, request, token_answer};
use crate::desk::{Desk, Field, Session};
use crate::oauth::Secret;
use crate::reading::{Pasted, PastedKind, bare_value, contains_known, dotted, has_secret, secret_spans_with};
use crate::texts::Text;

/// The secrets of an entry, whether they are shown or not.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) enum Cover {
    /// It has none.
    #[default]
    Nothing,
    /// They are at these places, in characters.
    Parts(Rc<[Range<usize>]>),
    /// All of it is one, or it is so long that it is masked as a whole.
    Whole,
}

/// How an entry is drawn.
#[derive(Clone, Debug)]
pub enum EntryMask {
    /// There is nothing to mask.
    Open,
    /// What is masked otherwise is shown.
    Shown,
    /// The same text with dots in place of the secrets.
    Dotted(Secret),
    /// All of it is masked.
    Whole,
}

/// The longest text that is drawn a second time, in bytes; a longer one is masked as a whole.
const LONGEST_DOTTED: usize = 50_000;

impl Desk {
    /// How the text of a field is drawn, or without a field that of the box for anything.
    #[must_use]
    pub fn entry_mask(&self, field: Option<Field>) -> EntryMask {
        let text = field.map_or(self.anything(), |field| self.session().entry(field));
        match self.cover(field) {
            Cover::Nothing => EntryMask::Open,
            _ if self.is_entry_shown(field) => EntryMask::Shown,
            Cover::Whole => EntryMask::Whole,
            // EXPOSE: the secrets in it become dots.
            Cover::Parts(spans) => EntryMask::Dotted(Secret::new(dotted(text.expose(), &spans))),
        }
    }

    /// Whether there is a button that shows what is masked.
    #[must_use]
    pub fn can_show_entry(&self, field: Option<Field>) -> bool {
        self.is_complete() && !matches!(self.cover(field), Cover::Nothing)
    }

    /// What a field is called, or without a field the box for anything.
    #[must_use]
    pub fn entry_label(&self, field: Option<Field>) -> String {
        field.map_or_else(|| self.texts.say(Text::PasteLabel).to_owned(), |field| self.label(field))
    }

    /// Whether the person asked for it to be shown.
    #[must_use]
    pub fn is_entry_shown(&self, field: Option<Field>) -> bool {
        self.session().is_shown(&self.entry_label(field))
    }

    /// What of a field is masked now.
    pub(in crate::desk) fn cover_now(&self, field: Field) -> Cover {
        if self.is_entry_shown(Some(field)) { Cover::Nothing } else { self.cover(Some(field)) }
    }

    /// What of the box for anything is masked now.
    pub(in crate::desk) fn box_cover_now(&self) -> Cover {
        if self.is_entry_shown(None) { Cover::Nothing } else { self.cover(None) }
    }

    fn cover(&self, field: Option<Field>) -> Cover {
        match (field, self.lazy()) {
            (Some(field), Some(lazy)) => (lazy.cover)(self, field),
            // Nothing is entered yet.
            (Some(_), None) => Cover::Nothing,
            (None, _) => self.anything.cover.clone(),
        }
    }
}

/// The secrets of a field.
pub(in crate::desk) fn cover(desk: &Desk, field: Field) -> Cover {
    // Its button is there before there is anything to show.
    let session = desk.session();
    if session.is_masked(field) || session.doubted.contains(&field) {
        return Cover::Whole;
    }
    let entered: Vec<u32> = masked_fields(session).map(|field| session.revision(field)).collect();
    (*session.readings.of(field, entered, || cover_of_field(desk, field))).clone()
}

/// The secrets of the box for anything, once it is known what it contains.
pub(in crate::desk) fn cover_of_box(desk: &Desk, pasted: &Pasted) -> Cover {
    if matches!(pasted.kinds.first(), Some(PastedKind::ClientPair | PastedKind::Code | PastedKind::Base64)) {
        return Cover::Whole;
    }
    let requests =
        pasted.kinds.iter().filter(|kind| reader_of(**kind).is_some_and(|(_, field)| field == Field::Request));
    // EXPOSE: the requests are read here; what is kept of them are secrets.
    let own: Vec<Secret> = requests.flat_map(|kind| request::secrets_in(pasted.text_for(*kind).expose())).collect();
    // EXPOSE: only places are kept.
    covered(desk.anything().expose(), desk.session(), &own, true)
}

/// What is entered there is masked in every other field too.
fn masked_fields(session: &Session) -> impl Iterator<Item = Field> {
    Field::VARIANTS.iter().copied().filter(|field| session.is_masked(*field))
}

fn cover_of_field(desk: &Desk, field: Field) -> Cover {
    let session = desk.session();
    // EXPOSE: only places are kept.
    let text = session.entry(field).expose();
    let is_value = matches!(field, Field::Answer | Field::Header | Field::Jwt | Field::Landed);
    covered(text, session, &read_there(desk, field), is_value)
}

/// What its own reader took for a secret, however it is written: tokens below their names in a table of PowerShell,
/// credentials between curly quotes, a code as the grant type.
fn read_there(desk: &Desk, field: Field) -> Vec<Secret> {
    let found = match field {
        Field::Request => return request::secrets(desk),
        Field::Block => return credential_string::secrets(desk),
        Field::Answer => {
            let tokens = token_answer::returned_tokens(desk);
            [tokens.access_token, tokens.refresh_token]
        }
        Field::Header => [read_header::view(desk).and_then(|reading| reading.written.clone()), None],
        _ => [None, None],
    };
    found.into_iter().flatten().collect()
}

/// `is_value`: a text that is nothing but one value may be a secret.
fn covered(text: &str, session: &Session, own: &[Secret], is_value: bool) -> Cover {
    let entered = masked_fields(session).map(|field| session.entry(field));
    // EXPOSE: only where they are in the text is computed.
    let known: Vec<&str> = entered.chain(own).map(|secret| secret.expose().trim()).collect();
    if text.len() > LONGEST_DOTTED {
        let has_any = has_secret(text) || contains_known(text, &known) || is_value && bare_value(text).is_some();
        return if has_any { Cover::Whole } else { Cover::Nothing };
    }
    let mut spans = secret_spans_with(text, &known);
    if spans.is_empty() && is_value {
        spans.extend(bare_value(text));
    }
    if spans.is_empty() { Cover::Nothing } else { Cover::Parts(spans.into()) }
}
