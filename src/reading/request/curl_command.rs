//! A curl command in any shell, with the options of curl's manual.

use super::cmd_words::{cmd_line, is_cmd};
use super::draft::{BodyPart, Draft, Header, Param, Shell, SyntaxIssue, fields_of};
use super::piece::{ByteSpan, Fragment};
use super::shell_words::{CommandLine, shell_line};
use super::{MOST, RequestForm, RequestHabits};

/// The curl commands in a text for bash, zsh or cmd.
pub(super) fn read_all(text: &str) -> Vec<Draft> {
    let shell = if is_cmd(text) { Shell::Cmd } else { Shell::Posix };
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(start) = next_curl(text, from) {
        let line = if shell == Shell::Cmd { cmd_line(text, start) } else { shell_line(text, start) };
        from = line.end.max(start + 1);
        all.extend(read(line, shell));
        if all.len() == MOST {
            break;
        }
    }
    all
}

/// The place of the next word `curl` or `curl.exe`, from a byte on.
fn next_curl(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.find("curl")?;
        let behind = text.get(start + 4..).unwrap_or_default();
        let behind = behind.strip_prefix(".exe").unwrap_or(behind);
        let before = text.get(..start).and_then(|before| before.chars().next_back()).unwrap_or(' ');
        let begins = before.is_whitespace() || "(`|;&/\\>".contains(before);
        if begins && behind.starts_with(|ch: char| ch.is_whitespace() || "\\^`".contains(ch)) {
            return Some(start);
        }
        at = start + 4;
    }
}

/// A command whose first word is curl; `None` if it has no URL and requests nothing.
pub(super) fn read(line: CommandLine, shell: Shell) -> Option<Draft> {
    let mut words = line.words.into_iter();
    let name = words.next()?;
    let empty = Fragment { text: String::new(), span: name.span, expands: false, at: None };
    let place = ByteSpan::new(name.span.start, words.as_slice().last().map_or(name.span.end, |last| last.span.end));
    let mut draft = Draft::new(RequestForm::Curl, Some(shell), place, empty);
    draft.head = name.span;
    draft.issues = line.issues;
    let has_options = words.as_slice().iter().any(|word| word.text.starts_with('-'));
    if shell == Shell::Pwsh && has_options && !name.text.to_ascii_lowercase().ends_with(".exe") {
        draft.issues.push(SyntaxIssue::OtherCurl(name.span));
    }
    let mut reader = CurlReader { draft, is_head: false, uploads: false, has_data: false };
    while let Some(word) = words.next() {
        reader.word(&word, &mut words);
    }
    reader.finished()
}

struct CurlReader {
    draft: Draft,
    is_head: bool,
    uploads: bool,
    has_data: bool,
}

/// The short options with a value.
const SHORT_WITH_VALUE: &str = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

/// The long options with a value that have no effect here; [`CurlReader::option`] handles the others.
const LONG_WITH_VALUE: &[&str] = &[
    "abstract-unix-socket",
    "cacert",
    "capath",
    "cert-type",
    "ciphers",
    "connect-timeout",
    "connect-to",
    "continue-at",
    "cookie",
    "cookie-jar",
    "crlfile",
    "curves",
    "dns-servers",
    "doh-url",
    "dump-header",
    "engine",
    "interface",
    "keepalive-time",
    "key",
    "key-type",
    "limit-rate",
    "local-port",
    "max-filesize",
    "max-redirs",
    "max-time",
    "noproxy",
    "output",
    "output-dir",
    "pass",
    "pinnedpubkey",
    "preproxy",
    "proto",
    "proto-default",
    "proto-redir",
    "proxy",
    "proxy-header",
    "proxy-user",
    "range",
    "rate",
    "referer",
    "resolve",
    "retry",
    "retry-delay",
    "retry-max-time",
    "socks5",
    "socks5-hostname",
    "speed-limit",
    "speed-time",
    "stderr",
    "tls-max",
    "tls13-ciphers",
    "trace",
    "trace-ascii",
    "unix-socket",
    "user-agent",
    "variable",
    "write-out",
];

const LONG_THAT_COUNT: &[&str] = &[
    "aws-sigv4",
    "cert",
    "config",
    "data",
    "data-ascii",
    "data-binary",
    "data-raw",
    "data-urlencode",
    "form",
    "form-string",
    "header",
    "json",
    "netrc-file",
    "oauth2-bearer",
    "request",
    "upload-file",
    "url",
    "url-query",
    "user",
];

impl CurlReader {
    fn word(&mut self, word: &Fragment, words: &mut impl Iterator<Item = Fragment>) {
        if let Some(name) = word.text.strip_prefix("--") {
            match name {
                "get" => self.draft.query_option = Some(word.span),
                "head" => self.is_head = true,
                "netrc" | "netrc-optional" | "negotiate" | "ntlm" => self.draft.has_hidden_authentication = true,
                _ if LONG_THAT_COUNT.contains(&name) => {
                    if let Some(value) = self.value(word, words) {
                        self.option(name, value);
                    }
                }
                _ if LONG_WITH_VALUE.contains(&name) => {
                    self.value(word, words);
                }
                _ => {}
            }
        } else if word.text.len() > 1 && word.text.starts_with('-') {
            self.chars(word, words);
        } else if self.draft.url.text.is_empty() && is_address(word) {
            self.draft.url = word.clone();
        } else {
            // A variable may contain any option, also where it stood in the place of the URL.
            let is_variable = self.draft.url.expands && !self.draft.url.text.contains("://");
            self.draft.has_hidden_authentication |= word.expands || is_variable;
            if is_variable && word.text.contains("://") {
                self.draft.url = word.clone();
            }
        }
    }

    fn value(&mut self, option: &Fragment, words: &mut impl Iterator<Item = Fragment>) -> Option<Fragment> {
        let value = words.next();
        if value.is_none() {
            self.draft.issues.push(SyntaxIssue::CutOff(option.span));
        }
        value
    }

    /// Short options, possibly several in a word; the first one with a value takes the rest of the word or the next
    /// word.
    fn chars(&mut self, word: &Fragment, words: &mut impl Iterator<Item = Fragment>) {
        for (at, ch) in word.text.char_indices().skip(1) {
            self.draft.has_hidden_authentication |= ch == 'n';
            match ch {
                'G' => self.draft.query_option = Some(word.span),
                'I' => self.is_head = true,
                _ if SHORT_WITH_VALUE.contains(ch) => {
                    let rest = word.tail(at + ch.len_utf8());
                    let value = if rest.text.is_empty() { self.value(word, words) } else { Some(rest) };
                    if let (Some(name), Some(value)) = (long_name(ch), value) {
                        self.option(name, value);
                    }
                    return;
                }
                _ => {}
            }
        }
    }

    fn option(&mut self, name: &str, value: Fragment) {
        match name {
            "request" => self.draft.method = Some(value),
            "url" => self.draft.url = value,
            "header" => self.header(&value),
            "user" => self.draft.user = Some(value),
            "oauth2-bearer" => {
                let mut value = value;
                value.text.insert_str(0, "Bearer ");
                self.draft.headers.push(Header { name: "Authorization".to_owned(), value });
            }
            "url-query" => fields_of(&value, &mut self.draft.url_query),
            "upload-file" => {
                self.uploads = true;
                self.draft.body.is_unknown = true;
            }
            "config" => {
                self.draft.body.is_unknown = true;
                self.draft.has_hidden_authentication = true;
            }
            "aws-sigv4" | "cert" | "netrc-file" => self.draft.has_hidden_authentication = true,
            "form" | "form-string" => {
                self.has_data = true;
                let pair = split(&value, '=');
                self.draft.body.parts.push(BodyPart::Param(pair));
                self.draft.body.is_multipart = true;
            }
            "data-urlencode" => self.encoded(&value),
            _ => {
                self.has_data = true;
                self.draft.body.is_json |= name == "json";
                if value.text.starts_with('@') && name != "data-raw" {
                    self.draft.body.is_unknown = true;
                } else {
                    self.draft.body.parts.push(BodyPart::Text(value));
                }
            }
        }
    }

    fn header(&mut self, value: &Fragment) {
        if value.text.starts_with('@') {
            self.draft.has_hidden_authentication = true;
            return;
        }
        let Some(colon) = value.text.find(':') else { return };
        let name = value.text.get(..colon).unwrap_or_default().trim().to_owned();
        let rest = value.tail(colon + 1);
        let start = rest.text.len() - rest.text.trim_start().len();
        let inner = rest.slice(start, start + rest.text.trim().len());
        self.draft.headers.push(Header { name, value: inner });
    }

    /// `content`, `=content`, `name=content`; with `@`, from a file.
    fn encoded(&mut self, value: &Fragment) {
        self.has_data = true;
        match value.text.find(['=', '@']) {
            Some(at) if value.text.get(at..).is_some_and(|rest| rest.starts_with('=')) => {
                self.draft.body.parts.push(BodyPart::Param(split(value, '=')));
            }
            Some(_) => self.draft.body.is_unknown = true,
            None => self.draft.body.parts.push(BodyPart::Text(value.clone())),
        }
    }

    fn finished(mut self) -> Option<Draft> {
        let draft = &mut self.draft;
        draft.body.in_query = draft.query_option.is_some();
        draft.says_form = self.has_data && !draft.body.is_json;
        draft.usual_method = if self.is_head {
            "HEAD"
        } else if draft.query_option.is_some() {
            "GET"
        } else if self.uploads {
            "PUT"
        } else if self.has_data {
            "POST"
        } else {
            "GET"
        };
        if draft.url.text.is_empty() {
            // The quotes may be so wrong that the URL is inside a different word.
            let asks = draft.asks(&RequestHabits::default());
            let is_cut = draft.issues.iter().any(|issue| matches!(issue, SyntaxIssue::Backslash(_)));
            if !is_cut && asks.field("grant_type").is_none() && draft.headers.is_empty() && draft.user.is_none() {
                return None;
            }
        }
        Some(self.draft)
    }
}

fn long_name(ch: char) -> Option<&'static str> {
    Some(match ch {
        'X' => "request",
        'H' => "header",
        'd' => "data",
        'F' => "form",
        'u' => "user",
        'T' => "upload-file",
        'K' => "config",
        'E' => "cert",
        _ => return None,
    })
}

/// Name and value, not decoded.
fn split(pair: &Fragment, sign: char) -> Param {
    let at = pair.text.find(sign);
    let name = at.and_then(|at| pair.text.get(..at)).unwrap_or_default().to_owned();
    Param { name, value: pair.tail(at.map_or(0, |at| at + 1)), span: pair.span }
}

/// An operand that can be a URL: curl guesses the scheme, and a variable may replace the host.
fn is_address(word: &Fragment) -> bool {
    let text = &word.text;
    let host = text.split(['/', '?']).next().unwrap_or_default();
    text.contains("://")
        || text.contains("{{")
        || (text.contains('/') && (host.contains('.') || host.starts_with("localhost")))
        || (word.expands && text.starts_with(['$', '%']))
}
