//! What a link brings is shown and asked about before it is used.

use authdesk::desk::link::{ArrivalView, address, arrival_view, open_step, written_link};
use authdesk::desk::{Field, FixAction, GuideAction, LinkAction, Route, SessionAction, Step, guide};
use authdesk::oauth::Secret;
use authdesk::texts::{Language, Text};

use super::key;
use crate::catalog::sample::{input, sample};
use crate::desk::person::{CLIENT_ID, CLIENT_SECRET, Person, german};

const OTHER_ID: &str = "cY4iH5VZTSzKXR4aHo9puh";
const LINK: &str = "#/product/verint-recorder?v=1&variant=oauth&client_id=bX3hG4UYSRyJWQ3zGn8otg\
                    &redirect_url=https%3A%2F%2Frec.example.com%2F&scope_sets=one-meeting&language=de";

/// The rows as `label: brings | now`, with a `+` before those that are selected.
fn rows(view: &ArrivalView) -> Vec<String> {
    let row = |row: &authdesk::desk::link::LinkRow| {
        format!("{}{}: {} | {}", if row.is_selected { "+" } else { "" }, row.label, row.brings, row.now)
    };
    view.rows.iter().map(row).collect()
}

#[track_caller]
fn brings(person: &Person) -> Vec<String> {
    rows(&arrival_view(&person.0).unwrap())
}

#[test]
fn nothing_is_entered_before_somebody_says_so() {
    let takes = |person: &Person| {
        let sets = guide::scopes_view(&person.0).unwrap().sets;
        sets.iter().any(|set| set.facts.id == "one-meeting" && set.taken)
    };
    let mut person = Person::opening(LINK);
    assert_eq!(
        brings(&person),
        [
            "+Client ID: bX3hG4UYSRyJWQ3zGn8otg | ",
            "+Redirect URL: https://rec.example.com/ | ",
            "+Selected sets of scopes: one-meeting | ",
            "Language: Deutsch | English",
        ]
    );
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::RedirectUrl)), ("", ""));
    assert_eq!(address(&person.0), None, "the address bar keeps the link until then");
    person.does(LinkAction::Used);
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID);
    assert_eq!(person.entry(Field::RedirectUrl), "https://rec.example.com/");
    assert!(takes(&person));
    assert_eq!(person.0.language, Language::ENGLISH);
    assert_eq!(arrival_view(&person.0), None);
    assert_eq!(address(&person.0).as_deref(), Some("#/product/verint-recorder?variant=oauth"));
    let mut chosen = Person(person.0.clone());
    person.does(FixAction::Undone);
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::RedirectUrl)), ("", ""), "one click undoes it");
    assert!(!takes(&person));
    // What somebody chose since then stays.
    for is_chosen in [false, true] {
        chosen.does(GuideAction::ChoseScopeSet { set: "one-meeting".into(), chosen: is_chosen });
    }
    chosen.does(FixAction::Undone);
    assert!(chosen.entry(Field::ClientId).is_empty() && takes(&chosen));
}

#[test]
fn what_is_entered_already_is_kept_unless_it_is_selected() {
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    person.types(Field::ClientId, OTHER_ID);
    person.types(Field::RedirectUrl, "https://rec.example.com/");
    person.reads_link(LINK);
    assert_eq!(brings(&person)[0], format!("Client ID: {CLIENT_ID} | {OTHER_ID}"));
    assert_eq!(brings(&person).len(), 3, "what is equal is not asked about");
    person.does(LinkAction::SelectedRow { key: key("language"), selected: true });
    person.does(LinkAction::SelectedRow { key: key("scope_sets"), selected: false });
    person.does(LinkAction::Used);
    person.fetches();
    assert_eq!(person.entry(Field::ClientId), OTHER_ID);
    assert_eq!(person.0.language, german());
    assert_eq!(person.0.texts.language(), german());
    assert!(guide::scopes_view(&person.0).unwrap().sets.iter().all(|set| set.facts.id != "one-meeting" || !set.taken));
}

#[test]
fn none_of_it_can_be_used() {
    let mut person = Person::opening(LINK);
    person.does(LinkAction::Dismissed);
    assert_eq!(person.entry(Field::ClientId), "");
    assert_eq!(arrival_view(&person.0), None);
    assert_eq!(address(&person.0).as_deref(), Some("#/product/verint-recorder?variant=oauth"));
}

#[test]
fn a_link_that_brings_nothing_new_asks_nothing() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, CLIENT_ID);
    person.reads_link(&format!("#/tool/values?v=1&client_id={CLIENT_ID}&language=en"));
    assert_eq!(arrival_view(&person.0), None);
    assert_eq!(address(&person.0).as_deref(), Some("#/tool/values"));
}

#[test]
fn a_link_is_read_once_its_guide_is_there_and_belongs_to_its_view_alone() {
    let mut person = Person::first_at(Language::ENGLISH, LINK);
    assert!(!person.does(LinkAction::Arrived(Secret::new(LINK))), "nobody reads it without the lazy part");
    person.does(authdesk::desk::FileAction::Completed(authdesk::desk::Lazy::all()));
    person.does(LinkAction::Arrived(Secret::new(LINK)));
    assert_eq!(arrival_view(&person.0), None);
    person.does(SessionAction::Seeded { state: [7; 16], verifier: [9; 32] });
    person.fetches();
    assert_eq!(brings(&person).len(), 4);
    person.goes("#/product/verint-recorder?variant=server-to-server");
    assert_eq!(arrival_view(&person.0), None, "another way to connect it");
    person.goes("#/product/verint-recorder?variant=oauth");
    person.reads_link("#/product/verint-recorder?variant=oauth");
    assert_eq!(arrival_view(&person.0), None, "the address bar has a plain route now");
}

#[test]
fn a_step_is_opened_and_keeps_its_address() {
    let link = "#/product/verint-recorder?v=1&variant=oauth&step=enter";
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    assert!(!guide::is_open(&person.0, Step::Enter));
    person.reads_link(link);
    assert!(guide::is_open(&person.0, Step::Enter));
    assert_eq!((open_step(&person.0), address(&person.0), arrival_view(&person.0)), (Some(Step::Enter), None, None));
    person.reads_link("#/product/verint-recorder?v=1&variant=oauth&step=enter&client_id=a");
    assert_eq!(open_step(&person.0), None, "what is asked comes first");
    person.does(LinkAction::Used);
    assert_eq!(open_step(&person.0), Some(Step::Enter));
    person.reads_link("#/product/verint-recorder?v=1&variant=oauth&step=second");
    let view = arrival_view(&person.0).unwrap();
    assert_eq!((view.left_out[0].name.as_deref(), view.left_out[0].says), (Some("step"), Text::LinkWhyNoPlace));
    assert_eq!(open_step(&person.0), None);
}

#[test]
fn a_secret_is_told_and_taken_out_of_the_address() {
    let link = format!("#/tool/basic-header?v=1&client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}");
    let mut person = Person::opening(&link);
    let view = arrival_view(&person.0).unwrap();
    assert!(view.had_secret);
    assert_eq!(view.left_out[0].name.as_deref(), Some("client_secret"));
    assert_eq!(rows(&view), [format!("+Client ID: {CLIENT_ID} | ")]);
    assert_eq!(address(&person.0), Some(format!("#/tool/basic-header?v=1&client_id={CLIENT_ID}")));
    assert!(!format!("{:?}", person.0).contains(CLIENT_SECRET));
    person.does(LinkAction::Used);
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (CLIENT_ID, ""));
    // In the name of the way to connect the product, from which the view itself came.
    let mut person = Person::opening("#/product/verint-recorder?variant=client_secret%3Dabc");
    assert_eq!(person.0.route, Route::parse("#/product/verint-recorder"));
    assert!(arrival_view(&person.0).unwrap().had_secret);
    assert_eq!(address(&person.0).as_deref(), Some("#/product/verint-recorder"));
    person.does(SessionAction::Cleared);
    assert_eq!(arrival_view(&person.0), None);
}

#[test]
fn a_secret_input_is_not_filled_by_a_link() {
    let mut person = Person::at_guide("#/product/sample", sample());
    person.reads_link(
        "#/product/sample?v=1&input.webhook_secret=abc&input.host=chat.example.com&input.region=mars&input.no=1",
    );
    let view = arrival_view(&person.0).unwrap();
    assert!(view.had_secret);
    assert_eq!(rows(&view), ["+Host name of Sample: chat.example.com | "]);
    let left: Vec<_> = view.left_out.iter().map(|left| (left.name.as_deref().unwrap(), left.says)).collect();
    assert_eq!(
        left,
        [
            ("input.webhook_secret", Text::LinkWhySecret),
            ("input.region", Text::LinkWhyNoSuchValue),
            ("input.no", Text::LinkWhyNoPlace),
        ]
    );
    person.does(LinkAction::Used);
    assert_eq!(person.entry(input::HOST), "chat.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback", "what follows from it follows");
    assert_eq!(person.entry(input::WEBHOOK_SECRET), "");
}

#[test]
fn a_masked_input_under_a_harmless_name_is_taken_out_of_the_address_too() {
    let facts = crate::catalog::sample::FACTS.replace("webhook_secret", "webhook");
    let guide = crate::catalog::sample::sample_of(&facts, crate::catalog::sample::ENGLISH);
    let mut person = Person::at_guide("#/product/sample", guide);
    person.reads_link("#/product/sample?v=1&input.webhook=abc&input.host=chat.example.com");
    assert!(arrival_view(&person.0).unwrap().had_secret);
    assert_eq!(address(&person.0).as_deref(), Some("#/product/sample?v=1&input.host=chat.example.com"));
}

#[test]
fn what_could_not_be_read_is_told() {
    let person = Person::opening("#/tool/values?v=7&audience=a&client_id=b&client_id=c&account_id=%E2%80%AEd&<b>=e");
    let view = arrival_view(&person.0).unwrap();
    assert!(view.is_newer && !view.had_secret && !view.is_too_long);
    let left: Vec<_> = view.left_out.iter().map(|left| (left.name.as_deref(), left.says)).collect();
    assert_eq!(
        left,
        [
            (Some("audience"), Text::LinkWhyNewer),
            (Some("client_id"), Text::LinkWhyRepeated),
            (Some("account_id"), Text::LinkWhyOdd),
            (None, Text::LinkWhyNewer),
        ]
    );
    let person = Person::opening(&format!("#/tool/values?client_id={}", "a".repeat(1_000_000)));
    let view = arrival_view(&person.0).unwrap();
    assert!(view.is_too_long && !view.has_too_many && view.rows.is_empty() && view.left_out.is_empty());
    assert_eq!(address(&person.0).as_deref(), Some("#/tool/values"));
    let person = Person::opening(&format!("#/tool/values?{}", "x=1&".repeat(31)));
    let view = arrival_view(&person.0).unwrap();
    assert!(view.has_too_many && !view.is_too_long && view.rows.is_empty() && view.left_out.is_empty());
    assert_eq!(address(&person.0).as_deref(), Some("#/tool/values"));
}

#[test]
fn what_is_entered_now_is_not_shown_if_it_may_be_a_secret() {
    let mut person = Person::at("#/tool/authorize-url");
    person.types(Field::RedirectUrl, "https://www.example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
    person.reads_link("#/tool/authorize-url?v=1&redirect_url=https%3A%2F%2Fwww.example.com%2F");
    assert_eq!(brings(&person), ["Redirect URL: https://www.example.com/ | ••••••••fGB"]);
}

#[test]
fn the_region_of_a_product_is_brought_as_one_of_those_that_it_has() {
    let at_sample = || Person::at_guide("#/product/sample", sample());
    let mut sender = at_sample();
    for region in ["us", "eu"] {
        sender.types(input::REGION, region);
        let link = written_link(&sender.0).write();
        assert!(link.contains(&format!("&input.region={region}")), "{link}");
        let mut person = at_sample();
        person.types(input::HOST, "chat.example.com");
        person.reads_link(&link);
        assert_eq!(brings(&person), [format!("+Region: {region} | ")]);
        assert_eq!(person.entry(input::REGION), "");
        person.does(LinkAction::Used);
        assert_eq!((person.entry(input::REGION), person.entry(input::HOST)), (region, "chat.example.com"));
    }
    for other in ["EU", " eu", "eu ", "europe", "eu,us", "mars"] {
        sender.types(input::REGION, other);
        let link = written_link(&sender.0).write();
        assert!(!link.contains("region"), "{link}");
        let mut person = at_sample();
        person.reads_link(&format!("#/product/sample?v=1&input.region={}", other.replace(' ', "%20")));
        let view = arrival_view(&person.0).unwrap();
        let left: Vec<_> = view.left_out.iter().map(|left| (left.name.as_deref().unwrap(), left.says)).collect();
        assert_eq!((rows(&view).len(), left), (0, vec![("input.region", Text::LinkWhyNoSuchValue)]), "{other:?}");
    }
    // A product without one has no place for it.
    let person = Person::opening("#/product/kufersql?v=1&input.region=eu");
    let view = arrival_view(&person.0).unwrap();
    assert_eq!((rows(&view).len(), view.left_out[0].says), (0, Text::LinkWhyNoPlace));
}

#[test]
fn sets_that_are_selected_unless_somebody_says_otherwise_are_shown_as_what_is_there() {
    let person = Person::opening("#/product/cirqlive-meets?v=1&scope_sets=webinars");
    let brought = brings(&person);
    let [row] = brought.as_slice() else { panic!("{brought:?}") };
    let (_, now) = row.split_once(" | ").unwrap();
    assert!(now.split(',').count() > 1 && now.split(',').any(|set| set == "webinars"), "{row}");
}
