//! The card that the form begins with.

use super::draft::Draft;
use super::files::{CardFiles, ProviderFiles};
use super::lines::{STEPS, usual};
use super::seen::refused_here;
use super::tree::{Key, Tree, way};
use crate::catalog::{GrantType, Index, SchemaVersion};
use crate::desk::Desk;
use crate::desk::search::{found, is_found_otherwise};
use crate::oauth::Moment;
use crate::texts::Text;

/// What the file is called while the product has no name.
const UNNAMED: &str = "my-product";

/// A card for the first provider and its first app type, with their lines and the fields that nearly every product has.
pub(super) fn begun(desk: &Desk, files: &CardFiles) -> Draft {
    let month = Moment::from_ms(desk.now).utc().get(..7).unwrap_or_default().to_owned();
    let mut facts = Tree::object();
    facts.set(&way!["$schema"], Tree::text("../schema/product.json"));
    facts.set(&way!["schema"], Tree::Number(SchemaVersion::NUMBER.into()));
    let texts =
        [("id", UNNAMED), ("name", ""), ("vendor", ""), ("category", "integration"), ("checked", month.as_str())];
    for (key, text) in texts {
        facts.set(&[Key::from(key)], Tree::text(text));
    }
    facts.set(&way!["minutes"], Tree::Number(15.into()));
    facts.set(&way!["labels_language"], Tree::text(desk.language.code()));
    facts.set(&way!["sources"], Tree::object());
    let mut variant = Tree::object();
    variant.set(&way!["id"], Tree::text("main"));
    variant.set(&way!["values"], Tree::List(Vec::new()));
    facts.set(&way!["variants"], Tree::List(vec![variant]));
    let mut draft = Draft::of_facts(facts, desk.language);
    if let (Some(provider), Some(index)) = (files.providers.first(), &desk.index) {
        choose_provider(&mut draft, (files, index), provider, 0, desk.language.code());
    }
    let save = desk.texts.say(Text::CardFirstLine).to_owned();
    draft.facts.set(&way!["tasks", "own-1"], Tree::object());
    draft.facts.push(&way!["variants", 0, "enter"], Tree::text("own-1"));
    if let Some(prose) = draft.prose_mut(desk.language.code()) {
        prose.set(&way!["tasks", "own-1"], Tree::text(save));
    }
    let name = wanted(desk);
    if !name.is_empty() {
        draft.facts.set(&way!["name"], Tree::text(name));
        draft.facts.set(&way!["id"], Tree::text(file_name(name)));
    }
    draft
}

/// The product that somebody has searched for in vain; empty if there is none, or it cannot be in a card.
pub(in crate::desk) fn wanted(desk: &Desk) -> &str {
    let name = desk.query.trim();
    if name.is_empty() || !found(desk).is_empty() || is_found_otherwise(desk) || refused_here(desk, [name]).is_some() {
        return "";
    }
    name
}

/// Puts the first app type of a provider into a card.
pub(super) fn choose_provider(
    draft: &mut Draft,
    files: (&CardFiles, &Index),
    provider: &ProviderFiles,
    variant: usize,
    language: &str,
) {
    draft.facts.set(&way!["provider"], Tree::text(provider.provider.id.as_str()));
    if let Some((app, _)) = provider.apps().next() {
        choose_app(draft, files, app, variant, language);
    }
}

/// Puts an app type into a card: its grant type, its name, its lines; and what an app of this type cannot have goes.
pub(super) fn choose_app(
    draft: &mut Draft,
    (files, index): (&CardFiles, &Index),
    app: &str,
    variant: usize,
    language: &str,
) {
    let Some(provider) = files.of(draft.facts.text_at(&way!["provider"])) else { return };
    let kind = provider.provider.apps.get(app);
    let before = draft.facts.text_at(&way!["variants", variant, "app"]).to_owned();
    let old_name = provider.provider.apps.get(&before).map(|kind| index.app_of(&before, kind, language).to_owned());
    draft.facts.set(&way!["variants", variant, "app"], Tree::text(app));
    let grant = kind.and_then(|kind| kind.grant).unwrap_or(GrantType::AuthorizationCode);
    let name = match grant {
        GrantType::AuthorizationCode => "authorization_code",
        GrantType::AccountCredentials => "account_credentials",
        GrantType::ClientCredentials => "client_credentials",
    };
    draft.facts.set(&way!["variants", variant, "flow"], Tree::object());
    draft.facts.set(&way!["variants", variant, "flow", "grant"], Tree::text(name));
    let id = draft.facts.text_at(&way!["variants", variant, "id"]).to_owned();
    if grant == GrantType::AuthorizationCode {
        if draft.facts.at(&way!["variants", variant, "redirect"]).is_none() {
            draft.facts.set(&way!["variants", variant, "redirect"], Tree::object());
        }
    } else {
        draft.facts.take(&way!["variants", variant, "redirect"]);
        for (_, prose) in &mut draft.prose {
            prose.take(&way!["variants", &id, "redirect"]);
        }
    }
    let (Some(kind), Some(prose)) = (kind, draft.prose_mut(language)) else { return };
    let shown = prose.text_at(&way!["variants", &id, "name"]).to_owned();
    if shown.is_empty() || old_name.is_some_and(|old| old == shown) {
        prose.set(&way!["variants", &id, "name"], Tree::text(index.app_of(app, kind, language)));
    }
    relined(draft, files, variant);
}

/// Puts the usual lines of the app type in place of the provider's lines, before those of the product.
pub(super) fn relined(draft: &mut Draft, files: &CardFiles, variant: usize) {
    let usual = usual(draft, files, variant).unwrap_or_default();
    for step in STEPS {
        let path = way!["variants", variant, step];
        let own = draft.facts.texts_at(&path).filter(|line| !line.starts_with(super::lines::PROVIDER));
        let now = usual.iter().find(|(known, _)| *known == step).map_or(&[][..], |(_, lines)| lines);
        let all: Vec<String> = now.iter().cloned().chain(own.map(str::to_owned)).collect();
        let is_needed = matches!(step, "create" | "enter");
        if all.is_empty() && !is_needed {
            draft.facts.take(&path);
        } else {
            draft.facts.set(&path, Tree::texts(all));
        }
    }
}

/// What the sentences say at first that nobody has to write.
#[derive(Clone, Debug)]
pub(in crate::desk) struct FirstSays {
    /// About a set of scopes.
    pub(super) scopes: String,
    own: String,
    prescribed: String,
    shown: String,
}

impl FirstSays {
    pub(in crate::desk) fn of(desk: &Desk) -> FirstSays {
        let say = |text: Text| desk.texts.say(text).to_owned();
        FirstSays {
            scopes: say(Text::CardScopesFirst),
            own: say(Text::CardRedirectFirst),
            prescribed: say(Text::CardRedirectFilled),
            shown: say(Text::CardRedirectCopied),
        }
    }

    /// About a redirect URL, by where it comes from.
    pub(super) fn of_redirect(&self, redirect: &Tree) -> &str {
        let has = |key: &str| redirect.at(&[Key::from(key)]).is_some();
        match (has("offered"), has("from_product")) {
            (_, true) => &self.shown,
            (true, false) => &self.prescribed,
            (false, false) => &self.own,
        }
    }

    /// Whether nobody has changed what a sentence about a redirect URL said at first.
    pub(super) fn is_of_redirect(&self, says: &str) -> bool {
        [&self.own, &self.prescribed, &self.shown].into_iter().any(|one| one == says)
    }
}

/// The name of a file from the name of a product.
#[must_use]
pub(super) fn file_name(name: &str) -> String {
    let mut id = String::new();
    for ch in name.chars().flat_map(char::to_lowercase) {
        let folded = match ch {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            _ => "",
        };
        match ch {
            'a'..='z' | '0'..='9' => id.push(ch),
            _ if !folded.is_empty() => id.push_str(folded),
            _ if !id.ends_with('-') && !id.is_empty() => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { UNNAMED.to_owned() } else { id.to_owned() }
}
