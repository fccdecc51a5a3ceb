//! A greeting and the field that changes it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
fn Hello() -> Html {
    let name = use_state(String::new);
    let on_input = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <main>
            <label for="name">{ "Your name" }</label>
            <input id="name" value={(*name).clone()} oninput={on_input} />
            <p>{ "Hello, " }{ &*name }</p>
        </main>
    }
}

fn main() {
    yew::Renderer::<Hello>::new().render();
}
