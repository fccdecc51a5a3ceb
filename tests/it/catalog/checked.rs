//! What cannot be shown is a fault, with its place and with the words that whoever writes a file will read.

use authdesk::blocks::{BlockFormat, BlockLiteral};
use authdesk::catalog::{BlockContent, Leave, Template, ValueContent};

use super::load::parsed;
use super::sample::{ENGLISH, FACTS, GERMAN, sample_of};

#[test]
fn a_product_that_has_everything_is_whole() {
    assert_eq!(sample_of(FACTS, ENGLISH).check(), Ok(()));
}

#[test]
fn a_value_says_what_is_done_with_it() {
    let guide = sample_of(FACTS, ENGLISH);
    let variant = &guide.product.variants[0];
    let names: Vec<String> = variant.values.iter().map(|value| variant.value_name(value)).collect();
    assert_eq!(
        names[..5],
        ["App/Client ID", "App/Client Secret", "Kit/Client ID", "Kit/Client Secret", "Secret Token:"]
    );
    let contents: Vec<ValueContent<'_>> = variant.values.iter().skip(9).map(|value| value.content()).collect();
    assert_eq!(
        contents,
        [
            ValueContent::Choose("false"),
            ValueContent::Press("Regenerate"),
            ValueContent::Leave(Leave::Empty),
            ValueContent::Leave(Leave::AsIs),
            ValueContent::Own
        ]
    );
    // A group is no part of the name of a field whose label is there once.
    let only = &guide.product.variants[2];
    assert_eq!(only.value_name(&only.values[0]), "Client ID");
}

#[test]
fn a_block_has_templates_numbers_and_truths() {
    let guide = sample_of(FACTS, ENGLISH);
    let block = &guide.product.variants[0].blocks[0];
    assert_eq!((block.format, block.file.as_deref()), (BlockFormat::Ini, Some("/etc/sample.conf")));
    let lines: Vec<(&str, &BlockContent)> = block.lines.iter().map(|line| (line.key(), line.content())).collect();
    let template = |text: &str| BlockContent::Template(Template::parse(text).unwrap());
    assert_eq!(
        lines,
        [
            ("zoom.id", &template("{client_id}")),
            ("zoom.secret", &template("{client_secret}")),
            ("zoom.retry", &BlockContent::Literal(BlockLiteral::Number(5.into()))),
            ("zoom.on", &BlockContent::Literal(BlockLiteral::Bool(true)))
        ]
    );
}

#[test]
fn what_a_line_shows_is_there_and_what_is_there_is_shown_once() {
    facts_find(
        "\"own-redirect\", \"list\", \"own-scopes\"",
        "\"own-redirect\", \"own-scopes\"",
        &[
            "tasks.list: a task that no step names has no meaning here; take it out",
            "variants.user: `allow_list`, and no line shows it; add `provider/allow-list` to `create`, or a task of your own that `shows` it",
        ],
    );
    facts_find(
        "\"subscribe\": [\"endpoint\", \"names\"]",
        "\"subscribe\": [\"endpoint\"]",
        &[
            "tasks.names: a task that no step names has no meaning here; take it out",
            "variants.user: `names` of events, and no line shows it; add `provider/events-names` to `subscribe`, or a task of your own that `shows` it",
        ],
    );
    facts_find(
        "\"credentials\": [\"token\"]",
        "\"credentials\": []",
        &[
            "variants.user: a template with `secret_token`, and no line shows it; add `provider/events-secret-token` to `subscribe`, or to `credentials` if the product comes first, or a task of your own that `shows` it",
        ],
    );
    facts_find(
        "[\"own-redirect\", \"list\", \"own-scopes\"",
        "[\"own-redirect\", \"provider/redirect\", \"list\", \"own-scopes\"",
        &["variants.user.create.provider/redirect: a second line that shows the same has no meaning here; take it out"],
    );
    facts_find(
        "\"create\": [\"kit\"]",
        "\"create\": [\"kit\", \"provider/scopes\"]",
        &[
            "variants.user.second_app.create: a line that shows what belongs to the first app has no meaning here; take it out",
        ],
    );
    facts_find(
        "\"credentials\": [\"token\"],\n      \"subscribe\": [",
        "\"subscribe\": [\"token\", ",
        &["variants.user.subscribe: the Secret Token in a step after the one in which `product_first` enters it \
         (`credentials` is before) has no meaning here; take it out"],
    );
}

#[test]
fn a_template_that_nothing_fills_is_named() {
    facts_find(
        "\"{event_url}\"",
        "\"{refresh_token}\"",
        &["variants.user.values.Endpoint.template: nothing fills `{refresh_token}` here, which needs a `flow` with \
         `by_hand`; take it out, or add that"],
    );
    facts_find(
        "https://{host}/callback",
        "https://{host}/{client_secret}",
        &[
            "variants.user.redirect: nothing fills `{client_secret}` here, which needs a URL that is built from inputs, \
         `account_id` and `client_id` alone; take it out, or add that",
        ],
    );
    facts_find(
        "https://{host}/callback",
        "https://{host}/{webhook_secret}",
        &["variants.user.redirect: a secret in a redirect URL has no meaning here; take it out"],
    );
    facts_find(
        "[\"zoom.id\", \"{client_id}\"]",
        "[\"zoom.id\", \"{account_id}\"]",
        &["variants.user.blocks.conf.lines.zoom.id: nothing fills `{account_id}` here, which needs a `flow` with \
         `account_credentials`; take it out, or add that"],
    );
    facts_find(
        "[\"zoom.id\", \"{client_id}\"]",
        "[\"zoom.id\", \"{hots}\"]",
        &[
            "variants.user.blocks.conf.lines.zoom.id: character 2 of the template: no value is called `{hots}`; the names \
         are account_id client_id client_secret basic_credentials redirect_url refresh_token access_token scopes \
         authorize_url token_url secret_token event_url second.client_id second.client_secret host tenant region site port mail webhook_secret",
        ],
    );
}

#[test]
fn an_input_that_is_none_is_named() {
    facts_find(
        "\"{region}\"",
        "\"eu\"",
        &["inputs.region: an input that no template names has no meaning here; take it out"],
    );
    facts_find(
        "\"of\": [\"us\", \"eu\"], ",
        "",
        &["inputs.region: `of` with the texts to choose from is missing; add it"],
    );
    facts_find(
        "\"kind\": \"choice\"",
        "\"kind\": \"text\"",
        &["inputs.region: `of` without the kind `choice` has no meaning here; take it out"],
    );
    facts_find(
        "\"region\": {",
        "\"scopes\": {",
        &[
            "inputs.scopes: a name such as `host_name`, of lowercase letters, digits and `_`, that no value of a template has, is missing; add it",
            "inputs.scopes.label: `scopes` is missing in catalog/products/sample.en.json; add it there, or take it out here",
            "en: inputs: `region` is missing in catalog/products/sample.json; add it there, or take it out here",
            "variants.user.values.Region.template: character 2 of the template: no value is called `{region}`; the names are \
         account_id client_id client_secret basic_credentials redirect_url refresh_token access_token scopes \
         authorize_url token_url secret_token event_url second.client_id second.client_secret host tenant scopes site port mail webhook_secret",
        ],
    );
    let more: String =
        (0..5).map(|at| format!("\"more_{at}\": {{ \"kind\": \"text\", \"label\": \"More\" }},")).collect();
    let used: String = (0..5).map(|at| format!("{{more_{at}}}")).collect();
    let facts = FACTS.replacen("\"host\": {", &format!("{more}\"host\": {{"), 1).replacen(
        "{region}\"",
        &format!("{{region}}{used}\""),
        1,
    );
    assert_eq!(found(&facts, ENGLISH), ["inputs: more than eight inputs has no meaning here; take it out"]);
}

#[test]
fn a_month_that_is_none_is_named() {
    for month in ["2026", "11/2026", "2026-13", "2026-00", "2026-1", "2026-11-01", "26-11", "+026-11", "2026-+1", ""] {
        let facts = FACTS.replacen("\"checked\": \"2026-11\"", &format!("\"checked\": \"{month}\""), 1);
        assert_eq!(
            found(&facts, ENGLISH),
            [format!("checked: `{month}` is no month; write it as `2026-11`")],
            "{month}"
        );
    }
}

#[test]
fn a_field_with_two_contents_or_with_the_name_of_another_is_named() {
    facts_find(
        "\"press\": \"Regenerate\"",
        "\"press\": \"Regenerate\", \"leave\": \"empty\"",
        &[
            "variants.user.values.Encryption Key:: more than one of `template`, `choose`, `press` and `leave` has no meaning \
         here; take it out",
        ],
    );
    facts_find(
        "\"label\": \"API Key\"",
        "\"label\": \"URL\"",
        &["variants.user.values.URL: a `group` that tells this field from the other with its label is missing; add it"],
    );
}

#[test]
fn scopes_in_the_wrong_list_and_sets_without_any_are_named() {
    facts_find(
        "\"unlisted\": [\"meeting:dream:meeting\"]",
        "\"unlisted\": [\"meeting:write:meeting\"]",
        &[
            "variants.user.scopes.core.unlisted.meeting:write:meeting: a scope of the provider's table, which goes into \
         `names`, has no meaning here; take it out",
        ],
    );
    facts_find(
        "\"names\": [\"meeting:read:meeting\"]",
        "\"names\": [\"meeting:dream:meeting\"]",
        &[
            "variants.user.scopes.core.names: `meeting:dream:meeting` is not known; use a name of the provider's scope table, \
         or add it there",
            "variants.user.scopes.core.meeting:dream:meeting: it is listed twice; take one of them out",
        ],
    );
    let none = FACTS.replacen("\"names\": [\"meeting:read:meeting\"],", "", 1);
    let none = none.replacen("\"unlisted\": [\"meeting:dream:meeting\"],", "", 1);
    assert_eq!(found(&none, ENGLISH), ["variants.user.scopes.core: a scope is missing; add it"]);
}

#[test]
fn events_and_redirect_urls_come_from_one_place() {
    facts_find(
        "\"from_product\": { \"label\": \"HTTP Source Address\", \"place\": [\"Collection\"], \"source\": [\"guide\"] },",
        "",
        &["variants.events.events: `endpoint` or `from_product` is missing; add it"],
    );
    facts_find(
        "\"from_product\": { \"label\": \"OAuth",
        "\"offered\": [\"https://a.example/\"], \"from_product\": { \"label\": \"OAuth",
        &["variants.pasted.redirect: `offered` next to `from_product` has no meaning here; take it out"],
    );
    facts_find(
        "\"flow\": { \"grant\": \"authorization_code\" },\n      \"redirect\": {\n        \"from",
        "\"redirect\": {\n        \"from",
        &[
            "variants.pasted: `flow` or `events` is missing; add it",
            "variants.pasted.values.Client ID.template: nothing fills `{client_id}` here, which needs a `flow`; take it out, \
         or add that",
        ],
    );
}

#[test]
fn a_block_without_what_its_format_needs_is_named() {
    facts_find(
        "\"format\": \"ini\"",
        "\"format\": \"url\"",
        &["variants.user.blocks.conf: `command` is missing; add it"],
    );
    facts_find(
        "\"format\": \"ini\"",
        "\"format\": \"ini\", \"command\": \"x\"",
        &["variants.user.blocks.conf: `command`, for this format, has no meaning here; take it out"],
    );
    facts_find(
        "[\"zoom.on\", true]",
        "[\"zoom.id\", true]",
        &["variants.user.blocks.conf.lines.zoom.id: it is listed twice; take one of them out"],
    );
}

#[test]
fn a_product_without_an_app_says_what_to_do_instead() {
    let (before, variants) = FACTS.split_once("\"variants\": [").unwrap();
    let tasks = before.find("\"tasks\"").unwrap();
    let none =
        format!("{}\"tasks\": {{ \"save\": {{}} }}, \"no_app\": {{ \"lines\": [\"save\"] }} }}", &before[..tasks]);
    let none = none.replacen(&before[before.find("\"inputs\"").unwrap()..tasks], "", 1);
    let english = r#"{ "summary": "No app.", "tasks": { "save": "Open **Provisioning**." } }"#;
    assert_eq!(found(&none, english), [""; 0]);
    assert_eq!(
        found(&none.replacen("[\"save\"]", "[]", 1), english),
        [
            "no_app.lines: a line that says what to do instead is missing; add it",
            "tasks.save: a task that no step names has no meaning here; take it out",
        ]
    );
    let both = format!("{before}\"no_app\": {{ \"lines\": [\"save\"] }}, \"variants\": [{variants}");
    assert_eq!(found(&both, ENGLISH), ["no_app: `no_app` next to `variants` has no meaning here; take it out"]);
    let neither = none.replacen(", \"no_app\": { \"lines\": [\"save\"] }", "", 1);
    assert_eq!(found(&neither, english)[0], "variants: at least one variant is missing; add it");
}

#[test]
fn a_sentence_that_is_missing_or_that_nothing_shows_is_named_with_its_file() {
    english_finds("\"summary\"", "\"title\"", &["en: summary: the sentence is missing; add it"]);
    english_finds(
        "\"save\": \"Click **Save**.\",",
        "",
        &["tasks: `save` is missing in catalog/products/sample.en.json; add it there, or take it out here"],
    );
    english_finds("\"Most people.\"", "\"\"", &["en: variants.user.when: the sentence is missing; add it"]);
    english_finds(
        "\"when\": \"For events alone.\"",
        "\"when\": \"For events alone.\", \"redirect\": \"None.\"",
        &["en: variants.events.redirect: a sentence that no view shows has no meaning here; take it out"],
    );
    english_finds(
        "\"label\": \"Region\"",
        "\"note\": \"Region\"",
        &[
            "inputs.region.label: `region` is missing in catalog/products/sample.en.json; add it there, or take it out here",
        ],
    );
    english_finds(
        "\"region\": {",
        "\"tenant\": { \"label\": \"Tenant\" }, \"region\": {",
        &["en: inputs.tenant.label: `label`, as in the facts, has no meaning here; take it out"],
    );
    english_finds(
        "\"Kit/Client ID\"",
        "\"Kit/Client\"",
        &["en: values: `Kit/Client` is missing in catalog/products/sample.json; add it there, or take it out here"],
    );
    english_finds(
        "\"conf\"",
        "\"config\"",
        &["en: blocks: `config` is missing in catalog/products/sample.json; add it there, or take it out here"],
    );
}

#[test]
fn another_language_may_lack_any_sentence_and_has_no_other() {
    let complete = |german: &str| {
        let mut guide = sample_of(FACTS, german);
        guide.language = "de".to_owned();
        let count = guide.prose.complete(&parsed(ENGLISH));
        (guide, count)
    };
    let (guide, count) = complete(GERMAN);
    assert_eq!(guide.check(), Ok(()));
    // Of 28 sentences five are there.
    assert_eq!(count, 23);
    let prose = &guide.prose;
    let said = |name: &str| prose.tasks.get(name).map(|one| (one.as_str(), one.is_foreign())).unwrap();
    assert_eq!(said("save"), ("Klicken Sie auf **Save**.", false));
    assert_eq!(said("kit"), ("Turn on **Meeting SDK**.", true));
    let user = prose.variants.get("user").unwrap();
    assert!(!user.name.is_foreign() && user.when.is_foreign() && user.events.is_foreign());
    let (guide, _) = complete(&GERMAN.replacen("\"save\"", "\"safe\"", 1));
    let faults: Vec<String> = guide.check().unwrap_err().iter().map(ToString::to_string).collect();
    let expected = "catalog/products/sample.de.json: tasks: `safe` is missing in catalog/products/sample.json; add it there, \
                    or take it out here";
    assert_eq!(faults, [expected]);
    let (guide, count) = complete("{}");
    assert_eq!((guide.check(), count), (Ok(()), 28));
}

#[test]
fn only_a_set_that_is_selected_at_the_start_can_be_required() {
    let required = "\"choice\": \"always\", \"required\": true";
    facts_find(
        "\"choice\": \"always\"",
        required,
        &["variants.user.scopes.core.required: `required` (only beside `on`) has no meaning here; take it out"],
    );
}

/// The faults, without the names of the files of the facts, and with `en` for that of the sentences.
#[track_caller]
fn found(facts: &str, english: &str) -> Vec<String> {
    let faults = sample_of(facts, english).check().err().unwrap_or_default();
    let short = |fault: String| {
        let fault = fault.strip_prefix("catalog/products/sample.json: ").map(str::to_owned).unwrap_or(fault);
        fault.strip_prefix("catalog/products/sample.en.json: ").map_or(fault.clone(), |rest| format!("en: {rest}"))
    };
    faults.iter().map(ToString::to_string).map(short).collect()
}

#[track_caller]
fn facts_find(from: &str, to: &str, expected: &[&str]) {
    assert!(FACTS.contains(from), "{from}");
    assert_eq!(found(&FACTS.replacen(from, to, 1), ENGLISH), expected);
}

#[track_caller]
fn english_finds(from: &str, to: &str, expected: &[&str]) {
    assert!(ENGLISH.contains(from), "{from}");
    assert_eq!(found(FACTS, &ENGLISH.replacen(from, to, 1)), expected);
}
