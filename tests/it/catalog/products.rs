//! The products: which value goes under which label.

use authdesk::catalog::{Choice, Confidence, Hole, Placeholder, ScopeTable, TaskKind, Template};

use super::load::*;

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
    assert_eq!((variant.app.as_str(), variant.flow.map(|flow| flow.by_hand)), ("general-user-managed", Some(false)));
    assert_eq!(variant.redirect.expect("a redirect URL").offered, []);
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
    assert!(oauth.brings_code());
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
        assert!(!found.flow.unwrap().by_hand, "the connector makes the token");
        let offered = ["https://zappysys.com/oauth/", "https://zappysys.com/oauth"];
        assert_eq!(found.redirect.as_ref().unwrap().offered, offered.map(|url| Template::parse(url).unwrap()));
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
        let scopes = |hole: &Hole| (*hole == Hole::Value(Placeholder::Scopes)).then_some(names);
        let scope = found.values[2].template.as_ref();
        // No set of scopes is selected for an app that has them already.
        assert_eq!(scope.is_none(), found.scopes.is_empty(), "{variant}");
        if let Some(scope) = scope {
            assert_eq!(scope.fill(scopes).unwrap().expose(), names);
        }
        let mut expected = vec![("ClientId", "5678def"), ("ClientSecret", "s3cret")];
        expected.extend(scope.map(|_| ("Scope", "one two")));
        expected.extend([
            ("RedirectUrl", "https://www.example.com/"),
            ("TokenUrl", "https://zoom.us/oauth/token"),
            ("AuthorizationUrl", "https://zoom.us/oauth/authorize"),
        ]);
        enters(id, variant, &expected);
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
    assert_eq!(counts, [10, 7, 11, 7, 6]);
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
