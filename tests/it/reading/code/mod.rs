//! Requests in program code, in every language that is read: what is understood of each, and what is said about it.
//!
//! The programs are in text files, one after the other:
//!
//! ```text
//! === what it is
//! the program
//! --- METHOD URL ?query=… [Header: …] form name=value … -> status response
//! --- ! finding «the text that it is about»
//! ```
//!
//! A program whose name ends with `is sound` has no finding, nor has any beginning of it.

use authdesk::oauth::Secret;
use authdesk::reading::{Detail, FindingKind, ReadRequest, RequestBody, RequestHabits, RequestReading, read_request};

const FILES: [(&str, &str); 11] = [
    ("base64", include_str!("base64.txt")),
    ("csharp", include_str!("csharp.txt")),
    ("go", include_str!("go.txt")),
    ("java", include_str!("java.txt")),
    ("javascript", include_str!("javascript.txt")),
    ("libraries", include_str!("libraries.txt")),
    ("php", include_str!("php.txt")),
    ("python", include_str!("python.txt")),
    ("recorded", include_str!("recorded.txt")),
    ("ruby", include_str!("ruby.txt")),
    ("workflow", include_str!("workflow.txt")),
];

struct Sample {
    name: &'static str,
    program: String,
    expected: String,
}

impl Sample {
    fn is_sound(&self) -> bool {
        self.name.ends_with("is sound")
    }
}

fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for (file, text) in FILES {
        for block in text.strip_prefix("=== ").unwrap().split("\n=== ") {
            let (name, rest) = block.split_once('\n').unwrap();
            let is_expected = |line: &&str| line.starts_with("--- ");
            let (expected, program): (Vec<&str>, Vec<&str>) = rest.lines().partition(is_expected);
            assert!(!expected.is_empty() || name.contains("unknown"), "{file}: {name}");
            let expected = expected.iter().map(|line| format!("{}\n", &line[4..])).collect();
            all.push(Sample { name, program: program.join("\n"), expected });
        }
    }
    all
}

fn read(text: &str) -> RequestReading {
    read_request(text, &RequestHabits::default())
}

fn text(secret: &Secret) -> String {
    // EXPOSE: the test compares the whole value.
    secret.expose().replace('\n', "⏎")
}

fn request(request: &ReadRequest) -> String {
    let mut said = format!("{} {}", request.method, request.url);
    for (name, value) in &request.query {
        said += &format!(" ?{name}={}", text(value));
    }
    for (name, value) in &request.headers {
        said += &format!(" [{name}: {}]", text(value));
    }
    let has_header = request.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("Authorization"));
    if let Some(value) = request.authorization.as_ref().filter(|_| !has_header) {
        said += &format!(" user {}", text(value));
    }
    match &request.body {
        RequestBody::None => {}
        RequestBody::Unknown => said += " unknown",
        RequestBody::Json(json) => said += &format!(" json {}", text(json)),
        RequestBody::Text(body) => said += &format!(" text {}", text(body)),
        RequestBody::Form(fields) => {
            said += " form";
            for field in fields {
                said += &format!(" {}={}", field.name, text(&field.value));
            }
        }
    }
    if let Some(status) = request.status {
        said += &format!(" -> {status}");
    }
    if let Some(answer) = &request.answer {
        said += &format!(" {}", text(answer));
    }
    said
}

/// Everything that was read, a line for each request and each finding.
fn said(program: &str) -> String {
    let reading = read(program);
    let mut said: String = reading.requests.iter().map(|one| request(one) + "\n").collect();
    let chars: Vec<char> = program.chars().collect();
    for finding in reading.findings.iter().filter(|finding| finding.kind != FindingKind::RequestRead) {
        let part = finding.span.map(|span| chars[span.start..span.start + span.length].iter().collect::<String>());
        let detail = match finding.detail {
            Some(Detail::Name(name)) => format!("={name}"),
            _ => String::new(),
        };
        let part = part.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        said += &format!("! {}{detail} «{part}»\n", finding.kind.name());
    }
    said
}

#[test]
fn programs_are_read() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let said = said(&sample.program);
        if said != sample.expected {
            wrong.push(format!("=== {}\n{}\n{said}instead of\n{}", sample.name, sample.program, sample.expected));
        }
        if sample.is_sound() {
            assert!(!said.contains("\n!"), "{}: {said}", sample.name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Windows' line ends, tabs for spaces, and text around it change nothing but places.
#[test]
fn programs_are_read_however_they_are_written() {
    let spaces = |text: &str| text.chars().filter(|ch| !ch.is_whitespace() && *ch != '⏎').collect::<String>();
    for sample in samples() {
        let expected = spaces(&said(&sample.program));
        let crlf = sample.program.replace('\n', "\r\n");
        assert_eq!(spaces(&said(&crlf)), expected, "CRLF: {}", sample.name);
        let tabs: String = sample.program.lines().map(|line| format!("{}\n", line.replacen("    ", "\t", 3))).collect();
        assert_eq!(spaces(&said(&tabs)), expected, "tabs: {}", sample.name);
        let around = format!("{}\n\n", sample.program);
        assert_eq!(spaces(&said(&around)), expected, "lines around: {}", sample.name);
    }
}

/// A program that is cut off says no more than what was there, and never that something is missing.
#[test]
fn a_beginning_has_no_faults_of_its_own() {
    let mut wrong = Vec::new();
    for sample in samples().into_iter().filter(Sample::is_sound) {
        // Every third place: the shortest words have three characters.
        for (at, _) in sample.program.char_indices().step_by(3) {
            let beginning = &sample.program[..at];
            let found = read(beginning).findings;
            let mut kinds = found.iter().map(|one| one.kind);
            if let Some(kind) = kinds.find(|kind| *kind != FindingKind::RequestRead) {
                wrong.push(format!("=== {}: {}\n{beginning}", sample.name, kind.name()));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
