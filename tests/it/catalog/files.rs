//! Every file of `www/catalog/`, checked against the others, against the vendors' guides and against what must be
//! rejected.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use authdesk::catalog::{
    Card, Choice, Chooser, ChooserProse, ChooserStep, ClientAuthentication, Confidence, ErrorProse, File, Grant, Guide,
    Index, Named, Placeholder, Product, ProductProse, Provider, ProviderProse, ScopeTable, Source, Task, TaskKind,
    Variant,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use strum::VariantNames;

const LANGUAGES: [&str; 2] = ["en", "de"];

// The files themselves.

#[test]
fn every_guide_is_whole_in_every_language() {
    let mut faults = Vec::new();
    for (id, language) in all_guides() {
        if let Err(found) = guide(&id, language).check() {
            faults.extend(found.iter().map(|fault| format!("{language}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_file_is_one_that_the_page_can_ask_for() {
    let mut expected = BTreeSet::from(["README.md".to_owned(), "index.json".to_owned(), "scopes/zoom.json".to_owned()]);
    expected.insert("scopes/zoom.LICENSE.txt".to_owned());
    let tables = [("errors", ids("errors")), ("choosers", ids("choosers"))];
    for (folder, ids) in tables.into_iter().chain([("products", product_ids()), ("providers", provider_ids())]) {
        for id in ids {
            expected.insert(format!("{folder}/{id}.json"));
            expected.extend(LANGUAGES.map(|language| format!("{folder}/{id}.{language}.json")));
        }
    }
    let mut found = BTreeSet::new();
    for folder in ["", "products", "providers", "scopes", "errors", "choosers"] {
        found.extend(names_in(folder).into_iter().map(|name| match folder {
            "" => name,
            folder => format!("{folder}/{name}"),
        }));
    }
    assert_eq!(found, expected);
}

#[test]
fn every_file_carries_its_own_name() {
    for id in product_ids() {
        let product = product(&id);
        assert_eq!(product.id, id);
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
        let (year, month) = product.checked.split_once('-').expect("year and month");
        assert!(year.len() == 4 && matches!(month.parse(), Ok(1..=12)), "{id}: {}", product.checked);
    }
    for id in provider_ids() {
        assert_eq!(provider(&id).id, id);
    }
}

#[test]
fn the_index_agrees_with_the_products() {
    let index: Index = read("index.json");
    let cards: Vec<&str> = index.products.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(cards.iter().copied().collect::<BTreeSet<_>>().len(), cards.len(), "a product with two cards");
    assert_eq!(cards.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), product_ids());
    for card in &index.products {
        agrees(card, &product(&card.id), &index);
    }
    for (tag, texts) in &index.tags {
        assert_eq!(texts.keys().map(String::as_str).collect::<BTreeSet<_>>(), BTreeSet::from(LANGUAGES), "{tag}");
        assert!(index.products.iter().any(|card| card.tag == *tag), "no card says {tag}");
    }
}

#[track_caller]
fn agrees(card: &Card, product: &Product, index: &Index) {
    assert_eq!((&card.name, &card.vendor, card.minutes), (&product.name, &product.vendor, product.minutes));
    assert!(index.tags.contains_key(&card.tag), "{}: the tag {}", card.id, card.tag);
    let labels = labels(&product.variants[0]);
    assert!(!card.values.is_empty(), "{}: nothing to leave with", card.id);
    for value in &card.values {
        assert!(labels.contains(&value.as_str()), "{}: {value} is no label of the first variant", card.id);
    }
    assert!(card.keywords.iter().all(|word| *word == word.to_lowercase()), "{}: keywords in lower case", card.id);
}

#[test]
fn every_source_has_an_address_or_a_date_and_is_used() {
    for id in product_ids() {
        let product = product(&id);
        let mut used: BTreeSet<&String> = product.tasks.values().flat_map(|task| &task.source).collect();
        used.extend(product.corrections.iter().flat_map(|one| &one.source));
        for variant in &product.variants {
            used.extend(variant.redirect.iter().flat_map(|redirect| &redirect.source));
            used.extend(variant.scopes.iter().flat_map(|set| &set.source));
            used.extend(variant.values.iter().flat_map(|value| &value.source));
        }
        sources_are_sound(&id, &product.sources, &used);
    }
    for id in provider_ids() {
        let provider = provider(&id);
        let mut used: BTreeSet<&String> = provider.tasks.values().flat_map(|task| &task.source).collect();
        used.extend(provider.apps.values().flat_map(|app| &app.source));
        used.extend(provider.facts.values().flat_map(|fact| &fact.source));
        let rules = provider.redirect_modes.iter().flat_map(|mode| &mode.rules);
        used.extend(rules.flat_map(|rule| &rule.source));
        used.extend(provider.api.iter().flat_map(|api| &api.calls).flat_map(|call| &call.source));
        sources_are_sound(&id, &provider.sources, &used);
    }
}

#[track_caller]
fn sources_are_sound(id: &str, sources: &Named<Source>, used: &BTreeSet<&String>) {
    assert_eq!(&sources.keys().collect::<BTreeSet<_>>(), used, "{id}: sources listed and sources used");
    for (name, source) in sources {
        assert!(!source.title.is_empty(), "{id}: {name} has no title");
        assert!(source.url.is_some() || source.date.is_some(), "{id}: {name} has neither address nor date");
        if let Some(url) = &source.url {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{id}: {name}: {url}");
            assert!(!url.contains(char::is_whitespace), "{id}: {name}: {url}");
        }
    }
}

#[test]
fn every_fact_has_a_source() {
    let unsourced = |tasks: &Named<Task>| -> Vec<String> {
        tasks.iter().filter(|(_, task)| task.source.is_empty()).map(|(name, _)| name.clone()).collect()
    };
    for id in product_ids() {
        let product = product(&id);
        // What to do with values of a product we do not know is no fact about anything.
        let allowed: &[&str] = if id == "other-server" { &["enter-values"] } else { &[] };
        assert_eq!(unsourced(&product.tasks), allowed, "{id}");
        assert!(product.corrections.iter().all(|one| !one.source.is_empty()), "{id}");
        for variant in &product.variants {
            assert!(variant.redirect.iter().all(|redirect| !redirect.source.is_empty()), "{id}");
            assert!(variant.scopes.iter().all(|set| !set.source.is_empty()), "{id}");
            assert!(variant.values.iter().all(|value| !value.source.is_empty()), "{id}");
        }
    }
    for id in provider_ids() {
        let provider = provider(&id);
        assert!(unsourced(&provider.tasks).is_empty(), "{id}");
        assert!(provider.apps.values().all(|app| !app.source.is_empty()), "{id}");
    }
}

#[test]
fn every_template_can_be_filled() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            for (label, value) in filled(&id, variant) {
                assert!(!value.is_empty(), "{id}: {label}");
            }
        }
    }
}

#[test]
fn a_variant_asks_only_for_what_its_app_has() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            let place = format!("{id}: {}", variant.id);
            let labels = labels(variant);
            assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{place}: a label twice");
            let needs = |one: Placeholder| {
                variant
                    .values
                    .iter()
                    .filter_map(|value| value.template.as_ref())
                    .any(|template| template.placeholders().any(|placeholder| placeholder == one))
            };
            assert_eq!(needs(Placeholder::AccountId), variant.has_account_id(), "{place}: Account ID");
            assert!(!needs(Placeholder::RedirectUrl) || variant.redirect.is_some(), "{place}: redirect URL");
            assert_eq!(
                needs(Placeholder::RefreshToken) || needs(Placeholder::AccessToken),
                variant.flow.by_hand,
                "{place}: a token is entered by hand, or by nobody"
            );
            let server_to_server = variant.app == "server-to-server";
            assert!(!server_to_server || variant.flow.grant == Grant::AccountCredentials, "{place}: grant");
            assert!(!server_to_server || variant.redirect.is_none(), "{place}: no redirect URL");
            assert!(!server_to_server || variant.create.iter().any(|name| name == "provider/activate"), "{place}");
        }
    }
}

#[test]
fn no_list_names_anything_twice() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            let names = variant.scopes.iter().filter(|set| set.choice != Choice::OneOf).flat_map(|set| &set.names);
            once(&id, names.chain(&variant.classic));
            once(&id, variant.create.iter().chain(&variant.credentials).chain(&variant.enter));
            for set in &variant.scopes {
                once(&id, set.names.iter());
            }
        }
    }
}

#[track_caller]
fn once<'n>(id: &str, names: impl Iterator<Item = &'n String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{id}: {name} twice");
    }
}

#[test]
fn a_general_app_asks_for_one_level() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            for set in variant.scopes.iter().filter(|_| variant.app.starts_with("general-")) {
                let admin = set.names.iter().filter(|name| name.ends_with(":admin")).count();
                assert!(admin == 0 || admin == set.names.len(), "{id}: {} mixes levels", set.id);
                assert!(set.names.iter().all(|name| !name.ends_with(":master")), "{id}: {}", set.id);
                if set.choice == Choice::Always {
                    assert_eq!(admin != 0, variant.app == "general-admin-managed", "{id}: {}", set.id);
                }
            }
        }
    }
}

// The sentences.

#[test]
fn the_languages_say_the_same() {
    for id in product_ids() {
        let [english, german] = LANGUAGES.map(|language| sentences(&guide(&id, language).prose));
        says_the_same(&id, &english, &german);
    }
    for id in provider_ids() {
        let [english, german] = LANGUAGES.map(|language| provider_sentences(&provider_prose(&id, language)));
        says_the_same(&id, &english, &german);
        let provider = provider(&id);
        let keys: BTreeSet<String> = english.into_keys().collect();
        let facts = provider.tasks.keys().map(|name| format!("tasks.{name}"));
        let facts = facts.chain(provider.apps.keys().map(|name| format!("apps.{name}")));
        let modes = provider.redirect_modes.iter();
        let facts = facts
            .chain(modes.flat_map(|mode| ["name", "says"].map(|part| format!("redirect_modes.{}.{part}", mode.id))));
        assert_eq!(keys, facts.collect(), "{id}: facts and sentences");
    }
    for id in ids("errors") {
        let [english, german] =
            LANGUAGES.map(|language| error_sentences(&read(&format!("errors/{id}.{language}.json"))));
        says_the_same(&id, &english, &german);
    }
    for id in ids("choosers") {
        let [english, german] =
            LANGUAGES.map(|language| chooser_sentences(&read(&format!("choosers/{id}.{language}.json"))));
        says_the_same(&id, &english, &german);
    }
}

#[track_caller]
fn says_the_same(id: &str, english: &BTreeMap<String, String>, german: &BTreeMap<String, String>) {
    assert_eq!(english.keys().collect::<Vec<_>>(), german.keys().collect::<Vec<_>>(), "{id}: names in en and de");
    for (name, sentence) in english {
        assert_eq!(marked(sentence), marked(&german[name]), "{id}: {name}: labels and tokens in en and de");
        let differs = sentence != &german[name] || sentence.is_empty() || name.ends_with(".name");
        assert!(differs, "{id}: {name} is not translated");
    }
}

#[test]
fn every_sentence_is_plain_text() {
    for (id, language) in all_guides() {
        let guide = guide(&id, language);
        let mut all = sentences(&guide.prose);
        all.extend(provider_sentences(&guide.provider_prose));
        for (name, sentence) in all {
            is_plain(&format!("{id}: {language}: {name}"), &sentence, language);
        }
    }
}

#[test]
fn every_sentence_about_errors_and_apps_is_plain_text() {
    for language in LANGUAGES {
        for (name, sentence) in error_sentences(&read(&format!("errors/zoom.{language}.json"))) {
            is_plain(&format!("errors: {language}: {name}"), &sentence, language);
        }
        for (name, sentence) in chooser_sentences(&read(&format!("choosers/zoom.{language}.json"))) {
            // A question ends with its mark, and is as plain as a sentence otherwise.
            let ends = sentence.strip_suffix('?').map(|asks| format!("{asks}."));
            is_plain(&format!("choosers: {language}: {name}"), ends.as_ref().unwrap_or(&sentence), language);
        }
    }
}

#[track_caller]
fn is_plain(place: &str, sentence: &str, language: &str) {
    let is_when_of_a_single_variant = place.ends_with(".when");
    assert!(is_when_of_a_single_variant || !sentence.is_empty(), "{place}: empty");
    assert_eq!(sentence.trim(), sentence, "{place}: space at an end");
    assert!(!sentence.contains('<') && !sentence.contains("]("), "{place}: HTML or a link");
    assert!(!sentence.contains('—') && !sentence.contains('\n') && !sentence.contains("  "), "{place}: {sentence}");
    assert_eq!(sentence.matches("**").count() % 2, 0, "{place}: a label is not closed");
    assert_eq!(sentence.matches('`').count() % 2, 0, "{place}: a token is not closed");
    let unmarked: String = sentence.split('`').step_by(2).collect();
    assert!(!unmarked.contains("http"), "{place}: an address outside backticks");
    if !place.ends_with(".name") && !sentence.is_empty() {
        assert!(sentence.ends_with(['.', ')']), "{place}: not a sentence: {sentence}");
    }
    if language == "de" {
        assert!(!unmarked.contains('”') && !unmarked.contains('"'), "{place}: quotes are „…“");
        let informal = [" du ", " dein", "Klicke ", "Öffne ", "Wähle ", "fuer", "ueber"];
        assert!(informal.iter().all(|word| !unmarked.contains(word)), "{place}: {sentence}");
    }
}

#[test]
fn every_label_of_the_product_that_a_guide_enters_is_explained_or_filled() {
    for (id, language) in all_guides() {
        let guide = guide(&id, language);
        for variant in &guide.product.variants {
            for value in variant.values.iter().filter(|value| value.template.is_none()) {
                let remark = guide.prose.values.get(&value.label);
                assert!(remark.is_some_and(|text| !text.is_empty()), "{id}: {language}: {}", value.label);
            }
            let several = guide.product.variants.len() > 1;
            let when = &guide.prose.variants.get(&variant.id).unwrap().when;
            assert_eq!(when.is_empty(), !several, "{id}: {language}: when to choose {}", variant.id);
        }
    }
}

// The providers.

#[test]
fn zoom_is_asked_where_and_how_it_wants() {
    let zoom = provider("zoom");
    let endpoints = zoom.endpoints.expect("Zoom's endpoints");
    assert_eq!(endpoints.authorize, "https://zoom.us/oauth/authorize");
    assert_eq!(endpoints.token, "https://zoom.us/oauth/token");
    assert_eq!(zoom.client_authentication, ClientAuthentication::BasicRaw);
    assert_eq!((zoom.scope_in_authorize_url, zoom.disputes_localhost), (false, true));
    assert_eq!(zoom.code_lifetime, Some(300));
    assert_eq!(zoom.scope_table.as_deref(), Some("zoom"));
    assert_eq!((zoom.error_table.as_deref(), zoom.chooser.as_deref()), (Some("zoom"), Some("zoom")));
    assert_eq!(endpoints.revoke.as_deref(), Some("https://zoom.us/oauth/revoke"));
    assert_eq!(endpoints.device.as_deref(), Some("https://zoom.us/oauth/devicecode"));
    assert_eq!((zoom.api_hosts[0].as_str(), zoom.api_hosts.len()), ("api.zoom.us", 9));
    let values = zoom.values.expect("shapes");
    assert_eq!((values.client_id, values.client_secret, values.account_id), (Some(22), Some(32), None));
    assert!(values.plain_alphabet && zoom.rotates_refresh_token);
}

#[test]
fn every_optional_fact_of_a_provider_has_a_source() {
    for id in provider_ids() {
        let provider = provider(&id);
        let more = provider.endpoints.as_ref().is_some_and(|all| all.revoke.is_some() || all.device.is_some());
        let stated = [
            ("endpoints", more),
            ("api", provider.api.is_some()),
            ("api_hosts", !provider.api_hosts.is_empty()),
            ("vanity_suffix", provider.vanity_suffix.is_some()),
            ("government_hosts", !provider.government_hosts.is_empty()),
            ("needs_redirect", provider.needs_redirect),
            ("takes_loopback_with_pkce", provider.takes_loopback_with_pkce),
            ("more_parameters", !provider.more_parameters.is_empty()),
            ("values", provider.values.is_some()),
            ("rotates_refresh_token", provider.rotates_refresh_token),
        ];
        let stated: BTreeSet<&str> = stated.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
        assert_eq!(provider.facts.keys().map(String::as_str).collect::<BTreeSet<_>>(), stated, "{id}");
        assert!(provider.facts.values().all(|fact| !fact.source.is_empty()), "{id}");
        let mut rules = provider.redirect_modes.iter().flat_map(|mode| &mode.rules);
        assert!(rules.all(|rule| !rule.source.is_empty()), "{id}");
        let hosts = provider.api_hosts.iter().chain(&provider.government_hosts);
        assert!(hosts.clone().all(|host| !host.contains('/') && *host == host.to_lowercase()), "{id}");
    }
}

#[test]
fn every_variant_has_a_first_call_that_its_scopes_allow() {
    let mut calls = Vec::new();
    for id in product_ids() {
        let (product, zoom) = (product(&id), provider("zoom"));
        if product.provider != "zoom" {
            continue;
        }
        for variant in &product.variants {
            let names = |choice: Choice| variant.scopes.iter().filter(move |set| set.choice == choice);
            let always: Vec<&str> = names(Choice::Always).flat_map(|set| &set.names).map(String::as_str).collect();
            let chosen = names(Choice::OneOf).map(|set| set.names.iter().map(String::as_str).collect());
            let classic: Vec<&str> = variant.classic.iter().map(String::as_str).collect();
            for scopes in [always, classic].into_iter().chain(chosen).filter(|names: &Vec<&str>| !names.is_empty()) {
                let call = zoom.first_call(Some(variant.flow.grant), &scopes);
                let call = call.unwrap_or_else(|| panic!("{id}, {}: no call for {scopes:?}", variant.id));
                calls.push(format!("{id} {} {} {:?}", variant.id, call.path, call.sure));
            }
        }
    }
    assert_eq!(
        calls,
        [
            "cae-learningspace user-managed /v2/users/me Confirmed",
            "cae-learningspace user-managed /v2/users/me Confirmed",
            "cirqlive-meets server-to-server /v2/users?page_size=1 Confirmed",
            "cirqlive-meets server-to-server /v2/users?page_size=1 Confirmed",
            "kufersql server-to-server /v2/users?page_size=1 Confirmed",
            "kufersql server-to-server /v2/users?page_size=1 Confirmed",
            "verint-recorder oauth /v2/users/me Confirmed",
            "verint-recorder oauth /v2/users/me Confirmed",
            "verint-recorder server-to-server /v2/users?page_size=1 Confirmed",
            "verint-recorder server-to-server /v2/users?page_size=1 Confirmed",
            "zappysys-zoom-connector granular /v2/users/me/settings Confirmed",
            "zappysys-zoom-connector granular-admin /v2/users/me/settings Confirmed",
            "zappysys-zoom-connector legacy /v2/users/me Confirmed",
            "zappysys-zoom-connector server-to-server /v2/users?page_size=1 Confirmed",
        ]
    );
}

#[test]
fn the_first_call_goes_by_grant_and_scopes() {
    let zoom = provider("zoom");
    let path = |grant, scopes: &[&str]| zoom.first_call(grant, scopes).map(|call| call.path.as_str());
    let (person, account) = (Some(Grant::AuthorizationCode), Some(Grant::AccountCredentials));
    assert_eq!(path(None, &[]), Some("/v2/users/me"));
    assert_eq!(path(person, &[]), Some("/v2/users/me"));
    assert_eq!(path(account, &[]), Some("/v2/users?page_size=1"));
    // A token that belongs to the app alone gives no access to a user's data.
    assert_eq!(path(Some(Grant::ClientCredentials), &[]), None);
    assert_eq!(path(person, &["meeting:write:meeting", "meeting:read:list_meetings"]), {
        Some("/v2/users/me/meetings?page_size=1")
    });
    assert_eq!(path(person, &["phone:read"]), None);
    let by_account = zoom.first_call(account, &["user:read:user:admin"]).unwrap();
    assert_eq!((by_account.path.as_str(), by_account.sure), ("/v2/users/me", Confidence::Inferred));
    assert!(provider("other").api.is_none() && provider("other").first_call(None, &[]).is_none());
    let api = zoom.api.unwrap();
    assert_eq!(api.url.strip_prefix("https://"), zoom.api_hosts.first().map(String::as_str));
    for call in &api.calls {
        assert!(!call.source.is_empty() && !call.any_of.is_empty(), "{}", call.path);
        once(&call.path, call.any_of.iter());
    }
}

#[test]
fn a_call_that_cannot_be_is_refused() {
    let zoom = text("providers/zoom.json");
    let faults = |from: &str, to: &str| -> Vec<String> {
        assert!(zoom.contains(from), "{from}");
        let guide = Guide { provider: parsed(&zoom.replacen(from, to, 1)), ..guide("kufersql", "en") };
        guide.check().err().unwrap_or_default().iter().map(ToString::to_string).collect()
    };
    for (from, to, expected) in [
        (r#""url": "https://api.zoom.us""#, r#""url": "http://api.zoom.us""#, "api.url: an address with https"),
        (r#""url": "https://api.zoom.us""#, r#""url": "https://api.zoom.us/v2""#, "api.url: an address with https"),
        (r#""path": "/v2/users/me""#, r#""path": "v2/users/me""#, "api.calls[0].path: a `/` at its beginning"),
        (r#""user:read:user","#, r#""user:read:nobody","#, "api.calls[0].any_of: `user:read:nobody`"),
        (r#""source": ["me", "granular""#, r#""source": ["you", "granular""#, "api.calls[0].source: `you`"),
    ] {
        let found = faults(from, to);
        assert!(found.len() == 1 && found[0].contains(expected), "{found:?}");
    }
    assert!(faults(r#""grants": ["account_credentials"],"#, "").is_empty());
    let found = "catalog/products/cae-learningspace.json: variants.user-managed.scopes: a call in the provider's \
                 `api.calls` that these scopes allow a token of this grant is missing; add it";
    finds("cae-learningspace", r#""grant": "authorization_code""#, r#""grant": "client_credentials""#, &[found]);
}

#[test]
fn a_chooser_leads_from_what_one_sees_to_the_app() {
    let chooser: Chooser = read("choosers/zoom.json");
    for (answers, expected, app) in [
        (&["yes", "yes"][..], "server-to-server", Some("server-to-server")),
        (&["yes", "no"], "server-to-server-inactive", Some("server-to-server")),
        (&["no", "two-tabs", "user"], "general-user-managed", Some("general-user-managed")),
        (&["no", "two-tabs", "admin"], "general-admin-managed", Some("general-admin-managed")),
        (&["no", "old-oauth", "unknown", "with-admin"], "general-admin-managed", Some("general-admin-managed")),
        (&["no", "two-tabs", "unknown", "without-admin"], "general-user-managed", Some("general-user-managed")),
        (&["no", "api-key"], "retired", None),
        (&["no", "sdk-key"], "sdk", None),
        (&["no", "secret-token-only"], "webhook-only", None),
        (&["no", "nothing"], "none-yet", None),
    ] {
        match chooser.after(answers.iter().copied()) {
            Some(ChooserStep::Outcome(outcome)) => {
                assert_eq!((outcome.id.as_str(), outcome.app.as_deref()), (expected, app), "{answers:?}");
            }
            other => panic!("{answers:?}: {other:?}"),
        }
    }
    assert!(matches!(chooser.after([]), Some(ChooserStep::Question(first)) if first.id == "account-id"));
    assert!(chooser.after(["maybe"]).is_none() && chooser.after(["yes", "yes", "yes"]).is_none());
}

#[test]
fn every_chooser_is_whole_and_its_faults_are_named() {
    let zoom = provider("zoom");
    for id in ids("choosers") {
        let chooser: Chooser = read(&format!("choosers/{id}.json"));
        assert_eq!(chooser.id, id);
        let used = chooser.questions.iter().flat_map(|one| &one.source);
        let used = used.chain(chooser.outcomes.iter().flat_map(|one| &one.source)).collect();
        sources_are_sound(&id, &chooser.sources, &used);
        for language in LANGUAGES {
            let prose: ChooserProse = read(&format!("choosers/{id}.{language}.json"));
            assert_eq!(chooser.check(&prose, language, &zoom), Ok(()), "{language}");
        }
    }
    let facts = text("choosers/zoom.json");
    for (from, to, expected) in [
        (
            "\"goes_to\": \"scopes\"",
            "\"goes_to\": \"account-id\"",
            &[
                "catalog/choosers/zoom.json: questions.managed.unknown: a way back has no meaning here; take it out",
                "catalog/choosers/zoom.json: questions.scopes: a question that nothing above it leads to has no meaning \
                 here; take it out",
            ][..],
        ),
        (
            "\"goes_to\": \"sdk\"",
            "\"goes_to\": \"kit\"",
            &[
                "catalog/choosers/zoom.json: questions.kind: `kit` is not known; use a name of `questions` or \
                 `outcomes`, or add it there",
                "catalog/choosers/zoom.json: outcomes.sdk: an outcome that nothing leads to has no meaning here; take \
                 it out",
            ],
        ),
        (
            "\"app\": \"server-to-server\"",
            "\"app\": \"jwt\"",
            &[
                "catalog/choosers/zoom.json: outcomes.server-to-server: `jwt` is not known; use a name of the provider's \
              `apps`, or add it there",
            ],
        ),
        (
            "\"id\": \"unknown\"",
            "\"id\": \"unsure\"",
            &[
                "catalog/choosers/zoom.json: questions.managed: `unsure` is missing in catalog/choosers/zoom.en.json; \
                 add it there, or take it out here",
                "catalog/choosers/zoom.en.json: questions.managed: `unknown` is missing in catalog/choosers/zoom.json; \
                 add it there, or take it out here",
            ],
        ),
    ] {
        assert!(facts.contains(from), "{from}");
        let changed: Chooser = parsed(&facts.replacen(from, to, 1));
        let faults = changed.check(&read("choosers/zoom.en.json"), "en", &zoom).expect_err("faults");
        assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn another_server_is_asked_as_rfc_6749_says() {
    let other = provider("other");
    assert_eq!(other.endpoints, None);
    // RFC 6749 §2.3.1: both are form-encoded before they are joined. §3.3: the authorization URL contains the scope.
    assert_eq!(other.client_authentication, ClientAuthentication::BasicFormEncoded);
    assert!(other.scope_in_authorize_url);
    assert_eq!(other.scope_table, None);
    let grants: Vec<_> =
        product("other-server").variants.iter().map(|one| (one.flow.grant, one.flow.by_hand)).collect();
    assert_eq!(
        grants,
        [(Grant::AuthorizationCode, true), (Grant::ClientCredentials, true), (Grant::AccountCredentials, false)]
    );
}

#[test]
fn the_scope_table_is_that_of_zooms_lists() {
    let table: ScopeTable = read("scopes/zoom.json");
    assert_eq!(table.levels, ["admin", "master"]);
    assert_eq!(table.classic.len(), 436);
    let mut granular: BTreeSet<&str> = table.granular_without_classic.iter().map(String::as_str).collect();
    assert_eq!(granular.len(), 92);
    granular.extend(table.classic.iter().flat_map(|scope| &scope.granular).map(String::as_str));
    assert_eq!(granular.len(), 2501);
    let pairs: usize = table.classic.iter().map(|scope| scope.granular.len()).sum();
    assert_eq!(pairs, 2622);
    assert_eq!(table.classic.iter().filter(|scope| scope.granular.is_empty()).count(), 23);
    for credit in ["zoom/skills", "MIT License", "Copyright (c) 2025 Zoom Video Communications, Inc."] {
        assert!(table.about.contains(credit), "{credit}");
    }
    let names: BTreeSet<&str> = table.classic.iter().map(|scope| scope.classic.as_str()).collect();
    assert_eq!(names.len(), 436, "a classic scope twice");
    for absent in
        ["pac:write", "phone_call_control:read", "phone_call_control:write", "phone_e911:read", "report:read:user"]
    {
        assert_eq!(table.classic(absent), None);
    }
    assert!(!table.has_granular("meeting:read:meeting:user"));
}

// The five products: which value goes under which label.

#[test]
fn kufersql_gets_three_values_and_a_method() {
    let variant = only_variant("kufersql");
    assert_eq!((variant.app.as_str(), variant.app_name.as_deref()), ("server-to-server", Some("KuferSQL")));
    assert_eq!(labels(&variant), ["E-Mail-Adresse", "Methode", "Account-ID", "Client-ID", "Client-Secret"]);
    enters(
        "kufersql",
        "server-to-server",
        &[
            ("Methode", "Server-To-Server OAuth App"),
            ("Account-ID", "1234abc"),
            ("Client-ID", "5678def"),
            ("Client-Secret", "s3cret"),
        ],
    );
    assert_eq!(product("kufersql").labels_language, "de");
    scopes(
        "kufersql",
        "server-to-server",
        &[
            ("core", Choice::Always, Confidence::ThirdParty, 7),
            ("change-meetings", Choice::On, Confidence::ThirdParty, 2),
            ("sub-accounts", Choice::On, Confidence::ThirdParty, 7),
        ],
    );
    let masters = &variant.scopes[2].names;
    assert!(masters.iter().all(|name| name.ends_with(":master")));
    classic("kufersql", "server-to-server", 6, Confidence::Confirmed, 127);
}

#[test]
fn cae_learningspace_gets_client_id_and_secret() {
    let variant = only_variant("cae-learningspace");
    assert_eq!((variant.app.as_str(), variant.flow.by_hand), ("general-user-managed", false));
    assert_eq!(variant.redirect.expect("a redirect URL").offered, Vec::<String>::new());
    enters("cae-learningspace", "user-managed", &[("Client ID", "5678def"), ("Client Secret", "s3cret")]);
    scopes(
        "cae-learningspace",
        "user-managed",
        &[("core", Choice::Always, Confidence::Inferred, 12), ("manage", Choice::On, Confidence::Inferred, 3)],
    );
    classic("cae-learningspace", "user-managed", 7, Confidence::Inferred, 85);
    let guide = guide("cae-learningspace", "en");
    let avoided: Vec<_> = guide
        .lines(&guide.product.variants[0].create)
        .filter(|line| line.task.kind == TaskKind::Avoid)
        .map(|line| line.name)
        .collect();
    assert_eq!(avoided, ["keep-private", "do-not-add"]);
}

#[test]
fn verint_gets_five_values_and_two_apps_for_a_pair() {
    let product = product("verint-recorder");
    // Verint says of Server-to-Server apps that one is enough for a pair.
    assert_eq!(product.variants.iter().map(|one| one.redundant_pair).collect::<Vec<_>>(), [true, false]);
    let oauth = &product.variants[0];
    assert_eq!(oauth.app, "general-admin-managed");
    assert!(oauth.flow.brings_code());
    assert_eq!(
        oauth.place,
        [
            "Recorder Manager",
            "General Setup",
            "Integration Service",
            "Settings",
            "Create",
            "Zoom Archive Polling Adapter"
        ]
    );
    enters(
        "verint-recorder",
        "oauth",
        &[
            ("Client ID", "5678def"),
            ("Client Secret", "s3cret"),
            ("Refresh Token", "r3fresh"),
            ("API Server Address", "api.zoom.us"),
            ("Authentication Server Address", "api.zoom.us/oauth/token"),
        ],
    );
    enters(
        "verint-recorder",
        "server-to-server",
        &[("Account ID", "1234abc"), ("Client ID", "5678def"), ("Client Secret", "s3cret")],
    );
    assert!(product.variants[1].values.iter().all(|value| value.sure == Confidence::Inferred));
    for id in ["oauth", "server-to-server"] {
        scopes(
            "verint-recorder",
            id,
            &[("core", Choice::Always, Confidence::Inferred, 5), ("one-meeting", Choice::Off, Confidence::Inferred, 1)],
        );
        classic("verint-recorder", id, 2, Confidence::Inferred, 20);
    }
}

#[test]
fn zappysys_gets_ten_parameters() {
    let id = "zappysys-zoom-connector";
    for (variant, names) in [
        ("granular", "user:read:settings meeting:read:meeting"),
        ("granular-admin", "user:read:settings:admin meeting:read:meeting:admin"),
        ("legacy", "meeting:read user:read"),
    ] {
        let found = variant_of(id, variant);
        assert!(!found.flow.by_hand, "the connector makes the token");
        assert_eq!(
            found.redirect.as_ref().unwrap().offered,
            ["https://zappysys.com/oauth/", "https://zappysys.com/oauth"]
        );
        assert_eq!(
            labels(&found),
            [
                "ClientId",
                "ClientSecret",
                "Scope",
                "RedirectUrl",
                "TokenUrl",
                "AuthorizationUrl",
                "RetryMode",
                "RetryStatusCodeList",
                "RetryCountMax",
                "RetryMultiplyWaitTime"
            ]
        );
        let needed = found.values.iter().filter(|value| value.needed).map(|value| value.label.as_str());
        assert!(needed.eq(["ClientId", "ClientSecret", "RedirectUrl", "TokenUrl", "AuthorizationUrl"]));
        let sample = |name: Placeholder| Some(if name == Placeholder::Scopes { names } else { sample(name) });
        assert_eq!(found.values[2].template.as_ref().unwrap().fill(sample), Ok(names.to_owned()));
        enters(
            id,
            variant,
            &[
                ("ClientId", "5678def"),
                ("ClientSecret", "s3cret"),
                ("Scope", "one two"),
                ("RedirectUrl", "https://www.example.com/"),
                ("TokenUrl", "https://zoom.us/oauth/token"),
                ("AuthorizationUrl", "https://zoom.us/oauth/authorize"),
            ],
        );
    }
    enters(id, "server-to-server", &[("Account ID", "1234abc"), ("Client ID", "5678def"), ("Client Secret", "s3cret")]);
    scopes(id, "granular", &[("user-level", Choice::Always, Confidence::Confirmed, 9)]);
    scopes(id, "granular-admin", &[("admin-level", Choice::Always, Confidence::Confirmed, 11)]);
    scopes(id, "legacy", &[]);
    scopes(
        id,
        "server-to-server",
        &[
            ("account-level", Choice::Always, Confidence::Confirmed, 11),
            ("sub-accounts", Choice::Off, Confidence::Confirmed, 4),
        ],
    );
    classic(id, "legacy", 30, Confidence::Confirmed, 245);
}

#[test]
fn cirqlive_gets_a_joined_key() {
    enters("cirqlive-meets", "server-to-server", &[("API Key", "1234abc:5678def"), ("API Secret", "s3cret")]);
    assert_eq!(labels(&only_variant("cirqlive-meets")), ["API Key", "API Secret"]);
    scopes(
        "cirqlive-meets",
        "server-to-server",
        &[
            ("core", Choice::Always, Confidence::Inferred, 11),
            ("manage-recordings", Choice::On, Confidence::Inferred, 3),
            ("manage-users", Choice::On, Confidence::Inferred, 2),
            ("webinars", Choice::On, Confidence::Inferred, 6),
        ],
    );
    classic("cirqlive-meets", "server-to-server", 9, Confidence::Confirmed, 159);
}

#[test]
fn another_server_leaves_with_everything() {
    enters(
        "other-server",
        "authorization-code",
        &[
            ("Client ID", "5678def"),
            ("Client Secret", "s3cret"),
            ("Refresh Token", "r3fresh"),
            ("Access Token", "acc3ss"),
            ("Redirect URL", "https://www.example.com/"),
            ("Authorization endpoint", "https://server.example/authorize"),
            ("Token endpoint", "https://server.example/token"),
        ],
    );
    enters(
        "other-server",
        "client-credentials",
        &[
            ("Client ID", "5678def"),
            ("Client Secret", "s3cret"),
            ("Access Token", "acc3ss"),
            ("Token endpoint", "https://server.example/token"),
        ],
    );
    enters(
        "other-server",
        "account-credentials",
        &[("Account ID", "1234abc"), ("Client ID", "5678def"), ("Client Secret", "s3cret")],
    );
}

#[test]
fn every_fault_of_the_vendors_guides_is_answered() {
    let counts = ["kufersql", "cae-learningspace", "verint-recorder", "zappysys-zoom-connector", "cirqlive-meets"]
        .map(|id| product(id).corrections.len());
    assert_eq!(counts, [9, 7, 11, 7, 5]);
}

#[track_caller]
fn enters(id: &str, variant: &str, expected: &[(&str, &str)]) {
    let found = filled(id, &variant_of(id, variant));
    let expected: Vec<_> = expected.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn scopes(id: &str, variant: &str, expected: &[(&str, Choice, Confidence, usize)]) {
    let variant = variant_of(id, variant);
    let found: Vec<_> =
        variant.scopes.iter().map(|set| (set.id.as_str(), set.choice, set.sure, set.names.len())).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn classic(id: &str, variant: &str, named: usize, sure: Confidence, migrated: usize) {
    let variant = variant_of(id, variant);
    assert_eq!((variant.classic.len(), variant.classic_sure), (named, sure));
    let table: ScopeTable = read("scopes/zoom.json");
    assert_eq!(table.migrated(&variant.classic).len(), migrated);
}

// The contract's own example.

#[test]
fn the_example_of_the_contract_is_valid() {
    let contract = text("README.md");
    let blocks: Vec<&str> =
        contract.split("```json\n").skip(1).map(|rest| rest.split_once("```").expect("an end").0).collect();
    let [facts, english, german, card] = blocks.as_slice() else { panic!("four blocks, not {}", blocks.len()) };
    for (prose, language) in [(english, "en"), (german, "de")] {
        let guide = Guide { product: parsed(facts), prose: parsed(prose), ..guide("kufersql", language) };
        guide.check().unwrap();
    }
    says_the_same("example", &sentences(&parsed(english)), &sentences(&parsed(german)));
    agrees(&parsed(card), &parsed(facts), &read("index.json"));
    let names = Placeholder::VARIANTS.iter().all(|name| contract.contains(&format!("`{{{name}}}`")));
    assert!(names, "the contract lists every name of a template");
    let keys =
        ["variants", "classic_sure", "redundant_pair", "labels_language", "by_hand", "offered", "needed", "place"];
    assert!(keys.iter().all(|key| contract.contains(&format!("`{key}`"))), "the contract explains every key");
}

// What must be rejected, with the words that whoever writes a file will read.

const SMALL: &str = r#"{
  "id": "small", "name": "Small", "vendor": "Example Ltd", "provider": "zoom",
  "checked": "2026-11", "minutes": 5, "labels_language": "en",
  "sources": {},
  "variants": [{
    "id": "one", "app": "server-to-server", "flow": { "grant": "account_credentials" },
    "create": [], "enter": [],
    "values": [{ "label": "Login", "template": "{client_id}" }]
  }]
}"#;

#[test]
fn an_unknown_key_is_refused() {
    refuses_to_read(
        "\"minutes\": 5,",
        "\"minutes\": 5, \"icon\": \"small\",",
        "catalog/products/small.json: line 3, column 44: unknown field `icon`, expected one of `id`, `name`, `vendor`, \
         `provider`, `checked`, `minutes`, `labels_language`, `sources`, `tasks`, `corrections`, `variants`",
    );
    refuses_to_read(
        "account_credentials",
        "password",
        "catalog/products/small.json: line 6, column 73: unknown variant `password`, expected one of \
         `authorization_code`, `account_credentials`, `client_credentials`",
    );
}

#[test]
fn a_missing_key_is_refused() {
    refuses_to_read(
        " \"vendor\": \"Example Ltd\",",
        "",
        "catalog/products/small.json: line 10, column 1: missing field `vendor`",
    );
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Sample {
    name: String,
    #[serde(default)]
    many: Vec<u32>,
    #[serde(default)]
    sure: Confidence,
    more: Option<String>,
    #[serde(default)]
    named: Named<u32>,
}

#[track_caller]
fn misfits(text: &str, place: &str, reason: &str) {
    let fault = File { name: "sample", text }.read::<Sample>().expect_err("a fault");
    assert_eq!(fault.to_string(), format!("sample: {place}: {reason}"));
}

#[test]
fn a_type_takes_exactly_its_names() {
    let sample = |many: &[u32], sure| Sample {
        name: "a".into(),
        many: many.to_vec(),
        sure,
        more: None,
        named: Named::default(),
    };
    assert_eq!(
        parsed::<Sample>(r#"{"many":[1,2],"sure":"inferred","name":"a","more":null}"#),
        sample(&[1, 2], Confidence::Inferred)
    );
    assert_eq!(parsed::<Sample>(r#"{"name":"a"}"#), sample(&[], Confidence::Confirmed));
    misfits("{}", "line 1, column 2", "missing field `name`");
    misfits(
        r#"{"name":"a","x":1}"#,
        "line 1, column 15",
        "unknown field `x`, expected one of `name`, `many`, `sure`, `more`, `named`",
    );
    misfits(r#"{"name":"a","name":"a"}"#, "line 1, column 18", "duplicate field `name`");
    misfits(r#"{"name":null}"#, "line 1, column 12", "invalid type: null, expected a string");
    misfits(r#"{"name":"a","many":"b"}"#, "line 1, column 22", "invalid type: string \"b\", expected a sequence");
    misfits(r#"{"name":"a","many":[-1]}"#, "line 1, column 22", "invalid value: integer `-1`, expected u32");
    misfits(r#"{"name":"a","many":[1.0]}"#, "line 1, column 23", "invalid type: floating point `1.0`, expected u32");
    misfits(
        r#"{"name":"a","sure":"odd"}"#,
        "line 1, column 24",
        "unknown variant `odd`, expected one of `confirmed`, `third_party`, `inferred`",
    );
    misfits("5", "line 1, column 1", "invalid type: integer `5`, expected struct Sample");
    misfits("[]", "line 1, column 2", "invalid length 0, expected struct Sample with 5 elements");
}

#[test]
fn the_first_misfit_of_the_text_is_told_with_its_line_and_character() {
    misfits(r#"{"many":5,"x":1}"#, "line 1, column 9", "invalid type: integer `5`, expected a sequence");
    misfits("{\n  \"name\": \"äöü😀\", \"x\": 1\n}", "line 2, column 21", UNKNOWN);
    misfits("{\n  \"name\": \"a\"", "line 2, column 13", "EOF while parsing an object");
    misfits("{\n", "line 2, column 1", "EOF while parsing an object");
}

const UNKNOWN: &str = "unknown field `x`, expected one of `name`, `many`, `sure`, `more`, `named`";

#[test]
fn names_keep_their_order_and_come_once() {
    let named = parsed::<Named<u32>>(r#"{"b":1,"a":2}"#);
    assert!(named.keys().eq(["b", "a"]) && named.values().eq(&[1, 2]));
    assert_eq!((named.get("a"), named.get("c")), (Some(&2), None));
    misfits(r#"{"name":"a","named":{"b":1,"a":2,"b":3}}"#, "line 1, column 36", "duplicate field `b`");
    misfits(r#"{"name":"a","named":[]}"#, "line 1, column 20", "invalid type: sequence, expected a map");
}

#[test]
fn an_unknown_name_in_a_template_is_refused() {
    refuses_to_read(
        "{client_id}",
        "{clientid}",
        "catalog/products/small.json: line 8, column 59: no value is called `{clientid}`; the names are account_id \
         client_id client_secret redirect_url refresh_token access_token scopes authorize_url token_url",
    );
}

#[test]
fn an_unknown_scope_is_refused() {
    finds(
        "kufersql",
        "user:update:user:admin",
        "user:update:users:admin",
        &[
            "catalog/products/kufersql.json: variants.server-to-server.scopes.core.names: `user:update:users:admin` is not \
         known; use a name of the provider's scope table, or add it there",
        ],
    );
    finds(
        "zappysys-zoom-connector",
        "\"tsp:write\"",
        "\"pac:write\"",
        &[
            "catalog/products/zappysys-zoom-connector.json: variants.legacy.classic: `pac:write` is not known; use a name of \
         the provider's scope table, or add it there",
        ],
    );
}

#[test]
fn an_unknown_task_source_or_app_is_refused() {
    finds(
        "cirqlive-meets",
        "\"provider/activate\"",
        "\"provider/publish\"",
        &[
            "catalog/products/cirqlive-meets.json: variants.server-to-server.create: `provider/publish` is not known; use a \
         name of `tasks`, here or (with `provider/`) of the provider, or add it there",
        ],
    );
    finds(
        "cirqlive-meets",
        "\"submit\": { \"source\": [\"guide\"] }",
        "\"submit\": { \"source\": [\"manual\"] }",
        &[
            "catalog/products/cirqlive-meets.json: tasks.submit.source: `manual` is not known; use a name of `sources`, or \
         add it there",
        ],
    );
    finds(
        "cirqlive-meets",
        "\"app\": \"server-to-server\"",
        "\"app\": \"jwt\"",
        &[
            "catalog/products/cirqlive-meets.json: variants.server-to-server.app: `jwt` is not known; use a name of the \
         provider's `apps`, or add it there",
        ],
    );
}

#[test]
fn a_fact_without_its_sentence_and_the_other_way_round_is_refused() {
    finds(
        "kufersql",
        "\"id\": \"menu-words\"",
        "\"id\": \"menus\"",
        &[
            "catalog/products/kufersql.json: corrections: `menus` is missing in the prose of kufersql \
         (catalog/products/kufersql.<language>.json); add it there, or take it out here",
            "the prose of kufersql (catalog/products/kufersql.<language>.json): corrections: `menu-words` is missing in \
         catalog/products/kufersql.json; add it there, or take it out here",
        ],
    );
    finds(
        "kufersql",
        "\"label\": \"E-Mail-Adresse\"",
        "\"label\": \"E-Mail\"",
        &[
            "catalog/products/kufersql.json: values: `E-Mail` is missing in the prose of kufersql \
         (catalog/products/kufersql.<language>.json); add it there, or take it out here",
            "the prose of kufersql (catalog/products/kufersql.<language>.json): values: `E-Mail-Adresse` is missing in \
         catalog/products/kufersql.json; add it there, or take it out here",
        ],
    );
}

#[test]
fn a_task_that_nothing_uses_is_refused() {
    finds(
        "cirqlive-meets",
        ", \"see-again\"]",
        "]",
        &[
            "catalog/products/cirqlive-meets.json: tasks.see-again: a task that no step names has no meaning here; take it out",
        ],
    );
}

#[test]
fn a_variant_that_lacks_what_its_lines_show_is_refused() {
    finds(
        "kufersql",
        "      \"app_name\": \"KuferSQL\",\n",
        "",
        &["catalog/products/kufersql.json: variants.server-to-server: `app_name` is missing; add it"],
    );
    finds(
        "kufersql",
        "\"provider/name-app\"",
        "\"provider/name-app-own\"",
        &["catalog/products/kufersql.json: variants.server-to-server: `app_name` has no meaning here; take it out"],
    );
    finds(
        "verint-recorder",
        "      \"redirect\": { \"source\": [\"guide\"] },\n",
        "",
        &[
            "catalog/products/verint-recorder.json: variants.oauth: `redirect` is missing; add it",
            "catalog/products/verint-recorder.json: variants.oauth.redirect: the redirect URL of a code flow is missing; \
         add it",
            "the prose of verint-recorder (catalog/products/verint-recorder.<language>.json): variants.oauth.redirect: \
         `redirect` here or in the facts is missing; add it",
        ],
    );
}

#[track_caller]
fn refuses_to_read(from: &str, to: &str, expected: &str) {
    assert!(File { name: "small", text: SMALL }.read::<Product>().is_ok() && SMALL.contains(from));
    let fault = File { name: "catalog/products/small.json", text: &SMALL.replacen(from, to, 1) }
        .read::<Product>()
        .expect_err("a fault");
    assert_eq!(fault.to_string(), expected);
}

#[track_caller]
fn finds(id: &str, from: &str, to: &str, expected: &[&str]) {
    let guide = Guide { product: parsed(&changed(id, from, to)), ..guide(id, "en") };
    let found: Vec<String> = guide.check().expect_err("faults").iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn changed(id: &str, from: &str, to: &str) -> String {
    let whole = text(&format!("products/{id}.json"));
    assert!(whole.contains(from), "{id} has no {from}");
    whole.replacen(from, to, 1)
}

// Reading.

fn sample(name: Placeholder) -> &'static str {
    match name {
        // The example of CirQlive's guide.
        Placeholder::AccountId => "1234abc",
        Placeholder::ClientId => "5678def",
        Placeholder::ClientSecret => "s3cret",
        Placeholder::RedirectUrl => "https://www.example.com/",
        Placeholder::RefreshToken => "r3fresh",
        Placeholder::AccessToken => "acc3ss",
        Placeholder::Scopes => "one two",
        Placeholder::AuthorizeUrl => "https://server.example/authorize",
        Placeholder::TokenUrl => "https://server.example/token",
    }
}

/// The fields of a variant that a template fills, with the endpoints of its provider where it has them.
fn filled(id: &str, variant: &Variant) -> Vec<(String, String)> {
    let endpoints = provider(&product(id).provider).endpoints;
    let value = |name: Placeholder| match (name, &endpoints) {
        (Placeholder::AuthorizeUrl, Some(endpoints)) => Some(endpoints.authorize.as_str()),
        (Placeholder::TokenUrl, Some(endpoints)) => Some(endpoints.token.as_str()),
        (other, _) => Some(sample(other)),
    };
    let templates = variant.values.iter().filter_map(|one| Some((one.label.clone(), one.template.as_ref()?)));
    templates.map(|(label, template)| (label, template.fill(value).unwrap())).collect()
}

fn labels(variant: &Variant) -> Vec<&str> {
    variant.values.iter().map(|value| value.label.as_str()).collect()
}

fn variant_of(id: &str, variant: &str) -> Variant {
    let found = product(id).variants.into_iter().find(|one| one.id == variant);
    found.unwrap_or_else(|| panic!("{id} has no variant {variant}"))
}

fn only_variant(id: &str) -> Variant {
    let mut variants = product(id).variants;
    assert_eq!(variants.len(), 1, "{id}");
    variants.remove(0)
}

/// Every sentence of a product by its path of keys.
fn sentences(prose: &ProductProse) -> BTreeMap<String, String> {
    let mut all = BTreeMap::from([("summary".to_owned(), prose.summary.clone())]);
    let maps = [
        ("tasks", &prose.tasks),
        ("corrections", &prose.corrections),
        ("scope_sets", &prose.scope_sets),
        ("values", &prose.values),
    ];
    for (key, map) in maps {
        all.extend(map.iter().map(|(name, sentence)| (format!("{key}.{name}"), sentence.clone())));
    }
    for (name, variant) in &prose.variants {
        all.insert(format!("variants.{name}.name"), variant.name.clone());
        all.insert(format!("variants.{name}.when"), variant.when.clone());
        all.extend(variant.redirect.iter().map(|text| (format!("variants.{name}.redirect"), text.clone())));
    }
    all
}

fn provider_sentences(prose: &ProviderProse) -> BTreeMap<String, String> {
    let tasks = prose.tasks.iter().map(|(name, sentence)| (format!("tasks.{name}"), sentence.clone()));
    let apps = prose.apps.iter().map(|(name, sentence)| (format!("apps.{name}"), sentence.clone()));
    let modes = prose.redirect_modes.iter().flat_map(|(name, mode)| {
        [("name", &mode.name), ("says", &mode.says)]
            .map(|(part, text)| (format!("redirect_modes.{name}.{part}"), text.clone()))
    });
    tasks.chain(apps).chain(modes).collect()
}

fn error_sentences(prose: &ErrorProse) -> BTreeMap<String, String> {
    let mut all: BTreeMap<_, _> =
        prose.rows.iter().map(|(name, sentence)| (format!("rows.{name}"), sentence.clone())).collect();
    for (name, cause) in &prose.causes {
        all.insert(format!("causes.{name}.says"), cause.says.clone());
        all.insert(format!("causes.{name}.fix"), cause.fix.clone());
    }
    all
}

fn chooser_sentences(prose: &ChooserProse) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (name, question) in &prose.questions {
        all.insert(format!("questions.{name}"), question.asks.clone());
        let answers = question.answers.iter();
        all.extend(answers.map(|(id, sentence)| (format!("questions.{name}.{id}"), sentence.clone())));
    }
    for (name, outcome) in &prose.outcomes {
        all.insert(format!("outcomes.{name}.says"), outcome.says.clone());
        all.insert(format!("outcomes.{name}.next"), outcome.next.clone());
    }
    all
}

/// The labels and the tokens of a sentence.
fn marked(sentence: &str) -> BTreeSet<String> {
    let tokens = sentence.split('`').skip(1).step_by(2).map(|token| format!("`{token}`"));
    let plain: String = sentence.split('`').step_by(2).collect();
    let labels = plain.split("**").skip(1).step_by(2).map(|label| format!("**{label}**")).collect::<Vec<_>>();
    tokens.chain(labels).collect()
}

fn all_guides() -> impl Iterator<Item = (String, &'static str)> {
    product_ids().into_iter().flat_map(|id| LANGUAGES.map(|language| (id.clone(), language)))
}

fn guide(id: &str, language: &str) -> Guide {
    let product = product(id);
    let provider = provider(&product.provider);
    Guide {
        prose: read(&format!("products/{id}.{language}.json")),
        provider_prose: provider_prose(&product.provider, language),
        scopes: provider.scope_table.as_ref().map(|name| read(&format!("scopes/{name}.json"))),
        product,
        provider,
    }
}

fn product(id: &str) -> Product {
    read(&format!("products/{id}.json"))
}

fn provider(id: &str) -> Provider {
    read(&format!("providers/{id}.json"))
}

fn provider_prose(id: &str, language: &str) -> ProviderProse {
    read(&format!("providers/{id}.{language}.json"))
}

fn product_ids() -> BTreeSet<String> {
    ids("products")
}

fn provider_ids() -> BTreeSet<String> {
    ids("providers")
}

/// The files without a language in their name.
fn ids(folder: &str) -> BTreeSet<String> {
    let stems = names_in(folder).into_iter().filter_map(|name| name.strip_suffix(".json").map(str::to_owned));
    stems.filter(|stem| !stem.contains('.')).collect()
}

fn names_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

#[track_caller]
fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = text(name);
    let read = File { name: &format!("catalog/{name}"), text: &text }.read();
    read.unwrap_or_else(|fault| panic!("{fault}"))
}

#[track_caller]
fn parsed<T: DeserializeOwned>(text: &str) -> T {
    File { name: "example", text }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

#[track_caller]
fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/catalog")
}
