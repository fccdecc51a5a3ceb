use crate::page::element::{Element, el};

/// A table: what it is about, by which name tests find it, and what each column is called. The first cell of a row is
/// its head.
///
/// The roles are written out, because on a narrow screen the cells are below each other, each with its column's name,
/// and a browser may then no longer expose it as a table.
pub fn table(
    caption: &str,
    output: &'static str,
    heads: &[&str],
    rows: impl IntoIterator<Item = Vec<Element>>,
) -> Element {
    let head = |name: &&str| el("th[scope=col][role=columnheader]").text(name);
    let row = |cells: Vec<Element>| {
        let cell = |(at, content): (usize, Element)| {
            let cell = if at == 0 { el("th[scope=row][role=rowheader]") } else { el("td[role=cell]") };
            cell.attr_if("data-label", heads.get(at).copied()).with(content)
        };
        el("tr[role=row]").each(cells.into_iter().enumerate().map(cell))
    };
    el("table.table[role=table]")
        .attr("data-output", output)
        .with(el("caption").text(caption))
        .with(el("thead[role=rowgroup]").with(el("tr[role=row]").each(heads.iter().map(head))))
        .with(el("tbody[role=rowgroup]").each(rows.into_iter().map(row)))
}
