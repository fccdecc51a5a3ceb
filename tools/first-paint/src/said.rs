//! What languages say where English says something else.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::pieces::{Piece, pieces, written};

/// What each language says in the places of English texts.
#[derive(Debug, Default)]
pub struct Said {
    /// The English texts that some language says differently, in the order in which they were met.
    english: Vec<String>,
    /// By the code of a language.
    others: BTreeMap<String, BTreeMap<String, String>>,
}

impl Said {
    /// Adds what a markup says differently than the English one. Applied to that, it gives the markup itself.
    ///
    /// # Errors
    ///
    /// The two differ in more than in what they say, or a text is said in two ways.
    pub fn add(&mut self, code: &str, english: &str, here: &str) -> Result<(), String> {
        let (all, ours) = (pieces(english), pieces(&with_choice(here, "en")));
        if all.len() != ours.len() {
            return Err(format!("{code}: {} pieces of markup for {}", ours.len(), all.len()));
        }
        for (one, other) in all.iter().zip(&ours) {
            match (one.says(), other.says()) {
                (Some(""), Some(here)) if !here.is_empty() => {
                    return Err(format!("{code}: nothing is \u{201c}{here}\u{201d} in English"));
                }
                (Some(english), Some(here)) => self.say(code, english, here)?,
                _ if one == other => {}
                _ => return Err(format!("{code}: {other:?} in the place of {one:?}")),
            }
        }
        let applied = self.apply(code, english);
        if applied == here { Ok(()) } else { Err(format!("{code}: what differs gives {applied}")) }
    }

    fn say(&mut self, code: &str, english: &str, here: &str) -> Result<(), String> {
        let others = self.others.entry(code.to_owned()).or_default();
        match others.get(english) {
            Some(known) if known != here => {
                return Err(format!(
                    "{code}: \u{201c}{english}\u{201d} is \u{201c}{known}\u{201d} and \u{201c}{here}\u{201d}"
                ));
            }
            Some(_) => return Ok(()),
            None => others.insert(english.to_owned(), here.to_owned()),
        };
        if english != here && !self.english.iter().any(|known| known == english) {
            self.english.push(english.to_owned());
        }
        Ok(())
    }

    /// The English markup as the language has it: what `www/boot.js` does with the document.
    #[must_use]
    pub fn apply(&self, code: &str, english: &str) -> String {
        let others = self.others.get(code);
        let said = |piece: &Piece| match piece.says().and_then(|text| others?.get(text)) {
            Some(here) => piece.saying(here),
            None => piece.clone(),
        };
        let all: Vec<Piece> = pieces(english).iter().map(said).collect();
        with_choice(&written(&all), code)
    }

    /// By the code of a language, and by the English text.
    #[must_use]
    pub fn by_text(&self) -> Value {
        let differs = |(english, here): &(&String, &String)| english != here;
        let texts = |others: &BTreeMap<String, String>| -> Value {
            Value::Object(others.iter().filter(differs).map(|(english, here)| (english.clone(), json!(here))).collect())
        };
        Value::Object(self.others.iter().map(|(code, others)| (code.clone(), texts(others))).collect())
    }

    /// As the page has it: the English texts, and by language what it says in their places; 0 is the same.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut all = serde_json::Map::new();
        all.insert(String::new(), json!(self.english));
        for (code, others) in &self.others {
            let texts = self.english.iter().map(|english| match others.get(english) {
                Some(here) if here != english => json!(here),
                _ => json!(0),
            });
            all.insert(code.clone(), texts.collect());
        }
        Value::Object(all)
    }
}

/// The markup with another language chosen: of the options, those of the languages have a language themselves.
fn with_choice(markup: &str, code: &str) -> String {
    let mut parts = markup.split(OPTION);
    let mut chosen = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attributes, rest) = part.split_once('>').unwrap_or((part, ""));
        let plain = attributes.replace(CHOSEN, "");
        let is_chosen = plain.split('"').next() == Some(code);
        chosen.extend([OPTION, &plain, if is_chosen { CHOSEN } else { "" }, ">", rest]);
    }
    chosen
}

const OPTION: &str = "<option lang=\"";
const CHOSEN: &str = " selected=\"selected\"";
