use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Icon, SecretProp};
use crate::browser::clipboard;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A button that copies.
#[derive(Properties, PartialEq)]
pub struct CopyButtonProps {
    /// The desk.
    pub desk: DeskHandle,
    /// What the value is called; the button is `Copy <label>`.
    pub label: AttrValue,
    /// The value.
    pub value: SecretProp,
    /// The whole text on the button; absent: only the icon is seen.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// Copies a value and says so.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let (desk, value, label) = (props.desk.clone(), props.value.clone(), props.label.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (desk, value, label) = (desk.clone(), value.clone(), label.to_string());
        spawn_local(async move {
            // EXPOSE: the person asked for it to be copied.
            let done = clipboard::copy(value.0.expose()).await;
            desk.emit(Action::Copied { label, done });
        });
    });
    match &props.text {
        Some(text) => html! {
            <button class="button button--main" type="button" {onclick}><Icon name="copy" />{ text }</button>
        },
        None => html! {
            <button class="button button--icon" type="button" {onclick}
                aria-label={props.desk.fill(Text::CopyLabel, &[("label", &props.label)])}><Icon name="copy" /></button>
        },
    }
}

/// A value with the ways to take it along.
#[derive(Properties, PartialEq)]
pub struct CopyLineProps {
    /// The desk.
    pub desk: DeskHandle,
    /// What the value is called.
    pub label: AttrValue,
    /// The value.
    pub value: SecretProp,
    /// Whether it is masked until it is shown.
    #[prop_or_default]
    pub masked: bool,
    /// Its name among the outputs of the tools.
    #[prop_or_default]
    pub output: Option<AttrValue>,
    /// Its name among the values of a product.
    #[prop_or_default]
    pub data_value: Option<AttrValue>,
}

/// A value, with a button to copy it and, if it is masked, one to show it.
#[component]
pub fn CopyLine(props: &CopyLineProps) -> Html {
    let CopyLineProps { desk, label, value, masked, output, data_value } = props;
    let is_shown = !masked || desk.work().is_shown(label);
    let text = if is_shown {
        // EXPOSE: it is no secret, or the person asked for it to be shown.
        value.0.expose().to_owned()
    } else {
        value.0.masked()
    };
    html! {
        <div class="copyline">
            <span class="value" data-output={output.clone()} data-value={data_value.clone()}>{ text }</span>
            if *masked {
                <ShowButton desk={desk.clone()} label={label.clone()} {is_shown} />
            }
            <CopyButton desk={desk.clone()} label={label.clone()} value={value.clone()} />
        </div>
    }
}

/// A button that shows or hides.
#[derive(Properties, PartialEq)]
pub struct ShowButtonProps {
    /// The desk.
    pub desk: DeskHandle,
    /// What the value is called.
    pub label: AttrValue,
    /// Whether it is shown now.
    pub is_shown: bool,
}

/// Shows or hides a masked value.
#[component]
pub fn ShowButton(props: &ShowButtonProps) -> Html {
    let ShowButtonProps { desk, label, is_shown } = props;
    let (name, shown) = (label.to_string(), !is_shown);
    let onclick = desk.callback(move |_: MouseEvent| Action::Showed { label: name.clone(), shown });
    let text = if *is_shown { Text::Hide } else { Text::Show };
    html! {
        <button class="button button--icon" type="button" {onclick} aria-label={desk.fill(text, &[("label", label)])}>
            <Icon name={if *is_shown { "eye-off" } else { "eye" }} />
        </button>
    }
}
