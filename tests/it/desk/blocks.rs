//! The blocks of every product: filled in the panel, read back by the reader of their format, compared with the product's file.

use super::person::{CLIENT_ID, CLIENT_SECRET, Person};
use super::products::{products, with_all};
use authdesk::blocks::BlockLiteral;
use authdesk::catalog::{Block, BlockContent, BlockLine, Hole, Placeholder, Product, Variant};
use authdesk::desk::{Field, FieldAction, guide};
use authdesk::oauth::Secret;
use authdesk::reading::{Severity, read_block};

/// What awkward texts break: quotes of every kind, signs of shells, YAML, INI and URLs.
const AWKWARD: &str = "it's#\"a\\b:;c&d=e+f é$g`h{i}";

fn with_blocks(mut test: impl FnMut(&Product, &Variant)) {
    let mut count = 0;
    for product in products() {
        for variant in product.variants.iter().filter(|variant| !variant.blocks.is_empty()) {
            test(&product, variant);
            count += variant.blocks.len();
        }
    }
    assert!(count > 30, "only {count} blocks");
}

/// The text that a line has once everything is entered; `None` where the program itself computes it.
fn expected(person: &Person, product: &Product, line: &BlockLine) -> Option<String> {
    let template = match line.content() {
        BlockContent::Literal(BlockLiteral::Bool(value)) => return Some(value.to_string()),
        BlockContent::Literal(BlockLiteral::Number(number)) => return Some(number.to_string()),
        BlockContent::Template(template) => template,
    };
    let text = template.fill(|hole| match hole {
        Hole::Value(Placeholder::AccountId) => Some(person.entry(Field::AccountId)),
        Hole::Value(Placeholder::ClientId) => Some(person.entry(Field::ClientId)),
        Hole::Value(Placeholder::ClientSecret) => Some(person.entry(Field::ClientSecret)),
        Hole::Value(Placeholder::RedirectUrl) => Some(person.entry(Field::RedirectUrl)),
        Hole::Value(Placeholder::SecretToken) => Some(person.entry(Field::SecretToken)),
        Hole::Value(Placeholder::SecondClientId) => Some(person.entry(Field::SecondClientId)),
        Hole::Value(Placeholder::SecondClientSecret) => Some(person.entry(Field::SecondClientSecret)),
        Hole::Value(Placeholder::RefreshToken) => Some("eyJref"),
        Hole::Value(Placeholder::AccessToken) => Some("eyJacc"),
        // Chosen, entered or made elsewhere.
        Hole::Value(
            Placeholder::Scopes
            | Placeholder::AuthorizeUrl
            | Placeholder::TokenUrl
            | Placeholder::EventUrl
            | Placeholder::BasicCredentials,
        ) => None,
        Hole::Input(name) => {
            let at = product.inputs.keys().position(|known| known == name)?;
            Some(person.entry(Field::INPUTS[at]))
        }
    });
    // EXPOSE: it is compared with what was read.
    text.ok().map(|text| text.expose().to_owned())
}

/// Compares a written block with the product's file.
#[track_caller]
fn reads_back(person: &Person, product: &Product, block: &Block, written: &Secret) {
    // EXPOSE: it is read back.
    let text = written.expose();
    let read = read_block(text, block.format);
    for line in &block.lines {
        let Some(expected) = expected(person, product, line) else { continue };
        let found = read.values.iter().find(|value| value.key == line.key());
        let found = found.unwrap_or_else(|| panic!("{} {}: {} is not in\n{text}", product.id, block.id, line.key()));
        let is_word = matches!(line.content(), BlockContent::Literal(BlockLiteral::Bool(_)));
        // EXPOSE: as above.
        let value = found.value.expose();
        let is_same = value == expected || is_word && value.trim_start_matches('$').eq_ignore_ascii_case(&expected);
        assert!(is_same, "{} {}: {} is {value}\n{text}", product.id, block.id, line.key());
    }
    for fixed in block.before.iter().chain(&block.after).chain(&block.command) {
        assert!(text.contains(fixed.as_str()), "{} {}: {fixed}", product.id, block.id);
    }
}

#[test]
fn every_block_has_every_value_once_everything_is_entered() {
    with_blocks(|product, variant| {
        let person = with_all(product, &variant.id);
        let blocks = guide::blocks(&person.0);
        assert!(blocks.iter().map(|block| block.id).eq(variant.blocks.iter().map(|block| block.id.as_str())));
        for (block, facts) in blocks.iter().zip(&variant.blocks) {
            let written = block.view.state.as_ref().unwrap_or_else(|error| panic!("{} {error}", product.id));
            assert!(written.is_complete(), "{} {}: {}", product.id, block.id, written.masked());
            reads_back(&person, product, facts, written.text());
            // EXPOSE: the reader looks for faults in it.
            let read = read_block(written.text().expose(), facts.format);
            let faults = read.findings.iter().filter(|finding| finding.kind.severity() >= Severity::Warning);
            assert_eq!(faults.count(), 0, "{} {}: {:?}", product.id, block.id, read.findings);
        }
    });
}

#[test]
fn awkward_credentials_come_back_or_are_named() {
    let mut refused = Vec::new();
    with_blocks(|product, variant| {
        let mut person = with_all(product, &variant.id);
        person.types(Field::ClientSecret, AWKWARD);
        person.types(Field::ClientId, "a'b c");
        for (block, facts) in guide::blocks(&person.0).iter().zip(&variant.blocks) {
            match &block.view.state {
                Ok(written) => reads_back(&person, product, facts, written.text()),
                Err(sentence) => {
                    assert!(sentence.starts_with("**The value of `"), "{sentence}");
                    assert!(!sentence.contains(AWKWARD) && !sentence.contains("a'b"), "{sentence}");
                    refused.push(facts.format);
                }
            }
        }
    });
    // Both quotes, a backslash and `#` are more than readers of `.env` files agree about.
    assert!(!refused.is_empty() && refused.iter().all(|format| format.name() == "env"), "{refused:?}");
}

#[test]
fn a_secret_is_masked_in_every_block_until_it_is_shown() {
    with_blocks(|product, variant| {
        let mut person = with_all(product, &variant.id);
        let place = format!("{} {}", product.id, variant.id);
        let of = |person: &Person| -> Vec<(String, String, bool, bool)> {
            let blocks = guide::blocks(&person.0);
            let one = |block: &authdesk::desk::PanelBlock<'_>| {
                let written = block.view.state.as_ref().unwrap();
                // EXPOSE: only whether it is in the text.
                let has = written.text().expose().contains(CLIENT_SECRET);
                (block.view.name.clone(), written.masked().to_owned(), has, block.view.has_secret)
            };
            blocks.iter().map(one).collect()
        };
        for (name, shown, has, is_secret) in of(&person) {
            assert!(!shown.contains(CLIENT_SECRET) && (!has || is_secret), "{place}: {name}");
            for printed in [format!("{:?}", guide::blocks(&person.0)), format!("{:?}", person.0)] {
                assert!(!printed.contains(CLIENT_SECRET), "{place}");
            }
            person.does(FieldAction::Showed { label: name, shown: true });
        }
        for (name, shown, has, _) in of(&person) {
            assert_eq!(shown.contains(CLIENT_SECRET), has, "{place}: {name}");
        }
    });
}

#[test]
fn names_of_blocks_and_values_are_told_apart() {
    with_blocks(|product, variant| {
        let person = Person::at(&format!("#/product/{}?variant={}", product.id, variant.id));
        let mut names: Vec<String> = guide::blocks(&person.0).iter().map(|block| block.view.name.clone()).collect();
        names.extend(guide::values(&person.0).iter().map(|value| value.name.clone()));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{} {}: {names:?}", product.id, variant.id);
        assert!(!names.contains(&String::new()));
    });
}

#[test]
fn the_shape_is_there_before_anything_is_entered() {
    with_blocks(|product, variant| {
        let person = Person::at(&format!("#/product/{}?variant={}", product.id, variant.id));
        for (block, facts) in guide::blocks(&person.0).iter().zip(&variant.blocks) {
            let written = block.view.state.as_ref().unwrap_or_else(|error| panic!("{} {error}", product.id));
            let shown = written.masked();
            for line in &facts.lines {
                let last = line.key().rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap();
                assert!(shown.contains(last), "{} {}: {shown}", product.id, block.id);
            }
            let holes: Vec<&str> =
                written.pieces().iter().filter(|piece| piece.is_missing).map(|piece| piece.text).collect();
            assert!(!holes.is_empty() && !written.is_complete(), "{} {}: {shown}", product.id, block.id);
            assert!(holes.iter().all(|hole| hole.starts_with("available after step ")), "{holes:?}");
            let whole: String = written.pieces().iter().map(|piece| piece.text).collect();
            assert_eq!(whole, shown);
        }
    });
}

#[test]
fn what_is_entered_fills_its_line_alone() {
    let mut person = Person::at("#/product/zulip?variant=server-to-server");
    let shown = |person: &Person, at: usize| {
        let blocks = guide::blocks(&person.0);
        let written = blocks[at].view.state.as_ref().unwrap();
        (written.masked().to_owned(), written.is_complete())
    };
    assert_eq!(shown(&person, 1).0.matches("'available after step 4'").count(), 2);
    person.types(Field::ClientId, CLIENT_ID);
    let (settings, is_complete) = shown(&person, 1);
    assert!(settings.contains(&format!("VIDEO_ZOOM_CLIENT_ID = '{CLIENT_ID}'")), "{settings}");
    assert!(settings.contains("'available after step 4'") && !is_complete, "{settings}");
    person.types(Field::AccountId, "demoAccountId000000001");
    assert!(shown(&person, 1).1);
    assert!(!shown(&person, 0).1, "the secret is in a file of its own");
    let blocks = guide::blocks(&person.0);
    let names: Vec<_> = blocks.iter().map(|block| (block.view.name.as_str(), block.view.file.as_deref())).collect();
    let expected = [
        ("/etc/zulip/zulip-secrets.conf", Some("lines-for-zulip-secrets.conf")),
        ("/etc/zulip/settings.py", Some("lines-for-settings.py")),
    ];
    assert_eq!(names, expected);
}
