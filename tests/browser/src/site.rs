//! The static server of the built page: GET, one thread for each connection, one request on each connection.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

/// A folder served on a port of its own, with the headers that the real host sends.
pub struct Site {
    shared: Arc<Shared>,
    doorkeeper: Mutex<Option<JoinHandle<()>>>,
    address: SocketAddr,
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
    /// The status of its response.
    pub status: u16,
}

struct Shared {
    is_closed: AtomicBool,
    folder: Mutex<PathBuf>,
    policy: String,
    arrived: Mutex<Vec<Arrived>>,
    faults: Mutex<Vec<(String, Fault)>>,
    added: Mutex<Vec<(String, String)>>,
    scripts: Mutex<Vec<String>>,
    held: Mutex<Held>,
    released: Condvar,
}

/// What a host can do wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there: 404.
    Missing,
    /// It is not delivered: 503.
    Refused,
    /// One byte is a different one, and the browser may keep it for a year.
    Changed,
    /// The connection breaks off after half of it.
    Cut,
    /// It is called plain text.
    WrongType,
}

/// Requests that are kept waiting.
#[derive(Default)]
struct Held {
    suffix: Option<String>,
    waiting: usize,
}

impl Site {
    /// Serves the [`built_page`], as a host who wants no copies of it in browsers: else each session of a test would fetch
    /// all of it.
    #[must_use]
    pub fn of_the_page() -> Site {
        let site = Site::with_copies();
        site.add("catalog/local.json", r#"{ "products": [], "offline": false }"#);
        site
    }

    /// Serves the [`built_page`], which the browser keeps for use without this server.
    #[must_use]
    pub fn with_copies() -> Site {
        Site::of(&built_page())
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
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let address = listener.local_addr().expect("the address of a listener");
        let shared = Arc::new(Shared {
            is_closed: AtomicBool::new(false),
            folder: Mutex::new(folder.to_owned()),
            // A policy in a meta element cannot say who may frame the page.
            policy: format!("{}; frame-ancestors 'none'", policy.trim_end_matches([';', ' '])),
            arrived: Mutex::default(),
            faults: Mutex::default(),
            added: Mutex::default(),
            scripts: Mutex::default(),
            held: Mutex::default(),
            released: Condvar::new(),
        });
        let doorkeeper = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                for connection in listener.incoming() {
                    if shared.is_closed.load(Ordering::Relaxed) {
                        return;
                    }
                    let (Ok(connection), shared) = (connection, Arc::clone(&shared)) else { continue };
                    // A browser that has gone away is no fault of the page.
                    thread::spawn(move || drop(shared.answer(&connection)));
                }
            }
        });
        Site { shared, doorkeeper: Mutex::new(Some(doorkeeper)), address, origin: format!("http://{address}") }
    }

    /// Scheme, host and port, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The page's own URL, as it is entered as redirect URL.
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

    /// Delays every response whose path ends in `suffix`, until [`Site::release`].
    pub fn hold(&self, suffix: &str) {
        self.shared.held.lock().unwrap().suffix = Some(suffix.to_owned());
    }

    /// Does that with every file from now on whose path ends in `suffix`.
    pub fn spoil(&self, suffix: &str, fault: Fault) {
        self.shared.faults.lock().unwrap().push((suffix.to_owned(), fault));
    }

    /// Puts a text file there, as a host does who adds to the built page; `name` is its path below the folder.
    pub fn add(&self, name: &str, text: &str) {
        let mut added = self.shared.added.lock().unwrap();
        added.retain(|(known, _)| known != name);
        added.push((name.to_owned(), text.to_owned()));
    }

    /// Puts a script before everything that the page does, for browsers that cannot be told to. It is a file of the site,
    /// because the policy allows no other; [`Site::arrived`] says nothing of it.
    pub fn run_first(&self, script: &str) {
        self.shared.scripts.lock().unwrap().push(format!("{{\n{script}\n}}\n"));
    }

    /// Serves another folder from now on, as a host does who copies a new release over the old one.
    pub fn replace(&self, folder: &Path) {
        folder.clone_into(&mut self.shared.folder.lock().unwrap());
    }

    /// Ends the server: whoever connects from now on is refused.
    pub fn stop(&self) {
        self.release();
        self.shared.is_closed.store(true, Ordering::Relaxed);
        let Some(doorkeeper) = self.doorkeeper.lock().unwrap().take() else { return };
        // The accepting thread notices the end only at the next connection.
        if TcpStream::connect(self.address).is_ok() {
            let _ = doorkeeper.join();
        }
    }

    /// How many requests are kept waiting now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.shared.held.lock().unwrap().waiting
    }

    /// Sends the delayed responses, and does everything right from now on.
    pub fn release(&self) {
        self.shared.faults.lock().unwrap().clear();
        self.shared.held.lock().unwrap().suffix = None;
        self.shared.released.notify_all();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn answer(&self, connection: &TcpStream) -> io::Result<()> {
        let Some(request) = Request::read(connection)? else { return Ok(()) };
        let path = request.target.split(['?', '#']).next().unwrap_or_default().to_owned();
        let fault = self.fault(&path);
        let (status, mut body) = match (fault, self.file(&path)) {
            (Some(Fault::Refused), _) => (503, Vec::new()),
            (Some(Fault::Missing), _) | (_, None) => (404, Vec::new()),
            (_, Some(body)) => (200, body),
        };
        if path.strip_prefix('/') != Some(RUN_FIRST) {
            self.arrived.lock().unwrap().push(Arrived {
                referrer: request.header("referer"),
                body_length: request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0),
                method: request.method,
                target: request.target,
                status,
            });
        }
        self.wait_while_held(&path);
        let length = body.len();
        match fault {
            Some(Fault::Changed) => change_one_letter(&mut body),
            Some(Fault::Cut) => body.truncate(length / 2),
            _ => {}
        }
        let mut head = format!("HTTP/1.1 {status} -\r\n");
        for (name, value) in [
            ("Content-Type", if fault == Some(Fault::WrongType) { "text/plain" } else { mime_type(&path) }),
            ("Content-Length", &length.to_string()),
            ("Content-Security-Policy", &self.policy),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", if fault == Some(Fault::Changed) { "max-age=31536000, immutable" } else { "no-cache" }),
            ("Connection", "close"),
        ] {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head.push_str("\r\n");
        let mut connection = connection;
        connection.write_all(head.as_bytes())?;
        connection.write_all(&body)
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let path = path.strip_prefix('/')?;
        if let Some((_, text)) = self.added.lock().unwrap().iter().find(|(name, _)| name == path) {
            return Some(text.clone().into_bytes());
        }
        let scripts = self.scripts.lock().unwrap();
        if path == RUN_FIRST {
            return Some(scripts.concat().into_bytes());
        }
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let file = if is_inside { fs::read(self.folder.lock().unwrap().join(path)).ok()? } else { return None };
        if path == Path::new("index.html") && !scripts.is_empty() {
            let first = format!("<head>\n<script src=\"./{RUN_FIRST}\"></script>");
            return Some(String::from_utf8_lossy(&file).replacen("<head>", &first, 1).into_bytes());
        }
        Some(file)
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        let faults = self.faults.lock().unwrap();
        faults.iter().find(|(suffix, _)| path.ends_with(suffix.as_str())).map(|(_, fault)| *fault)
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

const RUN_FIRST: &str = "run-first.js";

struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// Browsers open connections that they may never use: then there is none.
    fn read(connection: &TcpStream) -> io::Result<Option<Request>> {
        let mut lines = BufReader::new(connection).lines();
        let Some(first) = lines.next().transpose()? else { return Ok(None) };
        let mut words = first.split(' ').map(str::to_owned);
        let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
        let mut headers = Vec::new();
        for line in lines {
            let line = line?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Ok(Some(Request { method, target, headers }))
    }

    fn header(&self, name: &str) -> Option<String> {
        self.headers.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone())
    }
}

/// As somebody would do it who wants nobody to see it: the file stays well-formed.
fn change_one_letter(body: &mut [u8]) {
    if let Some(letter) = body.iter_mut().rev().find(|byte| byte.is_ascii_lowercase()) {
        *letter = if *letter == b'a' { b'b' } else { b'a' };
    }
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

/// The folder of the built page: the one named by `AUTHDESK_DIST`, otherwise `dist` of the workspace.
///
/// # Panics
///
/// If it has not been built.
#[must_use]
pub fn built_page() -> PathBuf {
    let folder = env::var_os("AUTHDESK_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no built page in {}: build it first, or set AUTHDESK_DIST to the folder that holds its index.html",
        folder.display()
    );
    folder
}

/// The names of all files below a folder, relative to it.
///
/// # Panics
///
/// If it cannot be read.
#[must_use]
pub fn files_below(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                all.push(path.strip_prefix(folder).unwrap().display().to_string());
            }
        }
    }
    all
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
