use super::{FieldBox, button, field_box, finding_list, source_list};
use crate::desk::{Action, Desk, Field, ModeVerdict, RedirectPair};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::reading::{Piece, RedirectText};
use crate::texts::Text;

/// The fields for redirect URLs, and every two of them side by side.
pub fn redirect_comparison(desk: &DeskHandle) -> Element {
    let fields = [
        (Field::Registered, Text::HintRegistered),
        (Field::Requested, Text::HintRequested),
        (Field::Received, Text::HintReceived),
    ];
    let fields =
        fields.map(|(field, hint)| field_box(desk, FieldBox::lines(field, "2", desk.sentence(hint), Vec::new())));
    let pairs = desk.redirect_pairs();
    let needs = pairs.is_empty().then(|| el("p.quiet").say(desk, Text::CompareNeedsTwo));
    el("div.stack").each(fields).maybe(needs).each(pairs.iter().map(|pair| compared(desk, pair)))
}

fn compared(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Element {
    el("div.stack")
        .with(el("h2").say(desk, Desk::pair_title(pair)))
        .with(redirect_sides(desk, pair))
        .with(finding_list(desk, &pair.findings, None, None))
        .maybe(mend(desk, pair))
        .maybe((!pair.modes.is_empty()).then(|| modes(desk, pair)))
}

/// One button for all differences: each is fixed by taking the other text.
fn mend(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Option<Element> {
    let (field, finding) = pair.mends?;
    let mend = button(desk, "button", &desk.mend_label(&finding), move || Action::Mended(field, finding));
    Some(el("div.row").with(mend))
}

/// Two redirect URLs, one above the other, with the characters marked in which they differ.
pub fn redirect_sides(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Element {
    let sides = [&pair.left, &pair.right].map(|(side, pieces)| {
        let text = pieces.iter().map(|piece| one_piece(desk, piece));
        el("div")
            .with(el("dt").say(desk, Desk::side_title(*side)))
            .with(el("dd.value").attr("data-output", output(*side)).each(text))
    });
    el("dl.redirect-comparison").each(sides)
}

fn output(side: RedirectText) -> &'static str {
    match side {
        RedirectText::Registered => "redirect-registered",
        RedirectText::Requested => "redirect-requested",
        RedirectText::Received => "redirect-received",
    }
}

fn one_piece(desk: &DeskHandle, piece: &Piece) -> Element {
    // EXPOSE: a redirect URL; of the returned URL nothing after its path.
    let text = piece.text.expose();
    if !piece.is_marked {
        return group().text(text);
    }
    if text.is_empty() {
        return el("mark[data-empty]").with(el("span.visually-hidden").say(desk, Text::NothingHere));
    }
    el("mark").text(text)
}

fn modes(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Element {
    let head = el("tr")
        .with(el("th[scope=col]").say(desk, Text::ModeSetting))
        .with(el("th[scope=col]").say(desk, Text::ModeVerdict));
    let table = el("table.redirect-modes[aria-labelledby=modes-title]")
        .with(el("thead").with(head))
        .with(el("tbody").each(pair.modes.iter().map(|mode| one_mode(desk, mode))));
    group().with(el("h3[id=modes-title]").text(&desk.sentence(Text::ModesTitle))).with(table)
}

fn one_mode(desk: &DeskHandle, mode: &ModeVerdict<'_>) -> Element {
    let name = mode.prose.map_or(mode.id, |prose| prose.name.as_str());
    let says = mode.prose.map(|prose| el("p.small").marked(&prose.says));
    let setting = el("th[scope=row]").with(el("span").text(name)).maybe(says).with(source_list(desk, &mode.sources));
    let verdict = el("td").attr("data-level", Desk::verdict_level(mode.verdict));
    let verdict = verdict.with(el("strong").text(&desk.verdict_sentence(mode.verdict)));
    el("tr").attr("data-mode", mode.id).with(setting).with(verdict)
}
