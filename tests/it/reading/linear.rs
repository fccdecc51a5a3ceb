//! Ten times the text takes about ten times as long, whatever the text: no paste can freeze the page.

use std::hint::black_box;
use std::time::Duration;

use crate::notation::place_of;
use crate::processor_time::spent;
use authdesk::blocks::BlockFormat;
use authdesk::desk::report;
use authdesk::oauth::{Endpoint, Secret, StateCheck, read_jwt, read_pasted_answer, read_redirect};
use authdesk::pasted_json::parse;
use authdesk::reading::{
    AnswerContext, AuthorizeHabits, DocumentHabits, Finding, InputShape, LandingContext, MetadataContext, PairShape,
    RedirectTexts, ScopeFacts, ValueRole, ValueShape, addresses_in, answer_findings, api_answer, block_formats,
    compare_redirects, excerpt, has_state, input_findings, jwt_findings, landed, mentioned_redirects,
    read_authorize_url, read_block, read_document, read_header, read_metadata, read_refusal_text, read_scopes,
    read_settings, redirect_findings, request_code, scope_findings, secret_spans, two_value_findings, unwrapped,
    value_findings, what_is,
};

use super::fixed;
use strum::VariantArray as _;

/// The shorter text, in bytes; the longer one is ten times that. A debug build is slow, and needs less to show it.
const SHORT: usize = if cfg!(debug_assertions) { 5_000 } else { 100_000 };
/// How many times as long as ten of the shorter ones the longer one may take.
const MOST: u32 = 3;
/// Below that nobody waits, and the measurement means little.
const FLOOR: Duration = Duration::from_millis(40);

/// What is repeated: the characters that readers look for, and the beginnings of what they know.
const UNITS: &[&str] = &[
    "\"",
    "'",
    "`",
    "\u{201c}",
    "%25",
    "&a=${b}",
    "%",
    "&",
    "&amp;",
    "=",
    "\\",
    "\\\"",
    "[",
    "{",
    "{\"",
    "}",
    "QUJD",
    ":",
    ";",
    ",",
    "\n",
    "\r\n\r\n",
    " ",
    "eyJ.",
    ".",
    "\u{200b}",
    "\u{2022} ",
    "-_",
    "+",
    "?",
    "?a=",
    "#",
    "/",
    "https://",
    "@",
    "code=a&",
    "<",
    "*",
    "Basic ",
    "scope",
    "a:b ",
    "a: b\n",
    "error ",
    "\"error\"",
    "message':",
    "client_id=",
    "Authdesk report, version 1 ",
    "field: a; ",
    "checked: a/b, ",
    "redirect_uri=",
    "\"code\":",
    "code=\u{201c}",
    "Bearer ",
    "://",
    " abC1dEf2",
    "cookie: $(",
    "token=$(",
    "btoa(",
    "auth=(",
    "pair=\n",
    "pair='${a:",
    "<token>",
    "Error: ",
    "error: \"",
    "message: 'a'b ",
    "(invalid_grant) a b ",
    "ValueError: a b ",
    "[error] => a ",
    "map[error:",
    "<error>",
    "401 ",
    "(",
    "a(",
    "f(a, ",
    "a.b",
    "a.b(c).",
    "a = a + a\n",
    "a += b;",
    "a['b'] = {",
    "${",
    "#{",
    "{$",
    "`${a",
    "f'{",
    "<<<A\n",
    "fetch(a, {",
    "a => {",
    "/*",
    "a<b, ",
    "new A<B>(",
    "\"a\" + ",
    "curl_setopt($ch, A, $b);\n",
    "a.append('b', c);\n",
    "issuer: ",
    "token_endpoint: {",
    "\"issuer\":\"a\",",
    "{\"jwks_uri\":\"a\",\"issuer\":\"b\"} ",
    "{\"jwks_uri\":\"a\",\"issuer\":\"b\" ",
    "https://a.example/.well-known/openid-configuration ",
    "A=\"\n",
    "a = [",
    "\"b\"c, ",
    "\tb: c\n",
    "- ",
    "a {\n",
    "-e A=b ",
    "-a \"$b\" ",
    "a=b;",
    "[a.b]\n",
    "client_secret: a\n",
    "clientId: '",
    "'secret' => ",
    "provider :a, ",
    "- name: client_id\n",
    "\u{1b}[200~curl ",
    "send: b'",
    "@a={{a}}\n",
    "{'Authorization': ",
    "If a invalid_grant b. ",
    "invalid_grant\n ",
    "- invalid_grant: a\n",
    "2026-01-01 ERROR db a\n",
    "connect ECONNREFUSED ",
    "?code=a ",
    "query parameters {\"code\"",
    "Host: a.b ",
    "GET /a 400 ",
    "[access_token] => ",
    "[access_token] => string(",
    "'access_token': '",
    "access_token: \"",
    "iat: HS256 Date.now(), ",
    "iat = a; HS256 iat: a, ",
    "access_token = refresh_token, ",
    "zoom verification_token headers.authorization ",
    "| discovery url | https://a.b/authorize ",
    "POST /a HTTP/1.1\n\n{}\n",
];

/// The fixes of the first findings, until one returns a text.
fn fix(findings: &[Finding], text: &str) {
    black_box(findings.iter().take(3).find_map(|finding| fixed(finding, text)));
}

fn value(text: &str) {
    let shape = ValueShape { plain_alphabet: true, ..ValueShape::new(ValueRole::Secret) };
    let findings = value_findings(text, &shape);
    fix(&findings, text);
    if let Some(place) = findings.first().and_then(place_of) {
        black_box(excerpt(text, place, true));
    }
    black_box(two_value_findings((text, &shape), (text, &shape)));
    for shape in InputShape::ALL {
        black_box(input_findings(text, shape));
    }
}

fn header(text: &str) {
    let reading = read_header(text, &PairShape::default());
    fix(&reading.findings, text);
}

fn authorize(text: &str) {
    let endpoint = Endpoint::parse("https://a.example/authorize").unwrap();
    let habits = AuthorizeHabits {
        endpoint: Some(&endpoint),
        wants_scope: false,
        needs_redirect: true,
        disputes_localhost: true,
        takes_loopback_with_pkce: true,
        api_hosts: &["api.a.example"],
        vanity_suffix: ".a.example",
        government_hosts: &["b.example"],
        more_parameters: &["x"],
        own_pages: &["x.example/signin"],
        client_id: "id",
        redirect_url: "https://c.example/",
    };
    let reading = read_authorize_url(text, &habits);
    fix(&reading.findings, text);
}

fn redirects(text: &str) {
    black_box(redirect_findings(text, true));
    let requested = format!("{text}x");
    let texts = RedirectTexts { registered: text, requested: &requested, received: "" };
    black_box(compare_redirects(&texts, &[]));
    let texts = RedirectTexts { registered: "", requested: &requested, received: text };
    black_box(compare_redirects(&texts, &[]));
}

fn landing(text: &str) {
    let state = Secret::new("state");
    let context = LandingContext { redirect_url: "https://a.example/", ..LandingContext::default() };
    let found = landed(text, Some(StateCheck::Exact(&state)), &context);
    fix(&found.findings, text);
    black_box(read_redirect(text, Some(StateCheck::Fingerprint("x"))));
}

fn wrapped(text: &str) {
    for front in [
        "https://urldefense.com/v3/__https://a.example/",
        "https://urldefense.com/v2/url?u=https-3A__",
        "https://www.google.com/url?q=https://www.google.com/url%3Fq%3D",
    ] {
        black_box(unwrapped(&format!("{front}{text}__;QUJD!!")));
    }
}

fn pasted(text: &str) {
    black_box(what_is(text));
}

fn document(text: &str) {
    black_box(read_document(text, &DocumentHabits::default()));
}

fn answer(text: &str) {
    let findings = answer_findings(&read_pasted_answer(text), &AnswerContext::default());
    fix(&findings, text);
}

/// The same where a program printed the response.
fn answer_dumped(text: &str) {
    answer(&format!("Array\n(\n{text}"));
    answer(&format!("{{'access_token': 'a', {text}}}"));
}

fn first_call(text: &str) {
    black_box(api_answer(text, Some("account")));
}

fn program(text: &str) {
    black_box(request_code(text));
}

/// The same characters in the languages in which they mean something else.
fn program_of_php(text: &str) {
    program(&format!("<?php $ch = curl_init();\n{text}"));
}

fn program_of_ruby(text: &str) {
    program(&format!("require 'net/http'\nNet::HTTP.get\n{text}"));
}

fn program_of_python(text: &str) {
    program(&format!("import requests\n{text}"));
}

fn program_of_insomnia(text: &str) {
    program(&format!("type: collection.insomnia.rest/5.0\ncollection:\n{text}"));
}

fn refusal(text: &str) {
    black_box(read_refusal_text(text));
    black_box((has_state(text), mentioned_redirects(text), addresses_in(text)));
}

fn jwt(text: &str) {
    black_box(jwt_findings(&read_jwt(text), Some(0)));
}

fn discovery(text: &str) {
    let reading = read_metadata(text, &MetadataContext::default());
    fix(&reading.findings, text);
}

fn report_for_support(text: &str) {
    black_box(report::read(&format!("Authdesk report, version 1\n{text}")));
}

fn scopes(text: &str) {
    let list = read_scopes(text, &|name| name == "a:b");
    let facts = vec![ScopeFacts::default(); list.names.len()];
    let findings = scope_findings(&list, &facts, Some(1));
    fix(&findings, text);
}

fn blocks(text: &str) {
    let have_their_own = [BlockFormat::Env, BlockFormat::Toml, BlockFormat::Yaml];
    for format in BlockFormat::VARIANTS.iter().filter(|format| !have_their_own.contains(format)) {
        let reading = read_block(text, *format);
        fix(&reading.findings, text);
    }
    black_box(block_formats(text));
}

/// The same where each reader is in the middle of something.
fn block_of_env(text: &str) {
    black_box(read_block(text, BlockFormat::Env));
}

fn block_of_toml(text: &str) {
    black_box(read_block(text, BlockFormat::Toml));
}

fn block_of_yaml(text: &str) {
    black_box(read_block(text, BlockFormat::Yaml));
}

fn secrets(text: &str) {
    black_box(secret_spans(text));
}

fn settings(text: &str) {
    let read = read_settings(text);
    let findings: Vec<Finding> = read.into_iter().flat_map(|read| read.findings).collect();
    fix(&findings, text);
}

fn json(text: &str) {
    black_box(parse(text).is_ok());
}

/// How long it takes to read a text so many times.
fn time(read: fn(&str), text: &str, times: u32) -> Duration {
    spent(|| (0..times).for_each(|_| read(text)))
}

fn of_length(front: &str, unit: &str, length: usize) -> String {
    format!("{front}{}", unit.repeat(length / unit.len()))
}

#[track_caller]
fn takes_time_in_proportion(read: fn(&str), front: &str) {
    for (front, unit) in ["", front].into_iter().flat_map(|front| UNITS.iter().map(move |unit| (front, unit))) {
        let (short, long) = (of_length(front, unit, SHORT), of_length(front, unit, 10 * SHORT));
        // As many characters in both: what takes time in proportion takes the same. Most are quick, and a machine that
        // was busy with something else gets two more tries.
        let is_right = |times: u32| {
            let best = |text: &str, repeats: u32| (0..times).map(|_| time(read, text, repeats)).min().unwrap();
            let long = best(&long, 1);
            long < FLOOR || long < best(&short, 10) * MOST
        };
        assert!(is_right(1) || is_right(3), "{front:?} and many {unit:?}");
    }
}

macro_rules! in_proportion {
    ($($reader:ident as $test:ident, behind $front:literal;)+) => {
        $(#[test]
        fn $test() {
            takes_time_in_proportion($reader, $front);
        })+
    };
}

in_proportion! {
    value as a_value, behind "Client Secret: ";
    header as a_header, behind "Basic ";
    authorize as an_authorize_url, behind "https://a.example/?redirect_uri=";
    redirects as redirects_side_by_side, behind "https://a.example/?x=";
    landing as an_address_one_landed_on, behind "https://a.example/?code=";
    wrapped as a_wrapped_address, behind "x";
    pasted as anything_pasted, behind "curl ";
    document as a_document, behind "curl https://a.example/token\n";
    answer as an_answer, behind "{\"access_token\":\"";
    answer_dumped as an_answer_that_was_dumped, behind "[scope] => a\n'scope': 'b', ";
    first_call as an_answer_of_the_api, behind "{\"account_id\":\"";
    program as a_program, behind "axios.post(";
    program_of_php as a_program_of_php, behind "curl_setopt($ch, CURLOPT_POSTFIELDS, \"";
    program_of_ruby as a_program_of_ruby, behind "x = \"";
    program_of_python as a_program_of_python, behind "requests.post(f'";
    program_of_insomnia as an_export_of_insomnia, behind "- url: 'a\n  b: |\n";
    refusal as a_refusal, behind "{\"error\": ";
    discovery as a_discovery_document, behind "{\"issuer\":\"https://a.example\",\"scopes_supported\":[";
    report_for_support as a_report, behind "field: client-id; findings \"";
    jwt as a_json_web_token, behind "eyJhbGciOiJub25lIn0.eyJ";
    scopes as names_of_scopes, behind "does not contain scopes:[";
    secrets as what_is_masked, behind "\"code\": \"";
    blocks as a_block, behind "export A=\"";
    block_of_env as a_block_of_env, behind "A=\"\nA='";
    block_of_toml as a_block_of_toml, behind "a = [\"b\", {c = [";
    block_of_yaml as a_block_of_yaml, behind "a:\n  - b: \"c\n";
    settings as settings_of_a_product, behind "client_id: a\nclient_secret: ";
    json as json_itself, behind "{\"a\":[";
}
