//! The provider's lines in the steps of a card follow what the card has.

use super::draft::Draft;
use super::files::CardFiles;
use super::tree::{Key, Tree, way};
use crate::catalog::{CardLine, CardWhen};

/// What the name of a line begins with if it is one of the provider's.
pub(super) const PROVIDER: &str = "provider/";

/// The steps of a card that have lines, by their keys.
pub(super) const STEPS: [&str; 4] = ["create", "credentials", "subscribe", "enter"];

/// The lines that each step has by what the card has, in their order; `None` where the provider or its app type is not
/// known.
pub(super) fn usual(draft: &Draft, files: &CardFiles, variant: usize) -> Option<Vec<(&'static str, Vec<String>)>> {
    let app = draft.facts.text_at(&way!["variants", variant, "app"]);
    let lines = files.of(draft.facts.text_at(&way!["provider"]))?.lines(app)?;
    let fitting = |all: &[CardLine]| {
        let all = all.iter().filter(|line| line.when.iter().all(|when| has(draft, variant, *when)));
        all.map(|line| format!("{PROVIDER}{}", line.line)).collect()
    };
    Some(lines.lists().into_iter().map(|(step, all)| (step, fitting(all))).collect())
}

/// The lines that became usual are put in, those that no longer are come out, and what somebody has changed stays.
pub(super) fn follow(before: &Draft, draft: &mut Draft, files: &CardFiles, variant: usize) {
    let (Some(before), Some(now)) = (usual(before, files, variant), usual(draft, files, variant)) else { return };
    for ((step, before), (_, now)) in before.iter().zip(&now) {
        if before == now {
            continue;
        }
        let path = way!["variants", variant, *step];
        let mut all: Vec<String> = draft.facts.texts_at(&path).map(str::to_owned).collect();
        all.retain(|line| now.contains(line) || !before.contains(line));
        for (at, line) in now.iter().enumerate() {
            if before.contains(line) || all.contains(line) {
                continue;
            }
            let (earlier, _) = now.split_at(at);
            let after = earlier.iter().rev().find_map(|one| all.iter().position(|known| known == one));
            all.insert(after.map_or(0, |place| place + 1), line.clone());
        }
        draft.facts.set(&path, Tree::texts(all));
    }
}

fn has(draft: &Draft, variant: usize, when: CardWhen) -> bool {
    let at = |key: &str| draft.facts.at(&way!["variants", variant, key]);
    let list = |key: &str| !draft.facts.list_at(&way!["variants", variant, key]).is_empty();
    let redirect = |key: &str| draft.facts.at(&way!["variants", variant, "redirect", key]).is_some();
    let grant = |name: &str| draft.facts.text_at(&way!["variants", variant, "flow", "grant"]) == name;
    let has_name = || at("app_name").and_then(Tree::as_text).is_some_and(|name| !name.is_empty());
    let has_scopes = || list("scopes") || list("classic");
    match when {
        CardWhen::AppName => has_name(),
        CardWhen::NoAppName => !has_name(),
        CardWhen::Redirect => at("redirect").is_some(),
        CardWhen::RedirectEntered => at("redirect").is_some() && !redirect("from_product"),
        CardWhen::RedirectFromProduct => redirect("from_product"),
        CardWhen::AllowList => !draft.facts.list_at(&way!["variants", variant, "redirect", "allow_list"]).is_empty(),
        CardWhen::Scopes => has_scopes(),
        CardWhen::NoScopes => !has_scopes(),
        CardWhen::UnlistedScopes => {
            let sets = draft.facts.list_at(&way!["variants", variant, "scopes"]);
            sets.iter().any(|set| !set.list_at(&[Key::from("unlisted")]).is_empty())
        }
        CardWhen::Events => at("events").is_some(),
        CardWhen::NoEvents => at("events").is_none(),
        CardWhen::EventNames => ["names", "optional"]
            .iter()
            .any(|key| !draft.facts.list_at(&way!["variants", variant, "events", *key]).is_empty()),
        CardWhen::SecretToken => {
            let mut is_there = false;
            for key in ["values", "blocks"] {
                if let Some(tree) = at(key) {
                    tree.each_text(&mut |text| is_there |= text.contains("{secret_token"));
                }
            }
            is_there
        }
        CardWhen::AuthorizationCode => grant("authorization_code"),
        CardWhen::AccountCredentials => grant("account_credentials"),
        CardWhen::ClientCredentials => grant("client_credentials"),
    }
}
