//! Zoom and any other server: endpoints, app types, test calls, questions, scopes.

use std::collections::BTreeSet;
use std::rc::Rc;

use authdesk::catalog::{
    Choice, Chooser, ChooserProse, ChooserStep, ClientAuthentication, Confidence, GrantType, Guide, ScopeTable,
};

use super::files::{once, sources_are_sound};
use super::load::*;

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
            ("lowercase_redirects", provider.lowercase_redirects),
            ("needs_redirect", provider.needs_redirect),
            ("takes_loopback_with_pkce", provider.takes_loopback_with_pkce),
            ("more_parameters", !provider.more_parameters.is_empty()),
            ("own_pages", !provider.own_pages.is_empty()),
            ("narrow_grants", !provider.narrow_grants.is_empty()),
            ("ended_signed_tokens", provider.ended_signed_tokens),
            ("query_grants", !provider.query_grants.is_empty()),
            ("values", provider.values.is_some()),
            ("rotates_refresh_token", provider.rotates_refresh_token),
        ];
        let stated: BTreeSet<&str> = stated.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
        assert_eq!(provider.facts.keys().map(String::as_str).collect::<BTreeSet<_>>(), stated, "{id}");
        assert!(provider.facts.values().all(|fact| !fact.source.is_empty()), "{id}");
        assert!(provider.narrow_words.iter().all(|word| *word == word.to_lowercase()), "{id}");
        let mut rules = provider.redirect_modes.iter().flat_map(|mode| &mode.rules);
        assert!(rules.all(|rule| !rule.source.is_empty()), "{id}");
        let hosts = provider.api_hosts.iter().chain(&provider.government_hosts);
        assert!(hosts.clone().all(|host| !host.contains('/') && *host == host.to_lowercase()), "{id}");
    }
}

#[test]
fn the_first_call_of_a_variant_is_one_that_its_scopes_allow() {
    let mut calls = Vec::new();
    let known = ["cae-learningspace", "cirqlive-meets", "kufersql", "verint-recorder", "zappysys-zoom-connector"];
    for id in known {
        let (product, zoom) = (product(id), provider("zoom"));
        for variant in &product.variants {
            let names = |choice: Choice| variant.scopes.iter().filter(move |set| set.choice == choice);
            let always: Vec<&str> = names(Choice::Always).flat_map(|set| &set.names).map(String::as_str).collect();
            let chosen = names(Choice::OneOf).map(|set| set.names.iter().map(String::as_str).collect());
            let classic: Vec<&str> = variant.classic.iter().map(String::as_str).collect();
            for scopes in [always, classic].into_iter().chain(chosen).filter(|names: &Vec<&str>| !names.is_empty()) {
                let call = zoom.first_call(variant.grant(), &scopes);
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
    let (person, account) = (Some(GrantType::AuthorizationCode), Some(GrantType::AccountCredentials));
    assert_eq!(path(None, &[]), Some("/v2/users/me"));
    assert_eq!(path(person, &[]), Some("/v2/users/me"));
    assert_eq!(path(account, &[]), Some("/v2/users?page_size=1"));
    // A token that belongs to the app alone gives no access to a user's data.
    assert_eq!(path(Some(GrantType::ClientCredentials), &[]), None);
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
        let guide = Guide { provider: Rc::new(parsed(&zoom.replacen(from, to, 1))), ..guide("kufersql", "en") };
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
        for language in languages() {
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
    let grants: Vec<_> = product("other-server")
        .variants
        .iter()
        .filter_map(|one| one.flow)
        .map(|flow| (flow.grant, flow.by_hand))
        .collect();
    assert_eq!(
        grants,
        [
            (GrantType::AuthorizationCode, true),
            (GrantType::ClientCredentials, true),
            (GrantType::AccountCredentials, false)
        ]
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
