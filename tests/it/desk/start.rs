//! The start view: what a search finds, what a filter leaves, and the products that a host has added.

use authdesk::catalog::Category;
use authdesk::desk::{
    AppFilter, FileAction, Lazy, Loading, ProseFiles, Reason, Resource, Route, ViewAction, app_filters, found,
    is_found_otherwise,
};
use authdesk::texts::Language;

use super::person::{Person, first_file, german, loaded, read};

fn at_start() -> Person {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    person.fetches();
    person
}

/// The ids that are listed, in their order.
fn listed(person: &Person) -> Vec<&str> {
    found(&person.0).iter().flat_map(|group| &group.hits).map(|hit| hit.card.id.as_str()).collect()
}

fn searched<'p>(person: &'p mut Person, query: &str) -> Vec<&'p str> {
    person.does(ViewAction::Searched(query.to_owned()));
    person.fetches();
    listed(person)
}

#[test]
fn without_a_search_all_products_are_listed_by_category_and_name() {
    let person = at_start();
    let groups = found(&person.0);
    let categories: Vec<Category> = groups.iter().filter_map(|group| group.category).collect();
    assert_eq!(categories.first(), Some(&Category::Learning));
    assert_eq!(categories.len(), 7);
    assert!(groups.iter().map(|group| group.hits.len()).sum::<usize>() >= 72, "as many as were promised");
    for group in &groups {
        let names: Vec<String> = group.hits.iter().map(|hit| hit.card.name.to_lowercase()).collect();
        let names: Vec<&String> = names.iter().filter(|name| !name.starts_with("another oauth")).collect();
        assert!(names.is_sorted(), "{names:?}");
    }
    assert_eq!(listed(&person).last(), Some(&"other-server"), "what is for no product in particular comes last");
}

#[test]
fn a_product_is_found_by_what_people_call_it() {
    let mut person = at_start();
    for (query, id) in [
        ("verint", "verint-recorder"),
        ("  RECORDER verint ", "verint-recorder"),
        ("kufer software", "kufersql"),
        ("vczapi", "wp-video-conferencing-with-zoom"),
        ("calcom", "calcom-self-hosted"),
        ("cal.com", "calcom-self-hosted"),
        ("Kandra", "zulip"),
        ("zulip-secrets", "zulip"),
        ("VIDEO_ZOOM_CLIENT_ID", "zulip"),
        ("VÉRINT", "verint-recorder"),
    ] {
        let first = searched(&mut person, query).first().map(|id| (*id).to_owned());
        assert_eq!(first.as_deref(), Some(id), "{query}");
    }
    assert!(searched(&mut person, "API Key").contains(&"cirqlive-meets"), "by the label of a field");
    assert_eq!(searched(&mut person, "no product is called that").len(), 0);
    assert!(person.does(ViewAction::ListedAll));
    assert!(listed(&person).len() >= 72);
}

#[test]
fn the_name_counts_more_than_a_label_and_a_label_is_shown() {
    let mut person = at_start();
    let sim = searched(&mut person, "sim");
    assert_eq!(sim.first(), Some(&"sim"));
    assert_eq!(searched(&mut person, "learning").first(), Some(&"cae-learningspace"), "a name that begins with it");
    person.does(ViewAction::Searched("Refresh Token".to_owned()));
    let groups = found(&person.0);
    let hit = groups.iter().flat_map(|group| &group.hits).find(|hit| hit.card.id == *"verint-recorder").unwrap();
    assert_eq!(hit.by, Some("Refresh Token"));
}

#[test]
fn a_search_asks_for_the_words_once() {
    let mut person = at_start();
    assert!(person.0.words.is_none());
    person.does(ViewAction::Searched("v".to_owned()));
    assert_eq!(person.0.wanted(), [Resource::Words]);
    person.fetches();
    person.does(ViewAction::Searched("ve".to_owned()));
    assert_eq!(person.0.wanted(), []);
}

#[test]
fn a_filter_leaves_the_products_of_one_app_type() {
    let mut person = at_start();
    let filters = app_filters(&person.0);
    let names: Vec<(&str, usize)> = filters.iter().map(|(filter, _, count)| (filter.name(), *count)).collect();
    let all = listed(&person).len();
    assert_eq!(names.first(), Some(&("all", all)));
    assert!(names.iter().all(|(_, count)| *count > 1), "{names:?}");
    let (filter, count) =
        filters.into_iter().find(|(one, ..)| *one == AppFilter::NoApp).map(|one| (one.0, one.2)).unwrap();
    assert!(person.does(ViewAction::Filtered(filter)));
    assert_eq!(listed(&person).len(), count);
    assert!(found(&person.0).iter().flat_map(|group| &group.hits).all(|hit| hit.card.apps.is_empty()));
    assert!(searched(&mut person, "kufersql").is_empty());
    assert!(is_found_otherwise(&person.0), "it needs an app");
    assert!(searched(&mut person, "no such product").is_empty() && !is_found_otherwise(&person.0));
    person.does(ViewAction::ListedAll);
    assert_eq!((listed(&person).len(), &person.0.filter), (all, &AppFilter::All));
    assert!(!is_found_otherwise(&person.0));
}

/// A desk of a host that has added these products.
fn with_added(language: Language, fragment: &str, ids: &str) -> Person {
    let mut person = Person::first_at(language, fragment);
    if language != Language::ENGLISH {
        person.gets(Resource::Texts(language));
    }
    person.gets(Resource::Index);
    let text = format!(r#"{{"products":{ids}}}"#);
    person.does(loaded(first_file(&Resource::Local).arrived(&text).unwrap()));
    person
}

/// The facts of a product under a different name.
fn facts(id: &str) -> String {
    read("catalog/products/verint-recorder.json").replace("\"verint-recorder\"", &format!("\"{id}\""))
}

fn added(id: &str) -> Resource {
    Resource::Added(id.parse().unwrap())
}

#[test]
fn what_a_host_has_added_is_listed_like_the_rest() {
    let mut person = with_added(Language::ENGLISH, "#/", r#"["our-recorder","broken"]"#);
    assert_eq!(person.0.wanted(), [Resource::Lazy], "the list of the release does not know their cards");
    person.does(FileAction::Completed(Lazy::all()));
    for id in ["our-recorder", "broken"] {
        assert!(person.0.wanted().contains(&added(id)));
    }
    person.does(loaded(first_file(&added("our-recorder")).arrived(&facts("our-recorder")).unwrap()));
    assert!(listed(&person).contains(&"our-recorder"));
    person.does(ViewAction::Searched("our-recorder".to_owned()));
    person.gets(Resource::Words);
    assert!(!person.0.wanted().contains(&added("our-recorder")) && person.0.wanted().contains(&added("broken")));
    person.does(ViewAction::Searched("Refresh Token".to_owned()));
    assert!(listed(&person).contains(&"our-recorder"), "its own words are known");
}

#[test]
fn what_a_host_lists_twice_is_asked_for_once() {
    let mut person = with_added(Language::ENGLISH, "#/", r#"["our-recorder","broken","our-recorder"]"#);
    person.does(FileAction::Completed(Lazy::all()));
    let wanted = person.0.wanted();
    for id in ["our-recorder", "broken"] {
        assert_eq!(wanted.iter().filter(|one| **one == added(id)).count(), 1, "{id}: {wanted:?}");
    }
}

#[test]
fn a_faulty_product_of_the_host_is_named_and_hides_no_other() {
    let broken = first_file(&added("broken")).arrived("{}").err().unwrap();
    assert_eq!(broken.file, "catalog/products/broken.json");
    let other = first_file(&added("broken")).arrived(&facts("our-recorder")).err().unwrap();
    assert!(matches!(&other.reason, Reason::Invalid(why) if why.contains("our-recorder")), "{other:?}");

    let mut person = with_added(Language::ENGLISH, "#/", r#"["broken"]"#);
    person.does(FileAction::Completed(Lazy::all()));
    let attempt = person.0.attempt;
    person.does(FileAction::Failed { wanted: added("broken"), attempt, not_read: broken });
    let failed: Vec<&str> = person.0.failures().iter().map(|one| one.file.as_str()).collect();
    assert_eq!(failed, ["catalog/products/broken.json"]);
    assert!(listed(&person).len() >= 72);
}

#[test]
fn the_guide_of_an_added_product_opens_from_its_link() {
    let route = "#/product/our-recorder";
    let mut person = with_added(german(), route, r#"["our-recorder"]"#);
    assert!(!person.0.leads_nowhere(), "its card is on its way");
    person.does(FileAction::Completed(Lazy::all()));
    person.does(loaded(first_file(&added("our-recorder")).arrived(&facts("our-recorder")).unwrap()));
    let wanted = person.0.wanted();
    let guide = Resource::Guide("our-recorder".to_owned(), german(), ProseFiles::Unknown);
    assert!(wanted.contains(&guide), "{wanted:?}");
    assert!(!with_added(Language::ENGLISH, route, "[]").0.is_waiting());
    assert!(with_added(Language::ENGLISH, route, "[]").0.leads_nowhere());
}

#[test]
fn sentences_that_a_host_has_not_written_are_shown_in_english() {
    let resource = Resource::Guide("our-recorder".to_owned(), german(), ProseFiles::Unknown);
    let facts = first_file(&resource).arrived(&facts("our-recorder")).unwrap();
    let Loading::Waits(german) = facts else { panic!("the sentences come next") };
    assert!(german.is_optional && german.file.ends_with("our-recorder.de.json"));
    let Loading::Waits(english) = german.arrived("").unwrap() else { panic!("and then the English ones") };
    assert!(!english.is_optional && english.file.ends_with("our-recorder.en.json"));
}

#[test]
fn a_host_may_have_no_list_of_its_own() {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    person.gets(Resource::Index);
    assert_eq!(person.0.wanted(), [Resource::Local]);
    let waiting = first_file(&Resource::Local);
    assert!(waiting.is_optional);
    person.does(loaded(waiting.arrived("").unwrap()));
    assert_eq!(person.0.wanted(), []);
    let known = Person::first_at(Language::ENGLISH, "#/product/verint-recorder");
    assert!(!known.0.wanted().contains(&Resource::Local), "a product of the release does not depend on it");
}

#[test]
fn what_a_guide_needs_is_fetched_when_its_card_is_pointed_at() {
    let mut person = at_start();
    assert_eq!(person.0.foreseen(), []);
    person.does(ViewAction::Foresaw("kufersql".into()));
    assert!(person.0.foreseen().contains(&Resource::Lazy), "{:?}", person.0.foreseen());
    assert_eq!(person.0.wanted(), [], "nobody waits for it");
    for _ in 0..4 {
        for foreseen in person.0.foreseen() {
            person.gets(foreseen);
        }
    }
    assert_eq!(person.0.foreseen(), [], "it is there");
    person.does(ViewAction::Went(Route::parse("#/product/kufersql")));
    assert_eq!(person.0.wanted(), [], "and the guide begins at once");

    let mut other = at_start();
    other.does(ViewAction::Foresaw("kufersql".into()));
    other.misses(Resource::Lazy, Reason::NotArrived);
    assert_eq!(other.missed(), Vec::<&str>::new(), "what nobody has asked for is not missed");
    other.does(ViewAction::Went(Route::Tools));
    assert_eq!(other.0.foreseen(), [], "elsewhere there are no cards");
}

#[test]
fn the_words_of_the_guides_find_their_products() {
    let mut person = Person::at("#/");
    searched(&mut person, "x");
    person.fetches();
    for (query, id) in [
        ("server to server oauth", "kufersql"),
        ("Server-To-Server OAuth App", "kufersql"),
        ("OAuth meeting provider", "cae-learningspace"),
        ("CAE LearningSpace Zoom", "cae-learningspace"),
        ("BasicAuth", "zappysys-zoom-connector"),
        ("OAuth Authentication", "zappysys-zoom-connector"),
        ("View all user recordings", "cirqlive-meets"),
        ("MEETS admin panel", "cirqlive-meets"),
    ] {
        assert!(searched(&mut person, query).contains(&id), "{query}");
    }
}
