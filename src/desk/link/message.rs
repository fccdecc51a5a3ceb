//! The text that a link is sent with.

use crate::desk::parts::fields::asked;
use crate::desk::{Desk, guide};
use crate::texts::Text;

/// The text for an email or a ticket, in the language of the page: the link, and what the person needs who opens it.
/// Values are only named.
#[must_use]
pub fn message(desk: &Desk, url: &str) -> String {
    let heading = desk.heading();
    let mut lines = vec![desk.texts.fill(Text::LinkMessage, &[("title", &heading)]), url.to_owned(), String::new()];
    let mut needs = Vec::new();
    if desk.route.product().is_some() {
        let app = guide::app_name(desk);
        if !app.is_empty() {
            let named = [("provider", desk.provider_name()), ("app", app)];
            needs.push(desk.texts.fill(Text::LinkNeedsAccount, &named));
        }
        needs.push(desk.sentence(Text::LinkNeedsProduct));
    }
    let labels: Vec<String> = asked(desk).into_iter().map(|field| desk.label(field)).collect();
    if !labels.is_empty() {
        needs.push(desk.texts.fill(Text::LinkNeedsValues, &[("fields", &desk.texts.list(&labels))]));
    }
    if !needs.is_empty() {
        lines.push(desk.texts.say(Text::LinkNeeds).to_owned());
        lines.extend(needs.iter().map(|need| format!("- {need}")));
        lines.push(String::new());
    }
    lines.push(desk.texts.say(Text::LinkNoSecret).to_owned());
    lines.join("\n")
}
