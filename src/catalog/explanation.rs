//! What an error response means, and which cause fits what is known already.

use super::{Clue, ErrorCause, ErrorRow, ErrorTable, RowCause, ShownForm, Sign};
use crate::oauth::{NetworkFault, RefusalPlace, asked_scopes};

/// The error as a person sees it, as far as it is known. Nothing of it is kept.
#[derive(Clone, Copy, Default)]
pub struct Shown<'s> {
    /// Where it is shown. For rows it only decides between those that fit equally well; a sign can require it.
    pub place: Option<RefusalPlace>,
    /// What the response is as a whole.
    pub form: ShownForm,
    /// The HTTP status.
    pub status: Option<u32>,
    /// The value of `error`, as it is written.
    pub error: Option<&'s str>,
    /// The sentence: `reason`, `message`, or the text of a page. It can contain secrets.
    pub sentence: Option<&'s str>,
    /// Why there was no response.
    pub network: Option<NetworkFault>,
    /// The provider's own number, see [`refusal_number`](crate::oauth::refusal_number).
    pub number: Option<u32>,
    /// The provider's own code where it is not a number.
    pub code: Option<&'s str>,
    /// Whose server it is: a name in [`ErrorTable::servers`].
    pub server: Option<&'s str>,
    /// The causes that the text around it tells of, by their names, each with the words: see [`ErrorTable::told`].
    pub told: &'s [(String, String)],
}

/// A row that fits, and its causes.
#[derive(Clone, Debug)]
pub struct Explanation<'t> {
    /// The row of the table.
    pub row: &'t ErrorRow,
    /// How well it fits, to compare it with rows of a different table.
    pub fit: Fit,
    /// Whether only the status fits, or words that are in messages about any failure: whatever else the text says tells
    /// more.
    pub is_vague: bool,
    /// Its causes, those that a clue supports first; otherwise in the order of the row.
    pub causes: Vec<LikelyCause<'t>>,
}

/// A cause and whether a clue supports it.
#[derive(Clone, Copy, Debug)]
pub struct LikelyCause<'t> {
    /// The cause as the row has it: its name, how sure, and where it was read.
    pub of_row: &'t RowCause,
    /// What supports the cause, and where it is fixed.
    pub cause: &'t ErrorCause,
    /// Whether something that is known already supports it.
    pub is_likely: bool,
}

impl ErrorTable {
    /// The rows that fit best: mostly one; several where the same text is used for different errors; none where the
    /// table does not know it.
    ///
    /// A number counts more than a part of the sentence, that more than the value of `error`, and that more than the
    /// status and than what messages about any failure say. What the sentence itself says (that scopes are missing) also counts as a clue.
    #[must_use]
    pub fn explain(&self, shown: &Shown<'_>, clues: &[Clue]) -> Vec<Explanation<'_>> {
        // However a terminal or an email has broken or indented the lines.
        let lines: Vec<&str> = shown.sentence.unwrap_or_default().lines().map(str::trim).collect();
        let sentence = lines.join("\n").to_ascii_lowercase();
        let mut clues = clues.to_vec();
        if asked_scopes(&sentence).is_some() {
            clues.push(Clue::ScopesAsked);
        }
        let fits: Vec<(Fit, &ErrorRow)> = self
            .rows
            .iter()
            .filter_map(|row| {
                Some((row.signs.iter().filter_map(|sign| sign.fit(row, shown, &sentence, &clues)).max()?, row))
            })
            .map(|(fit, row)| (fit.at(shown.place.is_some_and(|place| row.places.contains(&place))), row))
            .collect();
        let best = fits.iter().map(|(fit, _)| *fit).max();
        let rows = fits.into_iter().filter(|(fit, _)| Some(*fit) == best);
        rows.map(|(fit, row)| {
            let is_vague = row.is_general || fit.weight <= 1;
            Explanation { row, fit, is_vague, causes: self.causes_of(row, &clues, shown.told) }
        })
        .collect()
    }

    fn causes_of<'t>(&'t self, row: &'t ErrorRow, clues: &[Clue], told: &[(String, String)]) -> Vec<LikelyCause<'t>> {
        let all = row.causes.iter().filter_map(|of_row| {
            let cause = self.causes.get(&of_row.id)?;
            let is_told = || told.iter().any(|(id, _)| *id == of_row.id);
            let is_likely = cause.raised_by.iter().any(|clue| clues.contains(clue)) || is_told();
            Some(LikelyCause { of_row, cause, is_likely })
        });
        let all: Vec<LikelyCause<'t>> = all.collect();
        let is_possible = |one: &LikelyCause<'t>| !one.cause.ruled_out_by.iter().any(|clue| clues.contains(clue));
        let is_all_ruled_out = !all.iter().any(is_possible);
        let all = all.into_iter().filter(|one| is_all_ruled_out || is_possible(one));
        let (mut likely, others): (Vec<_>, Vec<_>) = all.partition(|one| one.is_likely);
        likely.extend(others);
        likely
    }
}

/// Whether a sentence has these words, and not as a part of a name that denies them, `no_consent_required`, as the name of
/// a setting, `consent_required = false`, or as that of a parameter in a URL, `&code_challenge_method=S256`.
fn has_part(sentence: &str, part: &str) -> bool {
    sentence.match_indices(part).any(|(at, _)| {
        let before = sentence.get(..at).unwrap_or_default();
        let rest = sentence.get(at + part.len()..).unwrap_or_default();
        let behind = rest.trim_start_matches(['"', '\'', ' ']);
        let value = behind.strip_prefix(['=', ':']).map(|value| value.trim_start_matches(['"', '\'', ' ']));
        let is_switch = value.is_some_and(|value| SETTINGS.iter().any(|setting| value.starts_with(setting)));
        let is_parameter = (rest.starts_with('=') || part.ends_with('=')) && before.ends_with(['&', '?']);
        !is_switch && !is_parameter && !["no_", "not_", "non_"].iter().any(|word| before.ends_with(word))
    })
}

/// Whether a sentence has a word, or several of its kind, and not as the name of a value: `client_id="wiki"`.
fn has_mention(sentence: &str, word: &str) -> bool {
    let is_of_word = |ch: char| ch.is_alphanumeric() || ch == '_';
    sentence.match_indices(word).any(|(at, _)| {
        let before = sentence.get(..at).unwrap_or_default();
        let rest = sentence.get(at + word.len()..).unwrap_or_default();
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        let is_name = rest.trim_start_matches(['"', '\'', ' ']).starts_with(['=', ':']);
        !before.ends_with(is_of_word) && !rest.starts_with(is_of_word) && !is_name
    })
}

/// Values that only a setting has, in lowercase (RFC 7636 §4.3, OpenID Connect Core 1.0 §9).
const SETTINGS: [&str; 4] = ["true", "false", "s256", "client_secret_"];

/// How well a sign fits: the weight of what it names, whether the place is right, and how much of the sentence it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    weight: u32,
    is_in_place: bool,
    said: usize,
}

/// RFC 9110 §15.6: what a program answers whatever went wrong in it; and its mark where a message is cut off, which may
/// be behind the reason.
const STATUS_PHRASES: [&str; 6] =
    ["internal server error", "bad gateway", "service unavailable", "gateway timeout", "truncated...", "(truncated)"];

/// What a server of OAuth may also write for its reason.
const REASON_PHRASE: &str = "bad request";

/// Whether these words stand only behind the number of the status, as its reason phrase (RFC 9110 §15.5.1).
fn is_reason_phrase(sentence: &str) -> bool {
    sentence.match_indices(REASON_PHRASE).all(|(at, _)| {
        let before = sentence.get(..at).unwrap_or_default();
        before.trim_end_matches([' ', '(', ')', ':', '-', '"', '\'']).ends_with("400")
    })
}

const WEIGHT_OF_WORDS: u32 = 4;
const WEIGHT_OF_ERROR: u32 = 2;
/// More than the code, because the server wrote the sentence for this one case.
const WEIGHT_OF_MENTION: u32 = 3;
/// In bytes: a longer sentence is a whole text, which has words about anything.
const LONGEST_MENTION: usize = 300;

impl Fit {
    /// How many characters of the sentence the sign names; 0 where it goes by something else.
    #[must_use]
    pub fn said(self) -> usize {
        self.said
    }

    /// Whether the sign names both the code of the error and words.
    #[must_use]
    pub fn has_code_and_words(self) -> bool {
        self.said > 0 && self.weight >= WEIGHT_OF_WORDS + WEIGHT_OF_ERROR
    }

    fn at(self, is_in_place: bool) -> Fit {
        Fit { is_in_place, ..self }
    }
}

impl Sign {
    /// `None` if anything that it names does not fit. `sentence` is in lowercase.
    fn fit(&self, row: &ErrorRow, shown: &Shown<'_>, sentence: &str, clues: &[Clue]) -> Option<Fit> {
        let same_error = |error: &String| shown.error.is_some_and(|shown| shown.trim().eq_ignore_ascii_case(error));
        let is_short = shown.error.is_some() && sentence.len() <= LONGEST_MENTION;
        let checks = [
            (16, self.clue.map(|clue| clues.contains(&clue))),
            (16, self.network.map(|fault| shown.network == Some(fault))),
            (8, self.number.map(|number| shown.number == Some(number))),
            (8, self.code.as_ref().map(|code| shown.code.is_some_and(|shown| shown.eq_ignore_ascii_case(code)))),
            (
                if row.is_general { 1 } else { WEIGHT_OF_WORDS },
                self.says.as_deref().map(|part| {
                    // Beside a code, it is what the server wrote, and not what the status is called.
                    let is_whole = self.error.is_some() && part == REASON_PHRASE;
                    has_part(sentence, part) && !(is_whole && is_reason_phrase(sentence))
                }),
            ),
            (WEIGHT_OF_MENTION, self.mentions.as_deref().map(|word| is_short && has_mention(sentence, word))),
            (WEIGHT_OF_ERROR, self.error.as_ref().map(same_error)),
            (2, self.form.map(|form| shown.form == form)),
            (1, self.status.map(|status| shown.status == Some(status))),
            (1, self.server.as_ref().map(|server| shown.server == Some(server))),
            (0, self.place.map(|place| shown.place == Some(place))),
        ];
        let mut weight = 0;
        for (adds, fits) in checks {
            match fits {
                Some(false) => return None,
                Some(true) => weight += adds,
                None => {}
            }
        }
        // What a status is called tells less than any other words beside it.
        let words = self.says.as_deref().or(self.mentions.as_deref());
        let said = words.filter(|part| !STATUS_PHRASES.contains(part)).map_or(0, str::len);
        Some(Fit { weight, is_in_place: false, said })
    }
}
