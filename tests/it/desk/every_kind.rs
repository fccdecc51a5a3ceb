//! Each kind of finding is found in its example, which the page shows too: `www/texts/examples.json`.

use std::collections::BTreeMap;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person};
use crate::catalog::sample::{input, sample};
use crate::notation::{assert_said, said};

use authdesk::desk::parts::pasted;
use authdesk::desk::tools::redirect;
use authdesk::desk::{Action, CodeAction, Field, GuideAction, Installation, finding_page, guide};
use authdesk::oauth::{Secret, read_pasted_answer};
use authdesk::reading::{
    AnswerContext, Finding, FindingKind, RequestGrant, RequestHabits, TEXT_LIMIT, answer_findings, read_request,
};
use strum::VariantArray;

/// What each example is found to have, in the notation of the tests, in the order of the kinds. The place is what the page
/// marks.
const FOUND: [&str; 362] = [
    "blanks-around@0+1",
    "control-character@4+1",
    "colon-in-identifier@7+1",
    "encodings-agree",
    "encodings-differ",
    "no-address@17+1",
    "not-https",
    "blank-in-address@19+1",
    "user-in-address@10+1",
    "fragment-in-address@18+1",
    "parameter-in-endpoint",
    "localhost-refused",
    "redirect-capitals@24+1",
    "redirect-query@29+1",
    "redirect-elsewhere",
    "code-found",
    "code-maybe",
    "code-missing",
    "page-text-pasted",
    "authorization-url-instead",
    "code-empty",
    "several-codes",
    "authorization-refused",
    "code-and-error@40+1",
    "state-matches",
    "state-differs",
    "state-absent",
    "state-empty@40+6",
    "state-not-seen",
    "state-repeated",
    "repeated-parameter@40+1",
    "address-matches",
    "address-differs",
    "quotes-left-out@0+1",
    "blanks-left-out@39+1",
    "html-ampersand@39+1",
    "code-decoded@30+5",
    "plus-in-code@39+1",
    "encoded-twice@39+1",
    "in-fragment@25+1",
    "tokens-read",
    "device-codes-read",
    "no-refresh-token",
    "refresh-token-absent",
    "refresh-token-missing",
    "token-refused",
    "other-refusal",
    "answer-is-page",
    "answer-cut-off",
    "answer-not-json@0+1",
    "answer-unknown",
    "no-break-space@4+1=U+00A0",
    "invisible-character@6+1=U+200B",
    "byte-order-mark@0+1=U+FEFF",
    "typographic-quotes@0+1=U+201C",
    "quotes-around@0+1",
    "list-bullet@0+2",
    "line-break-inside@4+2",
    "blank-inside@4+1",
    "label-included@0+11=Client ID",
    "trailing-punctuation@6+1",
    "placeholder-words@0+14",
    "masked-dots@6+4",
    "foreign-letter@1+1=U+0435",
    "same-value-twice",
    "message-instead",
    "maybe-swapped",
    "secret-instead",
    "pair-instead@22+1",
    "account-number@0+10",
    "length-unusual=31",
    "email-instead@5+1",
    "address-instead@0+8",
    "jwt-instead@0+3",
    "secret-hashed@0+70",
    "basic-at-api@143+34",
    "pair-decoded@29+27",
    "description-read=introspection",
    "token-inactive",
    "retired-key@0+9",
    "header-read",
    "newline-encoded@pair:17+1",
    "wrapped-lines@18+1",
    "url-alphabet@9+1",
    "padding-missing@29+0",
    "letter-lost@13+0",
    "not-base64@10+1=U+0021",
    "base64-twice",
    "basic-twice@6+6",
    "header-name-twice@15+15",
    "bearer-header@52+6",
    "other-scheme@15+6",
    "scheme-mistyped@0+5",
    "line-break-in-header@30+2",
    "bearer-read",
    "bearer-missing@15+0",
    "bearer-empty@7+9",
    "bearer-twice@7+7",
    "bearer-wrapped@7+17",
    "not-an-access-token@24+21=refresh_token",
    "call-without-token@161+30",
    "self-signed-token@24+132",
    "pair-as-bearer@7+24",
    "scheme-missing@0+0",
    "basic-missing@93+24",
    "colon-missing",
    "several-colons@pair:11+1",
    "colon-encoded@pair:6+3",
    "utf-16-pair",
    "latin-1-pair",
    "pair-not-text",
    "pair-form-encoded@pair:4+1",
    "pair-needs-encoding@8+9",
    "pair-not-encoded@12+1",
    "part-missing@pair:0+0",
    "secret-empty@pair:7+0",
    "authorize-url-read",
    "parameter-missing=response_type",
    "parameter-empty@32+14=response_type",
    "authorize-path@15+6",
    "api-host@8+11",
    "vanity-host@8+12",
    "government-host@8+11",
    "own-page@8+20",
    "other-host@8+8",
    "response-type-not-code@46+5",
    "scope-unwanted@130+9",
    "pkce-plain@140+58",
    "challenge-shape@155+3",
    "challenge-is-verifier@15+43",
    "redirect-not-https",
    "redirect-cut-off@119+4",
    "redirect-not-encoded@97+18",
    "redirect-half-encoded@97+30",
    "second-question-mark@129+1",
    "secret-in-address@130+15=client_secret",
    "state-missing",
    "state-not-url-safe@136+3",
    "parameter-unknown@130+5",
    "client-id-differs@61+7",
    "redirect-differs@97+34",
    "challenge-method-unknown@221+4",
    "wrapped-address@29+24=Google redirect",
    "scanner-may-have-used",
    "more-behind-code@9+10",
    "already-decoded@46+1",
    "code-too-old=5",
    "code-used-in-command",
    "not-a-verifier",
    "form-body-read",
    "scheme-differs@0+4",
    "host-differs@20+3",
    "host-case-differs@12+1",
    "www-differs@8+0",
    "port-differs@24+4",
    "default-port-differs@24+3",
    "path-differs@24+2",
    "path-case-differs@18+2",
    "slash-differs@23+0",
    "doubled-slash-differs@18+1",
    "encoding-differs@0+32",
    "query-differs@25+3",
    "fragment-differs@25+1",
    "blank-differs@24+1",
    "same-byte-for-byte",
    "refresh-rotates",
    "scopes-missing=1",
    "scopes-extra@15+3=1",
    "scopes-absent",
    "region-named",
    "answer-quoted@0+1",
    "tokens-equal",
    "answer-is-table",
    "answer-is-form",
    "clock-ahead",
    "text-around-answer@0+2",
    "refresh-token-read",
    "call-succeeded",
    "call-refused",
    "token-instead",
    "not-an-api-answer@6+1",
    "account-matches",
    "account-differs",
    "jwt-read",
    "jwt-cut-off",
    "jwt-part-unreadable@16+4",
    "jwt-expired",
    "jwt-unsigned",
    "jwt-not-a-token",
    "scopes-read=1",
    "scope-unknown@15+13=1",
    "scope-classic@0+15=1",
    "scopes-mixed@15+15=1",
    "scope-level@0+14=1",
    "scope-repeated@15+14=1",
    "one-is-enough@47+37=2",
    "scope-case@0+14=1",
    "no-scope-found",
    "request-read",
    "parameters-in-query@42+41",
    "parameters-in-query-allowed@57+44",
    "json-body@36+37",
    "content-type-missing@0+4",
    "method-not-post@8+3",
    "other-token-endpoint@5+21",
    "secret-in-command@49+16",
    "token-in-query@38+22",
    "quotes-of-another-shell@17+1",
    "command-cut-off@36+1",
    "ampersand-not-quoted@66+1",
    "line-not-joined@32+1",
    "curl-of-powershell@8+4",
    "client-authentication-missing@0+4",
    "client-maybe-public@0+4",
    "header-misnamed@94+5",
    "two-authentications@77+15",
    "grant-mistyped@44+28=client_credentials",
    "grant-is-code@51+19",
    "grant-narrow@44+29=client_credentials",
    "multipart-body@44+29",
    "form-in-one-field@36+43",
    "body-not-as-declared@92+16",
    "content-type-repeated@145+10",
    "json-may-fail@68+37",
    "question-mark-in-body@37+1",
    "blank-before-name@77+13",
    "blank-line-missing@41+0",
    "value-not-encoded@62+17=refresh_token",
    "value-not-set@62+23=refresh_token",
    "value-masked@62+17",
    "redirect-has-code",
    "parameter-of-other-request@37+19=response_type",
    "parameter-misnamed@67+8=scope",
    "scopes-by-comma@68+9",
    "backslash-in-cmd@17+1",
    "refused-by-name@56+6",
    "refused-for-slash@46+20",
    "paste-marks@0+7",
    "no-request-found",
    "object-under-form@45+17",
    "object-as-text@63+17",
    "array-as-multipart@88+21",
    "colon-left-out@98+11",
    "pair-half-encoded@82+34",
    "object-encoded@98+12",
    "variable-as-text@98+17",
    "base64-line-breaks@94+21",
    "base64-wrapped@24+89",
    "basic-without-space@92+10",
    "bytes-as-text@85+20",
    "no-cors@63+9",
    "options-not-read@45+49",
    "encoded-before@101+28",
    "input-whole-url",
    "input-no-host@1+1=U+002C",
    "input-no-scheme",
    "input-slash-at-end@17+1",
    "input-beyond-base@9+2",
    "input-no-word@1+1=U+002F",
    "input-no-port",
    "secret-token-is-client-secret",
    "secret-token-maybe-swapped",
    "metadata-read",
    "metadata-address@0+50",
    "metadata-is-error",
    "metadata-unknown",
    "metadata-not-json",
    "metadata-broken@172+1",
    "metadata-of-resource",
    "metadata-is-listing",
    "metadata-byte-order-mark@0+1",
    "member-repeated@181+19=issuer",
    "not-a-list@163+6=code_challenge_methods_supported",
    "list-empty@163+2=code_challenge_methods_supported",
    "issuer-missing",
    "issuer-not-https@10+18",
    "issuer-has-query@10+23",
    "issuer-placeholder@10+30",
    "issuer-other-address@63+19",
    "issuer-other-host@10+19=token_endpoint",
    "endpoints-other-address@61+19",
    "endpoint-not-a-url@102+8=token_endpoint",
    "endpoint-placeholder@102+33=token_endpoint",
    "endpoint-missing=token_endpoint",
    "grant-not-listed@196+12=client_credentials",
    "grants-left-out=client_credentials",
    "pkce-left-out",
    "pkce-without-s256@163+9",
    "pushed-requests-only@212+4",
    "authentication-out-of-reach@212+19",
    "scopes-not-listed=1",
    "settings-read@0+33",
    "setting-placeholder@30+8=client_secret",
    "variable-name-in-quotes@11+14=client_id",
    "public-key-as-secret@30+26",
    "redirect-wildcard@47+1",
    "endpoints-swapped@10+23",
    "endpoints-equal@44+22",
    "endpoint-of-other-use@44+22=jwks_uri",
    "discovery-as-issuer@40+33",
    "setting-misnamed@0+5=issuer",
    "two-redirect-urls@341+40=slash-differs",
    "redirect-url-left-out@295+4",
    "redirect-has-capitals@23+15",
    "signed-body-rewritten@27+11",
    "jwt-in-milliseconds@40+17",
    "jwt-time-rounded@32+10",
    "tokens-crossed@4+12",
    "verification-token-retired@39+18",
    "endpoint-as-discovery@15+39",
    "scheme-glued@29+6",
    "expiry-in-past@20+1",
    "variable-of-other@87+21=account_id",
    "name-read-differs@52+13",
    "setting-name-odd@53+1",
    "scope-left-out@0+4",
    "redirect-not-registered@125+47=slash-differs",
    "two-client-ids@384+13",
    "verifier-left-out@295+4",
    "challenge-left-out@346+57",
    "verifier-differs@432+57=S256",
    "two-tenants@295+4",
    "code-sent-twice@656+27",
    "code-altered@401+21",
    "two-codes@401+25",
    "two-states@277+15",
    "other-value-as-token@166+29=refresh_token",
    "id-token-as-token@166+25",
    "two-access-tokens@166+23",
    "other-value-as-code@84+20=access_token",
    "other-value-as-refresh-token@186+36",
    "block-read=2",
    "no-value-found",
    "line-not-read@17+5",
    "block-cut-off@22+0",
    "quote-not-closed@10+1",
    "text-after-quote@22+7",
    "curly-quotes@17+1",
    "quotes-of-other-format@12+1",
    "quotes-missing@12+6",
    "escape-unknown@23+2",
    "comma-extra@22+1",
    "comma-missing@23+1",
    "variable-in-value@26+1",
    "dollar-in-env@19+1",
    "history-in-value@26+1",
    "insertion-not-closed@21+2",
    "hash-in-value@18+1",
    "space-at-equals@16+1",
    "space-not-quoted@26+7",
    "option-missing@11+16",
    "dash-not-hyphen@11+1",
    "tab-in-indent@6+1",
    "space-after-colon@9+1",
    "value-not-text@11+4",
    "percent-in-ini@20+1",
    "semicolon-in-value@34+6",
    "percent-not-encoded@37+1",
    "space-not-encoded@37+1",
    "key-repeated@27+7",
    "lost-character@4+1",
    "nothing-known",
];

#[test]
fn every_kind_is_found_in_its_example() {
    let mut person = Person::at("#/");
    let mut missing: BTreeMap<&str, FindingKind> =
        FindingKind::VARIANTS.iter().map(|kind| (kind.name(), *kind)).collect();
    let kind_of = |expected: &'static str| expected.split(['@', '=']).next().unwrap();
    for expected in FOUND {
        let kind = kind_of(expected);
        assert!(missing.remove(kind).is_some(), "{kind} is no kind, or is there twice");
        person.goes(&format!("#/finding/{kind}"));
        let example = finding_page::view(&person.0).unwrap().example;
        let found = example.map_or_else(String::new, |example| said([&example.finding]));
        assert_eq!(found, expected);
    }
    for (name, kind) in missing {
        person.goes(&format!("#/finding/{name}"));
        let view = finding_page::view(&person.0).unwrap();
        assert!(!view.has_example && view.example.is_none(), "{name} has an example");
        let (found, expected) = without_example(kind);
        assert_said(found.iter().filter(|finding| finding.kind == kind), expected, said(&found));
    }
}

/// What no short text on the page leads to: the reader itself is asked.
fn without_example(kind: FindingKind) -> (Vec<Finding>, &'static str) {
    match kind {
        FindingKind::TextTooLong => (too_long(), "text-too-long"),
        // No product in the catalog has an input for an email address.
        FindingKind::InputNoEmail => (no_email(), "input-no-email"),
        // `src/desk/tools/request.rs` does not know to which app a pasted request belongs.
        FindingKind::GrantForOtherApp => {
            let text = "curl -X POST https://zoom.us/oauth/token -d grant_type=client_credentials";
            (grant_for_other_app(text), "grant-for-other-app@44+29=client_credentials")
        }
        // No product in the catalog needs a refresh token of a grant type that returns none.
        FindingKind::RefreshTokenNeeded => (refresh_token_needed(), "refresh-token-needed"),
        // Each is about what is entered in two guides.
        FindingKind::PairSameClientId => (in_both(Field::ClientId, CLIENT_ID), "pair-same-client-id"),
        FindingKind::PairSameSecret => (in_both(Field::ClientSecret, CLIENT_SECRET), "pair-same-secret"),
        FindingKind::PairOtherCode => (in_both(Field::Landed, "https://a.example/?code=abcdefgh"), "pair-other-code"),
        FindingKind::PairSameResponse => (in_both(Field::Answer, r#"{"access_token":"a"}"#), "pair-same-response"),
        // An example enters texts, and chooses nothing.
        FindingKind::PkceSwitched => (pkce_switched(), "pkce-switched"),
        other => panic!("{} has no example", other.name()),
    }
}

fn pkce_switched() -> Vec<Finding> {
    let mut person = Person::at("#/tool/redirect");
    person.types(Field::Landed, "https://a.example/?code=abcdefgh12345678");
    person.does(CodeAction::ChosePkce(true));
    redirect::view(&person.0).unwrap().findings
}

/// The same text in both installations of a pair.
fn in_both(field: Field, text: &str) -> Vec<Finding> {
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    person.types(field, text);
    person.does(GuideAction::ChoseInstallation(Installation::Second));
    person.types(field, text);
    guide::pair_findings(&person.0)
}

fn too_long() -> Vec<Finding> {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new("x".repeat(TEXT_LIMIT + 1))));
    pasted::view(&person.0).unwrap().findings
}

fn no_email() -> Vec<Finding> {
    let mut person = Person::at_guide("#/product/sample", sample());
    person.types(input::MAIL, "admin");
    person.0.field_findings(input::MAIL)
}

fn grant_for_other_app(text: &str) -> Vec<Finding> {
    let habits = RequestHabits {
        token_endpoint: "https://zoom.us/oauth/token",
        other_token_endpoints: &[],
        authorize_endpoint: "https://zoom.us/oauth/authorize",
        grants: Some(&[RequestGrant::AuthorizationCode]),
        narrow_grants: &[],
        narrow_words: &[],
        query_grants: &[],
        ended_signed_tokens: false,
    };
    read_request(text, &habits).findings
}

fn refresh_token_needed() -> Vec<Finding> {
    let context =
        AnswerContext { gives_refresh_token: Some(false), needs_refresh_token: true, ..AnswerContext::default() };
    answer_findings(&read_pasted_answer(r#"{"access_token":"eyJ.a","expires_in":3599}"#), &context)
}
