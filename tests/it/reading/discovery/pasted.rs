//! A document as people paste it, and what they paste in its place.

use authdesk::reading::{DocumentHabits, MetadataEndpoint, PastedKind, apply, read_document, what_is};

use super::{SOUND, document, metadata, read};
use crate::notation::{kinds, said};

/// A document over several lines, as a browser or `jq` shows it.
fn pretty() -> String {
    document("").replace(',', ",\n  ").replace('{', "{\n  ").replace('}', "\n}")
}

/// Whatever is around it, the same values are read.
#[track_caller]
fn is_read(text: &str, expected: &str) {
    let read = read(text);
    let metadata = read.metadata.unwrap_or_else(|| panic!("no document: {} in {text}", said(&read.findings)));
    let endpoint = |which| metadata.endpoint(which).map(|endpoint| endpoint.as_str().to_owned());
    assert_eq!(endpoint(MetadataEndpoint::Token).as_deref(), Some("https://a.example/token"), "{text}");
    assert_eq!(endpoint(MetadataEndpoint::Authorization).as_deref(), Some("https://a.example/authorize"), "{text}");
    assert_eq!(metadata.issuer.as_deref(), Some("https://a.example"), "{text}");
    assert_eq!(kinds(&read.findings), format!("metadata-read {expected}").trim_end(), "{text}");
}

#[test]
fn with_something_around_it() {
    const URL: &str = "https://a.example/.well-known/openid-configuration";
    let (plain, pretty) = (document(""), pretty());
    for text in [&plain, &pretty, &format!("\n\n{plain}\n"), &format!("  {pretty}").replace('\n', "\r\n  ")] {
        is_read(text, "");
    }
    for text in [
        format!("$ curl {URL}\n{plain}"),
        format!("C:\\>curl.exe -s \"{URL}\"\r\n{plain}\r\nC:\\>"),
        format!("HTTP/2 200\r\ncontent-type: application/json\r\n\r\n{plain}"),
        format!("* Connected to a.example\n> GET /.well-known/openid-configuration HTTP/2\n< HTTP/2 200\n<\n{pretty}"),
        format!("{URL}\n\n{pretty}"),
        format!("Pretty-print\n{plain}"),
        format!("JSON Raw Data Headers\nSave Copy\n{pretty}"),
        format!("Here it is:\n\n```json\n{pretty}\n```\nWhat is wrong?"),
        format!("const metadata = {plain};"),
        format!("{plain}\n[1]+  Done"),
        format!("% Total % Received\n100 {plain}"),
    ] {
        is_read(&text, "text-around-answer");
    }
    is_read(&format!("\u{feff}{plain}"), "metadata-byte-order-mark");
    is_read(&pretty.lines().map(|line| format!("> {line}\n")).collect::<String>(), "");
    is_read(&format!("```\n{pretty}\n```"), "");
}

#[test]
fn as_a_string_of_its_own_or_wrapped() {
    let plain = document("");
    let escaped = plain.replace('"', "\\\"");
    for text in [format!("\"{escaped}\""), format!("'{plain}'"), format!("body=\"{escaped}\" status=200")] {
        let around = if text.starts_with('\'') { "text-around-answer" } else { "answer-quoted" };
        is_read(&text, around);
    }
    // A narrow window has broken a value, as it does when its text is copied.
    let wrapped = plain.replace("a.example/tok", "a.exam\nple/tok");
    is_read(&wrapped, "blanks-left-out");
}

#[test]
fn what_is_around_it_can_be_removed() {
    let plain = document("");
    for text in [
        format!("$ curl https://a.example/.well-known/openid-configuration\n{plain}\n"),
        format!("\u{feff}{plain}"),
        format!("\"{}\"", plain.replace('"', "\\\"")),
    ] {
        let findings = read(&text).findings;
        let fix = findings.iter().find_map(|finding| finding.fix.as_ref()).unwrap();
        assert_eq!(apply(&text, fix), plain);
    }
}

#[test]
fn as_programs_print_it() {
    let listed = "issuer                 : https://a.example\nauthorization_endpoint : https://a.example/authorize\n\
                  token_endpoint         : https://a.example/token\nscopes_supported       : {openid, email, profile, x...}\n";
    for text in [
        listed.to_owned(),
        format!("PS C:\\> irm https://a.example/.well-known/openid-configuration\n\n{listed}"),
        document("").replace('"', "'"),
        document("").replace('"', "'").replace("'issuer':", "issuer:").replace("'token_endpoint':", "token_endpoint:"),
        "issuer: https://a.example\nauthorization_endpoint: https://a.example/authorize\n\
         token_endpoint: https://a.example/token\nscopes_supported:\n- openid\n- email\n"
            .to_owned(),
        "issuer\t\"https://a.example\"\nauthorization_endpoint\t\"https://a.example/authorize\"\n\
         token_endpoint\t\"https://a.example/token\"\nscopes_supported\t\n0\t\"openid\"\n1\t\"email\"\n"
            .to_owned(),
    ] {
        is_read(&text, "metadata-is-listing");
    }
    // A list that was shortened says nothing, not even that something is missing.
    assert!(metadata(listed).scopes.names().is_empty());
    assert_eq!(
        metadata("issuer: https://a.example\ntoken_endpoint: https://a.example/t\nscopes_supported: [openid, a]")
            .scopes
            .names(),
        ["openid", "a"]
    );
}

#[test]
fn something_else() {
    let plain = document("");
    for (text, expected) in [
        ("", ""),
        (" \n\u{feff}", ""),
        ("https://a.example/.well-known/openid-configuration", "metadata-address"),
        ("<https://a.example/.well-known/oauth-authorization-server/tenant>", "metadata-address"),
        ("GET https://a.example/.well-known/openid-configuration?p=b2c_1", "metadata-address"),
        ("https://a.example/realms/demo", "metadata-not-json"),
        ("hello", "metadata-not-json"),
        ("<!DOCTYPE html><html><head><title>404</title></head></html>", "answer-is-page"),
        ("HTTP/1.1 502 Bad Gateway\r\n\r\n<html><body>Bad Gateway</body></html>", "answer-is-page"),
        ("{\"error\":\"Realm does not exist\"}", "metadata-is-error"),
        ("{\"error\":\"invalid_tenant\",\"error_description\":\"AADSTS90002\"}", "metadata-is-error"),
        ("{\"access_token\":\"DemoSecret\",\"token_type\":\"bearer\"}", "metadata-unknown"),
        ("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\"}]}", "metadata-unknown"),
        ("{\"realm\":\"demo\",\"token-service\":\"https://a.example/realms/demo\"}", "metadata-unknown"),
        ("{}", "metadata-unknown"),
        ("[]", "metadata-unknown"),
        (
            "{\"resource\":\"https://b.example\",\"authorization_servers\":[\"https://a.example\"],\"scopes_supported\":[\"a\"]}",
            "metadata-of-resource",
        ),
        (plain.get(..plain.len() / 2).unwrap(), "answer-cut-off"),
        (plain.get(..plain.len() - 1).unwrap(), "answer-cut-off"),
        (&plain.replace("]}", "],}"), "metadata-broken"),
        (&plain.replace("\",\"token_endpoint", "\" \"token_endpoint"), "metadata-broken"),
    ] {
        let read = read(text);
        assert_eq!(kinds(&read.findings), expected, "{text}");
        assert!(read.metadata.is_none(), "{text}");
    }
}

/// What the box for anything takes for a document, and what else it gives.
#[test]
fn the_box_knows_it() {
    for (server, text, _) in SOUND {
        assert_eq!(what_is(text).kinds, [PastedKind::Discovery], "{server}");
    }
    for text in [
        "https://a.example/.well-known/openid-configuration",
        "\"https://a.example/tenant/.well-known/openid-configuration?p=1\"",
        "Ours is https://a.example/.well-known/oauth-authorization-server if you need it",
        "issuer : https://a.example\ntoken_endpoint : https://a.example/token\n",
        "{\"resource\":\"https://b.example\",\"authorization_servers\":[\"https://a.example\"]}",
        document("").get(..90).unwrap(),
    ] {
        assert_eq!(what_is(text).kinds, [PastedKind::Discovery], "{text}");
    }
}

#[test]
fn what_looks_like_one_and_is_none() {
    for text in [
        "{\"access_token\":\"DemoSecret\",\"issuer\":\"x\",\"scopes_supported\":[]}",
        "{\"client_id\":\"a\",\"client_secret\":\"b\",\"issuer\":\"https://a.example\",\"token_endpoint\":\"https://a.example/t\"}",
        "{\"redirect_uris\":[\"https://c.example\"],\"token_endpoint\":\"https://a.example\",\"issuer\":\"x\"}",
        "{\"keys\":[{\"kty\":\"RSA\"}]}",
        "{\"issuer\":\"Example Bank\",\"number\":1}",
        "{\"error\":\"server_error\"}",
        "https://a.example/.well-known/jwks.json",
        "https://c.example/cb?code=abc",
        "https://a.example/authorize?response_type=code&client_id=x&redirect_uri=https%3A%2F%2Fa.example%2F.well-known%2Fopenid-configuration",
        "The token_endpoint and the issuer are not the same.",
        "issuer: https://a.example\nclient_id: abc\ntoken_endpoint: https://a.example/token",
    ] {
        assert!(!what_is(text).kinds.contains(&PastedKind::Discovery), "{text}: {:?}", what_is(text).kinds);
    }
}

/// The kinds of the pieces, and what is found in them.
fn pieces(text: &str) -> String {
    let document = read_document(text, &DocumentHabits::default());
    let one = |piece: &authdesk::reading::DocumentPiece| format!("{}: {}", piece.kind.name(), kinds(&piece.findings));
    document.pieces.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The names of a document are those of what errors are about, and none of it is an error.
#[test]
fn a_piece_among_others() {
    let url = "https://a.example/.well-known/openid-configuration";
    let plain = document("");
    for (server, text, _) in SOUND {
        for command in
            [format!("$ curl {url}"), format!("user@host:~$ curl -sS {url} | jq ."), format!("curl -i {url}")]
        {
            let said = pieces(&format!("{command}\n{text}"));
            assert!(said.contains("discovery: metadata-read") && !said.contains("error"), "{server}: {said}");
        }
    }
    assert_eq!(pieces(&plain), "discovery: metadata-read");
    assert_eq!(
        pieces(&format!("{plain}\n\n{{\"error\":\"invalid_client\"}}")),
        "discovery: metadata-read; error-answer: "
    );
    assert_eq!(pieces(&format!("{plain}\n{plain}")), "discovery: metadata-read; discovery: metadata-read");
    // The URL is in the command, and the document is not the one of that URL.
    assert_eq!(
        pieces(&format!("curl https://b.example/.well-known/openid-configuration\n{plain}")),
        "curl-command: ; discovery: metadata-read endpoints-other-address"
    );
    assert_eq!(pieces(url), "discovery: metadata-address");
    assert_eq!(pieces("{\"error\":\"Realm does not exist\"}"), "error-answer: ");
}
