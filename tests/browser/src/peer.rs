//! The authorization server of `tests/peer`, and the commands that the page gives to run against it.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::{env, fs};

use serde_json::{Value, json};

use thirtyfour::By;

use crate::Desk;
use crate::site::workspace;

/// The folder of the npm packages that the tests need; they are installed as the lock file says if they are missing.
///
/// # Panics
///
/// If npm cannot install them.
#[must_use]
pub fn packages() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let peer = folder();
            let packages = peer.join("node_modules");
            if !packages.join("axe-core").is_dir() || !packages.join("oidc-provider").is_dir() {
                let ended = Command::new("npm")
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
                    .current_dir(&peer)
                    .status()
                    .expect("npm starts");
                assert!(ended.success(), "`npm ci` failed in {}", peer.display());
            }
            packages
        })
        .clone()
}

fn folder() -> PathBuf {
    workspace().join("tests/peer")
}

/// A running authorization server.
pub struct Peer {
    child: Child,
    _alive: Option<ChildStdin>,
    told: Value,
    noted: Arc<Mutex<String>>,
}

/// A client that the server knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its client ID.
    pub id: String,
    /// Its secret.
    pub secret: String,
}

impl Peer {
    /// Starts one whose clients may be redirected to `redirect_urls`, and to its own landing page.
    ///
    /// # Panics
    ///
    /// If it does not come up.
    #[must_use]
    pub fn start(redirect_urls: &[String]) -> Peer {
        Peer::start_as(json!({ "redirect_urls": redirect_urls }))
    }

    /// Starts one that also responds over HTTPS, at Zoom's paths. Commands reach it by [`Peer::curl_settings`].
    ///
    /// # Panics
    ///
    /// If it does not come up, or there is no OpenSSL to create a certificate with.
    #[must_use]
    pub fn start_in_place_of_zoom() -> Peer {
        let made = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=zoom.us",
                "-keyout",
                "-",
            ])
            .output()
            .expect("openssl starts");
        let pem = String::from_utf8(made.stdout).expect("PEM");
        let (key, cert) = pem.split_once("-----BEGIN CERTIFICATE").expect("a key and a certificate");
        Peer::start_as(json!({ "tls": { "key": key, "cert": format!("-----BEGIN CERTIFICATE{cert}") } }))
    }

    /// The settings by which curl goes to this server wherever a command names `zoom.us`, without checking its
    /// certificate: the text of a `.curlrc`.
    #[must_use]
    pub fn curl_settings(&self) -> String {
        format!("insecure\nconnect-to = \"zoom.us:443:127.0.0.1:{}\"\n", self.told["secure_port"])
    }

    fn start_as(how: Value) -> Peer {
        let _ = packages();
        let mut child = Command::new("node")
            .arg("server.mjs")
            .arg(how.to_string())
            .current_dir(folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("node starts");
        let noted = Arc::new(Mutex::new(String::new()));
        let mut errors = child.stderr.take().expect("a pipe for its errors");
        let notes = Arc::clone(&noted);
        thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(length @ 1..) = errors.read(&mut part) {
                notes.lock().unwrap().push_str(&String::from_utf8_lossy(&part[..length]));
            }
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe for its output")).read_line(&mut line).expect("its output");
        let told = serde_json::from_str(&line)
            .unwrap_or_else(|error| panic!("the server said {line:?} ({error}); {}", noted.lock().unwrap()));
        let alive = child.stdin.take();
        Peer { child, _alive: alive, told, noted }
    }

    /// A text of the line that the server printed at its start, such as `token_endpoint`.
    ///
    /// # Panics
    ///
    /// If it printed nothing of that name.
    #[must_use]
    pub fn told(&self, name: &str) -> String {
        self.told[name].as_str().unwrap_or_else(|| panic!("the server told no {name}")).to_owned()
    }

    /// The client of that name: `plain`, `pkce`, `server` or `zoom`.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn client(&self, name: &str) -> Client {
        let text = |part: &str| self.told["clients"][name][part].as_str().expect("a client of the server").to_owned();
        Client { id: text("id"), secret: text("secret") }
    }

    /// Signs in and consents in the server's own pages, as a person does.
    pub async fn sign_in(desk: &Desk) {
        let driver = desk.driver();
        Peer::asks(desk, "[name=login]").await;
        for field in ["login", "password"] {
            driver
                .find(By::Name(field))
                .await
                .expect("a field")
                .send_keys("admin")
                .await
                .expect("a field takes letters");
        }
        driver.find(By::Css("[type=submit]")).await.expect("a button").click().await.expect("a button can be clicked");
        Peer::asks(desk, "[name=prompt][value=consent]").await;
        driver.find(By::Css("[type=submit]")).await.expect("a button").click().await.expect("a button can be clicked");
    }

    /// Says no in the server's own pages.
    pub async fn refuse(desk: &Desk) {
        let no = "a[href$='/abort']";
        Peer::asks(desk, no).await;
        desk.driver().find(By::Css(no)).await.expect("a link").click().await.expect("a link can be clicked");
    }

    async fn asks(desk: &Desk, selector: &str) {
        let script = "return document.querySelector(arguments[0]) !== null;";
        let what = format!("the server asks with {selector}");
        desk.until(&what, script, &[json!(selector)], |there| there == &json!(true)).await;
    }

    /// Whether the server accepts a refresh token: the proof that it was read to its last character.
    ///
    /// # Panics
    ///
    /// If curl does not start.
    #[must_use]
    pub fn refreshes(&self, client: &Client, refresh_token: &str) -> bool {
        let encoded = |text: &str| {
            let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
            text.bytes()
                .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
                .collect::<String>()
        };
        let answer = Command::new("curl")
            .args(["--silent", "--show-error", "--noproxy", "*", "--user"])
            .arg(format!("{}:{}", encoded(&client.id), encoded(&client.secret)))
            .args(["--data-urlencode", "grant_type=refresh_token", "--data-urlencode"])
            .arg(format!("refresh_token={refresh_token}"))
            .arg(self.told("token_endpoint"))
            .output()
            .expect("curl starts");
        serde_json::from_slice::<Value>(&answer.stdout).is_ok_and(|answer| answer["access_token"].is_string())
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("the authorization server noted:\n{}", self.noted.lock().unwrap());
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command as a person does: in bash, with the secret typed at its prompt. What it prints is the response.
///
/// # Panics
///
/// If the command fails.
#[must_use]
pub fn run_in_bash(command: &str, secret: &str) -> String {
    run_in_bash_with("", command, secret)
}

/// The same, with these settings of curl.
///
/// # Panics
///
/// If the command fails.
#[must_use]
pub fn run_in_bash_with(settings: &str, command: &str, secret: &str) -> String {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let number = RUNS.fetch_add(1, Ordering::Relaxed);
    let home = env::temp_dir().join(format!("authdesk-curl-{}-{number}", std::process::id()));
    fs::create_dir_all(&home).expect("a folder");
    fs::write(home.join(".curlrc"), settings).expect("settings");
    let mut child = Command::new("bash")
        .args(["--noprofile", "--norc", "-c", command])
        // No settings of the machine: neither ~/.curlrc nor a proxy.
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .env("LC_ALL", "C.UTF-8")
        .env("CURL_HOME", &home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("bash starts");
    // A command that does not prompt closes the pipe unread: its response will tell.
    let _ = writeln!(child.stdin.take().expect("a pipe"), "{secret}");
    let ended = child.wait_with_output().expect("bash ends");
    let _ = fs::remove_dir_all(&home);
    let (out, err) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(ended.status.success(), "{}: the command\n{command}\nsaid\n{out}\n{err}", ended.status);
    out.trim().to_owned()
}
