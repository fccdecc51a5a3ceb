//! The scope of a token request: RFC 6749 §3.3.

use super::ByteFinding;
use crate::reading::FindingKind;
use crate::reading::request::draft::{Asks, Draft, host_and_path};
use crate::reading::scope_list::{Joined, joined};
use crate::reading::server::takes_commas;

/// Scopes that are joined by a comma, where the server wants spaces.
pub(super) fn by_comma(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    if has_commas(draft) {
        return;
    }
    let fields = asks.all().filter(|field| field.name == "scope" && !field.value.expands);
    let is_known = is_known_server(draft);
    let is_wrong = |text: &str| match joined(text) {
        Joined::ByComma { is_standard } => is_known || is_standard,
        Joined::Otherwise => false,
    };
    if let Some(field) = fields.into_iter().find(|field| is_wrong(&field.value.text)) {
        found.push(ByteFinding::over(FindingKind::ScopesByComma, field.span));
    }
}

/// Whether the server documents commas.
pub(super) fn has_commas(draft: &Draft) -> bool {
    takes_commas(&draft.address())
}

/// Whether the host is in the text. What a variable stands for may be a server that wants commas.
fn is_known_server(draft: &Draft) -> bool {
    let address = draft.address();
    let (host, _) = host_and_path(&address);
    host.contains('.') && !host.contains(['$', '{', '<', '%', '`', '('])
}
