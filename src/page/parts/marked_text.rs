use yew::prelude::*;

use crate::texts::{Mark, MarkedText, marked};

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
