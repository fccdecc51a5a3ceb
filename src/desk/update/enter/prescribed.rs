//! What the files of a guide say of its fields.

use crate::desk::{Desk, Field, PlainField, Route, Tool, guide};
use crate::oauth::Secret;

/// Learns the inputs of the product that is shown, and enters the redirect URL that it prescribes: where nothing is
/// entered, and where the one that was prescribed before is.
///
/// `before`: what was offered before. Where nothing changed about that, a field that somebody emptied stays empty.
pub(in crate::desk) fn settle(desk: &mut Desk, before: Option<&[String]>) {
    // A report shows a guide, in which nothing is entered.
    let is_of_report = desk.route == Route::Tool(Tool::Report);
    let Some(guide) = desk.guide().filter(|_| !is_of_report).cloned() else { return };
    let inputs = guide.product.inputs.iter();
    desk.session_mut().learn_inputs(inputs.map(|(name, input)| (name.as_str(), input.is_secret())));
    let offered = guide::offered_redirects(desk);
    let has_redirect = desk.variant().is_some_and(|variant| variant.redirect.is_some());
    if !has_redirect || before.is_some_and(|before| before == offered) {
        return;
    }
    let entered = desk.session().plain(PlainField::RedirectUrl);
    let is_outdated = !offered.iter().any(|url| url == entered)
        && before.is_some_and(|before| before.iter().any(|url| url == entered));
    if entered.is_empty() || is_outdated {
        let first = offered.into_iter().next().unwrap_or_default();
        desk.session_mut().enter(Field::RedirectUrl, Secret::new(first));
    }
}
