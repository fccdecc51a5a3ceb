//! What is in a report, and how it is written.

use super::{copied, is_whole, reread};
use crate::desk::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, german};
use authdesk::desk::report::{Browser, BrowserName, System, panel};
use authdesk::desk::tools::report;
use authdesk::desk::{Field, ReportAction, SessionAction};

#[test]
fn the_text_is_the_one_that_is_documented() {
    let mut person = Person::at("#/product/kufersql");
    person.creates_the_app();
    person.types(Field::ClientId, &format!("{CLIENT_ID} "));
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(ReportAction::ChoseEnds(true));
    let text = copied(&mut person);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Authdesk report, version 1");
    assert_eq!(lines[1], format!("page: {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(lines[2], "made: 2024-02-29 23:59 UTC");
    assert_eq!(lines[3], "browser: firefox 140; system windows");
    assert!(lines[4].starts_with("guide: kufersql; way "), "{text}");
    assert!(text.contains("\nsteps: create done, scopes done, activate done, credentials "), "{text}");
    assert!(text.contains("\nchecked: create/"), "{text}");
    assert!(text.contains("field: client-secret; needed; length 32; has upper, lower, digits\n"), "{text}");
    assert!(text.contains("field: client-id; needed; length 23; has upper, lower, digits, spaces;"), "{text}");
    assert!(text.contains("findings blanks-around end"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 76), "{text}");
    assert!(lines.last().unwrap().starts_with("end: "), "{text}");
}

#[test]
fn the_example_in_the_documentation_is_what_the_page_writes() {
    let document = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/REPORT.md")).unwrap();
    let example: String =
        document.lines().filter(|line| line.starts_with("    ")).map(|line| format!("{line}\n")).collect();
    let report = reread(&example).report;
    is_whole(&example, &report);
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&report.written()), words(&example));
}

#[test]
fn a_german_page_says_it_in_german_first_and_once_more_in_english() {
    let mut person = Person::speaking(german(), "#/product/kufersql");
    person.types(Field::ClientSecret, " abc");
    let text = copied(&mut person);
    assert!(text.starts_with("Bericht aus Authdesk"), "{text}");
    assert!(text.contains("- Client Secret (4 Zeichen: "), "{text}");
    assert!(text.contains("- Schritt 1. "), "{text}");
    let (told, written) = text.split_once("Authdesk report, version 1\n").unwrap();
    assert!(!told.contains("**"), "{told}");
    assert!(written.contains("\nfield: client-secret; needed; length 4;"), "{written}");
}

#[test]
fn a_tool_has_a_report_of_what_it_reads() {
    let mut person = Person::at("#/tool/redirect-comparison");
    person.types(Field::Registered, "https://a.example/cb");
    person.types(Field::Requested, "https://a.example/cb/");
    let text = copied(&mut person);
    assert!(text.contains("\ntool: redirect-comparison\n"), "{text}");
    assert!(text.contains("\nredirect: registered, sent; differs slash-differs\n"), "{text}");
    assert!(!text.contains("a.example"), "{text}");

    let mut person = Person::at("#/tool/error-answer");
    person.types(Field::Error, r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#);
    let text = copied(&mut person);
    assert!(text.contains("\nerror: error; code \"invalid_client\"; means "), "{text}");
    assert!(text.replace("\n ", "").contains("says \"Invalid client_id or client_secret\""), "{text}");
}

/// Of two that the product prescribes, the one that is meant is compared.
#[test]
fn a_guide_compares_its_redirect_urls_and_gives_none_away() {
    let redirects = |entered: &str, returned: &str| {
        let mut person = Person::at("#/product/celigo-zoom?variant=admin-managed");
        person.types(Field::RedirectUrl, entered);
        person.types(Field::Landed, returned);
        let text = copied(&mut person);
        for part in ["integrator", "oauth2", "://", "recorder"] {
            assert!(!text.contains(part), "{part}: {text}");
        }
        let lines = text.lines().filter_map(|line| line.strip_prefix("redirect: "));
        let all: Vec<String> = lines.map(str::to_owned).collect();
        let mut reader = Person::at("#/tool/report");
        reader.types(Field::Report, &text);
        let view = report::view(&reader.0).unwrap().unwrap();
        assert!(view.gaps.is_empty(), "{:?}", view.gaps);
        let differs = view.differs.iter().filter(|one| one.name == "redirect").count();
        assert_eq!(differs + view.matches.len(), all.len());
        assert_eq!(differs, all.iter().filter(|line| line.contains("; differs ")).count());
        all
    };
    const EU: &str = "https://eu.integrator.io/connection/oauth2callback";
    let code = format!("?code={CODE}");
    assert_eq!(redirects(EU, ""), ["prescribed, sent; same"]);
    assert_eq!(redirects(&EU.replace("eu.", ""), ""), ["prescribed, sent; same"]);
    assert_eq!(redirects(&format!("{EU}/"), ""), ["prescribed, sent; differs slash-differs"]);
    assert_eq!(redirects(EU, &format!("{EU}{code}")), ["prescribed, sent; same", "sent, returned; same"]);
    assert_eq!(
        redirects(EU, &format!("{EU}/{code}")),
        ["prescribed, sent; same", "sent, returned; differs slash-differs"]
    );
    assert_eq!(redirects(&EU.replace("https", "http"), ""), ["prescribed, sent; differs scheme-differs"]);
    assert_eq!(redirects("", ""), Vec::<String>::new());
    assert_eq!(redirects(&EU.replace("eu.integrator.io", "recorder.example.com"), "").len(), 1);
}

#[test]
fn scopes_are_named_as_far_as_our_files_have_them() {
    let mut person = Person::at("#/product/verint-recorder");
    let scope = person.0.variant().unwrap().scopes[0].names[0].clone();
    let json = format!(
        r#"{{"access_token":"a.b.c","refresh_token":"d.e.f","token_type":"bearer","expires_in":3599,"scope":"{scope} secret:of:somebody"}}"#
    );
    person.types(Field::Answer, &json);
    let text = copied(&mut person).replace("\n ", "");
    assert!(text.contains(&format!("granted: 2; names {scope}\n")), "{text}");
    assert!(text.contains("missing: "), "{text}");
    assert!(!text.contains("somebody"), "{text}");
}

#[test]
fn the_panel_is_of_the_view_that_it_was_opened_in() {
    let mut person = Person::at("#/product/kufersql");
    assert!(panel(&person.0, "").is_none());
    copied(&mut person);
    person.goes("#/tool/jwt");
    assert!(panel(&person.0, "").is_none());
    person.goes("#/product/kufersql");
    assert!(panel(&person.0, "").is_some());
    person.does(ReportAction::ChoseEnds(true));
    person.does(SessionAction::Cleared);
    assert!(panel(&person.0, "").is_none() && !person.0.report.ends);
}

#[test]
fn browsers_are_known_by_what_they_write() {
    for (agent, name, version, system, words) in [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            BrowserName::Firefox,
            128,
            System::Linux,
            "Firefox 128, Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            BrowserName::Chrome,
            142,
            System::Windows,
            "Chrome 142, Windows",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            BrowserName::Edge,
            142,
            System::Windows,
            "Edge 142, Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            BrowserName::Safari,
            18,
            System::MacOs,
            "Safari 18, macOS",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/138.0.7204.119 Mobile/15E148 Safari/604.1",
            BrowserName::Chrome,
            138,
            System::Ios,
            "Chrome 138, iOS",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            BrowserName::Samsung,
            28,
            System::Android,
            "Samsung Internet 28, Android",
        ),
        ("", BrowserName::Other, 0, System::Other, ""),
        ("Firefox/99999999999", BrowserName::Firefox, 0, System::Other, "Firefox"),
    ] {
        let browser = Browser::read(agent);
        assert_eq!(browser, Browser { name, version, system }, "{agent}");
        assert_eq!(browser.words(), words);
    }
}
