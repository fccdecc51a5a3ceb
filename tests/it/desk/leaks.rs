//! Whatever is typed into the fields, nothing that the page gives away has a part of a secret: the title, what a tab
//! keeps, a link, a report, a printed guide.

use authdesk::desk::guide::{self, PaperText};
use authdesk::desk::link::{offered_values, written_link};
use authdesk::desk::report::{Report, panel};
use authdesk::desk::{
    Action, CardAction, Desk, Field, FieldAction, Kept, LinkAction, PlainField, ReportAction, ValueState, card,
};
use authdesk::oauth::Secret;
use proptest::prelude::*;
use strum::VariantArray;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person};
use super::products::{products, with_all};
use crate::secret_part::{BARE_FORMS, FORMS, PART, has_no_part, part_in, pasted, secrets};

const VIEWS: [&str; 6] = [
    "#/product/verint-recorder?variant=oauth",
    "#/product/kufersql",
    "#/product/chamilo",
    "#/tool/authorize-url",
    "#/tool/token-request",
    CARD,
];

const CARD: &str = "#/card";

/// Fields of a card that have a text of one's own.
const CARD_FIELDS: [&str; 7] =
    ["name", "vendor", "summary", "place", "value-0-label", "value-1-text", "value-2-remark"];
const AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// The texts of a printed guide, one in each line.
fn paper(desk: &Desk) -> String {
    let list = guide::checklist(desk);
    let lines = list.steps.iter().flat_map(|step| step.lines.iter().flat_map(|line| &line.shown));
    let fields = list.steps.iter().flat_map(|step| &step.fields).chain(&list.values);
    let texts = lines.chain(fields.map(|field| &field.text)).map(|text| match text {
        PaperText::Text(text) | PaperText::Says(text) => text.as_str(),
        PaperText::Secret | PaperText::None => "",
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// What the page gives away if everything that can be selected is, each with its name.
fn given(desk: &Desk) -> Vec<(&'static str, String)> {
    let mut person = Person(desk.clone());
    for offered in offered_values(desk) {
        person.does(LinkAction::SelectedValue { key: offered.key, selected: true });
    }
    person.does(ReportAction::ChoseEnds(true));
    person.does(CardAction::Finished);
    let desk = &person.0;
    let link = written_link(desk).write();
    let output = card::view(desk).output;
    vec![
        ("title", desk.title()),
        ("kept card", card::kept(desk)),
        ("files of a card", output.as_ref().map(|output| format!("{:?}", output.files)).unwrap_or_default()),
        ("link to a card", output.map(|output| format!("{:?}", output.link)).unwrap_or_default()),
        ("kept", Kept::write(&desk.kept())),
        ("link as it is read", percent_encoding::percent_decode_str(&link).decode_utf8_lossy().into_owned()),
        ("link", link),
        ("report", Report::of(desk, AGENT).written()),
        ("paper", paper(desk)),
    ]
}

fn types(person: &mut Person, field: Field, text: &str) {
    person.does(FieldAction::Typed(field, Secret::new(text)));
}

fn is_plain(field: Field) -> bool {
    PlainField::VARIANTS.iter().any(|plain| Field::from(*plain) == field) || field.input().is_some()
}

thread_local! {
    static AT: Vec<Desk> = VIEWS.iter().map(|view| at_once(view)).collect();
}

/// A card that is sound, so that it is given away unless something keeps it here.
fn at_once(view: &str) -> Desk {
    let mut person = Person::at(view);
    if view == CARD {
        person.makes_a_card();
    }
    person.0
}

fn at(view: usize) -> Person {
    AT.with(|all| Person(all[view].clone()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_that_is_given_away_has_a_part_of_a_secret(
        view in 0..VIEWS.len(),
        form in 0..FORMS - BARE_FORMS - 1,
        secret in secrets(),
    ) {
        let mut person = at(view);
        for field in Field::VARIANTS {
            let form = BARE_FORMS + (form + *field as usize) % (FORMS - BARE_FORMS - 1);
            let text = if is_plain(*field) { pasted(&secret, form) } else { secret.clone() };
            types(&mut person, *field, &text);
        }
        person.fetches();
        for (name, text) in given(&person.0) {
            prop_assert_eq!(part_in(&text, &secret), None, "{}: {}", name, text);
        }
    }

    /// It is entered in a guide, and somebody types it into a card of their own as well.
    #[test]
    fn a_secret_that_is_entered_is_in_no_card(
        entered in 0..VIEWS.len(),
        field in prop::sample::select(vec![Field::ClientSecret, Field::Code, Field::Answer, Field::Landed]),
        into in prop::sample::select(&CARD_FIELDS[..]),
        form in 0..FORMS,
        is_before in any::<bool>(),
        secret in secrets(),
    ) {
        let mut person = at(entered);
        let whole = match field {
            Field::Answer => pasted(&secret, 3),
            Field::Landed => pasted(&secret, 2),
            _ => secret.clone(),
        };
        if is_before {
            types(&mut person, field, &whole);
        }
        if VIEWS[entered] != CARD {
            person.goes(CARD);
            person.makes_a_card();
        }
        person.fills(into, &pasted(&secret, form));
        if !is_before {
            types(&mut person, field, &whole);
        }
        for (name, text) in given(&person.0) {
            prop_assert_eq!(part_in(&text, &secret), None, "{}: {}", name, text);
        }
    }

    /// Nothing else tells what it is.
    #[test]
    fn a_secret_in_a_single_field_is_seen_by_itself(
        view in 0..VIEWS.len(),
        form in 0..FORMS - 1,
        field in prop::sample::select(Field::VARIANTS),
        secret in secrets(),
    ) {
        let mut person = at(view);
        types(&mut person, field, &pasted(&secret, form));
        person.fetches();
        // An ID cannot be told from a secret, and a tab keeps what is in a plain field unless it says what it is.
        let is_bare = form < BARE_FORMS;
        let is_identifier = matches!(field, Field::ClientId | Field::AccountId | Field::SecondClientId);
        for (name, text) in given(&person.0) {
            if !is_bare || !is_identifier && (name != "kept" || !is_plain(field)) {
                prop_assert_eq!(part_in(&text, &secret), None, "{}: {}", name, text);
            }
        }
    }

    /// A part of it is in a field that is no secret; the whole is in one that is not in view.
    #[test]
    fn a_secret_of_the_other_installation_is_one_here_too(
        field in prop::sample::select(vec![Field::ClientSecret, Field::Answer, Field::Landed]),
        into in prop::sample::select(vec![Field::ClientId, Field::RedirectUrl]),
        form in prop::sample::select(vec![0_usize, FORMS - 1]),
        secret in secrets(),
    ) {
        let mut person = at(0);
        let whole = match field {
            Field::ClientSecret => secret.clone(),
            Field::Answer => pasted(&secret, 3),
            _ => pasted(&secret, 2),
        };
        person.does(Action::InOther(Box::new(FieldAction::Typed(field, Secret::new(whole)).into())));
        types(&mut person, into, &pasted(&secret, form));
        person.fetches();
        for (name, text) in given(&person.0).into_iter().filter(|(name, _)| *name != "kept") {
            prop_assert_eq!(part_in(&text, &secret), None, "{}: {}", name, text);
        }
    }
}

/// Client ID and secret each in the field of the other one, or one of them in both: the page says so, and gives none away.
#[test]
fn a_secret_in_the_field_of_the_client_id_is_given_away_by_nothing() {
    for view in [VIEWS[0], "#/product/verint-recorder?variant=server-to-server", "#/product/kufersql", "#/tool/values"]
    {
        for swapped in [CLIENT_ID, CLIENT_SECRET] {
            for is_in_other in [false, true] {
                let mut person = Person::at(view);
                person.does(ReportAction::Showed(true));
                for (field, text) in [(Field::ClientId, CLIENT_SECRET), (Field::ClientSecret, swapped)] {
                    let action: Action = FieldAction::Typed(field, Secret::new(text)).into();
                    person.does(if is_in_other { Action::InOther(Box::new(action)) } else { action });
                }
                if is_in_other && person.0.variant().is_some_and(|variant| variant.redundant_pair) {
                    types(&mut person, Field::RedirectUrl, &format!("https://{CLIENT_SECRET}.example.com/"));
                } else if is_in_other {
                    continue;
                }
                for (name, text) in given(&person.0).into_iter().filter(|(name, _)| *name != "kept") {
                    assert_eq!(part_in(&text, CLIENT_SECRET), None, "{view}: {name}: {text}");
                    assert!(!text.contains("; ends "), "{view}: {text}");
                }
                assert!(is_in_other || !panel(&person.0, AGENT).unwrap().has_ends, "{view}");
            }
        }
    }
    // Where each is in its own field, the Client ID may leave.
    let mut person = Person::at(VIEWS[0]);
    types(&mut person, Field::ClientId, CLIENT_ID);
    types(&mut person, Field::ClientSecret, CLIENT_SECRET);
    let all = given(&person.0);
    let has = |name: &str, part: &str| all.iter().any(|(one, text)| *one == name && text.contains(part));
    assert!(has("link", CLIENT_ID) && has("paper", CLIENT_ID) && has("report", "; ends 8otg"), "{all:?}");
}

/// An example of an input in the catalog.
const OPAQUE: &str = "AbCdEfGhIjKlMnOpQrStUv";

/// What nobody has entered is no secret: a guide on paper has every sound value of every product.
#[test]
fn what_is_sound_is_printed() {
    for product in products() {
        for variant in &product.variants {
            let mut person = with_all(&product, &variant.id);
            // Values as a provider makes them have no part in common.
            for (field, text) in [
                (Field::AccountId, "abcdEFGH_ijklmnop1234"),
                (Field::SecondClientId, "cY4iH5VZTSzKXR4aHo9puh"),
                (Field::SecondClientSecret, "Zq8mW2vT6yR0uP4sD9gK1hJ5nB7cX3fL"),
                (Field::SecretToken, "e7Vt3Qw9Lr5Yx1Nk8Fs2Gd"),
            ] {
                person.types(field, text);
            }
            let values = guide::values(&person.0);
            assert!(values.iter().all(|value| value.attention.is_none()), "{}", product.id);
            for (value, paper) in values.iter().zip(guide::checklist(&person.0).values) {
                // An ID without any meaning cannot be told from a secret.
                let is_opaque = matches!(&value.state, ValueState::Ready(text) if text.expose() == OPAQUE);
                let is_withheld = paper.text == PaperText::Secret;
                assert_eq!(is_withheld, value.is_secret || is_opaque, "{}: {}", product.id, paper.label);
            }
        }
    }
}

#[test]
fn a_part_of_a_secret_is_what_the_page_takes_for_one() {
    let mut person = Person::at("#/tool/authorize-url");
    types(&mut person, Field::ClientSecret, CLIENT_SECRET);
    for (part, is_there) in [(&CLIENT_SECRET[..PART - 1], true), (&CLIENT_SECRET[1..=PART], false)] {
        types(&mut person, Field::RedirectUrl, &format!("https://www.example.com/{part}/"));
        let link = written_link(&person.0).write();
        assert_eq!(link.contains("redirect_url"), is_there, "{link}");
        if !is_there {
            has_no_part(&link, CLIENT_SECRET);
        }
    }
}
