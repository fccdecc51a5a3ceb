use yew::prelude::*;

use crate::texts::{Mark, marked};

/// A sentence, its labels and typed texts set off.
pub fn marked_text(sentence: &str) -> Html {
    let spans = marked(sentence).into_iter().map(|span| {
        let text = span.text.to_owned();
        match span.mark {
            Mark::Plain => html! { { text } },
            Mark::Label => html! { <strong>{ text }</strong> },
            Mark::Typed => html! { <code>{ text }</code> },
        }
    });
    spans.collect()
}
