//! What the host of this page sends with its files, and what it should send (`docs/hosting.md`).

use crate::texts::Text;

/// What came back when two files of the page were requested once more, past every cache.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostResponses {
    /// Whether the browser trusts the way here: HTTPS, or this computer.
    pub is_secure: bool,
    /// The headers of `index.html`; none if it did not come.
    pub page: Option<Headers>,
    /// Those of the program, whose URL has its version.
    pub program: Option<Headers>,
}

/// The headers of a response, as far as a page can see them, with names in lowercase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<(String, String)>);

impl Headers {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the header has this part, in any capitalization.
    fn has(&self, name: &str, part: &str) -> bool {
        self.get(name).is_some_and(|value| value.to_ascii_lowercase().contains(part))
    }
}

/// What is wrong with a host: the sentence that says so, and the value of the header that it is about.
pub type HostFault<'r> = (Text, Option<&'r str>);

/// What is wrong with a host, the gravest first; `None` if it did not answer.
#[must_use]
pub fn faults(responses: &HostResponses) -> Option<Vec<HostFault<'_>>> {
    let (page, program) = (responses.page.as_ref()?, responses.program.as_ref()?);
    let cached = page.get("cache-control");
    let kept = program.get("cache-control");
    let kind = program.get("content-type");
    let all = [
        (!responses.is_secure, Text::HostInsecure, None),
        (!page.has("content-security-policy", "frame-ancestors 'none'"), Text::HostFrames, None),
        (!page.has("x-content-type-options", "nosniff"), Text::HostGuesses, None),
        (!page.has("cross-origin-opener-policy", "same-origin"), Text::HostOpener, None),
        (!cached.is_some_and(is_revalidated), Text::HostOldPage, cached),
        (!kind.is_some_and(is_wasm), Text::HostWasmType, kind),
        (program.get("content-encoding").is_none(), Text::HostUncompressed, None),
        (!kept.is_some_and(is_kept), Text::HostNotKept, kept),
    ];
    Some(all.into_iter().filter(|(is, ..)| *is).map(|(_, text, value)| (text, value)).collect())
}

/// Whether a cache asks the host each time before it gives its copy (RFC 9111 §5.2.2).
fn is_revalidated(control: &str) -> bool {
    directives(control).any(|one| matches!(one.as_str(), "no-cache" | "no-store" | "max-age=0"))
}

/// Whether a cache gives its copy without asking for at least a day.
fn is_kept(control: &str) -> bool {
    const DAY: u64 = 86_400;
    let is_asked_for = directives(control).any(|one| matches!(one.as_str(), "no-cache" | "no-store"));
    let seconds = directives(control).find_map(|one| one.strip_prefix("max-age=")?.parse::<u64>().ok());
    !is_asked_for && seconds.is_some_and(|seconds| seconds >= DAY)
}

fn directives(control: &str) -> impl Iterator<Item = String> {
    control.split(',').map(|one| one.trim().to_ascii_lowercase())
}

/// Without parameters, which `WebAssembly.compileStreaming` does not accept (WebAssembly Web API §5).
fn is_wasm(kind: &str) -> bool {
    kind.trim().eq_ignore_ascii_case("application/wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&str, &str)]) -> Headers {
        Headers(all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// What docs/hosting.md configures.
    fn sound() -> HostResponses {
        HostResponses {
            is_secure: true,
            page: Some(headers(&[
                ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
                ("x-content-type-options", "nosniff"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cache-control", "no-cache"),
            ])),
            program: Some(headers(&[
                ("content-type", "application/wasm"),
                ("content-encoding", "gzip"),
                ("cache-control", "public, max-age=31536000, immutable"),
            ])),
        }
    }

    fn without(all: &Option<Headers>, name: &str) -> Option<Headers> {
        all.as_ref().map(|all| Headers(all.0.iter().filter(|(known, _)| known != name).cloned().collect()))
    }

    #[test]
    fn a_host_that_sends_everything() {
        assert_eq!(faults(&sound()), Some(Vec::new()));
    }

    #[test]
    fn a_host_that_did_not_answer() {
        assert_eq!(faults(&HostResponses::default()), None);
        assert_eq!(faults(&HostResponses { program: None, ..sound() }), None);
    }

    #[test]
    fn each_header_that_is_missing() {
        let of_page = [
            ("content-security-policy", Text::HostFrames),
            ("x-content-type-options", Text::HostGuesses),
            ("cross-origin-opener-policy", Text::HostOpener),
            ("cache-control", Text::HostOldPage),
        ];
        for (name, text) in of_page {
            let host = HostResponses { page: without(&sound().page, name), ..sound() };
            assert_eq!(faults(&host), Some(vec![(text, None)]), "{name}");
        }
        let of_program = [
            ("content-type", Text::HostWasmType),
            ("content-encoding", Text::HostUncompressed),
            ("cache-control", Text::HostNotKept),
        ];
        for (name, text) in of_program {
            let host = HostResponses { program: without(&sound().program, name), ..sound() };
            assert_eq!(faults(&host), Some(vec![(text, None)]), "{name}");
        }
        assert_eq!(faults(&HostResponses { is_secure: false, ..sound() }), Some(vec![(Text::HostInsecure, None)]));
    }

    #[test]
    fn values_that_are_wrong() {
        for control in ["public, max-age=3600", "max-age=600", "public"] {
            let host = HostResponses { page: Some(with(&sound().page, "cache-control", control)), ..sound() };
            assert_eq!(faults(&host), Some(vec![(Text::HostOldPage, Some(control))]));
        }
        for control in ["no-store", "max-age=0, must-revalidate", "No-Cache"] {
            let host = HostResponses { page: Some(with(&sound().page, "cache-control", control)), ..sound() };
            assert_eq!(faults(&host), Some(Vec::new()), "{control}");
        }
        for kind in ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8"] {
            let host = HostResponses { program: Some(with(&sound().program, "content-type", kind)), ..sound() };
            assert_eq!(faults(&host), Some(vec![(Text::HostWasmType, Some(kind))]));
        }
        for control in ["no-cache", "max-age=600", "public, no-cache, max-age=31536000"] {
            let host = HostResponses { program: Some(with(&sound().program, "cache-control", control)), ..sound() };
            assert_eq!(faults(&host), Some(vec![(Text::HostNotKept, Some(control))]));
        }
        // A policy of the host that says nothing of frames.
        let policy = "default-src 'self'";
        let host = HostResponses { page: Some(with(&sound().page, "content-security-policy", policy)), ..sound() };
        assert_eq!(faults(&host), Some(vec![(Text::HostFrames, None)]));
    }

    fn with(all: &Option<Headers>, name: &str, value: &str) -> Headers {
        let mut all = without(all, name).unwrap();
        all.0.push((name.to_owned(), value.to_owned()));
        all
    }
}
