//! The static server of the built page.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response, Server};

/// A folder served on a port of its own, with the headers that the real host sends.
pub struct Site {
    server: Arc<Server>,
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    origin: String,
}

/// A request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// `GET`, or something that has no business here.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// The `Referer` header.
    pub referrer: Option<String>,
    /// The length that the request's body claims to have.
    pub body_length: usize,
    /// The status it was answered with.
    pub status: u16,
}

struct Shared {
    folder: PathBuf,
    policy: String,
    arrived: Mutex<Vec<Arrived>>,
    refused: Mutex<Option<String>>,
    held: Mutex<Held>,
    released: Condvar,
}

/// Requests that are kept waiting.
#[derive(Default)]
struct Held {
    suffix: Option<String>,
    waiting: usize,
}

/// Each request has its own thread while it is held; a browser opens up to six connections to one host.
const WORKERS: usize = 8;

impl Site {
    /// Serves the built page: the folder named by `AUTHDESK_DIST`, otherwise `dist` of the workspace.
    ///
    /// # Panics
    ///
    /// If it has not been built.
    #[must_use]
    pub fn of_the_page() -> Site {
        let folder = env::var_os("AUTHDESK_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from);
        assert!(
            folder.join("index.html").is_file(),
            "there is no built page in {}: build it first, or set AUTHDESK_DIST to the folder that holds its index.html",
            folder.display()
        );
        Site::of(&folder)
    }

    /// Serves that folder.
    ///
    /// # Panics
    ///
    /// If it has no `index.html`, or its `index.html` has no policy.
    #[must_use]
    pub fn of(folder: &Path) -> Site {
        let index = fs::read_to_string(folder.join("index.html")).expect("index.html can be read");
        let policy = policy_of(&index).expect("index.html has a Content-Security-Policy in a meta element");
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port on loopback"));
        let origin = format!("http://{}", server.server_addr());
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            // A policy in a meta element cannot say who may frame the page.
            policy: format!("{}; frame-ancestors 'none'", policy.trim_end_matches([';', ' '])),
            arrived: Mutex::default(),
            refused: Mutex::default(),
            held: Mutex::default(),
            released: Condvar::new(),
        });
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, shared) = (Arc::clone(&server), Arc::clone(&shared));
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        shared.answer(request);
                    }
                })
            })
            .collect();
        Site { server, shared, workers, origin }
    }

    /// Scheme, host and port, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The page's own address, as it is entered as redirect URL.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/", self.origin)
    }

    /// The policy that is sent as a header.
    #[must_use]
    pub fn policy(&self) -> &str {
        &self.shared.policy
    }

    /// Every request so far.
    #[must_use]
    pub fn arrived(&self) -> Vec<Arrived> {
        self.shared.arrived.lock().unwrap().clone()
    }

    /// Keeps every answer waiting whose path ends in `suffix`, until [`Site::release`].
    pub fn hold(&self, suffix: &str) {
        self.shared.held.lock().unwrap().suffix = Some(suffix.to_owned());
    }

    /// Refuses every request from now on whose path ends in `suffix`.
    pub fn refuse(&self, suffix: &str) {
        *self.shared.refused.lock().unwrap() = Some(suffix.to_owned());
    }

    /// How many requests are kept waiting now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.shared.held.lock().unwrap().waiting
    }

    /// Lets the waiting answers go.
    pub fn release(&self) {
        self.shared.held.lock().unwrap().suffix = None;
        self.shared.released.notify_all();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.release();
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            // A worker that panicked has already failed the test by its missing answer.
            let _ = worker.join();
        }
    }
}

impl Shared {
    fn answer(&self, request: Request) {
        let target = request.url().to_owned();
        let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
        let is_refused = self.refused.lock().unwrap().as_ref().is_some_and(|suffix| path.ends_with(suffix.as_str()));
        let body = if is_refused { None } else { self.file(&path) };
        let status = match (&body, is_refused) {
            (Some(_), _) => 200,
            (None, true) => 503,
            (None, false) => 404,
        };
        self.arrived.lock().unwrap().push(Arrived {
            method: request.method().to_string(),
            target,
            referrer: header(&request, "Referer"),
            body_length: request.body_length().unwrap_or(0),
            status,
        });
        self.wait_while_held(&path);
        let mut response = Response::from_data(body.unwrap_or_default()).with_status_code(status);
        let fixed = BTreeMap::from([
            ("Content-Type", mime_type(&path)),
            ("Content-Security-Policy", self.policy.as_str()),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-cache"),
        ]);
        for (name, value) in fixed {
            response.add_header(Header::from_bytes(name, value).expect("a header of plain ASCII"));
        }
        // The browser may have gone away: that is no fault of the page.
        let _ = request.respond(response);
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let path = path.strip_prefix('/')?;
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        if is_inside { fs::read(self.folder.join(path)).ok() } else { None }
    }

    fn wait_while_held(&self, path: &str) {
        let mut held = self.held.lock().unwrap();
        while held.suffix.as_ref().is_some_and(|suffix| path.ends_with(suffix.as_str())) {
            held.waiting += 1;
            held = self.released.wait(held).unwrap();
            held.waiting -= 1;
        }
    }
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.to_string())
}

fn mime_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some(_) => "text/plain; charset=utf-8",
    }
}

/// The policy of `<meta http-equiv="Content-Security-Policy" content="…">`.
fn policy_of(html: &str) -> Option<String> {
    let element = html.split('<').find(|element| {
        let element = element.to_ascii_lowercase();
        element.starts_with("meta") && element.contains("content-security-policy")
    })?;
    let value = element.split_once("content=")?.1;
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let policy = value.get(1..)?.split(quote).next()?;
    Some(policy.replace("&#39;", "'").replace("&apos;", "'").replace("&amp;", "&"))
}

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/browser lies in the workspace").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_policy_out_of_the_meta_element() {
        let html = r#"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        assert_eq!(policy_of(html).as_deref(), Some("default-src 'none'"));
        assert_eq!(policy_of("<meta charset=\"utf-8\"><p>Content-Security-Policy</p>"), None);
    }
}
