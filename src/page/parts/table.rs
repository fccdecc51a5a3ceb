use yew::prelude::*;

/// A table: what it is about, by which name tests find it, and what each column is called. The first cell of a row is
/// its head.
///
/// The roles are written out, because on a narrow screen the cells are below each other, each with its column's name,
/// and a browser may then no longer expose it as a table.
pub fn table(caption: &str, output: &'static str, heads: &[&str], rows: impl IntoIterator<Item = Vec<Html>>) -> Html {
    html! {
        <table class="table" role="table" data-output={output}>
            <caption>{ caption }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    for head in heads {
                        <th scope="col" role="columnheader">{ *head }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for cells in rows {
                    <tr role="row">
                        for (at, content) in cells.into_iter().enumerate() {
                            { cell(at == 0, heads.get(at).copied(), content) }
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn cell(is_head: bool, label: Option<&str>, content: Html) -> Html {
    let label = label.map(str::to_owned);
    if is_head {
        html! { <th scope="row" role="rowheader" data-label={label}>{ content }</th> }
    } else {
        html! { <td role="cell" data-label={label}>{ content }</td> }
    }
}
