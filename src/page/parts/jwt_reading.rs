use super::{FieldBox, field_box, more_sentence, table, time};
use crate::desk::{ClaimRow, ClaimTable, Field};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for a JSON Web Token, and its header and claims.
pub fn jwt_reading(desk: &DeskHandle) -> Element {
    let view = desk.jwt_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let tables = view.map(|view| {
        group().maybe(claims(desk, Text::JwtHeader, "jwt-header", &view.header)).maybe(claims(
            desk,
            Text::JwtClaims,
            "jwt-claims",
            &view.claims,
        ))
    });
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Jwt, "4", desk.text(Text::HintJwt).to_owned(), findings)))
        .maybe(tables)
}

fn claims(desk: &DeskHandle, caption: Text, output: &'static str, all: &ClaimTable) -> Option<Element> {
    if all.rows.is_empty() {
        return None;
    }
    let heads = [desk.text(Text::ColumnName), desk.text(Text::ColumnValue)];
    let more = (all.left_out > 0).then(|| el("p.quiet.small").text(&more_sentence(desk, all.left_out)));
    let rows = all.rows.iter().map(|row| vec![name(desk, row), value(row)]);
    Some(group().with(table(desk.text(caption), output, &heads, rows)).maybe(more))
}

fn name(desk: &DeskHandle, row: &ClaimRow) -> Element {
    let means = row.means.map(|means| el("span.quiet.small").text(" ").say(desk, means));
    group().with(el("code").text(&row.name)).maybe(means)
}

fn value(row: &ClaimRow) -> Element {
    // EXPOSE: the person pasted the token to see what it says.
    let written = el("code").text(row.value.expose());
    group().with(written).maybe(row.time.as_ref().map(|shown| time(shown, None)))
}
