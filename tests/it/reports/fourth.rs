//! Texts in which nothing is wrong although a part of them looks like a fault.

use super::{leads_to, says_nothing_of};

/// Pages with the parameters of an authorization URL that are none.
#[test]
fn pages_that_give_no_code() {
    let query = "client_id=2c5bc956-014e-4ced-9ee0-66c57910eb9b&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Send&redirect_uri=https%3A%2F%2Fraumplan.example%2Fms%2Fconsent&state=aj1tKtV4KCDBG7ky42795Tcb";
    let pages = [
        format!("https://login.microsoftonline.com/1ab6a061-ef1f-4585-9d02-2f200929d0ac/v2.0/adminconsent?{query}"),
        format!("https://login.microsoftonline.com/common/adminconsent?{query}"),
        format!("https://login.microsoftonline.us/organizations/v2.0/adminconsent?{query}"),
        format!("the link is https://login.microsoftonline.com/common/v2.0/AdminConsent?{query} for the customer"),
        "https://id.example.com/realms/a/protocol/openid-connect/logout?client_id=app&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com".to_owned(),
        "https://a.eu.auth0.com/v2/logout?client_id=Q3vB8nYtLx0KdMzR5sWfHj2GcUa9PeTi&returnTo=https%3A%2F%2Fapp.example.com".to_owned(),
    ];
    let mut texts: Vec<&str> = pages.iter().map(String::as_str).collect();
    let landing = "https://raumplan.example/ms/consent?admin_consent=True&tenant=1ab6a061-ef1f-4585-9d02-2f200929d0ac&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Send&state=aj1tKtV4KCDBG7ky42795Tcb";
    let both = format!("{}\n\nand then\n\n{landing}\n", pages[0]);
    texts.push(&both);
    texts.push(landing);
    says_nothing_of("parameter-missing", &texts);
    says_nothing_of("code-missing", &texts);
    leads_to(
        "parameter-missing",
        &[
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=2c5bc956-014e-4ced-9ee0-66c57910eb9b&redirect_uri=https%3A%2F%2Fraumplan.example%2Fms%2Fconsent&state=aj1tKtV4KCDBG7ky42795Tcb",
        ],
    );
}

/// Where a secret is said to be, in the place of it.
#[test]
fn a_note_in_the_place_of_a_secret() {
    let settings = |value: &str| {
        format!(
            "appsettings.json\n  \"Authentication\": {{\n    \"ClientId\": \"orders.worker\",\n    \"ClientSecret\": \"{value}\"\n  }}\n"
        )
    };
    let notes = ["(user secrets)", "(from vault)", "(key vault)", "(same value)", "(secret)", "(in .env)"];
    let texts: Vec<String> = notes.iter().map(|note| settings(note)).collect();
    says_nothing_of("blank-inside", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    leads_to("blank-inside", &[settings("9fK2mQ7 vL4xT1").as_str()]);
}

/// A variable without the name of its parameter, and programs that put a URL together.
#[test]
fn a_value_without_its_name() {
    let curl = |last: &str| {
        format!(
            "curl -s -X POST https://accounts.spotify.com/api/token \\\n\t-H \"Authorization: Basic $CLIENT_BASE64\" \\\n\t-d \"code=$CODE\" \\\n\t-d grant_type=authorization_code \\\n\t{last}\n"
        )
    };
    let faults = ["--data-urlencode \"$REDIRECT_URI\"", "-d \"$REDIRECT_URI\"", "--data-urlencode ${REDIRECT_URI}"];
    let texts: Vec<String> = faults.iter().map(|last| curl(last)).collect();
    leads_to("parameter-missing", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let sound = ["--data-urlencode \"redirect_uri=$REDIRECT_URI\"", "-d redirect_uri=$REDIRECT_URI", "-d \"$EXTRA\""];
    let texts: Vec<String> = sound.iter().map(|last| curl(last)).collect();
    says_nothing_of("parameter-missing", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let programs = [
        "window.location = 'http://'+ hostname +'?code='+ code + error;",
        "location.href = \"https://\" + host + \"/cb?code=\" + code;",
        "header('Location: https://' . $host . '/cb?code=' . $code);",
    ];
    for kind in ["blanks-left-out", "plus-in-code"] {
        says_nothing_of(kind, &programs);
    }
}
