//! No secret is ever in a link, and whatever is in one comes out of it.

use authdesk::catalog::{Index, Product};
use authdesk::desk::link::{OfferedValue, arrival_view, message, offered_values, written_link};
use authdesk::desk::{Desk, Field, GuideAction, LinkAction, LinkKey, LinkReading, Step};
use authdesk::oauth::Secret;
use proptest::prelude::*;
use strum::VariantArray;

use super::{HERE, fragment, key, view};
use crate::catalog::sample::sample;
use crate::desk::person::{self, Person};
use crate::secret_part::{BARE_FORMS, FORMS, part_in, pasted, secrets};

/// Views with fields of every kind.
const VIEWS: [&str; 7] = [
    "#/product/verint-recorder?variant=oauth",
    "#/product/verint-recorder?variant=server-to-server",
    "#/product/other-server",
    "#/tool/authorize-url",
    "#/tool/token-request",
    "#/tool/values",
    "#/product/sample",
];

fn at(view: &str) -> Person {
    if view == "#/product/sample" { Person::at_guide(view, sample()) } else { Person::at(view) }
}

/// Selects everything that there is, and returns all that is shown of the link.
fn everything(desk: &Desk) -> String {
    let mut person = Person(desk.clone());
    person.unfolds_link();
    for offered in view(&person.0).values {
        person.does(LinkAction::SelectedValue { key: offered.key, selected: true });
    }
    let shown = view(&person.0);
    let values: Vec<String> = shown.values.iter().map(|value| format!("{}: {}", value.label, value.value)).collect();
    // EXPOSE: the tests search it for secrets.
    [
        shown.url.expose(),
        &percent_encoding::percent_decode_str(shown.url.expose()).decode_utf8_lossy(),
        &values.concat(),
    ]
    .concat()
        + shown.message.expose()
        + &message(&person.0, HERE)
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_part_of_a_secret_is_in_a_link(
        secret in secrets(),
        forms in prop::collection::vec(0..FORMS, Field::VARIANTS.len()),
        at_view in 0..VIEWS.len(),
    ) {
        let mut person = AT.with(|all| Person(all[at_view].clone()));
        for (field, form) in Field::VARIANTS.iter().zip(forms) {
            // A part alone is one only where the whole is known; the field of the secret has that.
            let form = if person.0.session().is_masked(*field) { 0 } else { form };
            person.types(*field, &pasted(&secret, form));
        }
        let shown = everything(&person.0);
        prop_assert!(part_in(&shown, &secret).is_none(), "{shown}");
    }

    /// Only the text itself tells what was pasted; nothing else is entered.
    #[test]
    fn a_secret_alone_is_in_no_link_unless_it_is_entered_as_an_identifier(
        secret in secrets(),
        form in 0..FORMS - 1,
        field in prop::sample::select(Field::VARIANTS),
        at_view in 0..VIEWS.len(),
    ) {
        let mut person = AT.with(|all| Person(all[at_view].clone()));
        person.types(field, &pasted(&secret, form));
        let is_identifier = matches!(field, Field::ClientId | Field::AccountId | Field::SecondClientId);
        if !is_identifier || form >= BARE_FORMS {
            prop_assert!(part_in(&everything(&person.0), &secret).is_none());
        }
        person.does(LinkAction::Dismissed);
        person.unfolds_link();
        prop_assert!(part_in(&fragment(&person.0), &secret).is_none(), "not before somebody selects it");
    }
}

/// Texts that are entered into a field of that kind, sound or not.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9]{1,22}",
        2 => "https://[a-z]{1,10}\\.example\\.com/[a-z0-9/?&=%+ü<>\"' .-]{0,30}",
        2 => "([a-z]{2,8}:[a-z]{2,8}(:[a-z]{2,8})? ?){1,6}",
        1 => "\\PC{0,60}",
        1 => any::<String>(),
        1 => Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn a_link_is_read_back_to_what_it_was_made_from(
        entered in prop::collection::vec(texts(), Field::VARIANTS.len()),
        selected in prop::collection::vec(any::<bool>(), 24),
        set in any::<Option<bool>>(),
        step in prop::sample::select(vec![None, Some(Step::Create), Some(Step::Credentials), Some(Step::Second)]),
        at_view in 0..VIEWS.len(),
    ) {
        let mut person = AT.with(|all| Person(all[at_view].clone()));
        for (field, text) in Field::VARIANTS.iter().zip(&entered) {
            person.does(authdesk::desk::FieldAction::Typed(*field, Secret::new(text.as_str())));
        }
        if let Some(chosen) = set {
            person.does(GuideAction::ChoseScopeSet { set: "one-meeting".into(), chosen });
        }
        person.does(LinkAction::ChoseStep(step));
        for (offered, selected) in offered_values(&person.0).into_iter().zip(selected) {
            person.does(LinkAction::SelectedValue { key: offered.key, selected });
        }
        let offered = offered_values(&person.0);
        let of_view: Vec<&LinkKey> =
            offered.iter().filter(|value| value.is_selected == Some(true)).map(|value| &value.key).collect();
        let link = written_link(&person.0).write();
        let reading = LinkReading::of(&link);
        prop_assert!(reading.left_out.is_empty() && !reading.is_newer, "{link}: {reading:?}");
        prop_assert_eq!(&reading.link.route, &person.0.route);
        prop_assert_eq!(reading.link.values.iter().map(|(key, _)| key).collect::<Vec<_>>(), of_view);
        prop_assert_eq!(reading.link.write(), link.as_str());

        // Somebody else opens it and takes all of it.
        let mut other = AT.with(|all| Person(all[at_view].clone()));
        other.does(LinkAction::Arrived(Secret::new(link.as_str())));
        let rows = arrival_view(&other.0).map(|view| {
            assert!(view.left_out.is_empty() && !view.had_secret, "{link}: {view:?}");
            view.rows
        });
        for row in rows.unwrap_or_default() {
            other.does(LinkAction::SelectedRow { key: row.key, selected: true });
        }
        other.does(LinkAction::Used);
        let there = offered_values(&other.0);
        for (key, text) in &reading.link.values {
            let value_in = |offered: &[OfferedValue]| {
                offered.iter().find(|value| value.key == *key).map(|value| value.value.clone())
            };
            prop_assert_eq!(value_in(&there), value_in(&offered), "{} {}", key, text);
        }
    }
}

thread_local! {
    static AT: Vec<Desk> = VIEWS.iter().map(|view| at(view).0).collect();
}

#[test]
fn every_input_of_the_catalog_can_be_in_a_link() {
    let mut count = 0;
    for card in &person::file::<Index>("catalog/index.json").products {
        let id = &card.id;
        for (name, input) in &person::file::<Product>(&Product::file(id)).inputs {
            if input.is_secret() {
                continue;
            }
            let example = input.example.as_deref().or(input.of.first().map(String::as_str)).unwrap_or("x");
            let link = authdesk::desk::Link {
                route: authdesk::desk::Route::parse(&format!("#/product/{id}")),
                step: None,
                values: vec![(key(&format!("input.{name}")), example.to_owned())],
            };
            let reading = LinkReading::of(&link.write());
            // An ID without any meaning cannot be told from a secret.
            let is_opaque = example == "AbCdEfGhIjKlMnOpQrStUv";
            assert_eq!(reading.has_secret(), is_opaque, "{id}: {name}");
            assert!(is_opaque || reading.link == link, "{id}: {name}: {reading:?}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}
