//! Server responses, their errors, tokens, and the JSON that contains them.

use authdesk::oauth::{
    AnswerForm, Claim, NotAnAnswer, RefusalShape, Secret, TokenAnswer, read_jwt, read_pasted_answer, read_token_answer,
};
use authdesk::pasted_json::{Json, Kind, parse};
use authdesk::reading::{
    AnswerContext, ApiFact, FindingKind, RefusalForm, RequiredScope, Severity, Span, Within, answer_facts,
    answer_findings, api_answer as read_api_answer, extra_scopes, jwt_findings, missing_scopes, read_refusal_text,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::rules::{fixes_lead_on, lies_in, places, prints_no_secret, shown, with_secrets};

const NOW_MS: u64 = 1_800_000_000_000;

/// The response of a token endpoint.
pub fn answer(text: &str) {
    let text = &with_secrets(text);
    let pasted = read_pasted_answer(text);
    assert_eq!(format!("{pasted:?}"), format!("{:?}", read_pasted_answer(text)));
    let public = public_of(&pasted.answer);
    prints_no_secret(&pasted, &public.iter().map(String::as_str).collect::<Vec<_>>());
    let (start, length) = match pasted.form {
        AnswerForm::Plain | AnswerForm::Table | AnswerForm::Form | AnswerForm::Dumped | AnswerForm::Printed => (0, 0),
        AnswerForm::Quoted { at } | AnswerForm::Wrapped { at } => (at, 1),
        AnswerForm::Amid { at, length } => (at, length),
    };
    lies_in(&Span { within: Within::Pasted, start, length }, text);
    let needed = [RequiredScope { name: "user:read".into(), instead: vec!["user:read:user".into()] }];
    let context = AnswerContext {
        gives_refresh_token: Some(true),
        needs_refresh_token: true,
        rotates: true,
        needed_scopes: &needed,
        now_ms: Some(NOW_MS),
    };
    let findings = |text: &str| answer_findings(&read_pasted_answer(text), &context);
    places(&findings(text), text, None);
    prints_no_secret(&findings(text), &[]);
    fixes_lead_on(text, findings);
    if let Ok(TokenAnswer::Tokens(tokens)) = &pasted.answer {
        assert!(!tokens.access_token.is_empty());
        let facts = answer_facts(tokens, NOW_MS);
        prints_no_secret(&facts, &[facts.region_host.as_deref().unwrap_or_default()]);
        assert!(missing_scopes(tokens, &needed).len() <= needed.len());
        assert!(extra_scopes(tokens, &needed).len() <= tokens.scopes.len());
    }
    if let Ok(TokenAnswer::Printed(printed)) = &pasted.answer {
        let token = printed.refresh_token.as_ref().map(shown);
        assert!(token.is_none_or(|token| !token.is_empty() && !token.contains(char::is_whitespace)), "{token:?}");
    }
    answer_as_serde_says(text, &pasted.answer);
}

/// What is printed because it is not secret: names and URLs from the server.
fn public_of(answer: &Result<TokenAnswer, NotAnAnswer>) -> Vec<String> {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    match answer {
        Ok(TokenAnswer::Tokens(tokens)) => {
            [vec![some(&tokens.token_type), some(&tokens.api_url)], tokens.scopes.clone()].concat()
        }
        Ok(TokenAnswer::Refused(refusal)) => match &refusal.shape {
            RefusalShape::Zoom { error, .. } => vec![some(error)],
            RefusalShape::Rfc6749 { error, uri, .. } => vec![error.clone(), some(uri)],
            RefusalShape::Authorize { .. } | RefusalShape::Api { .. } => Vec::new(),
        },
        Ok(TokenAnswer::Printed(_) | TokenAnswer::DeviceCodes) | Err(_) => Vec::new(),
    }
}

fn answer_as_serde_says(text: &str, read: &Result<TokenAnswer, NotAnAnswer>) {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    let Value::Object(members) = value else {
        let is_text = matches!(value, Value::String(_));
        assert!(is_text || matches!(read, Err(NotAnAnswer::NotAnObject)), "{read:?}");
        return;
    };
    let text_of = |name: &str| members.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let is_cut = |name: &str| text_of(name).is_some_and(|text| text.ends_with("...") || text.ends_with('…'));
    match read {
        _ if is_cut("access_token") || is_cut("refresh_token") => {}
        Ok(TokenAnswer::Tokens(tokens)) => {
            assert_eq!(Some(shown(&tokens.access_token)), text_of("access_token"));
            assert_eq!(tokens.refresh_token.as_ref().map(shown), text_of("refresh_token"));
            assert_eq!(tokens.token_type.as_deref(), text_of("token_type"));
            if let Some(Value::Number(number)) = members.get("expires_in")
                && let Some(seconds) = number.as_u64()
            {
                assert_eq!(tokens.expires_in, Some(seconds));
            }
        }
        Ok(TokenAnswer::DeviceCodes) => {
            assert!(text_of("device_code").is_some() && text_of("user_code").is_some());
        }
        Ok(TokenAnswer::Printed(_)) => panic!("JSON is no line of a command"),
        Ok(TokenAnswer::Refused(refusal)) => {
            assert_eq!(text_of("access_token"), None);
            let names = ["reason", "error_description", "errorMessage", "message"];
            if let Some(sentence) = refusal.sentence().map(shown) {
                assert!(names.iter().any(|name| text_of(name) == Some(sentence)), "{sentence:?}");
            }
        }
        Err(fault) => {
            assert_eq!(*fault, NotAnAnswer::NoKnownKey, "{text:?}");
            let known = ["access_token", "reason", "error", "errorMessage", "message"];
            assert!(known.iter().all(|name| text_of(name).is_none()), "{text:?}");
        }
    }
}

/// The response of the test call. `¦` separates it from the Account ID that was entered.
pub fn api_answer(text: &str) {
    let text = &with_secrets(text);
    let (text, expected) = text.split_once('¦').map_or((text.as_str(), None), |(text, id)| (text, Some(id)));
    let read = read_api_answer(text, expected);
    assert_eq!(format!("{read:?}"), format!("{:?}", read_api_answer(text, expected)));
    let error = read.refusal.as_ref().and_then(|refusal| refusal.error.as_deref());
    prints_no_secret(&read, &[error.unwrap_or_default()]);
    places(&read.findings, text, None);
    let is_good = read.findings.first().is_some_and(|finding| finding.kind == FindingKind::CallSucceeded);
    assert_eq!(is_good, read.findings.iter().any(|finding| finding.kind.severity() == Severity::Good));
    assert!(is_good || read.facts.is_empty());
    assert!(!is_good || read.refusal.is_none());
    assert_eq!(read.findings.is_empty(), text.trim().is_empty() && read.refusal.is_none());
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    let text_of = |name: &str| value.get(name).and_then(Value::as_str);
    assert!(!is_good || value.is_object() || value.is_array());
    assert!(
        !is_good || ["message", "error", "access_token"].iter().all(|name| text_of(name).is_none_or(str::is_empty))
    );
    for fact in &read.facts {
        let (name, said) = match fact {
            ApiFact::UserId(said) => ("id", said),
            ApiFact::Email(said) => ("email", said),
            ApiFact::AccountId(said) => ("account_id", said),
            ApiFact::RoleName(said) => ("role_name", said),
            ApiFact::Plan(_) | ApiFact::Users(_) | ApiFact::Meetings(_) => continue,
        };
        assert_eq!(text_of(name), Some(shown(said)));
    }
}

/// The text of an error.
pub fn refusal(text: &str) {
    let text = &with_secrets(text);
    let found = read_refusal_text(text);
    assert_eq!(format!("{found:?}"), format!("{:?}", read_refusal_text(text)));
    let Some(found) = found else {
        assert!(matches!(read_token_answer(text), Ok(TokenAnswer::Tokens(_) | TokenAnswer::Printed(_))));
        return;
    };
    prints_no_secret(&found, &[found.error.as_deref().unwrap_or_default()]);
    assert!(found.status.is_none_or(|status| status == 200 || (400..600).contains(&status)));
    if let Some(error) = &found.error {
        assert!(error.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte)));
    }
    let is_nothing = matches!(found.form, RefusalForm::Empty | RefusalForm::Other);
    let has_words = found.sentence.is_some() || found.error.is_some();
    assert!(
        is_nothing || has_words || found.number.is_some() || found.status.is_some() || found.code.is_some(),
        "{text:?}"
    );
    if let Some(url) = found.url.as_ref().map(shown) {
        assert!(!url.contains(['?', '#']), "{url:?}");
    }
}

/// A JSON Web Token.
pub fn jwt(text: &str) {
    let text = &with_secrets(text);
    let read = read_jwt(text);
    assert_eq!(format!("{read:?}"), format!("{:?}", read_jwt(text)));
    for now_ms in [None, Some(NOW_MS), Some(u64::MAX)] {
        let findings = jwt_findings(&read, now_ms);
        places(&findings, text, None);
        prints_no_secret(&findings, &[]);
    }
    let Ok(jwt) = &read else {
        prints_no_secret(&read, &[]);
        return;
    };
    let names = jwt.header.iter().chain(&jwt.claims).map(|claim| claim.name.as_str());
    prints_no_secret(jwt, &names.chain(jwt.algorithm.as_deref()).collect::<Vec<_>>());
    let pieces: Vec<&str> = text.split('.').collect();
    let [head, body, _] = pieces[..] else { return };
    let part = |piece: &str| -> Option<Map<String, Value>> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(piece).ok()?).ok()
    };
    // A word before the token, such as `Bearer`, is not base64url.
    if let (Some(header), Some(claims)) = (part(head), part(body)) {
        assert!(jwt.faults.is_empty(), "{:?}", jwt.faults);
        same_members(&jwt.header, &header);
        same_members(&jwt.claims, &claims);
        assert_eq!(jwt.algorithm.as_deref(), header.get("alg").and_then(Value::as_str));
    }
}

/// Of repeated names, a different reader keeps the last one, and its value is the same as JSON.
fn same_members(ours: &[Claim], theirs: &Map<String, Value>) {
    assert!(ours.iter().all(|claim| theirs.contains_key(&claim.name)));
    for (name, value) in theirs {
        let claim = ours.iter().rfind(|claim| claim.name == *name).expect("every name is read");
        let written = |secret: &Secret| serde_json::from_str::<Value>(shown(secret)).expect("a value as it is written");
        assert_eq!(written(&claim.value), *value);
    }
}

/// Pasted JSON itself.
pub fn json(text: &str) {
    // For a `\u12` that is cut off, one of them reports an early end and the other a wrong digit.
    let has_escape = text.contains("\\u");
    match (parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs)),
        (Err(ours), Err(theirs)) => {
            assert!(text.is_char_boundary(ours.at), "{ours:?} is within a letter");
            let is_elsewhere = has_escape || theirs.to_string().contains("number out of range");
            assert!(is_elsewhere || (ours.at >= text.len()) == theirs.is_eof(), "{ours:?}, {theirs}");
        }
        (Ok(_), Err(theirs)) => assert!(theirs.to_string().contains("number out of range"), "{theirs}"),
        (Err(ours), Ok(_)) => panic!("{ours:?}"),
    }
}

fn same(ours: &Json, theirs: &Value) -> bool {
    match (&ours.kind, theirs) {
        (Kind::Null, Value::Null) => true,
        (Kind::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        // `serde_json` may round the last digit of a fraction; we keep the digits.
        (Kind::Number(digits), Value::Number(theirs)) => {
            let (Ok(ours), Some(theirs)) = (digits.parse::<f64>(), theirs.as_f64()) else { return false };
            (ours - theirs).abs() <= ours.abs() * 1e-12
        }
        (Kind::Text(ours), Value::String(theirs)) => ours == theirs,
        (Kind::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Kind::Object(ours), Value::Object(theirs)) => theirs.iter().all(|(name, theirs)| {
            ours.iter().rfind(|member| member.name == *name).is_some_and(|member| same(&member.value, theirs))
        }),
        _ => false,
    }
}
