use std::collections::BTreeSet;

use authdesk::catalog::{Choice, GrantType, Guide, Placeholder, Variant};

use super::Broken;

/// The kind of app whose scopes are all for the account.
const OF_ADMIN: &str = "general-admin-managed";

/// What an app of a kind can and cannot have.
pub(super) fn broken(guide: &Guide) -> Vec<Broken> {
    guide.product.variants.iter().flat_map(|variant| of_variant(guide, variant)).collect()
}

fn of_variant(guide: &Guide, variant: &Variant) -> Vec<Broken> {
    let mut broken = Vec::new();
    let mut add = |key: &str, says: String| broken.push(Broken::new(format!("variants.{}.{key}", variant.id), says));
    let needs_token = variant.needs(Placeholder::RefreshToken) || variant.needs(Placeholder::AccessToken);
    if !needs_token && variant.flow.is_some_and(|flow| flow.by_hand) {
        add("flow", "no field takes a token that is got by hand; take `by_hand` out, or add the field".to_owned());
    }
    let of_app = guide.provider.apps.get(&variant.app).and_then(|app| app.grant);
    let is_of_account = |grant: Option<GrantType>| grant == Some(GrantType::AccountCredentials);
    if of_app.is_some() && variant.flow.is_some() && is_of_account(of_app) != is_of_account(variant.grant()) {
        let says = format!("an app of the kind `{}` gets no tokens that way; write its own grant type", variant.app);
        add("flow", says);
    }
    if variant.has_account_id() {
        if variant.redirect.is_some() {
            add("redirect", "an app of this kind has no redirect URL; take it out".to_owned());
        }
        let line = "provider/activate";
        if guide.provider.tasks.contains_key("activate") && !variant.create.iter().any(|name| name == line) {
            add("create", format!("an app of this kind must be activated; add `{line}`"));
        }
    }
    let mut seen = BTreeSet::new();
    for set in variant.scopes.iter().filter(|set| set.choice != Choice::OneOf) {
        for name in set.names.iter().filter(|name| !seen.insert(*name)) {
            add(&format!("scopes.{}.names.{name}", set.id), "it is in another set; keep it in one of them".to_owned());
        }
    }
    let mut seen = BTreeSet::new();
    for (list, names) in [("create", &variant.create), ("credentials", &variant.credentials), ("enter", &variant.enter)]
    {
        for name in names.iter().filter(|name| !seen.insert(*name)) {
            add(&format!("{list}.{name}"), "it is listed twice; keep it in one step".to_owned());
        }
    }
    if of_app == Some(GrantType::AuthorizationCode) {
        broken.extend(levels(guide, variant));
    }
    broken
}

/// An app that people authorize asks for the scopes of one level.
fn levels(guide: &Guide, variant: &Variant) -> Vec<Broken> {
    let Some([account, sub_accounts]) = guide.scopes.as_ref().map(|table| table.levels.as_slice()) else {
        return Vec::new();
    };
    let mut broken = Vec::new();
    for set in &variant.scopes {
        let mut add =
            |says: String| broken.push(Broken::new(format!("variants.{}.scopes.{}", variant.id, set.id), says));
        let has =
            |name: &String, level: &String| name.strip_suffix(level.as_str()).is_some_and(|rest| rest.ends_with(':'));
        let of_account = set.names.iter().filter(|name| has(name, account)).count();
        if of_account != 0 && of_account != set.names.len() {
            add(format!("only some of its scopes end in `:{account}`; an app has the ones or the others"));
        } else if set.choice == Choice::Always
            && !set.names.is_empty()
            && (of_account != 0) != (variant.app == OF_ADMIN)
        {
            add(format!(
                "scopes with `:{account}` are for apps of the kind `{OF_ADMIN}`, and the others for other apps"
            ));
        }
        if set.choice != Choice::Off && set.names.iter().any(|name| has(name, sub_accounts)) {
            add(format!("few accounts have what `:{sub_accounts}` is for; write `\"choice\": \"off\"`"));
        }
    }
    broken
}
