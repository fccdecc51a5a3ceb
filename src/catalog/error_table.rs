//! A provider's error responses: how each is recognized, and what may have caused it.

use super::{Clue, Source, Sure};
use crate::json::{FromJson, Json, Misfits, Named, object, word};
use crate::oauth::RefusalPlace;

/// The file `www/catalog/errors/<name>.json`.
#[derive(Debug, PartialEq)]
pub struct ErrorTable {
    /// Equal to the file's name.
    pub id: String,
    /// Where facts were read.
    pub sources: Named<Source>,
    /// What can be wrong, by name; the sentences are in the prose.
    pub causes: Named<ErrorCause>,
    /// The error responses.
    pub rows: Vec<ErrorRow>,
}

impl ErrorTable {
    /// The path of a table, below `www/`.
    #[must_use]
    pub fn file(name: &str) -> String {
        format!("catalog/errors/{name}.json")
    }
}

/// Something that can be wrong.
#[derive(Debug, PartialEq)]
pub struct ErrorCause {
    /// The clues that make it likely; one of them is enough.
    pub raised_by: Vec<Clue>,
    /// Where it is fixed at the provider: its own menu words, outermost first; empty where it is fixed elsewhere.
    pub in_provider: Vec<String>,
}

/// One error response. Responses that mean the same are one row with several signs.
#[derive(Debug, PartialEq)]
pub struct ErrorRow {
    /// Its stable name.
    pub id: String,
    /// Where it shows.
    pub places: Vec<RefusalPlace>,
    /// The HTTP statuses it was seen with; empty where none is known.
    pub status: Vec<u32>,
    /// How it is recognized: one of these is enough.
    pub signs: Vec<Sign>,
    /// Whether the provider's own texts disagree about its number: then the number is shown, and no text for it.
    pub is_disputed: bool,
    /// What may have caused it, the likeliest first.
    pub causes: Vec<RowCause>,
    /// How sure its wording and meaning are.
    pub sure: Sure,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// A way to recognize a row; everything that it names must fit.
#[derive(Debug, Default, PartialEq)]
pub struct Sign {
    /// The whole value of `error`.
    pub error: Option<String>,
    /// A part of the sentence, in lowercase.
    pub says: Option<String>,
    /// The number.
    pub number: Option<u32>,
    /// The HTTP status.
    pub status: Option<u32>,
    /// What the response is as a whole.
    pub form: Option<ShownForm>,
    /// Where it shows.
    pub place: Option<RefusalPlace>,
    /// What is known of the request.
    pub clue: Option<Clue>,
}

/// What a response is as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownForm {
    /// An error with a text.
    #[default]
    Refusal,
    /// A web page.
    Page,
    /// Nothing.
    Empty,
    /// Tokens with fewer scopes than expected, or none.
    ScopesShort,
    /// Tokens without a refresh token.
    NoRefreshToken,
}

/// A cause of a row.
#[derive(Debug, PartialEq)]
pub struct RowCause {
    /// A name in `causes`.
    pub id: String,
    /// How sure it is that this can cause it.
    pub sure: Sure,
    /// Names in `sources`.
    pub source: Vec<String>,
}

impl FromJson for ErrorTable {
    fn of(value: Json, misfits: &mut Misfits) -> ErrorTable {
        object(value, misfits, |fields| ErrorTable {
            id: fields.need("id"),
            sources: fields.need("sources"),
            causes: fields.need("causes"),
            rows: fields.need("rows"),
        })
    }
}

impl FromJson for ErrorCause {
    fn of(value: Json, misfits: &mut Misfits) -> ErrorCause {
        object(value, misfits, |fields| ErrorCause {
            raised_by: fields.may("raised_by"),
            in_provider: fields.may("in_provider"),
        })
    }
}

impl FromJson for ErrorRow {
    fn of(value: Json, misfits: &mut Misfits) -> ErrorRow {
        object(value, misfits, |fields| ErrorRow {
            id: fields.need("id"),
            places: fields.need("places"),
            status: fields.may("status"),
            signs: fields.need("signs"),
            is_disputed: fields.may("disputed"),
            causes: fields.need("causes"),
            sure: fields.may("sure"),
            source: fields.need("source"),
        })
    }
}

impl FromJson for Sign {
    fn of(value: Json, misfits: &mut Misfits) -> Sign {
        object(value, misfits, |fields| Sign {
            error: fields.may("error"),
            says: fields.may("says"),
            number: fields.may("number"),
            status: fields.may("status"),
            form: fields.may("form"),
            place: fields.may("place"),
            clue: fields.may("clue"),
        })
    }
}

impl FromJson for RowCause {
    fn of(value: Json, misfits: &mut Misfits) -> RowCause {
        object(value, misfits, |fields| RowCause {
            id: fields.need("id"),
            sure: fields.may("sure"),
            source: fields.need("source"),
        })
    }
}

impl FromJson for ShownForm {
    fn of(value: Json, misfits: &mut Misfits) -> ShownForm {
        const WORDS: [(&str, ShownForm); 4] = [
            ("page", ShownForm::Page),
            ("empty", ShownForm::Empty),
            ("scopes-short", ShownForm::ScopesShort),
            ("no-refresh-token", ShownForm::NoRefreshToken),
        ];
        word(&value, misfits, &WORDS, ShownForm::Refusal)
    }
}

impl FromJson for RefusalPlace {
    fn of(value: Json, misfits: &mut Misfits) -> RefusalPlace {
        const WORDS: [(&str, RefusalPlace); 5] = [
            ("token", RefusalPlace::Token),
            ("authorize", RefusalPlace::Authorize),
            ("api", RefusalPlace::Api),
            ("manifest", RefusalPlace::Manifest),
            ("device", RefusalPlace::Device),
        ];
        word(&value, misfits, &WORDS, RefusalPlace::Token)
    }
}
