use yew::prelude::*;

use crate::catalog::Sentence;
use crate::texts::{Mark, MarkedText, marked};

/// The language of a sentence that a catalog file has in English alone.
const ENGLISH: &str = "en";

/// A sentence of the catalog; an English one in the place of one that is missing says so.
pub fn prose_text(sentence: &Sentence) -> Html {
    let text = marked_text(sentence.as_str());
    if sentence.is_foreign() {
        html! { <span lang={ENGLISH}>{ text }</span> }
    } else {
        text
    }
}

/// A sentence, its labels and what is to be typed set off.
pub fn marked_text(sentence: &str) -> Html {
    marked(sentence).into_iter().map(piece).collect()
}

fn piece(span: MarkedText<'_>) -> Html {
    match span.mark {
        Mark::Plain => html! { { span.text } },
        // A label can contain something to type, but no other label.
        Mark::Label => html! { <strong>{ marked_text(span.text) }</strong> },
        Mark::Typed => html! { <code>{ span.text }</code> },
    }
}
