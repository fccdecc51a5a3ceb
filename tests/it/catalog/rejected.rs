//! What must be rejected, with the words that whoever writes a file will read.

use authdesk::catalog::{Confidence, File, Guide, Named, Product};
use serde::Deserialize;

use super::load::*;

const SMALL: &str = r#"{ "schema": 2, "category": "chat",
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
        "catalog/products/small.json: line 3, column 44: unknown field `icon`, expected one of `$schema`, \
         `schema`, `id`, `name`, `vendor`, `category`, `words`, `provider`, `checked`, `minutes`, `labels_language`, \
         `sources`, `inputs`, `tasks`, `corrections`, `variants`, `no_app`",
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
fn a_template_that_is_none_is_refused_with_its_place() {
    refuses_to_read(
        "{client_id}",
        "a{client_id",
        "catalog/products/small.json: line 8, column 60: character 2 of the template: a `{` without `}`; write `{{` for \
         a brace",
    );
    refuses_to_read(
        "{client_id}",
        "{Client ID}",
        "catalog/products/small.json: line 8, column 60: character 2 of the template: no value is called `{Client ID}`; \
         the names are account_id client_id client_secret basic_credentials redirect_url refresh_token access_token scopes \
         authorize_url token_url secret_token event_url second.client_id second.client_secret",
    );
    refuses_to_read(
        "{client_id}",
        "{client_id|base32}",
        "catalog/products/small.json: line 8, column 67: character 12 of the template: no filter is called `|base32`; the \
         filters are base64 form json shell url",
    );
}

#[test]
fn a_path_in_the_place_of_a_name_a_link_that_is_none_and_another_schema_are_refused() {
    refuses_to_read(
        "\"provider\": \"zoom\"",
        "\"provider\": \"../../x\"",
        "catalog/products/small.json: line 2, column 80: `../../x` is no name of a file: use lowercase letters, digits \
         and `-`, and no path or ending",
    );
    refuses_to_read(
        "\"sources\": {}",
        "\"sources\": { \"a\": { \"title\": \"A\", \"url\": \"javascript:alert(1)\" } }",
        "catalog/products/small.json: line 4, column 64: `javascript:alert(1)` is no URL of a source: it must begin with \
         `https://` or `http://` and have no spaces",
    );
    refuses_to_read(
        "\"schema\": 2",
        "\"schema\": 3",
        "catalog/products/small.json: line 1, column 13: this page reads schema 2, not 3",
    );
}

#[test]
fn a_name_of_a_template_that_nothing_has_is_refused_with_the_names_there_are() {
    finds(
        "kufersql",
        "{client_id}",
        "{clientid}",
        &[
            "catalog/products/kufersql.json: variants.server-to-server.values.Client-ID.template: character 2 of the template: \
         no value is called `{clientid}`; the names are account_id client_id client_secret basic_credentials redirect_url \
         refresh_token access_token scopes authorize_url token_url secret_token event_url second.client_id second.client_secret",
        ],
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
fn a_note_on_an_unknown_line_is_refused() {
    finds(
        "cirqlive-meets",
        "\"about\": [\"provider/open-marketplace\"], \"source\": [\"guide\"] },\n    \"help\"",
        "\"about\": [\"open-marketplace\"], \"source\": [\"guide\"] },\n    \"help\"",
        &[
            "catalog/products/cirqlive-meets.json: tasks.both-admins.about: `open-marketplace` is not known; use a name of \
         `tasks`, here or (with `provider/`) of the provider, or add it there",
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
            "catalog/products/kufersql.json: corrections: `menus` is missing in catalog/products/kufersql.en.json; add it \
         there, or take it out here",
            "catalog/products/kufersql.en.json: corrections: `menu-words` is missing in catalog/products/kufersql.json; \
         add it there, or take it out here",
        ],
    );
    finds(
        "kufersql",
        "\"label\": \"E-Mail-Adresse\"",
        "\"label\": \"E-Mail\"",
        &[
            "catalog/products/kufersql.json: values: `E-Mail` is missing in catalog/products/kufersql.en.json; add it \
         there, or take it out here",
            "catalog/products/kufersql.en.json: values: `E-Mail-Adresse` is missing in catalog/products/kufersql.json; \
         add it there, or take it out here",
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
        &[
            "catalog/products/kufersql.json: variants.server-to-server: `app_name`, and no line shows it; add `provider/name-app` to `create`, or a task of your own that `shows` it",
        ],
    );
    finds(
        "verint-recorder",
        "      \"redirect\": { \"source\": [\"guide\"] },\n",
        "",
        &[
            "catalog/products/verint-recorder.en.json: variants.oauth.redirect: a sentence that no view shows has no \
         meaning here; take it out",
            "catalog/products/verint-recorder.json: variants.oauth: `redirect` is missing; add it",
            "catalog/products/verint-recorder.json: variants.oauth.redirect: the redirect URL of a code flow is missing; \
         add it",
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
pub(super) fn finds(id: &str, from: &str, to: &str, expected: &[&str]) {
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
