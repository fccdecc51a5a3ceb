//! `FINDINGS.md` says what the library says, and so does `www/texts/meanings.en.json`, which the page shows. That each kind
//! is really found, `tests/it/desk/every_kind.rs` shows.
//!
//!     UPDATE_FINDINGS=1 cargo test --no-default-features --test it project::findings_list     writes both anew

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use super::plurals::in_form;
use super::sources::root;
use authdesk::desk::finding_page::FindingFiles;
use authdesk::reading::FindingKind;
use authdesk::texts::{FindingText, FindingTexts, Language, Mark, marked};
use strum::VariantArray;

const LIST: &str = "FINDINGS.md";
const KINDS: &str = "src/reading/finding_kind.rs";

/// Where the list begins; what comes before it is written by hand.
const MARK: &str = "<!-- The rest is made by tests/it/project/findings_list.rs. -->\n";

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What the source says about a kind: the group it is in, and its doc comment.
struct Described {
    group: String,
    variant: String,
    meaning: String,
}

/// Every kind with what the source says about it, in the order of the source. The comments are not part of the program,
/// as they would cost bytes in the page.
fn described() -> Vec<Described> {
    let source = read(KINDS);
    let (_, kinds) = source.split_once("\nkinds! {\n").expect("the kinds");
    let (kinds, _) = kinds.split_once("\n}\n").expect("the end of the kinds");
    let mut group = "What is entered in a guide".to_owned();
    let mut meaning: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for line in kinds.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(doc) = line.strip_prefix("/// ") {
            meaning.push(doc);
        } else if let Some(heading) = line.strip_prefix("// ") {
            let mut chars = heading.chars();
            group = chars.next().unwrap().to_uppercase().chain(chars).collect();
        } else if !line.starts_with("#[") {
            let (variant, _) = line.split_once(": ").expect("a kind");
            all.push(Described { group: group.clone(), variant: variant.to_owned(), meaning: meaning.join(" ") });
            meaning.clear();
        }
    }
    let variants: Vec<&str> = all.iter().map(|one| one.variant.as_str()).collect();
    let kinds: Vec<String> = FindingKind::VARIANTS.iter().map(|kind| format!("{kind:?}")).collect();
    assert_eq!(variants, kinds, "{KINDS} is not written as this test reads it");
    all
}

/// A column for every language would make the list unreadable.
fn columns() -> impl Iterator<Item = Language> {
    Language::all().filter(|language| language.has_every_product())
}

fn texts(language: Language) -> FindingTexts {
    let json = read(&format!("www/{}", FindingTexts::file(language)));
    FindingTexts::read(language, &json).unwrap()
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn row(kind: FindingKind, meaning: &str, texts: &[FindingTexts]) -> String {
    let said: Vec<&FindingText> = texts.iter().map(|texts| texts.text(kind).unwrap()).collect();
    let mut row = format!("| `{}` | {} | {} |", kind.name(), kind.severity().name(), cell(meaning));
    for text in &said {
        let at: String = text.at.values().map(|known| format!(" {known}")).collect();
        write!(row, " {} |", cell(&(in_form(&text.says, "other") + &at))).unwrap();
    }
    let fixes: Vec<String> = said.iter().filter_map(|text| text.fix.as_deref().map(cell)).collect();
    writeln!(row, " {} |", if fixes.is_empty() { "no".to_owned() } else { fixes.join(" / ") }).unwrap();
    row
}

fn list() -> String {
    let texts: Vec<FindingTexts> = columns().map(texts).collect();
    let languages: String = columns().map(|language| format!(" {} |", language.own_name())).collect();
    let lines = " --- |".repeat(4 + columns().count());
    let mut list = String::new();
    let mut group = String::new();
    for (kind, one) in FindingKind::VARIANTS.iter().zip(described()) {
        if one.group != group {
            group = one.group;
            write!(list, "\n## {group}\n\n| name | level | meaning |{languages} fix button |\n|{lines}\n").unwrap();
        }
        list += &row(*kind, &one.meaning, &texts);
    }
    list
}

/// What the source says about each kind, as the page reads it.
fn meanings() -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let line = |(kind, one): (&FindingKind, Described)| format!("  {}: {}", quoted(kind.name()), quoted(&one.meaning));
    let lines: Vec<String> = FindingKind::VARIANTS.iter().zip(described()).map(line).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// What of a text is the same in every language: what is to be typed, and the sections of RFCs.
fn fixed_parts(text: &str) -> Vec<String> {
    let typed = marked(text).into_iter().filter(|span| span.mark == Mark::Typed).map(|span| span.text.to_owned());
    // What follows a section is another character in each language.
    let sections = text.split('§').skip(1).map(|rest| {
        let end = rest.find(|ch: char| ch != '.' && !ch.is_ascii_alphanumeric()).unwrap_or(rest.len());
        rest[..end].trim_end_matches('.').to_owned()
    });
    let rfcs = text.split("RFC ").skip(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    let rfcs = rfcs.filter(|number| !number.is_empty());
    let mut parts: Vec<String> = typed.chain(sections).chain(rfcs).collect();
    parts.sort_unstable();
    parts
}

#[test]
fn the_meanings_say_what_the_library_says_in_every_language() {
    let name = format!("www/{}", FindingFiles::meanings(Language::ENGLISH));
    let right = meanings();
    if std::env::var_os("UPDATE_FINDINGS").is_some() {
        fs::write(root().join(&name), &right).unwrap();
    }
    assert!(read(&name) == right, "{name} is out of date: run `make findings`");
    let all = |language: Language| -> BTreeMap<String, String> {
        serde_json::from_str(&read(&format!("www/{}", FindingFiles::meanings(language)))).unwrap()
    };
    let english = all(Language::ENGLISH);
    for language in Language::all().filter(|language| *language != Language::ENGLISH) {
        let translated = all(language);
        assert!(translated.keys().eq(english.keys()), "{language:?}");
        for (name, meaning) in &translated {
            assert_eq!(fixed_parts(meaning), fixed_parts(&english[name]), "{language:?}: {name}");
            assert!(*meaning != english[name] && meaning.ends_with(['.', '。']), "{language:?}: {name}: {meaning}");
        }
    }
}

#[test]
fn the_list_says_what_the_library_says() {
    let written = read(LIST);
    let (front, _) = written.split_once(MARK).expect("the mark where the list begins");
    let right = format!("{front}{MARK}{}", list());
    if std::env::var_os("UPDATE_FINDINGS").is_some() {
        fs::write(root().join(LIST), right).unwrap();
        return;
    }
    for (at, (written, right)) in written.lines().zip(right.lines()).enumerate() {
        assert_eq!(written, right, "{LIST}:{} is out of date: run `make findings`", at + 1);
    }
    assert!(written == right, "{LIST} is out of date: run `make findings`");
}
