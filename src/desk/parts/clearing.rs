//! What **Clear everything** takes along besides what is on the screen.

use strum::VariantArray;

use crate::catalog::Card;
use crate::desk::{Desk, Field, Installation, Session};
use crate::texts::Text;

/// The products and tools, other than the one shown, for which something is entered; each once.
#[must_use]
pub fn also_cleared(desk: &Desk) -> Vec<String> {
    let shown = desk.route.product().unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for (session, _) in desk.sessions.iter().filter(|(_, entered)| has_more_than_prescribed(entered)) {
        let product = Installation::product_of(session);
        if product != shown && *session != *desk.session_name() {
            let name = title_of(desk, product);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn title_of(desk: &Desk, product: &str) -> String {
    let added = || desk.added.iter().map(AsRef::as_ref).find(|card: &&Card| *card.id == *product);
    let card = desk.index.as_ref().and_then(|index| index.card(product)).or_else(added);
    let language = desk.texts.language().code();
    card.map_or_else(|| desk.texts.say(Text::NavTools), |card| card.name_in(language)).to_owned()
}

/// A guide enters the redirect URL that its product prescribes when it is opened.
fn has_more_than_prescribed(session: &Session) -> bool {
    let is_entered = |field: &Field| *field != Field::RedirectUrl && !session.entry(*field).is_empty();
    Field::VARIANTS.iter().any(is_entered) || !session.ticks.is_empty() || !session.checked_scopes.is_empty()
}
