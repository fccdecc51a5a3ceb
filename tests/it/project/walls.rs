//! The rules for which modules of `src/` may use which, checked in the sources themselves.

use std::fs;
use std::path::{Path, PathBuf};

use super::sources::{files_below, modules_named, root, without_tests};

/// Each module and the modules it may name. `lib.rs` and `DESIGN.md` say why.
const MODULES: [(&str, &[&str]); 15] = [
    ("chars", &[]),
    ("pasted_json", &[]),
    ("named", &[]),
    ("quoting", &[]),
    ("oauth", &["chars", "pasted_json"]),
    ("reading", &["blocks", "chars", "oauth", "pasted_json", "quoting"]),
    ("commands", &["oauth", "quoting"]),
    ("blocks", &["oauth", "quoting"]),
    ("catalog", &["blocks", "named", "oauth"]),
    ("texts", &["named", "reading"]),
    ("desk", &["blocks", "catalog", "commands", "named", "oauth", "reading", "texts"]),
    ("browser", &[]),
    ("page", &["blocks", "browser", "catalog", "commands", "desk", "oauth", "reading", "texts"]),
    (
        "lib.rs",
        &[
            "blocks",
            "browser",
            "catalog",
            "chars",
            "commands",
            "desk",
            "named",
            "oauth",
            "page",
            "pasted_json",
            "quoting",
            "reading",
            "texts",
        ],
    ),
    ("main.rs", &[]),
];
const PURE: [&str; 11] =
    ["chars", "pasted_json", "named", "quoting", "oauth", "reading", "commands", "blocks", "catalog", "texts", "desk"];

fn source(path: &Path) -> (String, String) {
    (path.strip_prefix(root()).unwrap().display().to_string(), without_tests(path))
}

fn sources_of(module: &str) -> Vec<PathBuf> {
    let files = files_below(&root().join("src").join(module));
    assert!(!files.is_empty(), "{module} is empty");
    files
}

/// The sources of a module, each line with its number, without its tests and comments.
fn lines(module: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (name, text) in sources_of(module).iter().map(|path| source(path)) {
        for (number, line) in text.lines().enumerate() {
            if !line.trim_start().starts_with("//") {
                all.push((format!("{name}:{}", number + 1), line.to_owned()));
            }
        }
    }
    all
}

#[track_caller]
fn no_line(modules: &[&str], words: &[&str], why: &str) {
    for module in modules {
        for (place, line) in lines(module) {
            for word in words {
                assert!(!line.contains(word), "{place}: `{word}`: {why}\n{line}");
            }
        }
    }
}

#[test]
fn every_module_is_listed() {
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(MODULES.iter().any(|(module, _)| *module == name), "src/{name} is not in MODULES");
    }
}

#[test]
fn a_module_names_only_modules_below_it() {
    let names: Vec<&str> = MODULES.iter().map(|(module, _)| *module).filter(|module| !module.contains('.')).collect();
    for (module, may) in MODULES {
        for path in sources_of(module) {
            let (name, text) = source(&path);
            let inside = path.strip_prefix(root().join("src")).unwrap();
            let depth = inside.components().count() - usize::from(inside.ends_with("mod.rs"));
            for (line, other) in modules_named(&text, &path, depth) {
                let is_allowed = other == module || may.contains(&other.as_str()) || !names.contains(&other.as_str());
                assert!(is_allowed, "{name}:{line}: {module} must not know {other}");
            }
        }
    }
}

#[test]
fn a_module_is_seen_however_it_is_written() {
    let here = Path::new("here");
    let seen = |text: &str| {
        let found = modules_named(text, here, 2);
        found.iter().map(|(line, name)| format!("{line} {name}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(seen("use crate::a::B;\nuse crate::{\n    b,\n    c::{D, e},\n    d as f,\n};"), "1 a, 3 b, 4 c, 5 d");
    assert_eq!(seen("use super::x;\nuse super::super::a;\nfn f() { super::super::b::g() }"), "2 a, 3 b");
    assert_eq!(seen("html! { <p>{ crate::a::text() }</p> }"), "1 a");
    assert_eq!(seen("// crate::a\n/// crate::b\nconst C: &str = \"crate::d\";"), "");
}

#[test]
fn the_pure_modules_know_no_browser_clock_randomness_or_file() {
    let words = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "yew",
        "std::time",
        "std::fs",
        "std::net::Tcp",
        "std::env",
        "rand::",
        "SystemTime",
        "Instant::",
    ];
    no_line(&PURE, &words, "a pure module asks nobody");
}

#[test]
fn only_the_browser_module_names_the_browsers_interfaces() {
    no_line(
        &["page", "main.rs"],
        &["js_sys", "gloo", "web_sys::window", "Storage", "local_storage", "session_storage"],
        "src/browser is the only module that asks the browser",
    );
}

#[test]
fn nothing_but_our_own_files_is_fetched() {
    let outside_files: Vec<&str> =
        MODULES.iter().map(|(module, _)| *module).filter(|module| *module != "browser").collect();
    let words = ["Request::", "XmlHttpRequest", "WebSocket", "EventSource", "send_beacon", "fetch_with"];
    no_line(&outside_files, &words, "src/browser/files.rs is the only place that asks a server");
    for (place, line) in lines("browser") {
        let asks = words.iter().any(|word| line.contains(word));
        assert!(!asks || place.starts_with("src/browser/files.rs"), "{place}: {line}");
    }
    let asked = lines("browser").into_iter().filter(|(_, line)| line.contains("Request::get")).count();
    assert_eq!(asked, 1, "one place asks, by the method GET");
}

#[test]
fn randomness_is_the_browsers_cryptographic_one() {
    let modules = MODULES.map(|(module, _)| module);
    no_line(&modules, &["Math::random", "Math.random", "getrandom", "thread_rng"], "only crypto.getRandomValues");
    let boot = fs::read_to_string(root().join("www/boot.js")).unwrap();
    assert!(!boot.contains("Math.random"));
}

#[test]
fn no_markup_is_made_from_text() {
    let modules = MODULES.map(|(module, _)| module);
    no_line(
        &modules,
        &["inner_html", "outer_html", "from_html_unchecked", "insert_adjacent_html", "VRaw", "style=", "dangerously"],
        "the content policy allows no markup from text and no inline style",
    );
}

#[test]
fn a_product_is_data_and_never_named_in_code() {
    let mut ids = Vec::new();
    for entry in fs::read_dir(root().join("www/catalog/products")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        ids.push(name.split('.').next().unwrap().to_owned());
    }
    assert!(ids.len() > 5);
    for (module, _) in MODULES {
        for (place, line) in lines(module) {
            for id in &ids {
                // Some are words of English, or programs whose requests are read.
                assert!(!line.contains(&format!("\"{id}\"")), "{place} names the product {id}\n{line}");
            }
        }
    }
}

#[test]
fn every_exposure_of_a_secret_says_why() {
    let mut found = 0;
    for (module, _) in MODULES {
        for file in sources_of(module) {
            let (name, text) = source(&file);
            let lines: Vec<&str> = text.lines().collect();
            for (number, line) in lines.iter().enumerate() {
                let exposes = (line.contains(".expose()") || line.contains("Secret::expose"))
                    && !line.trim_start().starts_with("//")
                    && !line.contains("pub fn expose");
                if exposes {
                    found += 1;
                    let before = lines[number.saturating_sub(8)..=number].join("\n");
                    assert!(before.contains("// EXPOSE:"), "{name}:{}: say why\n{line}", number + 1);
                }
            }
        }
    }
    assert!(found > 10, "the test reads the right lines");
}

#[test]
fn a_secret_is_never_printed_compared_or_written_by_accident() {
    let text = fs::read_to_string(root().join("src/oauth/secret.rs")).unwrap();
    let derives = text.lines().find(|line| line.starts_with("#[derive")).unwrap();
    for derived in ["Debug", "PartialEq", "Serialize", "Hash", "Ord"] {
        assert!(!derives.contains(derived), "Secret must not derive {derived}");
    }
    for implemented in
        ["fmt::Display for Secret", "PartialEq for Secret", "Serialize for Secret", "Deref for Secret", "AsRef"]
    {
        assert!(!text.contains(implemented), "{implemented}");
    }
    assert!(text.contains("[redacted]"));
}
