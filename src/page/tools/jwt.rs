use yew::prelude::*;

use crate::desk::{ClaimRow, ClaimTable, Field, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{FieldBox, field_box, more_sentence, table, time};
use crate::texts::Text;

/// The field for a JSON Web Token, and its header and claims.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::jwt::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.text(Text::HintJwt).to_owned();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Jwt, "4", hint, findings)) }
            if let Some(view) = view {
                { claims(desk, Text::JwtHeader, "jwt-header", &view.header) }
                { claims(desk, Text::JwtClaims, "jwt-claims", &view.claims) }
            }
        </div>
    }
}

fn claims(desk: &DeskHandle, caption: Text, output: &'static str, all: &ClaimTable) -> Html {
    let heads = [desk.text(Text::ColumnName), desk.text(Text::ColumnValue)];
    let rows = all.rows.iter().map(|row| vec![name(desk, row), value(row)]);
    html! {
        if !all.rows.is_empty() {
            { table(desk.text(caption), output, &heads, rows) }
            if all.left_out > 0 {
                <p class="quiet small">{ more_sentence(desk, all.left_out) }</p>
            }
        }
    }
}

fn name(desk: &DeskHandle, row: &ClaimRow) -> Html {
    html! {
        <>
            <code>{ &row.name }</code>
            if let Some(means) = row.means {
                <span class="quiet small">{ " " }{ desk.text(means) }</span>
            }
        </>
    }
}

fn value(row: &ClaimRow) -> Html {
    html! {
        <>
            // EXPOSE: the person pasted the token to see what it says.
            <code>{ row.value.expose() }</code>
            if let Some(shown) = &row.time {
                { time(shown, None) }
            }
        </>
    }
}
