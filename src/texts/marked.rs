//! The two marks of a sentence: `**label**` and `` `text` ``.

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedText<'t> {
    /// How it is shown.
    pub mark: Mark,
    /// The text, without its mark.
    pub text: &'t str,
}

/// How a piece of a sentence is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As the rest.
    Plain,
    /// A label, quoted exactly.
    Label,
    /// Something to type, or to read character by character.
    Typed,
}

/// The pieces of a sentence, in order, none of them empty. A mark that is not closed is shown as it is.
///
/// ```
/// use authdesk::texts::{Mark, MarkedText, marked};
///
/// let pieces = marked("Click **Add**");
/// assert_eq!(pieces[0], MarkedText { mark: Mark::Plain, text: "Click " });
/// assert_eq!(pieces[1], MarkedText { mark: Mark::Label, text: "Add" });
/// ```
#[must_use]
pub fn marked(sentence: &str) -> Vec<MarkedText<'_>> {
    let mut rest = sentence;
    let mut pieces: Vec<MarkedText<'_>> = Vec::new();
    loop {
        let next = [("**", Mark::Label), ("`", Mark::Typed)]
            .into_iter()
            .filter_map(|(sign, mark)| {
                let (before, after) = rest.split_once(sign)?;
                let (inside, after) = after.split_once(sign)?;
                Some((before, inside, after, mark))
            })
            .min_by_key(|(before, ..)| before.len());
        let Some((before, inside, after, mark)) = next else { break };
        pieces.push(MarkedText { mark: Mark::Plain, text: before });
        pieces.push(MarkedText { mark, text: inside });
        rest = after;
    }
    pieces.push(MarkedText { mark: Mark::Plain, text: rest });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// A text without marks, closed or not: where there are none, and where a name goes into a sentence that has its own.
#[must_use]
pub fn unmarked(text: &str) -> String {
    // A backtick may be between two asterisks.
    text.replace('`', "").replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_marks_there_is_none_left() {
        assert_eq!(unmarked("Click **Add** and type `1 * 2`"), "Click Add and type 1 * 2");
        for text in ["**open", "`open", "*`*x*`*", "**`**`", "*****`"] {
            let plain = unmarked(text);
            assert!(marked(&plain).iter().all(|piece| piece.mark == Mark::Plain), "{text}: {plain}");
            assert!(!plain.contains("**") && !plain.contains('`'), "{text}: {plain}");
        }
    }

    #[track_caller]
    fn reads(sentence: &str, expected: &[(Mark, &str)]) {
        let spans: Vec<_> = marked(sentence).iter().map(|span| (span.mark, span.text)).collect();
        assert_eq!(spans, expected);
    }

    #[test]
    fn reads_labels_and_typed_texts() {
        use Mark::{Label, Plain, Typed};
        reads("plain", &[(Plain, "plain")]);
        reads(
            "Press **Add**, enter `a*b`.",
            &[(Plain, "Press "), (Label, "Add"), (Plain, ", enter "), (Typed, "a*b"), (Plain, ".")],
        );
        reads("`x` first **y**", &[(Typed, "x"), (Plain, " first "), (Label, "y")]);
    }

    #[test]
    fn leaves_an_open_mark_as_it_stands() {
        reads("2 ** 3", &[(Mark::Plain, "2 ** 3")]);
        reads("", &[]);
    }
}
