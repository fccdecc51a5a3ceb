use yew::prelude::*;

use crate::texts::{Mark, marked};

/// A sentence with marks.
#[derive(Properties, PartialEq)]
pub struct MarkedTextProps {
    /// The sentence.
    pub text: AttrValue,
}

/// A sentence, its labels and typed texts set off.
#[component]
pub fn MarkedText(props: &MarkedTextProps) -> Html {
    marked(&props.text)
        .into_iter()
        .map(|span| {
            let text = span.text.to_owned();
            match span.mark {
                Mark::Plain => html! { { text } },
                Mark::Label => html! { <strong>{ text }</strong> },
                Mark::Typed => html! { <code>{ text }</code> },
            }
        })
        .collect()
}
