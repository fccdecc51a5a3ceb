//! What a finding means, with an example, and the list of all findings. What they show is in `desk/finding_page/`.

mod list;

use yew::prelude::*;

pub use self::list::list_view;
use crate::catalog::Source;
use crate::desk::finding_page::{self, ExampleFix, ExampleText, ExampleView, FindingView};
use crate::desk::{FindingAction, Route};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{excerpt, icon, loading, marked_text, source_list};
use crate::reading::FindingKind;
use crate::texts::Text;

/// A finding explained; for a name that this version does not have, the way to the list.
pub fn finding_view(desk: &DeskHandle) -> Html {
    let heading = html! { <h1>{ desk.heading() }</h1> };
    let is_unknown = finding_page::is_unknown(desk);
    html! {
        <div class="plain">
            <nav class="crumbs"><a href={Route::Findings.to_string()}>{ desk.text(Text::FindingsTitle) }</a></nav>
            { heading }
            if is_unknown {
                <p>{ desk.text(Text::FindingUnknownText) }</p>
            } else if let Some(view) = finding_page::view(desk) {
                { explained(desk, &view) }
            } else {
                { loading(desk) }
            }
        </div>
    }
}

fn explained(desk: &DeskHandle, view: &FindingView<'_>) -> Html {
    let level = view.kind.severity().name();
    let sources: Vec<&Source> = view.sources.iter().collect();
    html! {
        <>
            <div class="finding" data-level={level}>
                { icon(level) }
                <div class="stack">
                    <p class="small">{ desk.text(view.level) }</p>
                    <p>{ marked_text(&view.says) }</p>
                </div>
            </div>
            <section class="stack">
                <h2>{ desk.text(Text::FindingLooksFor) }</h2>
                <p>{ marked_text(view.meaning) }</p>
                { source_list(desk, &sources) }
            </section>
            <section class="stack">
                <h2>{ desk.text(Text::FindingExample) }</h2>
                if let Some(shown) = &view.example {
                    { example(desk, view.kind, shown) }
                } else if view.has_example {
                    { loading(desk) }
                } else {
                    <p>{ desk.text(Text::FindingNoExample) }</p>
                }
            </section>
            <section class="stack">
                <h2>{ desk.text(Text::FindingName) }</h2>
                <p><code>{ view.kind.name() }</code></p>
                <p class="quiet small">{ desk.text(Text::FindingNameHint) }</p>
            </section>
        </>
    }
}

fn example(desk: &DeskHandle, kind: FindingKind, example: &ExampleView) -> Html {
    html! {
        <>
            if let Some(view) = &example.place {
                <p class="quiet">{ marked_text(&desk.fill(Text::ExampleReadBy, &[("view", &format!("**{view}**"))])) }</p>
            }
            for text in &example.texts {
                { one_text(text) }
            }
            if let Some(pieces) = &example.decoded {
                <div>
                    <p class="quiet small">{ desk.text(Text::ExampleDecoded) }</p>
                    { excerpt(pieces) }
                </div>
            }
            if !example.condition.is_empty() {
                <p>{ &example.condition }</p>
            }
            if let Some(fix) = &example.fix {
                { fixed(desk, fix) }
            }
            if example.can_be_opened {
                { open(desk, kind) }
            } else if let Some(guide) = &example.guide {
                <div><a class="button" href={guide.to_string()}>{ desk.text(Text::ExampleGuide) }</a></div>
            }
        </>
    }
}

fn one_text(text: &ExampleText) -> Html {
    html! {
        <div class="example">
            <p class="quiet small">{ &text.label }</p>
            { excerpt(&text.pieces) }
        </div>
    }
}

fn fixed(desk: &DeskHandle, fix: &ExampleFix) -> Html {
    html! {
        <>
            <h3>{ desk.fill(Text::ExampleFixed, &[("fix", &fix.label)]) }</h3>
            for text in &fix.texts {
                { one_text(text) }
            }
        </>
    }
}

fn open(desk: &DeskHandle, kind: FindingKind) -> Html {
    let open = desk.callback(move |_| FindingAction::OpenedExample(kind));
    html! {
        <div class="row">
            <button type="button" class="button button--main" onclick={open}>{ desk.text(Text::ExampleOpen) }</button>
            <span class="quiet small">{ marked_text(desk.text(Text::ExampleOpenHint)) }</span>
        </div>
    }
}
