//! A guide on paper.

use authdesk::desk::guide::{self, Checklist, PaperText};
use authdesk::desk::link::link_url;
use authdesk::desk::{Field, GuideAction, Step};
use strum::VariantArray;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person};
use super::products::products;
use crate::secret_part::{FORMS, has_no_part, pasted};

/// All texts that the page puts on paper, one in each line.
fn printed(list: &Checklist<'_>) -> String {
    let mut lines = Vec::new();
    let mut add = |text: &PaperText| match text {
        PaperText::Text(text) | PaperText::Says(text) => lines.push(text.clone()),
        PaperText::Secret => lines.push("(secret)".into()),
        PaperText::None => lines.push("(none)".into()),
    };
    for step in &list.steps {
        step.lines.iter().flat_map(|line| &line.shown).for_each(&mut add);
        step.fields.iter().map(|field| &field.text).for_each(&mut add);
    }
    list.values.iter().map(|field| &field.text).for_each(&mut add);
    lines.join("\n")
}

#[test]
fn it_has_every_step_line_and_field_of_the_guide() {
    for product in products() {
        let product = product.id.to_string();
        let person = Person::at(&format!("#/product/{product}"));
        let list = guide::checklist(&person.0);
        let steps = guide::steps(&person.0);
        assert_eq!(list.steps.len(), steps.len(), "{product}");
        for (step, paper) in steps.iter().zip(&list.steps) {
            assert_eq!(paper.title, guide::step_title(&person.0, *step));
            let sentences = |paper: &guide::PaperStep<'_>| -> Vec<String> {
                paper.lines.iter().map(|line| line.sentence.as_str().to_owned()).collect()
            };
            let lines = guide::lines(&person.0, *step);
            assert!(lines.iter().map(|line| line.sentence.as_str()).eq(sentences(paper)), "{product}");
            for (line, paper) in lines.iter().zip(&paper.lines) {
                let sources: Vec<_> = paper.sources.iter().map(|number| list.sources[number - 1]).collect();
                assert_eq!(sources, line.sources(), "{product}");
            }
        }
        let values = guide::values(&person.0);
        assert!(list.values.iter().map(|field| &field.label).eq(values.iter().map(|value| &value.name)), "{product}");
    }
}

#[test]
fn it_has_what_is_entered_and_checked_off_and_no_secret() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.types(Field::Answer, r#"{"access_token":"eyJhbGciOi","refresh_token":"eyJzdiI6Ij"}"#);
    person.does(GuideAction::Ticked { line: "archiving".into(), step: Step::Create, ticked: true });
    let list = guide::checklist(&person.0);
    let text = printed(&list);
    for part in [CLIENT_ID, "https://www.example.com/", "api.zoom.us", "Zoom OAuth - Rec1", "user:read:user:admin"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for part in [CLIENT_SECRET, "eyJhbGciOi", "eyJzdiI6Ij"] {
        assert!(!text.contains(part), "{part}");
    }
    let ticked: Vec<bool> = list.steps[0].lines.iter().map(|line| line.is_ticked).collect();
    assert_eq!(ticked.iter().filter(|is_ticked| **is_ticked).count(), 1);
    assert!(ticked[0]);
}

#[test]
fn a_secret_that_is_typed_into_any_field_stays_on_the_page() {
    for product in products() {
        let product = product.id.to_string();
        let empty = Person::at(&format!("#/product/{product}"));
        for form in 0..FORMS - 1 {
            let mut person = Person(empty.0.clone());
            person.types(Field::ClientSecret, CLIENT_SECRET);
            for field in Field::VARIANTS.iter().filter(|field| **field != Field::ClientSecret) {
                person.types(*field, &pasted(CLIENT_SECRET, form));
            }
            has_no_part(&printed(&guide::checklist(&person.0)), CLIENT_SECRET);
        }
    }
}

#[test]
fn its_heading_has_no_gap_where_a_guide_has_no_app_and_no_link_leads_to_a_card_of_ones_own() {
    let mut without_app = 0;
    for product in products() {
        let person = Person::at(&format!("#/product/{}", product.id));
        let about = guide::checklist(&person.0).about;
        assert!(!about.is_empty() && about.iter().all(|text| !text.is_empty()), "{}: {about:?}", product.id);
        without_app += usize::from(about.len() == 1);
        assert!(
            link_url(&person.0, "https://a.example/")
                .is_some_and(|url| url.starts_with("https://a.example/#/product/"))
        );
    }
    assert_ne!(without_app, 0, "a guide without an app");
    assert_eq!(guide::checklist(&Person::at("#/product/verint-recorder?variant=oauth").0).about.len(), 3);
    let mut card = Person::at_card();
    card.makes_a_card();
    assert!(card.0.guide().is_some());
    assert_eq!(link_url(&card.0, "https://a.example/"), None);
}
