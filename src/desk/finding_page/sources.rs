//! The RFCs that a sentence names, with the URLs of their sections.

use crate::catalog::Source;

/// Where the RFC Editor has the RFCs. It has a fragment for each section: `#section-4.1`, `#appendix-A`.
const PLACE: &str = "https://www.rfc-editor.org/rfc/rfc";

/// Each section that these sentences name, once: `RFC 6749 §4.1.2, §5.2` and `RFC 6749 appendix A`. An RFC without a
/// section is one only where no section of it is named.
pub(super) fn rfcs(sentences: &[&str]) -> Vec<Source> {
    let mut all: Vec<(&str, Option<Section<'_>>)> = Vec::new();
    for sentence in sentences {
        for after in sentence.split("RFC ").skip(1) {
            let (number, mut rest) = cut(after, |ch| ch.is_ascii_digit());
            if number.is_empty() {
                continue;
            }
            let mut is_whole = true;
            while let Some((section, after)) = section(rest) {
                all.push((number, Some(section)));
                (rest, is_whole) = (after, false);
            }
            if is_whole {
                all.push((number, None));
            }
        }
    }
    let mut sources: Vec<Source> = Vec::new();
    for (number, section) in &all {
        let is_covered = section.is_none() && all.iter().any(|(other, section)| other == number && section.is_some());
        let source = source(number, *section);
        if !is_covered && sources.iter().all(|known| known.url != source.url) {
            sources.push(source);
        }
    }
    sources
}

#[derive(Clone, Copy)]
enum Section<'t> {
    Numbered(&'t str),
    /// The word for it in the language of the sentence, and its letter.
    Appendix(&'t str, &'t str),
}

/// The section that a text begins with, and what comes after it.
fn section(text: &str) -> Option<(Section<'_>, &str)> {
    let text = text.strip_prefix(',').unwrap_or(text).trim_start();
    if let Some(number) = text.strip_prefix('§') {
        let (number, after) = cut(number, |ch| ch.is_ascii_digit() || ch == '.');
        let number = number.trim_end_matches('.');
        return (!number.is_empty()).then_some((Section::Numbered(number), after));
    }
    for word in ["appendix", "Anhang"] {
        let Some(letter) = text.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')) else { continue };
        let (letter, after) = cut(letter, |ch| ch.is_ascii_uppercase());
        return (letter.len() == 1).then_some((Section::Appendix(word, letter), after));
    }
    None
}

/// The beginning of a text that consists of such characters, and the rest.
fn cut(text: &str, is_part: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|ch| !is_part(ch)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn source(number: &str, section: Option<Section<'_>>) -> Source {
    let (title, fragment) = match section {
        None => (format!("RFC {number}"), String::new()),
        Some(Section::Numbered(section)) => (format!("RFC {number} §{section}"), format!("#section-{section}")),
        Some(Section::Appendix(word, letter)) => {
            (format!("RFC {number}, {word} {letter}"), format!("#appendix-{letter}"))
        }
    };
    Source { title, url: format!("{PLACE}{number}{fragment}").parse().ok(), date: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn named(sentences: &[&str], expected: &str) {
        let one = |source: &Source| {
            let url = source.url.as_ref().map_or("", |url| url.as_str());
            format!("{} {}", source.title, url.strip_prefix(PLACE).unwrap_or(url))
        };
        assert_eq!(rfcs(sentences).iter().map(one).collect::<Vec<_>>().join("; "), expected, "{sentences:?}");
    }

    #[test]
    fn every_section_that_is_named_has_its_url() {
        named(&["The code (RFC 6749 §4.1.2)."], "RFC 6749 §4.1.2 6749#section-4.1.2");
        named(&["(RFC 6749 §3.1, §3.2)"], "RFC 6749 §3.1 6749#section-3.1; RFC 6749 §3.2 6749#section-3.2");
        named(
            &["(RFC 6749 appendix A; RFC 7617 §2 for both)"],
            "RFC 6749, appendix A 6749#appendix-A; RFC 7617 §2 7617#section-2",
        );
        named(&["RFC 6749, Anhang B."], "RFC 6749, Anhang B 6749#appendix-B");
        named(&["RFC 6749 and RFC 7617 say so.", "RFC 6749 §5.2."], "RFC 7617 7617; RFC 6749 §5.2 6749#section-5.2");
        named(&["RFC 6749 §5.2", "RFC 6749 §5.2"], "RFC 6749 §5.2 6749#section-5.2");
    }

    #[test]
    fn what_is_no_section_is_none() {
        for sentence in ["", "RFC", "RFC x", "an RFC 6", "POSIX XCU 2.9.3", "§4.1"] {
            named(&[sentence], if sentence.ends_with('6') { "RFC 6 6" } else { "" });
        }
        named(&["RFC 8259, which requires it"], "RFC 8259 8259");
        named(&["RFC 6749 § 4"], "RFC 6749 6749");
        named(&["RFC 6749 appendix of it"], "RFC 6749 6749");
    }
}
