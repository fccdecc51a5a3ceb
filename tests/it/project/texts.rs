//! The sentences of the page: every language has every one, with the same names and marks.

use std::collections::BTreeSet;
use std::fs;
use std::rc::Rc;

use authdesk::desk::About;
use authdesk::reading::FindingKind;
use authdesk::texts::{FindingTexts, Language, LaterTexts, Mark, Text, Texts, TextsError, marked};
use strum::VariantArray;

use super::plurals::in_form;

/// Every sentence in English.
pub fn english() -> Texts {
    Texts::english().with_later(Some(Rc::new(LaterTexts::english())))
}

/// Every sentence in every language.
pub fn all() -> Vec<Texts> {
    fn load<T>(language: Language, file: &str, read: impl Fn(Language, &str) -> Result<T, TextsError>) -> T {
        let json = fs::read_to_string(format!("{}/www/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        read(language, &json).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
    let texts = |language: Language| {
        if language == Language::ENGLISH {
            return english();
        }
        let later = load(language, &LaterTexts::file(language), LaterTexts::read);
        load(language, &Texts::file(language), Texts::read).with_later(Some(Rc::new(later)))
    };
    Language::all().map(texts).collect()
}

/// The names between braces.
fn names(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

fn typed(sentence: &str) -> Vec<&str> {
    let spans = marked(sentence);
    let mut typed: Vec<&str> = spans.iter().filter(|span| span.mark == Mark::Typed).map(|span| span.text).collect();
    typed.sort_unstable();
    typed
}

#[test]
fn every_language_says_every_sentence_with_the_same_names() {
    let english = english();
    for texts in all() {
        for text in Text::VARIANTS {
            let (here, there) = (english.say(*text), texts.say(*text));
            assert!(!there.trim().is_empty(), "{:?}: {text:?} is empty", texts.language());
            let [many, one] = ["other", "one"].map(|category| in_form(there, category));
            let here = in_form(here, "other");
            assert_eq!(names(&here), names(&many), "{:?}: {text:?}", texts.language());
            assert!(names(&one).is_subset(&names(&here)), "{:?}: {text:?}", texts.language());
            assert_eq!(typed(&here), typed(&many), "{:?}: {text:?}", texts.language());
            assert_eq!(typed(&here), typed(&one), "{:?}: {text:?}", texts.language());
        }
    }
}

/// What is the same in German and in English: names of things, and words that they share. What any language may share is
/// in `translations.rs`.
const SAME: [&str; 28] = [
    "Access Token",
    "Account ID",
    "Authdesk",
    "Basic",
    "Body",
    "Client ID",
    "Client Secret",
    "Granular",
    "Installation",
    "Installation {number}",
    "HTTPie",
    "Issuer",
    "JSON Web Token",
    "Link",
    "Name",
    "PKCE (S256)",
    "Parameter",
    "Plan",
    "PowerShell",
    "Python",
    "Refresh Token",
    "Scopes",
    "Secret Token",
    "Server-to-Server (account_credentials)",
    "State",
    "URL",
    "optional",
    "{step} (optional)",
];

#[test]
fn german_is_another_text() {
    let english = english();
    let german = all().into_iter().find(|texts| texts.language().code() == "de").unwrap();
    let sentences = Text::VARIANTS.iter().map(|text| (german.say(*text), english.say(*text)));
    let same: BTreeSet<&str> = sentences.filter(|(one, other)| one == other).map(|(one, _)| one).collect();
    assert_eq!(same, BTreeSet::from(SAME));
}

#[test]
fn every_finding_has_a_sentence_of_its_own_in_every_language() {
    let read = |language: Language| {
        let file = format!("{}/www/{}", env!("CARGO_MANIFEST_DIR"), FindingTexts::file(language));
        let json = fs::read_to_string(&file).unwrap();
        FindingTexts::read(language, &json).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    let english = read(Language::ENGLISH);
    for language in Language::all() {
        let texts = read(language);
        let of = |kind: &FindingKind| texts.text(*kind).unwrap();
        let sentences: BTreeSet<&str> = FindingKind::VARIANTS.iter().map(|kind| of(kind).says.as_str()).collect();
        assert_eq!(sentences.len(), FindingKind::VARIANTS.len());
        for kind in FindingKind::VARIANTS {
            let (here, there) = (english.text(*kind).unwrap(), of(kind));
            assert!(there.says.starts_with("**"), "{kind:?} begins with what it is: {}", there.says);
            let [here_says, there_says] = [here, there].map(|text| in_form(&text.says, "other"));
            assert_eq!(names(&here_says), names(&there_says), "{language:?}: {kind:?}");
            assert_eq!(typed(&here.says), typed(&there.says), "{language:?}: {kind:?}");
            assert_eq!(here.fix.is_some(), there.fix.is_some(), "{language:?}: {kind:?}");
            let [here, there] = [here, there].map(|text| text.difference.as_deref());
            assert_eq!(here.map(typed), there.map(typed), "{language:?}: {kind:?}");
            // What two redirect URLs can differ in is named by other findings.
            let is_difference =
                (FindingKind::SchemeDiffers as usize..=FindingKind::BlankDiffers as usize).contains(&(*kind as usize));
            assert_eq!(there.is_some(), is_difference, "{language:?}: {kind:?}");
        }
    }
}

#[test]
fn names_that_must_not_drift() {
    let texts = english();
    let zoom = [("provider", "Zoom"), ("product", "Verint Recorder"), ("label", "Client Secret")];
    for (text, name) in [
        (Text::FieldAccountId, "Account ID"),
        (Text::FieldClientId, "Client ID"),
        (Text::FieldClientSecret, "Client Secret"),
        (Text::FieldRedirectUrl, "Redirect URL"),
        (Text::FieldLanded, "URL you were redirected to"),
        (Text::FieldAnswer, "Zoom’s response"),
        (Text::SearchProducts, "Search products"),
        (Text::PasteLabel, "Paste anything here"),
        (Text::HeaderLabel, "Authorization header"),
        (Text::AuthorizeUrl, "Authorization URL"),
        (Text::FieldState, "State"),
        (Text::FieldScopes, "Scopes"),
        (Text::LanguageLabel, "Language"),
        (Text::CopyLabel, "Copy Client Secret"),
        (Text::CopyCommand, "Copy command"),
        (Text::AuthorizeOpen, "Open authorization URL"),
        (Text::Show, "Show Client Secret"),
        (Text::Hide, "Hide Client Secret"),
        (Text::LinkButton, "Link for a colleague"),
        (Text::ClearEverything, "Clear everything"),
        (Text::ValuesFor, "Values for Verint Recorder"),
        (Text::Findings, "Findings"),
    ] {
        assert_eq!(texts.fill(text, &zoom), name);
    }
}

#[test]
fn what_is_told_about_the_page_has_as_many_paragraphs_in_every_language() {
    let paragraphs = |about: About, language: Language| -> Vec<String> {
        let name = Texts::about_file(about.name(), language);
        let text = fs::read_to_string(format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        authdesk::catalog::File { name: &name, text: &text }.read().unwrap_or_else(|fault| panic!("{fault}"))
    };
    for about in [About::Secrets, About::Check] {
        let english = paragraphs(about, Language::ENGLISH);
        assert!(english.len() > 3);
        for language in Language::all() {
            let here = paragraphs(about, language);
            assert_eq!(here.len(), english.len(), "{about:?} {language:?}");
            assert!(here.iter().all(|paragraph| paragraph.contains("**")), "{language:?}: each says what it is about");
        }
    }
}
