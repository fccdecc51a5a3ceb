//! Each tool alone.

use authdesk_browser_tests::browse;
use authdesk_browser_tests::sample::{
    ACCESS_TOKEN, CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, VERINT_HEADER, parameter, token_answer,
};

/// The tools by the names in their routes.
const TOOLS: [&str; 17] = [
    "basic-header",
    "authorize-url",
    "redirect",
    "token-request",
    "token-answer",
    "credential-string",
    "app-type",
    "values",
    "read-header",
    "read-authorize-url",
    "redirect-comparison",
    "error-answer",
    "jwt",
    "scopes",
    "request",
    "discovery",
    "report",
];

#[test]
fn the_list_leads_to_every_tool() {
    browse(async |desk| {
        desk.open("#/tools").await;
        let links = desk.links().await;
        for tool in TOOLS {
            assert!(links.iter().any(|link| link.ends_with(&format!("#/tool/{tool}"))), "{tool} is not in {links:?}");
        }
    });
}

#[test]
fn basic_header() {
    browse(async |desk| {
        desk.open("#/tool/basic-header").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.expect_output("authorization-header", VERINT_HEADER).await;

        // RFC 7617 section 2: everything after the first colon would be the password.
        desk.fill("Client ID", "bX3hG4:UYSRyJWQ3zGn8otg").await;
        desk.finding("colon-in-identifier").await;
        assert_eq!(desk.output_now("authorization-header").await, None);

        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_output("authorization-header", VERINT_HEADER).await;

        // An empty password is allowed there, and told.
        desk.fill("Client ID", "id").await;
        desk.fill("Client Secret", "").await;
        desk.finding("secret-empty").await;
        desk.expect_output("authorization-header", "Basic aWQ6").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn authorize_url() {
    browse(async |desk| {
        desk.open("#/tool/authorize-url").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        // Kept exactly: capitalization, an encoded character, a query of its own.
        let redirect = "https://www.Example.com/Landing%20page?from=zoom&x=1";
        desk.fill("Redirect URL", redirect).await;
        let url = desk.output("authorize-url").await;
        assert!(url.starts_with("https://zoom.us/oauth/authorize?"), "{url}");
        assert_eq!(parameter(&url, "response_type").as_deref(), Some("code"));
        assert_eq!(parameter(&url, "client_id").as_deref(), Some(VERINT_CLIENT_ID));
        assert_eq!(parameter(&url, "redirect_uri").as_deref(), Some(redirect));
        assert!(parameter(&url, "state").is_some_and(|state| state.len() >= 22), "a state is hard to guess: {url}");
    });
}

#[test]
fn redirect() {
    browse(async |desk| {
        desk.open("#/tool/redirect").await;
        desk.fill("URL you were redirected to", &format!("https://www.example.com/?code={CODE}&state=xyz")).await;
        desk.expect_output("authorization-code", CODE).await;
        desk.finding("code-found").await;

        desk.fill("URL you were redirected to", "https://www.example.com/?error=access_denied&state=xyz").await;
        desk.finding("authorization-refused").await;
        assert_eq!(desk.output_now("authorization-code").await, None);

        desk.fill("URL you were redirected to", "https://www.example.com/?code=one&code=two").await;
        desk.until_findings("neither of two codes is taken", |all| {
            !all.is_empty()
                && all.iter().all(|one| !["code-found", "authorization-refused"].contains(&one.kind.as_str()))
        })
        .await;
        assert_eq!(desk.output_now("authorization-code").await, None);
    });
}

#[test]
fn token_request() {
    browse(async |desk| {
        desk.open("#/tool/token-request").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        for (label, text) in [
            ("Redirect URL", "https://www.example.com/"),
            ("URL you were redirected to", "https://www.example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&state=xyz"),
            ("Authorization code", CODE),
            ("Client Secret", VERINT_CLIENT_SECRET),
        ] {
            if desk.has_field(label).await {
                desk.fill(label, text).await;
            }
        }
        let command = desk.output("token-command").await;
        assert!(command.contains("https://zoom.us/oauth/token") && command.contains(CODE), "{command}");
        assert!(!command.contains(VERINT_CLIENT_SECRET), "{command}");

        for (form, mark) in
            [("PowerShell", "Invoke-RestMethod"), ("Python", "getpass"), ("bash or zsh (Linux, macOS)", "curl")]
        {
            desk.tick(form, true).await;
            let script = "return document.querySelector('[data-output=token-command]')?.textContent ?? '';";
            let is_there = |text: &serde_json::Value| text.as_str().is_some_and(|text| text.contains(mark));
            desk.until(&format!("the command is one for {form}"), script, &[], is_there).await;
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn token_answer_is_read() {
    browse(async |desk| {
        desk.open("#/tool/token-answer").await;
        desk.fill("Zoom’s response", &token_answer()).await;
        desk.any_finding("on a good answer").await;
        let findings = desk.findings().await;
        assert!(findings.iter().all(|one| one.level != "bad"), "{findings:?}");
        assert!(!desk.readable().await.contains(ACCESS_TOKEN), "a token is not shown unasked");

        desk.fill("Zoom’s response", r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#)
            .await;
        desk.until_findings("the refusal is a bad finding", |all| all.iter().any(|one| one.level == "bad")).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn credential_string() {
    browse(async |desk| {
        desk.open("#/tool/credential-string").await;
        desk.fill("Account ID", "1234abc").await;
        desk.fill("Client ID", "5678def").await;
        desk.expect_output("credential-string", "1234abc:5678def").await;
    });
}

#[test]
fn credential_strings_of_products_and_formats() {
    browse(async |desk| {
        desk.open("#/tool/credential-string").await;
        desk.fill("Account ID", "1234abc").await;
        desk.fill("Client ID", "5678def").await;
        desk.choose("Write it as", "shell").await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        let lines = |secret: &str| {
            format!("export ACCOUNT_ID='1234abc'\nexport CLIENT_ID='5678def'\nexport CLIENT_SECRET='{secret}'")
        };
        let end = &VERINT_CLIENT_SECRET[VERINT_CLIENT_SECRET.len() - 3..];
        desk.expect_output("credential-string", &lines(&format!("••••••••{end}"))).await;
        desk.press("Show Shell variables (export)").await;
        desk.expect_output("credential-string", &lines(VERINT_CLIENT_SECRET)).await;
        desk.choose("Write it as", "template").await;
        desk.fill("Template", "{client_id|base64}").await;
        desk.expect_output("credential-string", "NTY3OGRlZg==").await;
        desk.fill("Template", "{clientid}").await;
        let says = "return squeezed(document.body.textContent).includes('Unknown name in braces');";
        desk.until("the mistake is said", says, &[], |value| value == true).await;
        assert_eq!(desk.output_now("credential-string").await, None);

        desk.choose("Product", "zulip").await;
        desk.choose("Value, file or command", "block-1").await;
        desk.expect_output(
            "credential-string",
            "VIDEO_ZOOM_CLIENT_ID = '5678def'\nVIDEO_ZOOM_SERVER_TO_SERVER_ACCOUNT_ID = '1234abc'",
        )
        .await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_pasted_string_is_taken_apart() {
    browse(async |desk| {
        desk.open("#/tool/credential-string").await;
        let pasted = format!("docker run -e ZOOM_CLIENT_ID=abc ZOOM_CLIENT_SECRET={VERINT_CLIENT_SECRET} image");
        desk.fill("Text to take apart", &pasted).await;
        desk.finding("option-missing").await;
        desk.expect_value("ZOOM_CLIENT_ID", "abc").await;
        desk.until_masked("ZOOM_CLIENT_SECRET").await;
        assert!(!desk.readable().await.contains(VERINT_CLIENT_SECRET));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn nonsense_gets_a_sentence_and_breaks_nothing() {
    const NONSENSE: [&str; 4] = [
        "%%%\u{0}\u{202e}\u{feff}\u{1F600}<b onclick=alert(1)>&amp;{{{",
        "Basic ====",
        "https://[::1/?code&&==&#?code=%ZZ",
        "{\"access_token\":[{\"a\":",
    ];
    browse(async |desk| {
        // The questions about the app have no field.
        for tool in TOOLS.iter().filter(|tool| **tool != "app-type") {
            let route = &format!("#/tool/{tool}");
            desk.open(route).await;
            let fields = desk.text_fields().await;
            for nonsense in NONSENSE {
                for field in &fields {
                    assert!(!field.is_empty(), "a field of {route} has no name");
                    desk.fill(field, nonsense).await;
                }
                // A value that is only joined to others can be any text, and so can the message of an error.
                if *tool == "report" {
                    desk.output("report-nothing").await;
                } else if !["credential-string", "error-answer"].contains(tool) {
                    desk.any_finding(&format!("on {nonsense:?} in each of {fields:?} at {route}")).await;
                }
                for finding in desk.findings().await {
                    assert!(finding.text.split_whitespace().count() >= 3, "{finding:?} is no sentence");
                    assert!(!finding.text.contains("nvalid input"), "{finding:?}");
                }
            }
            assert_ne!(desk.heading().await, "", "{route} is still there");
        }
        assert_eq!(desk.console().await, []);
    });
}

/// RFC 8414 §3.2, shortened.
const DISCOVERY: &str = r#"{"issuer":"https://server.example.com","authorization_endpoint":"https://server.example.com/authorize","token_endpoint":"https://server.example.com/token","scopes_supported":["openid","email"],"token_endpoint_auth_methods_supported":["client_secret_post"],"code_challenge_methods_supported":["S256"]}"#;

#[test]
fn discovery() {
    browse(async |desk| {
        desk.open("#/tool/discovery").await;
        desk.fill("Discovery document", DISCOVERY).await;
        desk.finding("metadata-read").await;
        assert!(desk.seen().await.contains("https://server.example.com/token"));
        desk.tick("email", true).await;
        desk.press("Enter these values").await;
        desk.press("Token request").await;
        desk.until_address(&format!("{}/#/tool/token-request", desk.site().origin())).await;
        desk.expect_content("Token endpoint", "https://server.example.com/token").await;
        desk.press("Undo").await;
        desk.expect_content("Token endpoint", "").await;

        // The guide for a server of one's own gets the document.
        desk.follow("#/tool/discovery").await;
        desk.press("Go on in the guide “Another OAuth 2.0 server”").await;
        desk.until_address(&format!("{}/#/product/other-server", desk.site().origin())).await;
        desk.expect_content("Discovery document", DISCOVERY).await;
        desk.press("Enter these values").await;
        desk.expect_content("Authorization endpoint", "https://server.example.com/authorize").await;

        // A URL is not opened.
        desk.fill("Discovery document", "https://server.example.com/.well-known/openid-configuration").await;
        desk.finding("metadata-address").await;
        assert_eq!(desk.console().await, []);
    });
}
