//! The form: what one does there, and what comes out.

use authdesk::catalog::{File, Product, ProductProse};
use authdesk::desk::card::{
    CardFile, CardList, Draft, FormField, Key, OWN_CARD, Tree, Way, is_kept_alike, is_shown, kept, view,
};
use authdesk::desk::{CardAction, Field, FileAction, Route, SessionAction, ValueState, ViewAction, guide};
use authdesk::oauth::Secret;
use authdesk::texts::Language;

use super::files::{draft_of, products};
use crate::desk::person::{CLIENT_ID, CLIENT_SECRET, Person, german, read};

#[test]
fn a_card_is_made_in_the_form_and_its_guide_works_next_to_it() {
    let mut person = Person::at_card();
    assert!(view(&person.0).has_draft && view(&person.0).is_current, "it begins with a guide");
    assert_eq!(kept(&person.0), "", "nobody has entered anything");
    person.makes_a_card();
    assert_eq!(person.wrong(), Vec::<String>::new());
    assert_eq!(person.0.guide_heading().as_deref(), Some("Connect Room Booker 3000 to Zoom"));
    assert_eq!(guide::verified(&person.0), None, "nobody has verified it");
    assert!(guide::verified(&Person::at("#/product/kufersql").0).is_some());
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    let values = guide::values(&person.0);
    let labels: Vec<&str> = values.iter().map(|value| value.label).collect();
    assert_eq!(labels, ["Account", "Key", "Key secret"]);
    assert!(matches!(&values[2].state, ValueState::Ready(text) if text.expose() == CLIENT_SECRET));
    assert!(matches!(values[0].state, ValueState::Waits(_)));
    assert_eq!(person.0.session_name(), OWN_CARD);

    let draft = person.draft();
    let names: Vec<String> = draft.files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["room-booker-3000.json", "room-booker-3000.en.json"]);
    let product: Product = File { name: "", text: &draft.files()[0].1 }.read().unwrap();
    assert_eq!((product.checked.as_str(), product.minutes), ("2024-02", 15));
    assert_eq!(product.variants[0].place, ["Admin", "Connectors", "Zoom"]);
}

#[test]
fn a_product_that_was_searched_for_in_vain_begins_the_card() {
    let begun = |query: &str| {
        let mut person = Person::at("#/");
        person.does(ViewAction::Searched(query.to_owned()));
        person.goes("#/card");
        let value = |id: &str| person.card_field(id).value;
        (value("name"), value("id"))
    };
    assert_eq!(begun(" Tafelwerk Planner "), ("Tafelwerk Planner".to_owned(), "tafelwerk-planner".to_owned()));
    assert_eq!(begun("kufer").0, "", "it is there");
    assert_eq!(begun("").0, "");
    assert_eq!(begun(CLIENT_SECRET).0, "", "it looks like a secret");

    // Whoever has looked at the form before gets the name too; a card that somebody has begun stays.
    let mut person = Person::at_card();
    for (name, expected) in [("Tafelwerk", "Tafelwerk"), ("Other Planner", "Other Planner")] {
        person.goes("#/");
        person.does(ViewAction::Searched(name.to_owned()));
        person.goes("#/card");
        assert_eq!(person.card_field("name").value, expected);
    }
    person.fills("vendor", "Example Ltd");
    person.goes("#/");
    person.does(ViewAction::Searched("Something else".to_owned()));
    person.goes("#/card");
    assert_eq!(person.card_field("name").value, "Other Planner");
}

#[test]
fn the_lines_of_the_provider_follow_what_the_card_has() {
    let mut person = Person::at_card();
    let has = |person: &Person, step: &'static str, line: &str| {
        person.lines_of(step).iter().any(|one| *one == format!("provider/{line}"))
    };
    assert!(has(&person, "create", "scopes-own") && has(&person, "create", "name-app-own"));
    person.adds(CardList::Scopes);
    assert!(has(&person, "create", "scopes") && !has(&person, "create", "scopes-own"));
    person.fills("app-name", "Booker");
    assert!(has(&person, "create", "name-app") && !has(&person, "create", "name-app-own"));
    let lines = person.lines_of("create");
    assert_eq!(lines[4], "provider/name-app", "in its place: {lines:?}");
    person.does(CardAction::Removed { list: CardList::Scopes, at: 0 });
    assert!(has(&person, "create", "scopes-own"));

    person.fills("app", "general-user-managed");
    assert!(has(&person, "create", "user-managed") && !has(&person, "create", "activate"));
    assert!(has(&person, "create", "redirect"));
    assert!(!person.wrong().iter().any(|fault| fault.contains("redirect")), "{:?}", person.wrong());
    person.fills("redirect", "product");
    assert!(has(&person, "create", "redirect-from-product") && !has(&person, "create", "redirect"));
    person.fills("redirect", "none");
    assert!(!has(&person, "create", "redirect-saved"));
    assert_eq!(person.lines_of("enter").last().map(String::as_str), Some("own-1"), "what is one's own stays");

    person.fills("provider", "other");
    assert!(has(&person, "create", "register-client"), "{:?}", person.lines_of("create"));
    person.fills("grant", "client_credentials");
    assert!(has(&person, "create", "register") && !has(&person, "create", "register-client"));
}

#[test]
fn a_second_guide_waits_until_the_first_one_is_thrown_away() {
    let mut person = Person::at("#/");
    let searches = |person: &mut Person, name: &str| {
        person.goes("#/");
        person.does(ViewAction::Searched(name.to_owned()));
        person.goes("#/card");
    };
    searches(&mut person, "Tafelwerk");
    assert_eq!(view(&person.0).waiting, None);
    person.fills("vendor", "Nordlicht");
    assert_eq!(view(&person.0).waiting, None, "it is the one that was searched for");
    searches(&mut person, "Andere Tafel");
    assert_eq!(
        (view(&person.0).name.as_str(), view(&person.0).waiting.as_deref()),
        ("Tafelwerk", Some("Andere Tafel"))
    );
    person.does(CardAction::Discarded);
    assert_eq!((view(&person.0).name.as_str(), view(&person.0).waiting), ("Andere Tafel", None));
}

#[test]
fn a_card_that_is_called_otherwise_later_is_still_the_one_that_was_searched_for() {
    let mut person = Person::at("#/");
    let searches = |person: &mut Person, name: &str| {
        person.goes("#/");
        person.does(ViewAction::Searched(name.to_owned()));
        person.goes("#/card");
    };
    searches(&mut person, " Terminio ");
    for name in ["Terminio ", "Terminio 4", "Termini", "", "Terminio Suite"] {
        person.fills("name", name);
        assert_eq!(view(&person.0).waiting, None, "{name}");
    }
    searches(&mut person, "Terminio");
    assert_eq!(view(&person.0).waiting, None, "searched for again, under the name that it had");
    searches(&mut person, "Terminio Suite");
    assert_eq!(view(&person.0).waiting, None, "and under its own");
    searches(&mut person, "Andere Tafel");
    person.fills("name", "Terminio 5");
    assert_eq!(view(&person.0).waiting.as_deref(), Some("Andere Tafel"), "that is another product");
    person.does(CardAction::Discarded);
    person.fills("name", "Andere Tafel 2");
    assert_eq!(view(&person.0).waiting, None);

    // A file that is opened there is a card of its own, and so is one that the tab has kept until the search.
    let mut other = Person::at("#/");
    searches(&mut other, "Terminio");
    other.opens("tines.json", &read("catalog/products/tines.json"));
    assert_eq!((view(&other.0).name.as_str(), view(&other.0).waiting), ("Tines", None));
    searches(&mut other, "Andere Tafel");
    assert_eq!(view(&other.0).waiting.as_deref(), Some("Andere Tafel"));
    let text = kept(&other.0);
    let mut next = Person::at("#/");
    next.does(CardAction::Restored(text));
    searches(&mut next, "Terminio");
    assert_eq!(view(&next.0).waiting.as_deref(), Some("Terminio"), "the card was there before");
}

#[test]
fn a_line_that_somebody_has_taken_out_stays_out() {
    let mut person = Person::at_card();
    let at = person.lines_of("create").iter().position(|line| line == "provider/scopes-search");
    assert_eq!(at, None, "there are no scopes yet");
    let at = person.lines_of("create").iter().position(|line| line == "provider/information").unwrap();
    person.does(CardAction::Removed { list: CardList::Lines("create"), at });
    person.adds(CardList::Scopes);
    assert!(!person.lines_of("create").contains(&"provider/information".to_owned()));
    person.does(CardAction::Added { list: CardList::Lines("create"), choice: Some("provider/information".into()) });
    assert_eq!(person.lines_of("create").last().map(String::as_str), Some("provider/information"));
}

#[test]
fn rows_are_added_moved_and_removed_with_what_is_said_of_them() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("value-1-remark", "It is on the page of the app.");
    person.fills("value-1-label", "App key");
    let prose = |person: &Person| person.draft().shown_prose().unwrap().clone();
    let values = [Key::from("values"), Key::from("App key")];
    assert_eq!(prose(&person).text_at(&values), "It is on the page of the app.", "the remark goes with its label");
    person.does(CardAction::Moved { list: CardList::Values, at: 1, up: true });
    assert_eq!(person.card_field("value-0-label").value, "App key");
    assert_eq!(person.card_field("value-0-remark").value, "It is on the page of the app.");
    assert_eq!(view(&person.0).focus.unwrap().1, "card-row-values-0");
    person.does(CardAction::Removed { list: CardList::Values, at: 0 });
    assert_eq!(prose(&person).text_at(&values), "");
    assert_eq!(view(&person.0).focus.unwrap().1, "card-row-values-0", "the focus stays in the list");
    assert_eq!(person.card_field("value-0-label").value, "Account");

    person.adds(CardList::Lines("enter"));
    assert_eq!(view(&person.0).focus.unwrap().1, "card-enter-1-says", "the focus goes into the new row");
    person.fills("enter-1-says", "Save the settings.");
    person.fills("enter-1-kind", "caution");
    person.does(CardAction::Removed { list: CardList::Lines("enter"), at: 1 });
    assert!(!kept(&person.0).contains("Save the settings") && !kept(&person.0).contains("caution"));
}

#[test]
fn an_input_that_is_renamed_is_renamed_in_every_template() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    person.fills("input-0-label", "Host");
    person.fills("value-0-text", "https://{input_1}/{input_1|url}?{account_id}");
    person.fills("input-0-note", "Without a port.");
    person.fills("input-0-name", "host");
    assert_eq!(person.card_field("value-0-text").value, "https://{host}/{host|url}?{account_id}");
    assert_eq!(person.card_field("input-0-note").value, "Without a port.");
    assert_eq!(person.wrong(), Vec::<String>::new());
    person.fills("input-0-name", "Host Name");
    assert!(!person.wrong().is_empty(), "no template can name that");
}

#[test]
fn the_sentence_about_the_redirect_url_follows_from_where_it_comes_from_until_it_is_changed() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("app", "general-user-managed");
    let says = |person: &Person| person.card_field("redirect-says").value;
    for (kind, expected) in [
        ("own", "Enter the redirect URL exactly"),
        ("offered", "this page fills it in"),
        ("product", "Copy it from the product"),
        ("offered", "this page fills it in"),
    ] {
        person.fills("redirect", kind);
        assert!(says(&person).contains(expected), "{kind}: {}", says(&person));
    }
    person.fills("redirect-says", "It ends in /zoom.");
    person.fills("redirect", "own");
    assert_eq!(says(&person), "It ends in /zoom.");
}

#[test]
fn a_fault_is_at_the_field_that_it_is_about() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let faulty = |person: &Person| -> Vec<String> {
        let fields = person.card_fields().into_iter().filter(|field| !field.faults.is_empty());
        fields.map(|field| field.id).collect()
    };
    for (id, text) in [
        ("value-1-text", "{client_id"),
        ("value-1-text", "{clientid}"),
        ("summary", ""),
        ("minutes", "a quarter of an hour"),
        ("id", "Room Booker"),
    ] {
        let before = person.card_field(id).value;
        person.fills(id, text);
        assert_eq!(faulty(&person), [format!("card-{id}")], "{text}");
        assert_eq!(person.card_field(id).value, text, "what was typed stays as it was typed");
        assert_eq!(person.form().fault_count, 1, "{:?}", person.wrong());
        let first = person.form().first_fault(&person.0);
        assert_eq!(
            first.map(|(at, _)| at),
            Some(format!("card-{id}")),
            "who is told that something is wrong is led there"
        );
        person.fills(id, &before);
        assert_eq!(person.wrong(), Vec::<String>::new());
    }
    person.adds(CardList::Values);
    person.fills("value-3-label", "Key");
    person.fills("value-3-text", "x");
    assert_eq!(faulty(&person), ["card-value-3-label"], "{:?}", person.wrong());
}

#[test]
fn the_last_guide_stays_while_the_form_cannot_be_read() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("value-1-text", "{client_id");
    assert!(is_shown(&person.0) && !view(&person.0).is_current);
    assert_eq!(guide::values(&person.0).len(), 3);
    person.goes("#/product/kufersql");
    assert!(!is_shown(&person.0));
    person.goes("#/card");
    assert!(is_shown(&person.0) && !view(&person.0).is_current);
    person.fills("value-1-text", "{client_id}");
    assert!(view(&person.0).is_current);
}

#[test]
fn every_product_of_the_catalog_opens_in_the_form_and_nothing_of_it_is_lost() {
    let mut person = Person::at_card();
    for (number, (id, facts, sentences)) in products().into_iter().enumerate() {
        person.does(CardAction::Discarded);
        let mut files = vec![(format!("{id}.json"), Secret::new(facts.as_str()))];
        files.extend(sentences.iter().map(|(code, text)| (format!("{id}.{code}.json"), Secret::new(text.as_str()))));
        files.reverse();
        person.does(CardAction::Opened(files));
        assert_eq!(view(&person.0).refused, None, "{id}");
        assert_eq!(person.wrong(), Vec::<String>::new(), "{id}");
        assert_eq!(person.draft(), draft_of(&facts, &sentences), "{id}");
        assert!(view(&person.0).is_current && is_shown(&person.0), "{id}");
        if number % 6 != 0 {
            continue;
        }
        // A field that is typed into with the same text changes nothing of what the files mean.
        let product = |draft: &Draft| File { name: "", text: &draft.files()[0].1 }.read::<Product>().unwrap();
        let before = product(&person.draft());
        for field in person.card_fields() {
            let FormField { id: field, place, way, value, .. } = field;
            if matches!(way, Way::App | Way::Provider) {
                continue;
            }
            person.does(CardAction::Typed { id: field.clone(), place, way, text: Secret::new(value.as_str()) });
            assert_eq!(product(&person.draft()), before, "{id}: {field}");
        }
    }
}

#[test]
fn a_file_without_its_sentences_opens_too_and_a_card_is_asked_for_before_it_is_replaced() {
    let mut person = Person::at_card();
    person.opens("tines.json", &read("catalog/products/tines.json"));
    assert_eq!(person.card_field("name").value, "Tines");
    person.opens("tines.de.json", &read("catalog/products/tines.de.json"));
    assert_eq!(person.draft().language, "en");
    assert!(view(&person.0).offer.is_some(), "it changes a card that is there");
    person.does(CardAction::Taken);
    assert!(person.draft().prose_in("de").is_some());
    person.does(CardAction::ChoseLanguage("de".into()));
    assert!(person.card_field("summary").value.starts_with("Sie legen"));
    assert_eq!(person.wrong(), Vec::<String>::new());

    person.opens("", &read("catalog/products/kufersql.json"));
    let offer = view(&person.0).offer.unwrap();
    assert!(offer.replaces && !offer.is_sent && offer.name.contains("Kufer"));
    person.does(CardAction::Dismissed);
    assert_eq!(person.card_field("name").value, "Tines");
    person.opens("", "{ \"a\": ");
    assert!(view(&person.0).refused.unwrap().contains("line 1"));
    person.opens("", r#"{"a": 1}"#);
    assert!(view(&person.0).refused.unwrap().contains("no file of a product"));
}

#[test]
fn other_ways_to_connect_are_kept_and_said_to_be_kept() {
    let mut person = Person::at_card();
    let files = ["verint-recorder.json", "verint-recorder.en.json"];
    let files = files.map(|name| (name.to_owned(), Secret::new(read(&format!("catalog/products/{name}")))));
    person.does(CardAction::Opened(files.to_vec()));
    let kept = person.form().kept;
    assert_eq!(kept, ["other connection methods (1)", "corrections of the vendor’s guide"]);
    assert_eq!(person.card_field("value-4-label").value, "Client ID");
    person.goes("#/card?variant=server-to-server");
    assert_eq!(person.card_field("value-0-label").value, "Account ID", "the one whose guide is shown");
    person.fills("value-0-label", "Account");
    let product: Product = File { name: "", text: &person.draft().files()[0].1 }.read().unwrap();
    assert_eq!(product.variants[1].values[0].label, "Account");
    assert_eq!(product.variants[0].values.len(), 11);
    assert_eq!(product.corrections.len(), 11);
}

#[test]
fn the_tab_keeps_a_card_and_clearing_forgets_it() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let text = kept(&person.0);
    assert!(matches!(CardFile::read("", &text), Ok(CardFile::Both(_))));
    let mut next = Person::first_at(Language::ENGLISH, "#/card");
    next.does(FileAction::Completed(authdesk::desk::Lazy::all()));
    next.does(CardAction::Restored(text.clone()));
    next.fetches();
    assert_eq!(next.draft(), person.draft());
    assert_eq!(next.wrong(), Vec::<String>::new());
    next.does(CardAction::Restored("{}".into()));
    assert_eq!(kept(&next.0), text);
    next.does(SessionAction::Cleared);
    assert_eq!(kept(&next.0), "");
    assert_ne!(next.draft(), person.draft());
}

#[test]
fn a_label_that_is_there_twice_is_told_at_the_later_field() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("value-2-label", "Account");
    let told = |person: &Person, at: usize| -> Vec<String> {
        let row = person.card_list(CardList::Values).rows.into_iter().nth(at).unwrap();
        let all = row.fields.into_iter().flat_map(|field| field.faults).chain(row.faults);
        all.map(|fault| fault.says).collect()
    };
    assert_eq!(told(&person, 0), Vec::<String>::new());
    assert!(person.card_field("value-2-label").faults[0].says.contains("same label"), "{:?}", told(&person, 2));
    assert_eq!(told(&person, 2).len(), 1);
    assert_eq!(person.form().faults, []);
    person.fills("value-1-label", "Account");
    assert_eq!([0, 1, 2].map(|at| told(&person, at).len()), [0, 1, 1], "each but the first");
    assert_eq!(person.form().fault_count, 2);
    person.fills("value-2-group", "Second app");
    person.fills("value-1-label", "Key");
    assert_eq!(person.wrong(), Vec::<String>::new());
}

#[test]
fn beside_the_files_it_is_said_that_something_is_still_to_be_done() {
    let mut person = Person::at_card();
    assert!(person.form().unfinished.is_some_and(|says| says.contains("incomplete")));
    person.makes_a_card();
    assert_eq!(person.form().unfinished, None, "{:?}", person.wrong());
    person.fills("value-0-text", "{acount_id}");
    assert!(person.form().unfinished.is_some_and(|says| says.contains(": 1.")), "{:?}", person.wrong());
}

#[test]
fn what_changes_nothing_of_a_card_is_told_to_nobody() {
    let mut person = Person::at_card();
    let kept_before = kept(&person.0);
    for action in [
        CardAction::Taken,
        CardAction::Dismissed,
        CardAction::Restored(String::new()),
        CardAction::Restored("{}".to_owned()),
    ] {
        assert!(!person.does(action.clone()), "{action:?}");
    }
    assert!(person.does(CardAction::Finished));
    person.makes_a_card();
    assert!(!person.does(CardAction::Restored(kept(&person.0))), "the one that is there stays");
    assert_ne!(kept(&person.0), kept_before);
}

#[test]
fn what_the_tab_keeps_is_written_only_if_it_may_be_different() {
    let mut person = Person::at_card();
    let mut alike = Vec::new();
    let mut step = |person: &mut Person, name: &'static str, act: &dyn Fn(&mut Person) -> bool| {
        let before = person.0.clone();
        act(person);
        let is_alike = is_kept_alike(&before, &person.0);
        assert!(!is_alike || kept(&before) == kept(&person.0), "{name}");
        if is_alike {
            alike.push(name);
        }
    };
    step(&mut person, "nothing", &|_| false);
    step(&mut person, "a card", &|person| {
        person.makes_a_card();
        true
    });
    step(&mut person, "the files", &|person| person.does(CardAction::Finished));
    step(&mut person, "a question", &|person| person.does(CardAction::AskedToDiscard));
    step(&mut person, "a secret of the card", &|person| person.types(Field::ClientSecret, "Room Booker"));
    assert_eq!(kept(&person.0), "");
    step(&mut person, "no secret any more", &|person| person.types(Field::ClientSecret, ""));
    step(&mut person, "another view", &|person| {
        person.goes("#/tools");
        true
    });
    step(&mut person, "no card", &|person| person.does(CardAction::Discarded));
    assert_eq!(alike, ["nothing", "the files", "a question"]);
}

#[test]
fn a_card_is_asked_for_before_it_is_thrown_away_and_what_was_entered_goes_with_it() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CardAction::AskedToDiscard);
    assert!(view(&person.0).is_discarding);
    assert_eq!(person.card_field("name").value, "Room Booker 3000");
    person.does(CardAction::Dismissed);
    assert!(!view(&person.0).is_discarding);
    assert_eq!(person.entry(Field::ClientSecret), CLIENT_SECRET);
    person.does(CardAction::AskedToDiscard);
    person.does(CardAction::Discarded);
    assert!(!view(&person.0).is_discarding);
    assert_eq!(person.card_field("name").value, "");
    assert_eq!(person.entry(Field::ClientSecret), "", "the next card gets nothing that was entered before");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CardAction::AskedToDiscard);
    assert!(!view(&person.0).is_discarding, "nobody has begun this one");
    assert_eq!(person.entry(Field::ClientSecret), "");
}

#[test]
fn a_card_speaks_the_language_of_the_page() {
    let mut person = Person::speaking(german(), "#/card");
    assert_eq!(person.draft().language, "de");
    person.makes_a_card();
    assert_eq!(person.draft().files()[1].0, "room-booker-3000.de.json");
    assert!(person.draft().files()[1].1.contains("Öffnen Sie die Einstellungen"));
    assert_eq!(person.wrong(), Vec::<String>::new());
    person.does(ViewAction::ChoseLanguage(Language::ENGLISH));
    person.fetches();
    assert!(view(&person.0).is_current);
    assert_eq!(person.0.route, Route::Card { variant: None });
}

#[test]
fn a_number_in_a_block_stays_a_number() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Blocks);
    person.fills("block-0-format", "json");
    person.fills("block-0-lines", "zoom.id = {client_id}\nzoom.port=443\n\n");
    let blocks = || -> Vec<Key> { vec!["variants".into(), 0.into(), "blocks".into(), 0.into(), "lines".into()] };
    let lines = person.draft().facts.at(&blocks()).unwrap().clone();
    assert_eq!(lines, Tree::read(r#"[["zoom.id","{client_id}"],["zoom.port","443"]]"#).unwrap());
    let text = person.draft().files()[0].1.replace("\"443\"", "443");
    let prose = person.draft().files()[1].1.clone();
    person.does(CardAction::Discarded);
    person
        .does(CardAction::Opened(vec![("a.json".into(), Secret::new(text)), ("a.en.json".into(), Secret::new(prose))]));
    person.fills("block-0-lines", "zoom.id = {client_id}\nzoom.port = 443\nzoom.on = true");
    let lines = person.draft().facts.at(&blocks()).unwrap().clone();
    assert_eq!(lines, Tree::read(r#"[["zoom.id","{client_id}"],["zoom.port",443],["zoom.on","true"]]"#).unwrap());
    assert_eq!(person.wrong(), Vec::<String>::new());
}

#[test]
fn scopes_that_the_provider_does_not_list_are_kept_apart() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Scopes);
    person.fills("scopes-0-names", "user:read:user:admin\nmade:up:scope\n");
    assert_eq!(person.card_field("scopes-0-names").value, "user:read:user:admin\nmade:up:scope\n");
    person.fills("scopes-0-says", "Read users.");
    assert_eq!(person.wrong(), Vec::<String>::new());
    let prose: ProductProse = File { name: "", text: &person.draft().files()[1].1 }.read().unwrap();
    assert_eq!(prose.scope_sets.iter().count(), 1);
    assert!(person.lines_of("create").contains(&"provider/scopes-unlisted".to_owned()));
}

#[test]
fn the_first_source_is_that_of_every_fact() {
    let mut person = Person::at_card();
    person.makes_a_card();
    assert_eq!(person.form().without_source, 4);
    person.adds(CardList::Sources);
    assert_eq!(person.form().without_source, 0);
    person.fills("source-0-title", "Room Booker: manual");
    person.fills("source-0-url", "javascript:alert(1)");
    assert!(!person.card_field("source-0-url").faults.is_empty() && !view(&person.0).is_current);
    person.fills("source-0-url", "https://rooms.example.com/manual");
    assert_eq!(person.wrong(), Vec::<String>::new());
    person.adds(CardList::Sources);
    person.fills("value-0-source", "source-2");
    person.does(CardAction::Removed { list: CardList::Sources, at: 0 });
    assert_eq!(person.form().without_source, 3);
}

#[test]
fn the_usual_lines_of_a_step_are_nothing_to_do() {
    let mut person = Person::at_card();
    let usual = |person: &Person, step: &'static str| {
        let form = person.form();
        let mut lists = form.sections.iter().flat_map(|section| &section.lists);
        lists.find(|list| list.list == CardList::Lines(step)).unwrap().is_usual()
    };
    assert!(usual(&person, "create") && usual(&person, "credentials"));
    assert!(!usual(&person, "enter"), "it has a sentence about the product");
    person.adds(CardList::Lines("create"));
    assert!(!usual(&person, "create"), "a sentence of one's own is seen");
}

#[test]
fn scopes_need_no_sentence_of_ones_own() {
    let mut person = Person::at_card();
    person.adds(CardList::Scopes);
    let says = person.card_fields().into_iter().find(|field| field.value == "The scopes that the product needs.");
    assert!(says.is_some_and(|field| field.faults.is_empty()));
}
