//! The drawing of where each value comes from and goes, of every product and every way to connect it.

use authdesk::catalog::{Hole, Placeholder};
use authdesk::desk::guide::drawing::{Bend, Drawing, DrawnBox, DrawnLine, drawing};
use authdesk::desk::guide::{self, CodeStage};
use authdesk::desk::{ClockAction, CodeAction, Field};
use authdesk::texts::Language;

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START, german};
use super::products::{products, with_all};

/// Calls it with each way to connect each product, and what it is called.
fn each_variant(language: Language, check: impl Fn(&Person, &str)) {
    for product in products() {
        for variant in &product.variants {
            let route = format!("#/product/{}?variant={}", product.id, variant.id);
            check(&Person::speaking(language, &route), &route);
        }
    }
}

/// Places on a line, close to each other.
fn places(line: &DrawnLine) -> Vec<(f64, f64)> {
    let as_float = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    let (start, end) = (as_float(line.start), as_float(line.end));
    let (from, first, second, to) = match line.bend {
        Bend::Across(begins, ends) => {
            let (begins, ends) = (f64::from(begins), f64::from(ends));
            let middle = f64::midpoint(begins, ends).floor();
            ((begins, start.1), (middle, start.1), (middle, end.1), (ends, end.1))
        }
        Bend::Around(reach) => {
            let far = start.0 + f64::from(reach);
            (start, (far, start.1), (far, end.1), end)
        }
    };
    let bent = (0..=60).map(|step| {
        let t = f64::from(step) / 60.0;
        let of = |a: f64, b: f64, c: f64, d: f64| {
            let u = 1.0 - t;
            u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
        };
        (of(from.0, first.0, second.0, to.0), of(from.1, first.1, second.1, to.1))
    });
    let level = |a: (f64, f64), b: (f64, f64)| {
        (0..=40).map(move |step| (a.0 + (b.0 - a.0) * f64::from(step) / 40.0, a.1)).collect::<Vec<_>>()
    };
    level(start, from).into_iter().chain(bent).chain(level(to, end)).collect()
}

fn is_inside(one: &DrawnBox, (x, y): (f64, f64)) -> bool {
    let (left, top) = (f64::from(one.x) + 0.5, f64::from(one.y) + 0.5);
    x > left && x < left + f64::from(one.width) - 1.0 && y > top && y < top + f64::from(one.height) - 1.0
}

fn overlap(one: &DrawnBox, other: &DrawnBox) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

#[track_caller]
fn is_sound(drawn: &Drawing, name: &str) {
    for (at, one) in drawn.boxes.iter().enumerate() {
        for other in &drawn.boxes[at + 1..] {
            assert!(!overlap(one, other), "{name}: {one:?} and {other:?}");
        }
        for text in &one.texts {
            let end = text.x + text.lettering.width(&text.text);
            assert!(text.x > one.x && end <= one.x + one.width, "{name}: {text:?}");
            assert!(text.y - 12 >= one.y && text.y + 4 <= one.y + one.height, "{name}: {text:?}");
        }
        let mut baselines: Vec<i32> = one.texts.iter().map(|text| text.y).collect();
        baselines.dedup_by(|next, before| *next - *before >= 14);
        assert_eq!(baselines.len().min(1), baselines.len(), "{name}: texts are on top of each other: {one:?}");
        assert!(one.y + one.height <= drawn.height && one.x + one.width <= drawn.width, "{name}");
    }
    for line in &drawn.lines {
        for place in places(line) {
            for one in &drawn.boxes {
                assert!(!is_inside(one, place), "{name}: {line:?} crosses {one:?} at {place:?}");
            }
            assert!(place.0 >= 0.0 && place.0 <= f64::from(drawn.width), "{name}: {line:?}");
            assert!(place.1 >= 0.0 && place.1 <= f64::from(drawn.height), "{name}: {line:?}");
        }
    }
    for (at, one) in drawn.joints.iter().enumerate() {
        for other in &drawn.joints[at + 1..] {
            assert!(
                one.y + one.height <= other.y || other.y + other.height <= one.y,
                "{name}: joints {one:?} {other:?}"
            );
        }
    }
}

#[test]
fn no_line_crosses_a_box_and_every_text_fits() {
    for language in [Language::ENGLISH, german()] {
        each_variant(language, |person, name| {
            if let Some(drawn) = drawing(&person.0) {
                is_sound(&drawn, name);
            }
        });
    }
}

#[test]
fn whatever_a_template_is_filled_with_has_a_line_and_two_have_a_joint() {
    each_variant(Language::ENGLISH, |person, name| {
        let desk = &person.0;
        let variant = desk.variant().unwrap();
        let drawn = drawing(desk).unwrap_or_else(|| panic!("{name} has no drawing"));
        let mut joined = 0;
        for value in &variant.values {
            let holes = value.template.iter().flat_map(|template| template.holes());
            // The provider's own endpoints are fixed values, not entered.
            let is_fixed =
                |hole: &Hole| matches!(hole.name(), "authorize_url" | "token_url") && !desk.has_unnamed_server();
            let mut names: Vec<&str> = holes.filter(|hole| !is_fixed(hole)).map(Hole::name).collect();
            names.sort_unstable();
            names.dedup();
            let to = variant.value_name(value);
            // A field of the provider can have the same label; lines to it point to the left.
            let is_to_product = |line: &&DrawnLine| matches!(line.bend, Bend::Across(begins, ends) if begins < ends);
            let lines = drawn.lines.iter().filter(is_to_product).filter(|line| line.to == to && !line.from.is_empty());
            assert_eq!(lines.count(), names.len(), "{name}: {to} is made of {names:?}");
            joined += usize::from(names.len() > 1);
        }
        assert!(drawn.joints.len() >= joined, "{name}: {} joints", drawn.joints.len());
        let outgoing = drawn.lines.iter().filter(|line| line.from.is_empty()).count();
        assert_eq!(drawn.joints.len(), outgoing, "{name}: a line leaves each joint");
    });
}

#[test]
fn it_is_filled_when_all_values_are_there() {
    for product in products() {
        for variant in &product.variants {
            let empty = Person::at(&format!("#/product/{}?variant={}", product.id, variant.id));
            // Some products prescribe the redirect URL and the scopes.
            assert!(drawing(&empty.0).is_some_and(|drawn| drawn.filled < drawn.all), "{} {}", product.id, variant.id);
            let person = with_all(&product, &variant.id);
            let drawn = drawing(&person.0).unwrap();
            // What is typed as scopes in a guide is for a server of one's own.
            let has_scopes = !variant.scopes.is_empty() || person.0.provider().unwrap().scope_in_authorize_url;
            if !has_scopes && variant.needs(Placeholder::Scopes) {
                continue;
            }
            assert_eq!(drawn.filled, drawn.all, "{} {}", product.id, variant.id);
            // No code is left once it is exchanged.
            let mut lines = drawn.lines.iter().filter(|line| line.from != "Authorization code");
            assert!(lines.all(|line| line.is_there), "{} {}: {:?}", product.id, variant.id, drawn.lines);
            assert!(drawn.sentences.iter().all(|sentence| sentence.is_there != Some(false)));
        }
    }
}

#[test]
fn nothing_that_is_entered_is_in_it() {
    for product in products() {
        for variant in &product.variants {
            let empty = Person::at(&format!("#/product/{}?variant={}", product.id, variant.id));
            let texts = |person: &Person| {
                let drawn = drawing(&person.0).unwrap();
                let texts = drawn.boxes.into_iter().flat_map(|one| one.texts).map(|text| text.text);
                texts.chain(drawn.sentences.into_iter().map(|sentence| sentence.text)).collect::<Vec<_>>()
            };
            assert_eq!(texts(&with_all(&product, &variant.id)), texts(&empty), "{} {}", product.id, variant.id);
        }
    }
}

fn sentences(person: &Person) -> Vec<String> {
    drawing(&person.0).unwrap().sentences.into_iter().map(|sentence| sentence.text).collect()
}

#[test]
fn it_says_the_same_in_words() {
    let cirqlive = Person::at("#/product/cirqlive-meets");
    assert_eq!(
        sentences(&cirqlive),
        [
            "**API Key** is made of **Account ID** and **Client ID**: `Account ID:Client ID`.",
            "**Client Secret** goes into **API Secret**.",
        ]
    );
    let verint = Person::at("#/product/verint-recorder");
    assert_eq!(
        sentences(&verint)[..4],
        [
            "With **Client ID**, **Client Secret**, **Redirect URL**, and **Authorization code**, a token request returns \
             **Refresh Token**.",
            "**Client ID** goes into **Client ID**.",
            "**Client Secret** goes into **Client Secret**.",
            "**Refresh Token** goes into **Refresh Token**.",
        ]
    );
    let kufer = Person::speaking(german(), "#/product/kufersql");
    assert!(sentences(&kufer).contains(&"**Methode** ist `Server-To-Server OAuth App`.".to_owned()));
}

#[test]
fn a_part_of_a_joined_value_fills_its_own_line_alone() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.types(Field::AccountId, "demoAccountId000000001");
    let drawn = drawing(&person.0).unwrap();
    let there: Vec<(&str, bool)> = drawn
        .lines
        .iter()
        .filter(|line| line.to == "API Key")
        .map(|line| (line.from.as_str(), line.is_there))
        .collect();
    assert_eq!(there, [("Account ID", true), ("Client ID", false), ("", false)]);
    assert_eq!((drawn.filled, drawn.all), (0, 2));
    person.types(Field::ClientId, CLIENT_ID);
    let drawn = drawing(&person.0).unwrap();
    assert_eq!((drawn.filled, drawn.joints[0].is_there), (1, true));
}

#[test]
fn a_url_that_the_product_shows_goes_to_the_provider() {
    let person = Person::at("#/product/n8n");
    let drawn = drawing(&person.0).unwrap();
    let line = drawn.lines.iter().find(|line| line.to == "Redirect URL").unwrap();
    assert_eq!(line.from, "OAuth Redirect URL");
    assert!(line.start.0 > line.end.0, "{line:?}");
    assert!(line.arrow().unwrap().contains("l8 -4"), "the arrowhead points to the left");
}

#[test]
fn the_way_of_the_code_knows_where_one_is() {
    let here = |person: &Person| guide::code_way(&person.0).map(|way| (way.here, way.is_again));
    let mut person = Person::at("#/product/verint-recorder");
    assert_eq!(here(&person), Some((CodeStage::Authorize, false)));
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CodeAction::OpenedAuthorizeUrl);
    assert_eq!(here(&person), Some((CodeStage::Code, false)));
    let returned = format!("https://www.example.com/?code={CODE}&state={}", person.state());
    person.types(Field::Landed, &returned);
    assert_eq!(here(&person), Some((CodeStage::Exchange, false)));
    person.does(ClockAction::ClockRead(START + 301_000));
    assert_eq!(here(&person), Some((CodeStage::Authorize, true)), "an expired code is not exchanged any more");
    person.types(Field::Answer, r#"{"access_token":"eyJacc","token_type":"bearer","refresh_token":"eyJref"}"#);
    assert_eq!(here(&person), Some((CodeStage::Token, false)));
    for route in ["#/product/cirqlive-meets", "#/product/cae-learningspace"] {
        assert_eq!(here(&Person::at(route)), None, "{route}");
    }
}
