//! What a finding means has a URL of its own: `#/finding/<kind>`, and all of them are in `#/findings`.

use std::collections::BTreeSet;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, START, german, written};
use crate::notation::said;

use authdesk::desk::finding_page::{self, FindingView, listed};
use authdesk::desk::{Action, ClockAction, Desk, Field, FindingAction, FixAction, Reason, Resource, Route, Tool};
use authdesk::oauth::Secret;
use authdesk::reading::FindingKind;
use authdesk::texts::Language;
use strum::VariantArray;

#[track_caller]
fn view(desk: &Desk) -> FindingView<'_> {
    finding_page::view(desk).unwrap()
}

fn opens(person: &mut Person, kind: FindingKind) -> bool {
    let changed = person.does(FindingAction::OpenedExample(kind));
    person.fetches();
    changed
}

#[test]
fn every_kind_is_explained_in_every_language() {
    for language in Language::all() {
        let mut person = Person::speaking(language, "#/findings");
        let mut headings = BTreeSet::new();
        for &kind in FindingKind::VARIANTS {
            person.goes(&format!("#/finding/{}", kind.name()));
            let view = view(&person.0);
            assert_eq!(view.kind, kind);
            let heading = person.0.heading();
            assert!(view.says.starts_with("**"), "{}", view.says);
            let names = ["provider", "character", "count", "name", "difference"].map(|name| format!("{{{name}}}"));
            assert!(!names.iter().any(|name| view.says.contains(name.as_str())), "{}", view.says);
            assert!(!view.meaning.is_empty(), "{kind:?}");
            let is_plain = !heading.is_empty()
                && !["**", "`", "{"].iter().any(|mark| heading.contains(mark))
                && !heading.ends_with('.');
            assert!(is_plain, "{language:?}: {kind:?}: {heading}");
            assert!(person.0.title().starts_with(&heading), "{kind:?}: {}", person.0.title());
            assert_eq!(view.example.is_some(), view.has_example, "{kind:?}");
            assert!(view.sources.iter().all(|source| source.url.is_some()), "{kind:?}: {:?}", view.sources);
            headings.insert(heading);
        }
        assert!(headings.len() > FindingKind::VARIANTS.len() - 20, "{} headings", headings.len());
    }
}

#[test]
fn the_example_has_its_place_marked_and_its_text_after_the_fix() {
    let person = Person::at("#/finding/no-break-space");
    let view = view(&person.0);
    assert_eq!(person.0.heading(), "A non-breaking space");
    let example = view.example.unwrap();
    assert_eq!(example.place.as_deref(), Some("Check credentials"));
    assert_eq!(example.texts.len(), 1);
    assert_eq!(example.texts[0].label, "Client ID");
    assert_eq!(written(&example.texts[0].pieces), "Demo[[U+00A0]]Id");
    let fix = example.fix.unwrap();
    assert_eq!(fix.label, "Remove the non-breaking space");
    assert_eq!(written(&fix.texts[0].pieces), "DemoId");
    assert!(example.can_be_opened && example.guide.is_none() && example.condition.is_empty());
}

#[test]
fn a_place_in_decoded_credentials_is_marked_there() {
    let person = Person::at("#/finding/several-colons");
    let example = view(&person.0).example.unwrap();
    assert_eq!(written(&example.texts[0].pieces), "Basic RGVtb0lkOkRlbW86U2VjcmV0");
    assert_eq!(written(&example.decoded.unwrap()), "DemoId:Demo[:]Secret");
}

#[test]
fn both_places_of_a_finding_about_two_are_marked() {
    let person = Person::at("#/finding/two-client-ids");
    let example = view(&person.0).example.unwrap();
    assert!(example.place.is_none(), "the box for anything reads it");
    let marked: Vec<&str> =
        example.texts[0].pieces.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.expose()).collect();
    assert_eq!(marked, ["client_id=web", "client_id=api"]);
}

#[test]
fn the_sections_that_are_named_are_sources() {
    let person = Person::at("#/finding/code-found");
    let view = view(&person.0);
    let urls: Vec<&str> =
        view.sources.iter().filter_map(|source| source.url.as_ref()).map(|url| url.as_str()).collect();
    assert_eq!(urls, ["https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2"]);
}

#[test]
fn a_name_that_this_version_does_not_have_is_told() {
    for name in ["no-such-finding", "blanks-aroun", "blanks-around-", "-", "0"] {
        let person = Person::at(&format!("#/finding/{name}"));
        assert!(finding_page::is_unknown(&person.0) && finding_page::view(&person.0).is_none(), "{name}");
        assert_eq!(person.0.heading(), "No such finding in this version");
        assert!(!person.0.heading().contains(name) && !person.0.title().contains("no-such"), "{name}");
    }
    let person = Person::speaking(german(), "#/finding/no-such-finding");
    assert_eq!(person.0.heading(), "Diese Version kennt diesen Hinweis nicht");
}

#[test]
fn a_hostile_name_leads_nowhere() {
    for name in ["<script>alert(1)</script>", "%3Cscript%3E", "javascript:alert(1)", "..", "a\u{202e}b", "A"] {
        let person = Person::at(&format!("#/finding/{name}"));
        assert!(person.0.leads_nowhere(), "{name}");
        assert_eq!(person.0.heading(), "Page not found");
    }
    let long = "a".repeat(1_000_000);
    assert!(finding_page::is_unknown(&Person::at(&format!("#/finding/{long}")).0));
}

#[test]
fn the_list_has_every_finding_once_and_is_searched() {
    let mut person = Person::at("#/findings");
    assert_eq!(person.0.heading(), "All findings");
    let names = |desk: &Desk| -> Vec<&str> {
        let groups = listed(desk).unwrap();
        groups.iter().flat_map(|group| &group.rows).map(|row| row.kind.name()).collect()
    };
    let all: BTreeSet<&str> = names(&person.0).into_iter().collect();
    assert_eq!(all.len(), FindingKind::VARIANTS.len());
    assert_eq!(names(&person.0).len(), all.len());
    assert!(listed(&person.0).unwrap().iter().flat_map(|group| &group.rows).all(|row| !row.title.is_empty()));

    assert!(person.does(FindingAction::Searched("  Non-Breaking space ".into())));
    assert_eq!(names(&person.0), ["no-break-space"]);
    assert!(person.does(FindingAction::Searched("utf-16".into())));
    assert!(names(&person.0).contains(&"utf-16-pair"));
    assert!(person.does(FindingAction::Searched("no such words".into())));
    assert!(listed(&person.0).unwrap().is_empty());

    person.goes("#/finding/code-found");
    person.goes("#/findings");
    assert_eq!(person.0.finding_query, "no such words");
    person.does(authdesk::desk::SessionAction::Cleared);
    assert_eq!(person.0.finding_query, "");
}

#[test]
fn an_example_is_opened_in_its_tool_and_what_was_there_comes_back() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.goes("#/finding/blanks-around");
    assert!(opens(&mut person, FindingKind::BlanksAround));
    assert_eq!(person.0.route, Route::Tool(Tool::Values));
    assert_eq!(person.entry(Field::ClientId), " DemoId");
    assert_eq!(person.entry(Field::ClientSecret), CLIENT_SECRET);
    assert!(person.0.field_findings(Field::ClientId).iter().any(|found| found.kind == FindingKind::BlanksAround));
    assert!(person.0.session().can_undo(Field::ClientId));
    assert!(person.does(FixAction::Undone));
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID);

    // What needs a choice of the tool has it.
    person.goes("#/finding/quotes-missing");
    assert!(opens(&mut person, FindingKind::QuotesMissing));
    assert_eq!(person.0.route, Route::Tool(Tool::CredentialString));
    assert_eq!(person.entry(Field::Block), "client_id = DemoId");
}

#[test]
fn an_example_is_opened_in_the_box_and_what_was_there_comes_back() {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new("my own text")));
    person.goes("#/finding/setting-placeholder");
    assert!(opens(&mut person, FindingKind::SettingPlaceholder));
    assert_eq!(person.0.route, Route::Start);
    assert_eq!(person.0.anything().expose(), "client_id: abc\nclient_secret: changeme");
    assert!(person.0.can_undo_in_box() && person.does(FixAction::UndoneInBox));
    assert_eq!(person.0.anything().expose(), "my own text");
}

#[test]
fn nothing_made_up_is_entered_into_a_guide() {
    let mut person = Person::at("#/finding/refresh-token-missing");
    let example = view(&person.0).example.unwrap();
    assert!(!example.can_be_opened);
    let guide = example.guide.unwrap();
    assert_eq!(guide.product(), Some("verint-recorder"));
    assert!(!opens(&mut person, FindingKind::RefreshTokenMissing));
    person.goes(&guide.to_string());
    assert_eq!(person.entry(Field::Answer), "");
}

#[test]
fn what_depends_on_more_than_the_text_says_so() {
    let mut person = Person::at("#/finding/code-too-old");
    let example = view(&person.0).example.unwrap();
    assert_eq!(example.condition, "The page says so 5 minutes after this was pasted.");
    assert!(!example.can_be_opened && !opens(&mut person, FindingKind::CodeTooOld));
    person.goes("#/finding/code-used-in-command");
    assert!(!view(&person.0).example.unwrap().condition.is_empty());
    person.goes("#/finding/text-too-long");
    assert!(!view(&person.0).has_example);
}

#[test]
fn an_example_shows_nothing_that_was_entered() {
    let mut person = Person::at("#/tool/redirect");
    person.types(Field::RedirectUrl, "https://mine.example/");
    person.types(Field::Landed, "https://mine.example/?code=MineCode12345");
    person.does(Action::TypedAnything(Secret::new("Basic TWluZTpNaW5lU2VjcmV0")));
    for &kind in FindingKind::VARIANTS {
        person.goes(&format!("#/finding/{}", kind.name()));
        let view = view(&person.0);
        let Some(example) = &view.example else { continue };
        let fixed = example.fix.iter().flat_map(|fix| &fix.texts);
        let texts: Vec<String> = example.texts.iter().chain(fixed).map(|text| written(&text.pieces)).collect();
        let all = format!("{view:?} {}", texts.join("\n"));
        assert!(!all.contains("mine.example") && !all.contains("MineCode") && !all.contains("TWluZ"), "{kind:?}");
    }
    person.goes("#/tool/redirect");
    assert_eq!(person.entry(Field::Landed), "https://mine.example/?code=MineCode12345");
}

#[test]
fn an_example_is_found_at_any_time() {
    let mut person = Person::at("#/findings");
    let found = |person: &mut Person| -> Vec<String> {
        let one = |kind: &FindingKind| {
            person.goes(&format!("#/finding/{}", kind.name()));
            view(&person.0).example.map_or_else(String::new, |example| said([&example.finding]))
        };
        FindingKind::VARIANTS.iter().map(one).collect()
    };
    let now = found(&mut person);
    // In twenty years.
    person.does(ClockAction::ClockRead(START + 20 * 365 * 24 * 60 * 60 * 1000));
    assert_eq!(found(&mut person), now);
}

#[test]
fn what_does_not_arrive_is_told() {
    let mut person = Person::first_at(Language::ENGLISH, "#/finding/code-found");
    person.does(authdesk::desk::FileAction::Completed(authdesk::desk::Lazy::all()));
    assert_eq!(person.0.heading(), "Loading…");
    person.misses(Resource::FindingFiles(Language::ENGLISH), Reason::NotArrived);
    assert_eq!(person.missed(), ["texts/examples.json"]);
    assert!(finding_page::view(&person.0).is_none());
}
