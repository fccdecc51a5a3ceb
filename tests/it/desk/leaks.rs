//! Whatever is typed into the fields, nothing that the page gives away has a part of a secret: the title, what a tab
//! keeps, a link, a report, a printed guide.

use authdesk::desk::guide::{self, PaperText};
use authdesk::desk::link::written_link;
use authdesk::desk::report::Report;
use authdesk::desk::{Desk, Field, FieldAction, Kept, PlainField};
use authdesk::oauth::Secret;
use proptest::prelude::*;
use strum::VariantArray;

use super::person::Person;

/// So many characters of a secret in a row are a part of it.
const PART: usize = 6;

const VIEWS: [&str; 5] = [
    "#/product/verint-recorder?variant=oauth",
    "#/product/kufersql",
    "#/product/chamilo",
    "#/tool/authorize-url",
    "#/tool/token-request",
];

/// What the page gives away, each with its name.
fn given(desk: &Desk) -> Vec<(&'static str, String)> {
    let list = guide::checklist(desk);
    let lines = list.steps.iter().flat_map(|step| step.lines.iter().flat_map(|line| &line.shown));
    let fields = list.steps.iter().flat_map(|step| &step.fields).chain(&list.values);
    let paper = lines.chain(fields.map(|field| &field.text)).map(|text| match text {
        PaperText::Text(text) | PaperText::Says(text) => text.as_str(),
        PaperText::Secret | PaperText::None => "",
    });
    vec![
        ("title", desk.title()),
        ("kept", Kept::write(&desk.kept())),
        ("link", written_link(desk).write()),
        (
            "report",
            Report::of(desk, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0").written(),
        ),
        ("paper", paper.collect::<Vec<_>>().join("\n")),
    ]
}

/// A text that contains a secret, as people paste it into any field.
fn pasted(secret: &str, form: usize) -> String {
    match form % 5 {
        0 => format!("https://www.example.com/cb?code={secret}&state=a"),
        1 => format!(r#"{{"access_token":"{secret}","refresh_token":"x{secret}"}}"#),
        2 => format!("client_secret={secret}"),
        3 => format!("Authorization: Bearer {secret}"),
        _ => format!("curl -d code_verifier={secret} https://zoom.us/oauth/token"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_that_is_given_away_has_a_part_of_a_secret(
        view in 0..VIEWS.len(),
        form in 0..5_usize,
        secret in "[A-Za-z][0-9][A-Za-z0-9]{28}[0-9][A-Z]",
    ) {
        let mut person = Person::at(VIEWS[view]);
        for field in Field::VARIANTS {
            let is_plain = PlainField::VARIANTS.iter().any(|plain| Field::from(*plain) == *field) || field.input().is_some();
            let text = if is_plain { pasted(&secret, form + *field as usize) } else { secret.clone() };
            person.does(FieldAction::Typed(*field, Secret::new(text)));
        }
        person.fetches();
        for (name, text) in given(&person.0) {
            for part in secret.as_bytes().windows(PART).map(|part| core::str::from_utf8(part).unwrap()) {
                prop_assert!(!text.contains(part), "{} has {}: {}", name, part, text);
            }
        }
    }
}
