//! Responses as programs print them, and what looks like one.

use authdesk::oauth::{AnswerForm, TokenAnswer, Tokens, read_pasted_answer};
use authdesk::reading::{DocumentHabits, PastedKind, PieceReading, Severity, read_document, what_is};

/// The same response in each notation.
const DUMPS: [&str; 18] = [
    // The form of `print_r`, of an array and of league/oauth2-client's `AccessToken`.
    "Array\n(\n    [access_token] => At0ken-1_2\n    [token_type] => Bearer\n    [expires_in] => 3600\n    [refresh_token] => Rt0ken-3\n    [scope] => openid email\n)\n",
    "Response: Array\r\n(\r\n    [scope] => openid email\r\n    [access_token] => At0ken-1_2\r\n    [refresh_token] => Rt0ken-3\r\n    [expires_in] => 3600\r\n    [token_type] => bearer\r\n)",
    "stdClass Object\n(\n    [access_token] => At0ken-1_2\n    [expires_in] => 3600\n    [id_token] =>\n    [refresh_token] => Rt0ken-3\n    [scope] => openid email\n)\n",
    "League\\OAuth2\\Client\\Token\\AccessToken Object\n(\n    [accessToken:protected] => At0ken-1_2\n    [expires:protected] => 2111053020\n    [refreshToken:protected] => Rt0ken-3\n    [resourceOwnerId:protected] => \n    [values:protected] => Array\n        (\n            [token_type] => Bearer\n            [expires_in] => 3600\n            [scope] => openid email\n        )\n\n)",
    "Array ( [access_token] => At0ken-1_2 [token_type] => Bearer [expires_in] => 3600 [refresh_token] => Rt0ken-3 [scope] => openid email )",
    "stdClass Object ( [scope] => openid email [expires_in] => 3600 [id_token] => [access_token] => At0ken-1_2 [refresh_token] => Rt0ken-3 )",
    // `var_dump`.
    "array(4) {\n  [\"access_token\"]=>\n  string(10) \"At0ken-1_2\"\n  [\"expires_in\"]=>\n  int(3600)\n  [\"refresh_token\"]=>\n  string(8) \"Rt0ken-3\"\n  [\"scope\"]=>\n  string(12) \"openid email\"\n}",
    "object(League\\OAuth2\\Client\\Token\\AccessToken)#12 (5) {\n  [\"accessToken\":protected]=>\n  string(10) \"At0ken-1_2\"\n  [\"refreshToken\":protected]=>\n  string(8) \"Rt0ken-3\"\n  [\"values\":protected]=>\n  array(2) {\n    [\"expires_in\"]=>\n    int(3600)\n    [\"scope\"]=>\n    string(12) \"openid email\"\n  }\n}",
    // `var_export`.
    "array (\n  'access_token' => 'At0ken-1_2',\n  'expires_in' => 3600,\n  'refresh_token' => 'Rt0ken-3',\n  'scope' => 'openid email',\n)",
    // Python.
    "{'access_token': 'At0ken-1_2', 'token_type': 'Bearer', 'expires_in': 3600, 'refresh_token': 'Rt0ken-3', 'scope': ['openid', 'email'], 'expires_at': 1690000000.12}",
    "{'token_type': 'Bearer',\n 'scope': 'openid email',\n 'access_token': 'At0ken-1_2',\n 'refresh_token': 'Rt0ken-3',\n 'expires_in': 3600}",
    "Token: {'access_token': 'At0ken-1_2', 'refresh_token': 'Rt0ken-3', 'expires_in': 3600, 'scope': 'openid email', 'id_token': None}",
    // Ruby, up to version 3.3 and since.
    "{\"access_token\"=>\"At0ken-1_2\", \"token_type\"=>\"Bearer\", \"expires_in\"=>3600, \"refresh_token\"=>\"Rt0ken-3\", \"scope\"=>\"openid email\"}",
    "{\"access_token\" => \"At0ken-1_2\", \"expires_in\" => 3600, \"refresh_token\" => \"Rt0ken-3\", \"scope\" => \"openid email\"}",
    "{:access_token=>\"At0ken-1_2\", :expires_in=>3600, :refresh_token=>\"Rt0ken-3\", :scope=>\"openid email\"}",
    "{access_token: \"At0ken-1_2\", expires_in: 3600, refresh_token: \"Rt0ken-3\", scope: \"openid email\"}",
    // Node.
    "{\n  access_token: 'At0ken-1_2',\n  refresh_token: 'Rt0ken-3',\n  scope: 'openid email',\n  token_type: 'Bearer',\n  expires_in: 3600\n}",
    "tokens:\n{ expires_in: 3600,\n  scope: 'openid email',\n  access_token: 'At0ken-1_2',\n  refresh_token: 'Rt0ken-3' }",
];

#[track_caller]
fn tokens(text: &str) -> Tokens {
    let read = read_pasted_answer(text);
    assert_eq!(read.form, AnswerForm::Dumped, "{text}");
    match read.answer {
        Ok(TokenAnswer::Tokens(tokens)) => tokens,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn every_notation_has_the_same_tokens() {
    for text in DUMPS {
        let tokens = tokens(text);
        // EXPOSE: the tests compare the whole text.
        assert_eq!(tokens.access_token.expose(), "At0ken-1_2", "{text}");
        assert_eq!(tokens.refresh_token.unwrap().expose(), "Rt0ken-3", "{text}");
        assert_eq!((tokens.expires_in, tokens.id_token.is_none()), (Some(3600), true), "{text}");
        assert_eq!(tokens.scopes, ["openid", "email"], "{text}");
    }
}

#[test]
fn a_dump_is_recognized_and_nothing_is_wrong_with_it() {
    for dump in DUMPS {
        assert_eq!(what_is(dump).kinds.first(), Some(&PastedKind::TokenAnswer), "{dump}");
        for text in [
            dump.to_owned(),
            format!("\n\n{dump}\n"),
            format!("```\n{dump}\n```"),
            format!("> {}", dump.replace('\n', "\n> ")),
        ] {
            let document = read_document(&text, &DocumentHabits::default());
            let pieces = &document.pieces;
            assert!(matches!(pieces.as_slice(), [only] if matches!(only.reading, PieceReading::Tokens(_))), "{text}");
            let findings = pieces.iter().flat_map(|piece| &piece.findings);
            assert!(findings.into_iter().all(|finding| finding.kind.severity() < Severity::Warning), "{text}");
        }
    }
}

#[test]
fn what_is_no_response() {
    for text in [
        // Settings with a token of their own.
        "{'access_token': 'a', 'access_token_secret': 'b', 'consumer_key': 'c'}",
        "{client_id: 'a', client_secret: 'b', access_token: 'c', refresh_token: 'd'}",
        "{'grant_type': 'refresh_token', 'refresh_token': 'd', 'access_token': 'c', 'scope': 'e'}",
        // Variables.
        "{'access_token': token, 'expires_in': seconds}",
        "{access_token, refresh_token, scope: scopes}",
        "Array\n(\n    [access_token] =>\n    [refresh_token] =>\n)\n",
        "Array ( [access_token] => [refresh_token] => )",
        "array(2) {\n  [\"access_token\"]=>\n  NULL\n}",
        // A program.
        "const tokens = {access_token: 'a', expires_in: 3600};",
        "return {'access_token': 'a', 'expires_in': 3600}\n\nprint(x)",
        "$a = ['access_token' => 'a', 'expires_in' => 3600];",
        // Something else.
        "Array\n(\n    [scope] => a\n    [interval] => 5\n)\n",
        "{'user_code': 'a', 'interval': 5}",
        "{'scopes': ['a'], 'my_access_token': 'b', 'expires_in': 3600}",
        "Array ( the access_token and the scope )",
    ] {
        let read = read_pasted_answer(text);
        assert!(read.answer.is_err(), "{text}: {read:?}");
        assert_ne!(what_is(text).kinds.first(), Some(&PastedKind::TokenAnswer), "{text}");
    }
}

/// RFC 8628 §3.2, with an error code of §3.5 where there is one.
#[test]
fn device_codes() {
    const JSON: &str = r#"{"device_code":"Hidden-1","user_code":"WDJB-MJHT","verification_uri":"https://id.example.com/device","expires_in":1800,"interval":5}"#;
    for text in [
        JSON.to_owned(),
        JSON.replace(",\"interval\":5", ""),
        // Entra ID adds one: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code
        JSON.replace("{\"device", "{\"message\":\"To sign in, open the page https://id.example.com/device and enter the code.\",\"device"),
        JSON.replace("verification_uri", "verification_url"),
        format!("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{JSON}"),
        "device_code=Hidden-1&expires_in=899&interval=5&user_code=WDJB-MJHT&verification_uri=https%3A%2F%2Fgithub.com%2Flogin%2Fdevice".to_owned(),
        "{'device_code': 'Hidden-1', 'user_code': 'WDJB-MJHT', 'interval': 5}".to_owned(),
        "Array\n(\n    [device_code] => Hidden-1\n    [user_code] => WDJB-MJHT\n)\n".to_owned(),
    ] {
        let read = read_pasted_answer(&text);
        assert!(matches!(read.answer, Ok(TokenAnswer::DeviceCodes)), "{text}: {read:?}");
        assert_eq!(what_is(&text).kinds.first(), Some(&PastedKind::TokenAnswer), "{text}");
        assert!(!format!("{read:?}").contains("Hidden"), "{read:?}");
        let document = read_document(&text, &DocumentHabits::default());
        let kinds: Vec<&str> =
            document.pieces.iter().flat_map(|piece| &piece.findings).map(|finding| finding.kind.name()).collect();
        assert!(kinds.contains(&"device-codes-read"), "{text}: {kinds:?}");
    }
    for text in
        [r#"{"device_code":"a"}"#, r#"{"user_code":"a","message":"b"}"#, r#"{"device_code":"","user_code":"a"}"#]
    {
        assert!(!matches!(read_pasted_answer(text).answer, Ok(TokenAnswer::DeviceCodes)), "{text}");
    }
    // What the text comes to is below.
    for (behind, is_tokens) in
        [(r#"{"error":"expired_token"}"#, false), (r#"{"access_token":"a","expires_in":1}"#, true)]
    {
        let text = format!("$ curl a\n{JSON}\n$ curl b\n{behind}\n");
        match read_pasted_answer(&text).answer {
            Ok(TokenAnswer::Tokens(_)) => assert!(is_tokens),
            Ok(TokenAnswer::Refused(_)) => assert!(!is_tokens),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn debug_shows_nothing_of_a_dump() {
    for text in DUMPS {
        let shown = format!(
            "{:?}{:?}{:?}",
            read_pasted_answer(text),
            what_is(text),
            read_document(text, &DocumentHabits::default())
        );
        assert!(!shown.contains("0ken"), "{shown}");
    }
}
