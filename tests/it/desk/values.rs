//! Fields and headers on the desk: what is said about them, where, and how a fix is applied and undone.

use super::person::{Person, written};
use crate::notation::{assert_said, kinds, said, the};
use authdesk::desk::guide::ValueState;
use authdesk::desk::parts::{clearing, pasted};
use authdesk::desk::tools::{basic_header, read_header};
use authdesk::desk::{
    Action, EntryMask, Field, FieldAction, FixAction, FoundIn, Kept, LinkAction, ReaderAction, ReportAction,
    SessionAction, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::{Finding, FindingKind, PastedKind};

const ID: &str = "DemoClientId0000000001";
const SECRET: &str = "DemoClientSecret0000000000000001";
/// Of the Verint guide, step 17: a space before the Client ID was encoded too.
const VERINT: &str = "IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=";
const VERINT_RIGHT: &str = "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";

#[track_caller]
fn finding(person: &Person, field: Field, kind: FindingKind) -> Finding {
    the(kind, &person.0.field_findings(field)).to_owned()
}

#[track_caller]
fn sentence(person: &Person, field: Field, kind: FindingKind) -> String {
    person.0.finding_sentence(&finding(person, field, kind), FoundIn { field: Some(field), ..FoundIn::default() })
}

#[track_caller]
fn excerpt(person: &Person, field: Field, kind: FindingKind) -> String {
    written(
        &person.0.finding_excerpt(&finding(person, field, kind), FoundIn { field: Some(field), ..FoundIn::default() }),
    )
}

#[test]
fn the_place_in_a_value_is_said_and_shown_with_the_invisible_made_visible() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, &format!(" {ID}"));
    assert!(sentence(&person, Field::ClientId, FindingKind::BlanksAround).ends_with("At the beginning."));
    assert_eq!(excerpt(&person, Field::ClientId, FindingKind::BlanksAround), "[␣]DemoClientId…");

    person.types(Field::ClientId, &format!("{ID}\u{200b}"));
    let says = sentence(&person, Field::ClientId, FindingKind::InvisibleCharacter);
    assert!(says.contains("U+200B") && says.ends_with("At the end."), "{says}");
    assert_eq!(excerpt(&person, Field::ClientId, FindingKind::InvisibleCharacter), "…Id0000000001[[U+200B]]");

    person.types(Field::ClientId, "Demo\nClientId0000000001");
    assert!(sentence(&person, Field::ClientId, FindingKind::LineBreakInside).ends_with("At character 5."));
}

#[test]
fn a_secret_is_masked_around_its_odd_place_until_it_is_shown() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientSecret, &format!("{SECRET} "));
    assert_eq!(excerpt(&person, Field::ClientSecret, FindingKind::BlanksAround), "…••••••••••••[␣]");
    person.does(FieldAction::Showed { label: "Client Secret".into(), shown: true });
    assert_eq!(excerpt(&person, Field::ClientSecret, FindingKind::BlanksAround), "…000000000001[␣]");
}

#[test]
fn fixes_are_taken_back_one_after_the_other() {
    let mut person = Person::at("#/tool/values");
    let pasted = format!("Client ID: \u{201c}{ID}\u{201d}");
    person.types(Field::ClientId, &pasted);
    let mut steps = vec![pasted];
    while let Some(finding) = person.0.field_findings(Field::ClientId).into_iter().next() {
        let name = said([&finding]);
        person.does(FixAction::Fixed(Field::ClientId, finding));
        assert_ne!(person.entry(Field::ClientId), *steps.last().unwrap(), "{name} is mended");
        steps.push(person.entry(Field::ClientId).to_owned());
    }
    assert_eq!(person.entry(Field::ClientId), ID);
    assert!(steps.len() > 2, "several mends: {steps:?}");
    while steps.pop().is_some() {
        let Some(before) = steps.last() else { break };
        assert!(person.0.session().can_undo(Field::ClientId));
        person.does(FixAction::Undone);
        assert_eq!(person.entry(Field::ClientId), *before);
    }
    assert!(!person.0.session().can_undo(Field::ClientId));
}

#[test]
fn the_colon_of_a_label_is_not_told_twice() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, &format!("Client ID: {ID}"));
    assert_said(&person.0.field_findings(Field::ClientId), "label-included@0+11=Client ID", Field::ClientId);
    person.types(Field::ClientId, "Client ID: 1234abc:5678def");
    assert_said(
        &person.0.field_findings(Field::ClientId),
        "label-included@0+11=Client ID colon-in-identifier@18+1",
        Field::ClientId,
    );
}

#[test]
fn what_was_fixed_is_past_once_somebody_goes_on_typing() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, &format!("{ID} "));
    person.does(FixAction::Fixed(Field::ClientId, finding(&person, Field::ClientId, FindingKind::BlanksAround)));
    person.types(Field::ClientId, "another");
    assert!(!person.0.session().can_undo(Field::ClientId));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::ClientId), "another");
}

#[test]
fn swapped_values_are_told_beside_the_secret_and_swapped_back_in_both_fields() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, SECRET);
    person.types(Field::ClientSecret, ID);
    let swapped = finding(&person, Field::ClientSecret, FindingKind::MaybeSwapped);
    person.does(FixAction::Fixed(Field::ClientSecret, swapped));
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (ID, SECRET));
    assert!(person.0.session().can_undo(Field::ClientId) && person.0.session().can_undo(Field::ClientSecret));
    person.does(FixAction::Undone);
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (SECRET, ID));
}

#[test]
fn the_same_value_in_two_fields_and_an_account_number_are_told() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, ID);
    person.types(Field::ClientSecret, ID);
    assert_said(&person.0.field_findings(Field::ClientSecret), "same-value-twice", Field::ClientSecret);
    person.types(Field::AccountId, "100200300");
    assert_said(&person.0.field_findings(Field::AccountId), "account-number@0+9", Field::AccountId);
}

#[test]
fn a_header_with_an_empty_secret_is_built_and_says_that_it_is() {
    // EXPOSE: it is compared.
    let shown = |person: &Person| basic_header::view(&person.0).header.map(|header| header.expose().to_owned());
    let mut person = Person::at("#/tool/basic-header");
    assert!(shown(&person).is_none() && basic_header::view(&person.0).findings.is_empty());
    person.types(Field::ClientSecret, "s");
    assert!(shown(&person).is_none(), "nobody is named by a secret alone");
    person.types(Field::ClientSecret, "");
    person.types(Field::ClientId, "id");
    // RFC 7617 §2: a password may be empty.
    assert_eq!(shown(&person).as_deref(), Some("Basic aWQ6"));
    assert_said(&basic_header::view(&person.0).findings, "secret-empty", "it is no result for whoever is still typing");
    person.types(Field::ClientSecret, "s");
    assert_eq!(shown(&person).as_deref(), Some("Basic aWQ6cw=="));
    assert_said(&basic_header::view(&person.0).findings, "encodings-agree", "nothing is empty any more");
}

#[test]
fn the_header_printed_in_the_verint_guide_is_fixed_to_the_right_one() {
    let mut person = Person::at("#/tool/read-header");
    person.types(Field::Header, &format!("Authorization: Basic {VERINT}"));
    let reading = read_header::view(&person.0).unwrap();
    assert_said(&reading.findings, "blanks-around@pair:0+1", Field::Header);
    let blank = reading.findings[0].to_owned();
    let found_in = FoundIn { field: Some(Field::Header), pair: reading.decoded.as_ref(), ..FoundIn::default() };
    assert!(person.0.finding_sentence(&blank, found_in).ends_with("Before the Client ID."));
    assert_eq!(written(&person.0.finding_excerpt(&blank, found_in)), "[␣]••••••••••••…");
    assert_eq!(reading.corrected.as_ref().unwrap().expose(), format!("Basic {VERINT_RIGHT}"));
    person.does(FixAction::Fixed(Field::Header, blank));
    assert_eq!(person.entry(Field::Header), format!("Authorization: Basic {VERINT_RIGHT}"));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Header), format!("Authorization: Basic {VERINT}"));
}

#[test]
fn every_place_in_a_pair_has_words_of_its_own() {
    for (pair, words) in [
        (" id:secret", "Before the Client ID."),
        ("id :secret", "After the Client ID, before the colon."),
        ("id: secret", "After the colon, before the Client Secret."),
        ("id:secret ", "After the Client Secret."),
        ("i\u{200b}d:secret", "Inside the Client ID, character 2."),
        ("id:sec\u{200b}ret", "Inside the Client Secret, character 4."),
    ] {
        use base64::Engine as _;
        let mut person = Person::at("#/tool/read-header");
        person.types(Field::Header, &base64::engine::general_purpose::STANDARD.encode(pair));
        let reading = read_header::view(&person.0).unwrap();
        let found_in = FoundIn { field: Some(Field::Header), pair: reading.decoded.as_ref(), ..FoundIn::default() };
        let says: Vec<String> =
            reading.findings.iter().map(|finding| person.0.finding_sentence(finding, found_in)).collect();
        assert!(says.iter().any(|sentence| sentence.ends_with(words)), "{pair:?}: {says:?}");
    }
}

/// As somebody sends them.
const MAIL: &str = "Hi Ida,\n\nAccount ID: aC3hG4UYSRyJWQ3zGn8otg\nClient ID: DemoClientId0000000001\nClient Secret: DemoClientSecret0000000000000001\n\nBest regards";

#[test]
fn the_values_of_a_message_are_put_into_their_fields() {
    for text in [
        MAIL.to_owned(),
        // A field of one line gets spaces in the place of line breaks.
        MAIL.replace('\n', " "),
        MAIL.replace(": ", "\n"),
        MAIL.replace("Account ID", "Account-ID")
            .replace("Client ID", "Client-ID")
            .replace("Client Secret", "Client-Geheimnis"),
        MAIL.replace("Client ID: ", "* Client ID = \"").replace("0001\n", "0001\"\n"),
    ] {
        let mut person = Person::at("#/product/cirqlive-meets");
        person.types(Field::ClientSecret, &text);
        let message = finding(&person, Field::ClientSecret, FindingKind::MessageInstead);
        assert_eq!(person.0.field_findings(Field::ClientSecret).len(), 1, "{text}");
        assert!(person.does(FixAction::Fixed(Field::ClientSecret, message)), "{text}");
        let all = [Field::AccountId, Field::ClientId, Field::ClientSecret].map(|field| person.entry(field));
        assert_eq!(all, ["aC3hG4UYSRyJWQ3zGn8otg", ID, SECRET], "{text}");
        assert!(person.does(FixAction::Undone));
        assert_eq!(person.entry(Field::ClientSecret), text);
    }
    // Settings, a mention, values of two apps, one value.
    for text in [
        "client_id=DemoClientId0000000001\nclient_secret=DemoClientSecret0000000000000001",
        "Copy the Client ID and the Client Secret from App Credentials.",
        "Client ID: DemoClientId0000000001\nClient Secret: a-first-secret\nClient ID: DemoClientId0000000002",
        "Client ID: DemoClientId0000000001",
    ] {
        let mut person = Person::at("#/product/cirqlive-meets");
        person.types(Field::ClientId, text);
        assert!(
            person.0.field_findings(Field::ClientId).iter().all(|one| one.kind != FindingKind::MessageInstead),
            "{text}"
        );
    }
}

#[test]
fn a_message_in_a_field_is_masked_and_not_kept() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let translated = MAIL.replace("Client Secret", "Client-Geheimnis");
    for (field, text) in
        [(Field::AccountId, MAIL), (Field::ClientId, &MAIL.replace(": ", "\n")), (Field::ClientId, &translated)]
    {
        person.types(field, text);
        assert!(matches!(person.0.entry_mask(Some(field)), EntryMask::Whole), "{text}");
        assert!(!Kept::write(&person.0.kept()).contains(SECRET), "{text}");
        person.types(field, "");
    }
    person.types(Field::ClientId, ID);
    assert!(Kept::write(&person.0.kept()).contains(ID));
}

#[test]
fn a_message_in_the_box_is_read_as_its_values() {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(MAIL)));
    person.fetches();
    assert_eq!(pasted::view(&person.0).unwrap().ways[0].kind, PastedKind::LabeledValues);
    person.does(ReaderAction::ReadAs(PastedKind::LabeledValues));
    let all = [Field::AccountId, Field::ClientId, Field::ClientSecret].map(|field| person.entry(field));
    assert_eq!(all, ["aC3hG4UYSRyJWQ3zGn8otg", ID, SECRET]);
}

#[test]
fn an_account_id_and_a_secret_that_are_swapped_are_noticed_masked_and_not_kept() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.types(Field::AccountId, SECRET);
    person.types(Field::ClientId, ID);
    person.types(Field::ClientSecret, "aC3hG4UYSRyJWQ3zGn8otg");
    let swapped = finding(&person, Field::ClientSecret, FindingKind::MaybeSwapped);
    let values = guide::values(&person.0);
    assert!(values.iter().all(|value| value.is_secret && value.attention.is_some()), "{values:?}");
    assert!(person.0.can_show_entry(Some(Field::AccountId)));
    assert!(!Kept::write(&person.0.kept()).contains(SECRET));
    // Not even when something else is shown.
    person.goes("#/product/kufersql");
    assert!(!Kept::write(&person.0.kept()).contains(SECRET));

    person.goes("#/product/cirqlive-meets");
    assert!(person.does(FixAction::Fixed(Field::ClientSecret, swapped)));
    assert_eq!((person.entry(Field::AccountId), person.entry(Field::ClientSecret)), ("aC3hG4UYSRyJWQ3zGn8otg", SECRET));
    assert!(guide::values(&person.0).iter().all(|value| value.attention.is_none()));
    assert!(Kept::write(&person.0.kept()).contains("aC3hG4UYSRyJWQ3zGn8otg"));
    // How long an Account ID is, nobody says.
    person.types(Field::AccountId, "an-account-with-more-than-22");
    assert_eq!(said(&person.0.field_findings(Field::ClientSecret)), "");
}

#[test]
fn a_secret_in_the_field_for_an_id_is_told_masked_and_moved() {
    for field in [Field::AccountId, Field::ClientId] {
        let mut person = Person::at("#/product/cirqlive-meets");
        person.types(field, SECRET);
        let told = finding(&person, field, FindingKind::SecretInstead);
        assert!(matches!(person.0.entry_mask(Some(field)), EntryMask::Whole), "{field:?}");
        assert!(!Kept::write(&person.0.kept()).contains(SECRET), "{field:?}");
        assert!(person.does(FixAction::Fixed(field, told)));
        assert_eq!((person.entry(field), person.entry(Field::ClientSecret)), ("", SECRET));
        assert_eq!(said(&person.0.field_findings(Field::ClientSecret)), "");
        // Beside a secret it is compared with that, and a value of another length is none.
        person.types(field, "short");
        assert_eq!(said(&person.0.field_findings(field)), "");
    }
    // Of another server nobody knows how long a secret is.
    let mut person = Person::at("#/product/other-server");
    person.types(Field::ClientId, SECRET);
    assert_eq!(said(&person.0.field_findings(Field::ClientId)), "");
}

#[test]
fn two_joined_values_in_the_field_for_the_account_id_are_told_and_parted() {
    let mut person = Person::at("#/product/cirqlive-meets");
    for (text, fixed) in [
        ("aC3hG4UYSRyJWQ3zGn8otg:DemoClientId0000000001", "aC3hG4UYSRyJWQ3zGn8otg"),
        (" aC3hG4UYSRyJWQ3zGn8otg:DemoClientSecret0000000000000001", " aC3hG4UYSRyJWQ3zGn8otg"),
    ] {
        person.types(Field::AccountId, text);
        let told = finding(&person, Field::AccountId, FindingKind::PairInstead);
        assert!(matches!(person.0.entry_mask(Some(Field::AccountId)), EntryMask::Whole), "{text}");
        let shown = excerpt(&person, Field::AccountId, FindingKind::PairInstead);
        assert!(shown.contains("[:]") && !shown.contains(|ch: char| ch.is_ascii_alphanumeric()), "{shown}");
        assert!(person.does(FixAction::Fixed(Field::AccountId, told)));
        assert_eq!(person.entry(Field::AccountId), fixed);
    }
    // A label, several colons.
    for text in ["ID:aC3hG4UYSRyJWQ3zGn8otg", "aC3hG4UYSRyJWQ3zGn8otg:DemoClientId0000000001:DemoSecret"] {
        person.types(Field::AccountId, text);
        let found = person.0.field_findings(Field::AccountId);
        assert!(found.iter().all(|one| one.kind != FindingKind::PairInstead), "{text}");
    }
}

#[test]
fn what_is_as_long_as_no_sample_is_a_hint() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let said_of = |person: &mut Person, field: Field, text: &str| -> String {
        person.types(field, text);
        kinds(&person.0.field_findings(field))
    };
    for cut in ["DemoClientSecret000000000000001", "DemoClientSecret000000000000000012", "DemoClientId0000000001"] {
        assert_eq!(said_of(&mut person, Field::ClientSecret, cut), "length-unusual", "{cut}");
    }
    assert_eq!(said_of(&mut person, Field::ClientId, "DemoClientId000000001"), "length-unusual");
    // What somebody made up has any length, and what is as long as it should be is not mentioned.
    for text in ["DemoSecret", "DemoClientSecret0000000000000001"] {
        assert_eq!(said_of(&mut person, Field::ClientSecret, text), "", "{text}");
    }
    // The numbers of the sentence are those of the provider's file.
    let shapes = person.0.provider().unwrap().values.as_ref().unwrap();
    person_says(&person, &[shapes.client_id.unwrap(), shapes.client_secret.unwrap()]);
    // Of a server without samples nothing is known.
    let mut other = Person::at("#/product/other-server");
    assert_eq!(said_of(&mut other, Field::ClientSecret, "DemoClientSecret000000000000001"), "");
}

#[track_caller]
fn person_says(person: &Person, lengths: &[u32]) {
    let finding = Finding::whole(FindingKind::LengthUnusual);
    let says = person.0.finding_sentence(&finding, FoundIn::default());
    assert!(lengths.iter().all(|length| says.contains(&length.to_string())), "{says}");
}

#[test]
fn a_redirect_url_that_the_provider_or_the_product_may_not_take_is_told_at_the_field() {
    let found = |product: &str, url: &str| -> String {
        let mut person = Person::at(&format!("#/product/{product}"));
        person.types(Field::RedirectUrl, url);
        kinds(&person.0.field_findings(Field::RedirectUrl))
    };
    let space = "https://LearningSpace.uni.example/login?x=1";
    assert_eq!(found("cae-learningspace", space), "redirect-capitals redirect-query");
    assert_eq!(found("verint-recorder", "https://www.uni.example/Zoom"), "redirect-capitals");
    assert_eq!(found("verint-recorder", "https://www.uni.example/zoom"), "");
    assert_eq!(found("zappysys-zoom-connector", "https://zappysys.com/oath/"), "redirect-elsewhere");
    for url in ["https://zappysys.com/oauth", "https://zappysys.com/oauth/"] {
        assert_eq!(found("zappysys-zoom-connector", url), "", "{url}");
    }
    // Other servers are not known to reject capitals.
    assert_eq!(found("other-server", "https://www.uni.example/Zoom"), "");
}

#[test]
fn what_is_cleared_besides_what_is_on_the_screen_is_named() {
    let mut person = Person::at("#/product/zappysys-zoom-connector");
    assert!(!person.entry(Field::RedirectUrl).is_empty(), "prescribed, not entered");
    person.goes("#/product/kufersql");
    assert_eq!(clearing::also_cleared(&person.0), Vec::<String>::new());
    person.types(Field::ClientId, ID);
    assert_eq!(clearing::also_cleared(&person.0), Vec::<String>::new(), "it is on the screen");
    person.goes("#/tool/values");
    person.types(Field::ClientId, ID);
    person.goes("#/product/cirqlive-meets");
    assert_eq!(clearing::also_cleared(&person.0), ["KuferSQL", "Tools"]);
    person.does(SessionAction::Cleared);
    assert_eq!(clearing::also_cleared(&person.0), Vec::<String>::new());
}

#[test]
fn of_the_link_and_the_report_one_is_open_at_a_time() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.does(LinkAction::Unfolded(true));
    assert!(person.0.shows_link());
    person.does(ReportAction::Showed(true));
    assert_eq!((person.0.shows_link(), person.0.shows_report()), (false, true));
    person.does(LinkAction::Unfolded(true));
    assert_eq!((person.0.shows_link(), person.0.shows_report()), (true, false));
    person.does(LinkAction::Unfolded(false));
    person.does(ReportAction::Showed(true));
    person.does(ReportAction::Showed(false));
    assert_eq!((person.0.shows_link(), person.0.shows_report()), (false, false));
}

#[test]
fn a_field_that_nothing_can_fill_is_not_missing_for_ever() {
    let mut person = Person::at("#/product/zappysys-zoom-connector?variant=legacy");
    person.fetches();
    let scope = guide::values(&person.0).into_iter().find(|value| value.label == "Scope").unwrap();
    assert!(!matches!(scope.state, ValueState::Waits(_)), "{:?}", scope.name);
}
