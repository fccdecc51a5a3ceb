//! The tool for credential strings: a product's values and blocks, formats alone, and a pasted text taken apart.

use std::collections::BTreeSet;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, written as pieces};
use super::products::{products, with_all};
use crate::notation::said;
use authdesk::blocks::BlockFormat;
use authdesk::catalog::Placeholder;
use authdesk::desk::tools::credential_string::{filters, own_lines, parts, reading, view};
use authdesk::desk::{
    EntryMask, Field, FieldAction, FixAction, ProductPart, SessionAction, StringAction, StringFault, StringKind,
    StringView, Tool, ValueState, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::{FindingKind, Severity, block_formats, read_block};
use authdesk::texts::Language;
use strum::VariantArray as _;

const ROUTE: &str = "#/tool/credential-string";
const ACCOUNT: &str = "demoAccountId000000001";

fn with_credentials() -> Person {
    let mut person = Person::at(ROUTE);
    person.types(Field::AccountId, ACCOUNT);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person
}

fn chooses(person: &mut Person, action: StringAction) {
    person.does(action);
    person.fetches();
}

/// All of what is written, and what is shown of it.
#[track_caller]
fn texts(person: &Person) -> (String, String) {
    match view(&person.0) {
        // EXPOSE: the tests compare it.
        StringView::Text(string) => {
            let shown = if string.is_secret { string.text.masked() } else { string.text.expose().to_owned() };
            (string.text.expose().to_owned(), shown)
        }
        StringView::Block(block) => {
            let written = block.state.unwrap_or_else(|error| panic!("{error}"));
            assert!(written.is_complete(), "{}", written.masked());
            (written.text().expose().to_owned(), written.masked().to_owned())
        }
        other => panic!("{other:?}"),
    }
}

fn text(person: &Person) -> String {
    texts(person).0
}

#[track_caller]
fn fault(person: &Person) -> StringFault {
    match view(&person.0) {
        StringView::Fault(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_values_are_joined_unless_something_else_is_chosen() {
    let person = with_credentials();
    assert_eq!(texts(&person).0, format!("{ACCOUNT}:{CLIENT_ID}"));
    assert_eq!(Tool::CredentialString.fields(&person.0), [Field::Template, Field::AccountId, Field::ClientId]);
    let empty = Person::at(ROUTE);
    assert!(matches!(view(&empty.0), StringView::Needs(sentence) if sentence == "Still missing: Account ID"));
}

#[test]
fn each_value_and_block_of_a_product_is_the_one_of_its_guide() {
    let mut compared = 0;
    for product in products().iter().filter(|product| product.no_app.is_none()) {
        for variant in &product.variants {
            let in_guide = with_all(product, &variant.id);
            let mut person = Person::at(ROUTE);
            chooses(&mut person, StringAction::ChoseProduct(product.id.to_string()));
            chooses(&mut person, StringAction::ChoseVariant(variant.id.clone()));
            let place = format!("{} {}", product.id, variant.id);
            // EXPOSE: what is entered in the guide is entered here too.
            for field in Field::VARIANTS {
                let entered = in_guide.entry(*field).to_owned();
                if !entered.is_empty() {
                    person.types(*field, &entered);
                }
            }
            let values = guide::values(&in_guide.0);
            let blocks = guide::blocks(&in_guide.0);
            let all = parts(&person.0);
            assert_eq!(all.iter().filter(|(part, _)| matches!(part, ProductPart::Block(_))).count(), blocks.len());
            for (part, name) in all {
                chooses(&mut person, StringAction::ChosePart(Some(part)));
                let expected = values.iter().find(|value| value.name == name && matches!(part, ProductPart::Value(_)));
                match (part, expected.map(|value| &value.state)) {
                    (ProductPart::Block(at), _) => {
                        let expected = blocks[at].view.state.as_ref().unwrap();
                        let (text, shown) = texts(&person);
                        assert!(expected.text().same_as(&Secret::new(text)), "{place}: {name}");
                        assert_eq!(shown, expected.masked(), "{place}: {name}");
                    }
                    (_, Some(ValueState::Ready(expected))) => {
                        assert!(expected.same_as(&Secret::new(text(&person))), "{place}: {name}");
                        compared += 1;
                    }
                    // A public client has no secret to enter, and scopes are chosen in the guide.
                    (_, other) => {
                        let template = variant.values.iter().find(|value| variant.value_name(value) == name);
                        let template = template.and_then(|value| value.template.as_ref()).unwrap();
                        let known = [Placeholder::ClientSecret, Placeholder::BasicCredentials, Placeholder::Scopes];
                        let is_known = template.placeholders().any(|one| known.contains(&one));
                        assert!(is_known, "{place}: {name}: {other:?}");
                    }
                }
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn a_product_asks_for_what_its_value_needs() {
    let mut person = Person::at(ROUTE);
    person.types(Field::ClientId, CLIENT_ID);
    chooses(&mut person, StringAction::ChoseProduct("zulip".to_owned()));
    let all = parts(&person.0);
    let block = all.iter().find(|(_, name)| name == "/etc/zulip/settings.py").unwrap();
    chooses(&mut person, StringAction::ChosePart(Some(block.0)));
    let StringView::Block(shown) = view(&person.0) else { panic!() };
    let written = shown.state.unwrap();
    assert!(written.masked().contains(CLIENT_ID), "what is entered in the tools is used: {}", written.masked());
    assert!(!shown.has_secret && Tool::CredentialString.fields(&person.0).contains(&Field::ClientId));
    // Back to a format alone, then into the guide: nothing of it is there.
    chooses(&mut person, StringAction::ChoseProduct(String::new()));
    assert!(person.0.guide().is_none() && matches!(view(&person.0), StringView::Needs(_)));
    chooses(&mut person, StringAction::ChoseProduct("zulip".to_owned()));
    person.goes("#/product/zulip");
    assert_eq!(person.entry(Field::ClientId), "");
    person.goes("#/product/kufersql");
    person.goes(ROUTE);
    assert_eq!(person.0.guide().unwrap().product.id.to_string(), "zulip");
}

#[test]
fn inputs_of_a_product_are_asked_for_and_named_where_they_are_missing() {
    let mut person = Person::at(ROUTE);
    let with_inputs = products().into_iter().find(|product| {
        let mut templates = product.variants.iter().flat_map(|variant| variant.templates());
        templates.any(|template| template.inputs().next().is_some())
    });
    let product = with_inputs.unwrap();
    chooses(&mut person, StringAction::ChoseProduct(product.id.to_string()));
    let mut count = 0;
    for (part, _) in parts(&person.0) {
        chooses(&mut person, StringAction::ChosePart(Some(part)));
        let fields = Tool::CredentialString.fields(&person.0);
        let inputs: Vec<Field> = fields.iter().copied().filter(|field| field.input().is_some()).collect();
        count += inputs.len();
        // What is missing is named by the labels of the fields.
        if let StringView::Needs(sentence) = view(&person.0) {
            assert!(fields.iter().any(|field| sentence.ends_with(&person.0.label(*field))), "{sentence}");
        }
        assert!(inputs.iter().all(|field| !person.0.label(*field).is_empty()), "{}", product.id);
    }
    assert!(count > 0, "{} has an input", product.id);
}

#[test]
fn no_file_of_a_product_is_loaded_before_one_is_chosen() {
    let mut person = Person::at(ROUTE);
    assert!(person.0.guide().is_none());
    person.does(StringAction::ChoseProduct("zulip".to_owned()));
    assert_eq!(person.0.wanted().len(), 1, "{:?}", person.0.wanted());
    assert!(matches!(view(&person.0), StringView::Loading));
    person.goes("#/tool/values");
    assert_eq!(person.0.wanted(), [], "no other tool needs it");
}

#[test]
fn each_format_alone_is_written_and_read_back() {
    let mut person = with_credentials();
    for &format in BlockFormat::VARIANTS {
        chooses(&mut person, StringAction::ChoseKind(StringKind::Block(format)));
        let (text, shown) = texts(&person);
        assert!(!shown.contains(CLIENT_SECRET) && text.contains(CLIENT_SECRET), "{shown}");
        assert_eq!(block_formats(&text).first(), Some(&format), "{text}");
        let read = read_block(&text, format);
        // EXPOSE: the tests compare it.
        let values: Vec<&str> = read.values.iter().map(|value| value.value.expose()).collect();
        assert_eq!(values, [ACCOUNT, CLIENT_ID, CLIENT_SECRET], "{text}");
        assert!(
            read.findings.iter().all(|finding| finding.kind.severity() <= Severity::Info),
            "{}",
            said(&read.findings)
        );
    }
}

#[test]
fn lines_of_ones_own_have_names_filters_and_a_command() {
    let mut person = with_credentials();
    chooses(&mut person, StringAction::ChoseKind(StringKind::Block(BlockFormat::DockerRun)));
    person.types(Field::BlockLines, "docker run -d\nPAIR={client_id}:{client_secret|base64}\nMODE=fast\nimage:latest");
    let expected = format!(
        "docker run -d \\\n  -e PAIR='{CLIENT_ID}:b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=' \\\n  -e MODE='fast' \\\n  \
         image:latest\n"
    );
    assert_eq!(text(&person), expected);
    chooses(&mut person, StringAction::ChoseKind(StringKind::KubernetesSecret));
    person.types(Field::BlockLines, "zoom-secret={client_secret}");
    let secret = format!(
        "apiVersion: \"v1\"\nkind: \"Secret\"\nmetadata:\n  name: \"zoom\"\ntype: \"Opaque\"\nstringData:\n  \
         zoom-secret: \"{CLIENT_SECRET}\"\n"
    );
    assert_eq!(text(&person), secret);
    assert!(own_lines(&person.0).is_some_and(|lines| lines.contains("client_secret={client_secret}")));
}

#[test]
fn strings_with_parts_of_urls_escape_them() {
    let mut person = with_credentials();
    person.types(Field::ClientSecret, "a/b@c:d e");
    chooses(&mut person, StringAction::ChoseKind(StringKind::UserInfo));
    assert_eq!(text(&person), format!("https://{CLIENT_ID}:a%2Fb%40c%3Ad%20e@www.example.com"));
    assert_eq!(Tool::CredentialString.fields(&person.0), [Field::ClientId, Field::ClientSecret]);
    person.does(StringAction::EditedTemplate);
    assert_eq!(person.0.string.kind, StringKind::Template);
    assert_eq!(text(&person), format!("https://{CLIENT_ID}:a%2Fb%40c%3Ad%20e@www.example.com"));
    person.does(FixAction::Undone);
    assert_eq!(text(&person), format!("{ACCOUNT}:{CLIENT_ID}"));
    chooses(&mut person, StringAction::ChoseKind(StringKind::TokenUrl));
    let token_url = format!("https://zoom.us/oauth/token?grant_type=account_credentials&account_id={ACCOUNT}");
    assert_eq!(text(&person), token_url);
    chooses(&mut person, StringAction::ChoseKind(StringKind::BasicHeader));
    assert!(matches!(view(&person.0), StringView::Header));
}

#[test]
fn a_mistake_is_shown_where_it_is_with_the_names_there_are() {
    let mut person = with_credentials();
    for (template, marked, sentence) in [
        ("x {clientid}", "x {[clientid]}", "`{client_id}`"),
        ("{client_id|base46}", "{client_id|[base46]}", "`|base64`"),
        ("{client_id", "[{]client_id", "not closed"),
        ("x{client_id:{client_secret}", "x[{]client_id:{c…", "not closed"),
        ("client_id}", "client_id[}]", "no opening brace"),
    ] {
        person.types(Field::Template, template);
        let fault = fault(&person);
        assert_eq!(pieces(&fault.excerpt), marked);
        assert!(fault.says.contains(sentence) && fault.says.contains("At character "), "{}", fault.says);
    }
    chooses(&mut person, StringAction::ChoseKind(StringKind::Block(BlockFormat::Env)));
    person.types(Field::BlockLines, "A={client_id}\nB");
    assert!(fault(&person).says.ends_with("In line 2."), "{}", fault(&person).says);
    person.types(Field::BlockLines, "A={client_id}\nB={host}");
    assert_eq!(pieces(&fault(&person).excerpt), "…ient_id}↵B={[host]}");
    person.types(Field::BlockLines, "A B={client_id}");
    let StringView::Block(block) = view(&person.0) else { panic!() };
    assert!(block.state.unwrap_err().contains("`A B` cannot be a name"));
}

#[test]
fn each_filter_has_its_meaning_in_every_language() {
    for language in Language::all() {
        let person = Person::speaking(language, ROUTE);
        // Nothing is said twice, nor in the place of what is not there.
        let mut once = BTreeSet::from(["…".to_owned()]);
        for (written, does) in filters() {
            let template: Result<authdesk::catalog::Template, _> = written.parse();
            assert!(template.is_ok(), "{written}");
            assert!(once.insert(person.0.texts.say(does).to_owned()), "{written}");
        }
        for kind in StringKind::all() {
            let name = authdesk::desk::tools::credential_string::kind_name(kind);
            assert_eq!(kind.name().parse(), Ok(kind));
            assert!(once.insert(person.0.texts.say(name).to_owned()), "{}", kind.name());
        }
    }
}

#[test]
fn a_pasted_text_is_taken_apart() {
    let mut person = Person::at(ROUTE);
    assert!(reading(&person.0).is_none());
    person.types(Field::Block, &format!("ZOOM_CLIENT_ID={CLIENT_ID}\nZOOM_CLIENT_SECRET=\"{CLIENT_SECRET}\n"));
    let read = reading(&person.0).unwrap();
    assert_eq!((read.likeliest, read.format), (Some(BlockFormat::Env), Some(BlockFormat::Env)));
    let values = &read.read.as_ref().unwrap().values;
    let known: Vec<(&str, bool)> = values.iter().map(|value| (value.key.as_str(), value.is_secret)).collect();
    assert_eq!(known, [("ZOOM_CLIENT_ID", false), ("ZOOM_CLIENT_SECRET", true)]);
    assert!(!format!("{read:?}").contains(CLIENT_SECRET));
    let EntryMask::Dotted(dotted) = person.0.entry_mask(Some(Field::Block)) else { panic!() };
    // EXPOSE: the secret is dots in it.
    assert!(!dotted.expose().contains(CLIENT_SECRET) && dotted.expose().contains(CLIENT_ID));

    let findings = &read.read.as_ref().unwrap().findings;
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::QuoteNotClosed), "{}", said(findings));
}

#[test]
fn what_is_wrong_with_the_quoting_is_fixed_and_undone() {
    let mut person = Person::at(ROUTE);
    let pasted = format!("docker run -e ZOOM_CLIENT_ID={CLIENT_ID} ZOOM_CLIENT_SECRET={CLIENT_SECRET} image");
    person.types(Field::Block, &pasted);
    let read = reading(&person.0).unwrap();
    let finding =
        read.read.as_ref().unwrap().findings.iter().find(|finding| finding.kind == FindingKind::OptionMissing);
    person.does(FixAction::Fixed(Field::Block, finding.unwrap().without_fix()));
    assert!(person.entry(Field::Block).contains(" -e ZOOM_CLIENT_SECRET="), "fixed");
    assert!(person.0.session().can_undo(Field::Block));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Block), pasted);
}

#[test]
fn the_format_of_a_pasted_text_can_be_chosen() {
    let mut person = Person::at(ROUTE);
    person.types(Field::Block, "hello world");
    let read = reading(&person.0).unwrap();
    assert!(read.likeliest.is_none() && read.read.is_none());
    person.types(Field::Block, &format!("client_secret = \"{CLIENT_SECRET}\""));
    for &format in BlockFormat::VARIANTS {
        person.does(StringAction::ChoseReading(Some(format)));
        assert_eq!(reading(&person.0).unwrap().format, Some(format));
        let EntryMask::Dotted(dotted) = person.0.entry_mask(Some(Field::Block)) else { panic!("{format:?}") };
        // EXPOSE: the secret is dots in it.
        assert!(!dotted.expose().contains(CLIENT_SECRET), "{format:?}");
    }
    person.does(StringAction::ChoseReading(None));
    assert_eq!(reading(&person.0).unwrap().format, reading(&person.0).unwrap().likeliest);
}

#[test]
fn what_the_tool_writes_it_takes_apart() {
    let mut person = with_credentials();
    for &format in BlockFormat::VARIANTS {
        chooses(&mut person, StringAction::ChoseKind(StringKind::Block(format)));
        let written = text(&person);
        person.types(Field::Block, &written);
        let read = reading(&person.0).unwrap();
        assert_eq!(read.format, Some(format));
        let values = &read.read.as_ref().unwrap().values;
        assert!(values.last().unwrap().value.same_as(&Secret::new(CLIENT_SECRET)) && values[2].is_secret, "{format:?}");
    }
}

#[test]
fn a_secret_is_shown_when_asked_and_forgotten_when_cleared() {
    let mut person = with_credentials();
    chooses(&mut person, StringAction::ChoseKind(StringKind::Block(BlockFormat::Yaml)));
    assert!(!texts(&person).1.contains(CLIENT_SECRET));
    person.does(FieldAction::Showed { label: "YAML file".to_owned(), shown: true });
    assert!(texts(&person).1.contains(CLIENT_SECRET));
    assert!(!format!("{:?}{:?}", view(&person.0), person.0).contains(CLIENT_SECRET));
    chooses(&mut person, StringAction::ChoseProduct("zulip".to_owned()));
    person.does(SessionAction::Cleared);
    let StringView::Needs(_) = view(&person.0) else { panic!("{:?}", view(&person.0)) };
}
