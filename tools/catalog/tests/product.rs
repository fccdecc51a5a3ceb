//! `authdesk-catalog product`: the program as `make product` runs it, with the files of a product in a folder of their own.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use authdesk::texts::Language;
use authdesk_catalog::Folder;

/// What the program says, and its exit code.
#[derive(Debug, PartialEq)]
struct Said {
    code: i32,
    lines: Vec<String>,
}

fn run(folder: &Path, words: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_authdesk-catalog")).current_dir(folder).args(words).output().unwrap();
    let text = String::from_utf8(if output.stdout.is_empty() { output.stderr } else { output.stdout }).unwrap();
    Said { code: output.status.code().unwrap(), lines: text.lines().map(str::to_owned).collect() }
}

/// The files of a product outside of the checkout: facts, English sentences and German ones.
struct Files {
    folder: PathBuf,
}

const FACTS: &str = r#"{
  "schema": 2, "id": "rooms", "name": "Rooms", "vendor": "Example Ltd", "category": "booking",
  "provider": "zoom", "checked": "2026-11", "minutes": 5, "labels_language": "en",
  "sources": { "guide": { "title": "Rooms: Connect Zoom", "url": "https://www.example.com/zoom", "date": "2026-03" } },
  "inputs": { "host": { "kind": "host", "example": "rooms.example.com", "source": ["guide"] } },
  "tasks": { "test": { "sure": "inferred", "source": ["guide"] } },
  "variants": [
    {
      "id": "server-to-server", "app": "server-to-server", "flow": { "grant": "account_credentials" },
      "scopes": [{ "id": "core", "choice": "always", "names": ["user:read:user:admin"], "sure": "confirmed", "source": ["guide"] }],
      "create": ["provider/open-marketplace", "provider/scopes", "provider/activate"],
      "enter": ["test"],
      "values": [
        { "group": "Größe", "label": "ID", "template": "{client_id}@{host}", "source": ["guide"] },
        { "group": "Farbe", "label": "ID", "template": "{client_secret}", "source": ["guide"] }
      ],
      "blocks": [
        { "id": "file", "format": "ini", "lines": [["zoom.account", "{account_id}"], ["zoom.retries", 3]], "source": ["guide"] }
      ]
    }
  ]
}
"#;

const ENGLISH: &str = r#"{
  "summary": "You create an app and enter two values.",
  "inputs": { "host": { "label": "Host name" } },
  "tasks": { "test": "Click **Test**." },
  "variants": { "server-to-server": { "name": "Server-to-Server OAuth" } },
  "scope_sets": { "core": "Read users." }
}
"#;

const GERMAN: &str = r#"{
  "summary": "Sie legen eine App an und tragen zwei Werte ein.",
  "tasks": { "test": "Klicken Sie auf **Test**." }
}
"#;

impl Files {
    fn new(name: &str) -> Files {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let files = Files { folder };
        files.write("rooms.json", FACTS);
        files.write("rooms.en.json", ENGLISH);
        files
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    fn check(&self) -> Said {
        run(&self.folder, &["product", "rooms.json"])
    }

    #[track_caller]
    fn is_valid(&self, languages: &str) {
        assert_eq!(self.check(), Said { code: 0, lines: vec![format!("rooms.json: valid ({languages})")] });
    }

    /// What is found in a file with a change of its text, each with its place: a part of the text, with `|` where the
    /// place is; none if there is no place.
    #[track_caller]
    fn finds(&self, (name, text): (&str, &str), from: &str, to: &str, lines: &[(&str, &str)]) {
        assert!(text.contains(from), "{from} is not in {name}");
        let changed = text.replacen(from, to, 1);
        self.write(name, &changed);
        let line = |(place, says): &(&str, &str)| match place.split_once('|') {
            Some((before, after)) => format!("{name}:{}: {says}", position(&changed, before, after)),
            None => format!("{name}: {says}"),
        };
        assert_eq!(self.check(), Said { code: 1, lines: lines.iter().map(line).collect() });
        self.write(name, text);
    }
}

#[test]
fn every_product_of_the_catalog_is_valid() {
    let folder = Folder::of_checkout().path("products");
    let said = run(&folder, &["product", "."]);
    assert_eq!(said.code, 0, "{}", said.lines.join("\n"));
    assert!(said.lines.len() >= 72, "{}", said.lines.len());
    // Those of others may lack sentences, or German; ours do not.
    let demanded: Vec<&str> = Language::all().filter(|one| one.has_every_product()).map(Language::code).collect();
    let is_whole = |line: &&String| {
        let languages = line.rsplit_once(": valid (").and_then(|(_, rest)| rest.strip_suffix(')')).unwrap_or_default();
        let languages: Vec<&str> = languages.split(", ").collect();
        demanded.iter().all(|one| languages.contains(one)) && !line.contains(" sentences")
    };
    let partly: Vec<&String> = said.lines.iter().filter(|line| !is_whole(line)).collect();
    assert!(partly.is_empty(), "{partly:?}");
}

#[test]
fn a_product_outside_of_the_checkout_is_valid_however_it_is_written() {
    let files = Files::new("sound");
    files.is_valid("en");
    files.write("rooms.de.json", GERMAN);
    files.is_valid("en, de: 2 of 5 sentences");
    files.write("rooms.de.json", "{}");
    files.write("rooms.fr.json", "{ \"$schema\": \"../schema/product-prose.json\" }");
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    files.write("rooms.json", FACTS.replace('\n', "\r\n"));
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    files.write("rooms.json", FACTS.replace("\n", "").replace("  ", ""));
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    files.write("rooms.json", FACTS.replace("  ", "\t"));
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    files.write("rooms.json", FACTS.replace("Größe", "Gr\\u00f6\\u00dfe").replace("https://www", "https:\\/\\/www"));
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    files.write(
        "rooms.json",
        FACTS.replace("\"schema\": 2,", "\"$schema\": \"../schema/product.json\", \"schema\": 2,"),
    );
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
    // A product whose name begins in the same way has sentences of its own.
    files.write("rooms-2.en.json", "no JSON");
    files.write("rooms.txt", "no JSON");
    files.is_valid("en, de: 0 of 5 sentences, fr: 0 of 5 sentences");
}

#[test]
fn a_product_is_found_by_each_of_its_files_and_by_its_folder() {
    let files = Files::new("a folder it's in");
    files.write("rooms.de.json", GERMAN);
    let outside = files.folder.parent().unwrap();
    for name in ["rooms.json", "rooms.en.json", "rooms.de.json", ""] {
        let path = format!("a folder it's in/{name}");
        let said = run(outside, &["product", &path]);
        assert_eq!(said.code, 0, "{said:?}");
        assert_eq!(said.lines.len(), 1);
        assert!(said.lines.first().unwrap().ends_with(": valid (en, de: 2 of 5 sentences)"), "{said:?}");
    }
    let path = files.folder.join("rooms.json");
    assert_eq!(run(Path::new("/"), &["product", path.to_str().unwrap()]).code, 0);
    let both = run(&files.folder, &["product", "rooms.json", "no.json"]);
    assert_eq!(both.code, 1);
    assert_eq!(both.lines, ["rooms.json: valid (en, de: 2 of 5 sentences)", "no.json: the file is missing; add it"]);
}

#[test]
fn a_folder_without_products_is_no_valid_one() {
    let files = Files::new("nothing");
    fs::create_dir(files.folder.join("empty")).unwrap();
    let said = run(&files.folder, &["product", "empty"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.lines, ["empty: no product found; name the folder that has the files <id>.json"]);
}

#[test]
fn what_is_no_command_is_told_how_it_is_used() {
    for words in [&[][..], &["product"], &["product", ""], &["write", "x"], &["check", "rooms.json"]] {
        let said = run(Path::new("/"), words);
        assert_eq!(said.code, 2, "{words:?}");
        assert!(said.lines.first().unwrap().contains("make product FILE="), "{words:?}");
        assert!(said.lines.iter().any(|line| line.starts_with("usage: ")), "{words:?}");
    }
}

/// The line and column between two pieces of a text, which are there together once.
#[track_caller]
fn position(text: &str, before: &str, after: &str) -> String {
    let piece = format!("{before}{after}");
    assert_eq!(text.matches(&piece).count(), 1, "{piece}");
    let front = &text.split(&piece).next().unwrap().to_owned().chars().chain(before.chars()).collect::<String>();
    let line = front.rsplit('\n').next().unwrap();
    format!("{}:{}", front.matches('\n').count() + 1, line.chars().count() + 1)
}

#[test]
fn a_name_that_is_not_known_is_told_at_its_place() {
    let files = Files::new("unknown");
    let facts = ("rooms.json", FACTS);
    files.finds(
        facts,
        "\"enter\": [\"test\"]",
        "\"enter\": [\"tset\"]",
        &[
            ("|\"test\": {", "tasks.test: a task that no step names has no meaning here; take it out"),
            (
                "|\"tset\"",
                "variants.server-to-server.enter: `tset` is not known; use a name of `tasks`, here or (with `provider/`) of \
                 the provider, or add it there",
            ),
        ],
    );
    files.finds(
        facts,
        "{client_secret}",
        "{client_secrt}",
        &[(
            "|\"template\": \"{client_secrt}\"",
            "variants.server-to-server.values.Farbe/ID.template: character 2 of the template: no value is called \
             `{client_secrt}`; the names are account_id client_id client_secret basic_credentials redirect_url \
             refresh_token access_token scopes authorize_url token_url secret_token event_url second.client_id second.client_secret host",
        )],
    );
    files.finds(
        facts,
        "\"user:read:user:admin\"",
        "\"user:read:user:admin\", \"user:raed\"",
        &[(
            "|\"user:raed\"",
            "variants.server-to-server.scopes.core.names: `user:raed` is not known; use a name of the provider's scope \
             table, or add it there",
        )],
    );
    files.finds(
        facts,
        "\"app\": \"server-to-server\"",
        "\"app\": \"jwt\"",
        &[(
            "|\"app\"",
            "variants.server-to-server.app: `jwt` is not known; use a name of the provider's `apps`, or add it there",
        )],
    );
    files.finds(
        facts,
        "\"provider\": \"zoom\"",
        "\"provider\": \"zomo\"",
        &[("|\"provider\":", "provider: `zomo` is not known; use a name of `catalog/providers/`, or add it there")],
    );
    files.finds(
        facts,
        "[\"zoom.account\", \"{account_id}\"]",
        "[\"zoom.account\", \"{refresh_token}\"]",
        &[(
            "|\"zoom.account\"",
            "variants.server-to-server.blocks.file.lines.zoom.account: nothing fills `{refresh_token}` here, which needs a \
             `flow` with `by_hand`; take it out, or add that",
        )],
    );
}

#[test]
fn what_is_missing_or_superfluous_is_told_at_the_last_key_that_is_there() {
    let files = Files::new("missing");
    let facts = ("rooms.json", FACTS);
    files.finds(
        facts,
        "\"provider/scopes\"",
        "\"provider/redirect\", \"provider/scopes\"",
        &[("|\"id\": \"server-to-server\"", "variants.server-to-server: `redirect` is missing; add it")],
    );
    files.finds(
        facts,
        "[\"zoom.retries\", 3]",
        "[\"zoom.account\", 3]",
        &[(
            "|\"zoom.account\", 3",
            "variants.server-to-server.blocks.file.lines.zoom.account: it is listed twice; take one of them out",
        )],
    );
    files.finds(
        facts,
        "\"checked\": \"2026-11\"",
        "\"checked\": \"11/2026\"",
        &[("|\"checked\"", "checked: `11/2026` is no month; write it as `2026-11`")],
    );
    files.finds(
        facts,
        "\"rooms.example.com\"",
        "\"https://rooms.example.com/\"",
        &[(
            "|\"example\"",
            "inputs.host.example: the page would find `input-whole-url` in it (FINDINGS.md); write a host name alone, such as `rooms.example.com`",
        )],
    );
    files.finds(
        facts,
        "\"id\": \"rooms\"",
        "\"id\": \"room\"",
        &[("|\"id\": \"room\"", "id: `room` is not the name of the file; write `rooms`, or rename the files")],
    );
}

#[test]
fn sentences_are_checked_in_every_language() {
    let files = Files::new("prose");
    let (english, german) = (("rooms.en.json", ENGLISH), ("rooms.de.json", GERMAN));
    files.write(german.0, GERMAN);
    files.finds(
        english,
        "\"summary\": \"You create an app and enter two values.\",",
        "",
        &[("", "summary: the sentence is missing; add it")],
    );
    files.finds(
        english,
        "\"core\": \"Read users.\"",
        "\"core\": \"Read users.\", \"more\": \"Read more.\"",
        &[("|\"more\"", "scope_sets: `more` is missing in rooms.json; add it there, or take it out here")],
    );
    files.finds(
        german,
        "\"tasks\": { \"test\"",
        "\"tasks\": { \"tset\"",
        &[("|\"tset\"", "tasks: `tset` is missing in rooms.json; add it there, or take it out here")],
    );
    files.finds(
        german,
        "\"summary\"",
        "\"summery\"",
        &[(
            "summery|\"",
            "summery: unknown field `summery`, expected one of `$schema`, `name`, `title`, `summary`, `inputs`, `tasks`, \
             `corrections`, `variants`, `scope_sets`, `values`, `blocks`; use one of these, or take it out",
        )],
    );
    // A fact whose English sentence is missing is told once, and at the fact.
    files.write(english.0, ENGLISH.replace("\"test\": \"Click **Test**.\"", ""));
    assert_eq!(
        files.check().lines,
        ["rooms.json:6:14: tasks: `test` is missing in rooms.en.json; add it there, or take it out here"]
    );
}

#[test]
fn what_the_reader_does_not_take_is_told_with_its_place_and_a_fix() {
    let files = Files::new("unreadable");
    let facts = ("rooms.json", FACTS);
    files.finds(
        facts,
        "\"minutes\": 5,",
        "\"minutes\": \"5\",",
        &[("\"5|\"", "minutes: invalid type: string \"5\", expected a whole number; write what is expected")],
    );
    files.finds(facts, "\"minutes\": 5,", "", &[("  ]\n|}", "missing field `minutes`; add it")]);
    files.finds(
        facts,
        "\"variants\": [",
        "\"corrections\": [",
        &[(
            "\"app|\"",
            "corrections.server-to-server.app: unknown field `app`, expected one of `id`, `step`, `sure`, `source`; use one of \
             these, or take it out",
        )],
    );
    files.finds(
        facts,
        "\"choice\": \"always\"",
        "\"choice\": \"allways\"",
        &[(
            "\"allways|\"",
            "variants.server-to-server.scopes.core.choice: unknown variant `allways`, expected one of `always`, `on`, `off`, \
             `one_of`; use one of these",
        )],
    );
    files.finds(
        facts,
        "\"minutes\": 5,",
        "\"minutes\": 5, \"minutes\": 5,",
        &[("5, \"minutes|\"", "minutes: duplicate field `minutes`; keep one of the two")],
    );
    files.finds(
        facts,
        "{client_id}@{host}",
        "{client_id@{host}",
        &[(
            "{host}|\"",
            "variants.server-to-server.values.Größe/ID.template: character 1 of the template: a `{` without `}`; write \
             `{{` for a brace",
        )],
    );
    files.finds(
        facts,
        "https://www.example.com/zoom",
        "javascript:alert(1)",
        &[(
            "alert(1)|\"",
            "sources.guide.url: `javascript:alert(1)` is no URL of a source: it must begin with `https://` or `http://` and \
             have no spaces",
        )],
    );
    files.finds(
        facts,
        "\"provider\": \"zoom\"",
        "\"provider\": \"../../x\"",
        &[(
            "../../x|\"",
            "provider: `../../x` is no name of a file: use lowercase letters, digits and `-`, and no path or ending",
        )],
    );
    files.finds(
        facts,
        "\"schema\": 2",
        "\"schema\": 1",
        &[("\"schema\": |1", "schema: this page reads schema 2, not 1")],
    );
}

#[test]
fn what_is_no_json_is_told_with_its_place_and_a_fix() {
    let files = Files::new("no-json");
    let facts = ("rooms.json", FACTS);
    let at = |from: &str, to: &str, place: &str, says: &str| files.finds(facts, from, to, &[(place, says)]);
    at(
        "\"labels_language\": \"en\",",
        "\"labels_language\": \"en\"",
        "  |\"sources\"",
        "expected `,` or `}`; put a comma before it, or close what is open",
    );
    at("\"id\": \"rooms\"", "\"id\" \"rooms\"", "\"id\" |\"rooms", "expected `:`; put a colon there");
    at("\"minutes\": 5", "\"minutes\": ", "\"minutes\": |,", "expected value; put a value there");
    at("3]],", "3],],", "3],|]", "trailing comma; take it out");
    at("\"category\"", "category", "|category", "key must be a string; put the key between quotation marks");
    at(
        "Rooms: Connect",
        "Rooms:\nConnect",
        "Rooms:\n|Connect",
        "control character (\\u0000-\\u001F) found while parsing a string; end the text on its line; a line break in it is `\\n`",
    );
    at("Rooms: Connect", "C:\\Rooms", "C:\\|Rooms", "invalid escape; write a backslash as `\\\\`");
    at("  ]\n}\n", "  ]\n}\n}\n", "}\n|}\n", "trailing characters; take out what comes after the end");
    at("  ]\n}\n", "  ]", "    }\n  |]", "EOF while parsing an object; close what is open");
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let files = Files::new("bytes");
    let absent = |says: &str| Said { code: 1, lines: vec![says.to_owned()] };
    files.write("rooms.json", [&b"\xef\xbb\xbf"[..], FACTS.as_bytes()].concat());
    assert_eq!(
        files.check(),
        absent("rooms.json: the file begins with a byte order mark; save it in UTF-8 without one")
    );
    files.write("rooms.json", FACTS.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    assert_eq!(files.check(), absent("rooms.json: the file is not in UTF-8; save it so"));
    files.write("rooms.json", " \n");
    assert_eq!(files.check(), absent("rooms.json: the file is empty; write what belongs into it"));
    files.write("rooms.json", FACTS);
    fs::remove_file(files.folder.join("rooms.en.json")).unwrap();
    assert_eq!(files.check(), absent("rooms.en.json: the file is missing; add it"));
}
