use strum::VariantArray;
use yew::prelude::*;

use super::basic_header;
use crate::blocks::BlockFormat;
use crate::catalog::Card;
use crate::desk::parts::block::format_name;
use crate::desk::{Field, Route, StringAction, StringFault, StringKind, StringReading, StringView, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::guide::variant_choices;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, RadioChoice, block_box, choices, copy_line, excerpt, field_box, loading, marked_text,
    more_sentence, select_box, sure_mark,
};
use crate::reading::ReadValue;
use crate::texts::Text;

/// How tests and links find what is written.
const OUTPUT: &str = "credential-string";

/// The product and its value, or a format alone.
pub fn choice(desk: &DeskHandle) -> Html {
    html! {
        <>
            { product(desk) }
            if desk.string.product.is_some() {
                { variant(desk) }
                { part(desk) }
            } else {
                { kind(desk) }
                { own(desk) }
            }
        </>
    }
}

fn product(desk: &DeskHandle) -> Html {
    let chosen = desk.string.product.as_ref().map(|product| product.id.as_str());
    let language = desk.texts.language().code();
    let one = |card: &Card| -> RadioChoice {
        (card.id.to_string(), card.name_in(language).to_owned(), chosen == Some(&*card.id))
    };
    let none = (String::new(), desk.text(Text::StringNoProduct).to_owned(), chosen.is_none());
    let products = tools::credential_string::products(desk);
    let all: Vec<RadioChoice> = [none].into_iter().chain(products.into_iter().map(one)).collect();
    let choose = desk.callback(StringAction::ChoseProduct);
    select_box("string-product", desk.text(Text::StringProduct), &all, &choose)
}

fn variant(desk: &DeskHandle) -> Html {
    let all = variant_choices(desk);
    html! {
        if !all.is_empty() {
            { choices(desk.text(Text::VariantsLabel), "variant", &all, &desk.callback(StringAction::ChoseVariant)) }
        }
    }
}

fn part(desk: &DeskHandle) -> Html {
    let (parts, chosen) = (tools::credential_string::parts(desk), tools::credential_string::part(desk));
    if parts.is_empty() {
        return Html::default();
    }
    let all: Vec<RadioChoice> =
        parts.iter().map(|(part, name)| (part.name(), name.clone(), chosen == Some(*part))).collect();
    let choose = desk.callback(move |name: String| {
        let part = parts.iter().map(|(part, _)| *part).find(|part| part.name() == name);
        StringAction::ChosePart(part)
    });
    select_box("string-part", desk.text(Text::StringPart), &all, &choose)
}

fn kind(desk: &DeskHandle) -> Html {
    let one = |kind: StringKind| -> RadioChoice {
        let says = desk.text(tools::credential_string::kind_name(kind)).to_owned();
        (kind.name().to_owned(), says, kind == desk.string.kind)
    };
    let all: Vec<RadioChoice> = StringKind::all().map(one).collect();
    let choose = desk.callback(|name: String| StringAction::ChoseKind(name.parse().unwrap_or_default()));
    select_box("string-kind", desk.text(Text::StringKind), &all, &choose)
}

/// What is typed for a kind, or the template that it has.
fn own(desk: &DeskHandle) -> Html {
    let lines = tools::credential_string::own_lines(desk);
    let has_filters = lines.is_some() || tools::credential_string::is_own_template(desk);
    let edit = desk.callback(|_| StringAction::EditedTemplate);
    html! {
        <>
            if let Some(lines) = lines {
                {
                    field_box(
                        desk,
                        FieldBox {
                            placeholder: Some(lines),
                            ..FieldBox::lines(
                                Field::BlockLines,
                                "5",
                                tools::credential_string::lines_hint(desk),
                                desk.field_findings(Field::BlockLines),
                            )
                        },
                    )
                }
            }
            if let Some(template) = tools::credential_string::fixed_template(desk.string.kind) {
                <p class="small">
                    { marked_text(&desk.fill(Text::StringTemplate, &[("template", &format!("`{template}`"))])) }
                </p>
                <div>
                    <button type="button" class="button" onclick={edit}>
                        { desk.text(Text::StringEdit) }
                    </button>
                </div>
            }
            if has_filters {
                <details class="more">
                    <summary>{ desk.text(Text::FiltersTitle) }</summary>
                    <ul class="small">
                        for (written, does) in tools::credential_string::filters() {
                            <li><code>{ written }</code>{ " " }{ marked_text(desk.text(does)) }</li>
                        }
                    </ul>
                </details>
            }
        </>
    }
}

/// What is chosen, filled; and below it a text that is taken apart.
pub fn view(desk: &DeskHandle) -> Html {
    html! {
        <>
            { written(desk) }
            { about_product(desk) }
            { taken_apart(desk) }
        </>
    }
}

fn written(desk: &DeskHandle) -> Html {
    match tools::credential_string::view(desk) {
        StringView::Loading => loading(desk),
        StringView::Nothing => html! { <p class="quiet">{ desk.text(Text::StringNothing) }</p> },
        StringView::Header => basic_header::view(desk),
        StringView::Needs(sentence) => html! { <p class="quiet">{ marked_text(&sentence) }</p> },
        StringView::Fault(fault) => wrong(&fault),
        StringView::Block(view) => html! { <div class="stack">{ block_box(desk, &view, Some(OUTPUT)) }</div> },
        StringView::Text(string) => {
            let (label, mark) = (string.name.as_str(), CopyMark::Output(OUTPUT));
            copy_line(desk, &CopyLine { label, value: &string.text, masked: string.is_secret, mark })
        }
    }
}

/// How sure it is, and the way to the guide, which says where it goes.
fn about_product(desk: &DeskHandle) -> Html {
    let Some(product) = desk.string.product.as_ref().filter(|_| desk.guide().is_some()) else { return Html::default() };
    let route = Route::Product { id: product.id.clone(), variant: product.variant.clone() };
    html! {
        <p class="small">
            { sure_mark(desk, tools::credential_string::sure(desk)) }
            { " " }
            <a href={route.to_string()}>{ desk.sentence(Text::DiscoveryGuide) }</a>
        </p>
    }
}

fn wrong(fault: &StringFault) -> Html {
    html! {
        <div class="stack" role="status">
            <p>{ marked_text(&fault.says) }</p>
            { excerpt(&fault.excerpt) }
        </div>
    }
}

/// A pasted text: its format, its values, and what is wrong with it.
fn taken_apart(desk: &DeskHandle) -> Html {
    let reading = tools::credential_string::reading(desk);
    let findings = reading.as_ref().and_then(|reading| Some(reading.read.as_ref()?.findings.clone()));
    let hint = desk.text(Text::HintBlock).to_owned();
    html! {
        <section class="stack">
            <h2>{ desk.text(Text::ReadTitle) }</h2>
            { field_box(desk, FieldBox::lines(Field::Block, "5", hint, findings.unwrap_or_default())) }
            if let Some(reading) = reading {
                { read_as(desk, &reading) }
                { values(desk, &reading) }
            }
        </section>
    }
}

fn values(desk: &DeskHandle, reading: &StringReading) -> Html {
    let (shown, left_out) = reading.shown();
    html! {
        if !shown.is_empty() {
            <h3>{ desk.text(Text::ReadValues) }</h3>
            for value in shown {
                { one_value(desk, value) }
            }
            if left_out > 0 {
                <p class="quiet">{ more_sentence(desk, left_out) }</p>
            }
        }
    }
}

fn read_as(desk: &DeskHandle, reading: &StringReading) -> Html {
    let name = |format: BlockFormat| desk.text(format_name(format)).to_owned();
    let likeliest = match reading.likeliest {
        Some(format) => desk.fill(Text::ReadLikeliest, &[("format", &name(format))]),
        None => desk.text(Text::ReadUnknown).to_owned(),
    };
    let chosen = desk.string.read_as;
    let formats = BlockFormat::VARIANTS.iter();
    let formats = formats.map(|format| (format.name().to_owned(), name(*format), chosen == Some(*format)));
    let all: Vec<RadioChoice> = [(String::new(), likeliest, chosen.is_none())].into_iter().chain(formats).collect();
    let choose = desk.callback(|name: String| StringAction::ChoseReading(name.parse().ok()));
    select_box("read-as", desk.text(Text::ReadFormat), &all, &choose)
}

fn one_value(desk: &DeskHandle, value: &ReadValue) -> Html {
    let mark = CopyMark::Value(&value.key);
    let line = CopyLine { label: &value.key, value: &value.value, masked: value.is_secret, mark };
    html! { <div><p class="small"><code>{ &value.key }</code></p>{ copy_line(desk, &line) }</div> }
}
