//! The WebDriver program of a browser: found on the machine, started on a free port, never downloaded.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::{GLANCE, PATIENCE};

/// A browser that the tests can drive. To add one, add its name here, its program and its capabilities; what only
/// Chromium can do goes through [`crate::Desk::devtools`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// Chromium through `chromedriver`.
    Chromium,
    /// Firefox through `geckodriver`.
    Firefox,
    /// The `MiniBrowser` of WebKitGTK through `WebKitWebDriver`; it needs a display.
    WebKit,
}

impl Driver {
    /// The one that `AUTHDESK_DRIVER` names.
    ///
    /// # Panics
    ///
    /// If there is none of that name.
    #[must_use]
    pub fn chosen() -> Driver {
        match env::var("AUTHDESK_DRIVER").as_deref() {
            Err(_) | Ok("" | "chromium") => Driver::Chromium,
            Ok("firefox") => Driver::Firefox,
            Ok("webkit") => Driver::WebKit,
            Ok(other) => panic!("AUTHDESK_DRIVER={other}: the drivers known here are: chromium, firefox, webkit"),
        }
    }

    /// Whether a test that needs the developer tools of Chromium can run; says what is not tested where it cannot.
    #[must_use]
    pub fn has_devtools(what: &str) -> bool {
        let chosen = Driver::chosen();
        if chosen != Driver::Chromium {
            eprintln!("not tested in {chosen:?}, which cannot be told to do that: {what}");
        }
        chosen == Driver::Chromium
    }

    fn program(self) -> &'static str {
        match self {
            Driver::Chromium => "chromedriver",
            Driver::Firefox => "geckodriver",
            Driver::WebKit => "WebKitWebDriver",
        }
    }

    fn arguments(self, port: u16) -> Vec<String> {
        match self {
            Driver::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
            // Two of them would want the same port for a protocol that is not used here.
            Driver::Firefox => {
                vec![format!("--port={port}"), format!("--websocket-port={}", free_port()), "--log=fatal".to_owned()]
            }
            Driver::WebKit => vec![format!("--port={port}")],
        }
    }

    fn shutdown(self, port: u16) -> String {
        match self {
            Driver::Chromium => format!("http://127.0.0.1:{port}/shutdown"),
            Driver::Firefox | Driver::WebKit => String::new(),
        }
    }

    /// What a session asks for; `waits_for_load` says whether opening a URL waits until it is loaded, `proxy` what all
    /// requests go through, even those to this computer.
    #[must_use]
    pub fn capabilities(self, waits_for_load: bool, proxy: Option<&str>) -> Map<String, Value> {
        let program = env::var("AUTHDESK_BROWSER").ok();
        let mut wanted = match self {
            Driver::Chromium => {
                let mut arguments = vec![
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--lang=en-US",
                    "--window-size=1280,900",
                    // Whatever a page asks for, nothing but loopback is reached.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                ];
                if proxy.is_some() {
                    arguments.push("--proxy-bypass-list=<-loopback>");
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "args": arguments,
                        "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
                        "binary": program,
                    },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Driver::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=990"],
                    "binary": program,
                    "prefs": {
                        // Lets the tests read the clipboard without a prompt.
                        "dom.events.testing.asyncClipboard": true,
                        "intl.accept_languages": "en-US, en",
                        "network.proxy.allow_hijacking_localhost": true,
                        // What the browser would ask its maker for by itself.
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "services.settings.server": "data:,none",
                        // A page that is left is not kept for the way back, as in the other two.
                        "browser.sessionhistory.max_total_viewers": 0,
                    },
                },
            }),
            Driver::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": program.or_else(mini_browser),
                    "args": ["--automation", "--geometry=1280x960"],
                },
            }),
        };
        wanted["unhandledPromptBehavior"] = json!("accept");
        wanted["pageLoadStrategy"] = json!(if waits_for_load { "normal" } else { "none" });
        if let Some(proxy) = proxy {
            wanted["proxy"] = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        }
        match without_nulls(wanted) {
            Value::Object(wanted) => wanted,
            _ => Map::new(),
        }
    }

    /// Starts the program for one session: those of Firefox and WebKit can only do one at a time. That of Chromium is
    /// started once for all tests of a binary.
    ///
    /// # Panics
    ///
    /// If it is not installed or does not respond.
    #[must_use]
    pub fn start(self) -> Arc<Running> {
        static FOR_ALL: OnceLock<Arc<Running>> = OnceLock::new();
        match self {
            Driver::Chromium => Arc::clone(FOR_ALL.get_or_init(|| Arc::new(Running::start(self)))),
            Driver::Firefox | Driver::WebKit => Arc::new(Running::start(self)),
        }
    }
}

/// Debian has it where no PATH leads.
fn mini_browser() -> Option<String> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let all = folders
        .flat_map(|folder| ["4.1", "4.0"].map(|version| folder.join(format!("webkit2gtk-{version}/MiniBrowser"))));
    all.into_iter().find(|path| path.is_file()).map(|path| path.display().to_string())
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(all) => {
            all.into_iter().filter(|(_, one)| !one.is_null()).map(|(name, one)| (name, without_nulls(one))).collect()
        }
        other => other,
    }
}

/// A program that runs as long as this is held. In a static it is never dropped: then the system closes the pipe, which
/// ends the program as well.
pub struct Running {
    address: String,
    process: u32,
    _alive: ChildStdin,
}

/// Runs a program until standard input is closed, however the test binary came to its end. The first argument is the
/// URL that lets the program end its browsers too, where those do not get the signal that the others get.
const UNTIL_CLOSED: &str = r#"end=$1; shift; "$@" </dev/null >/dev/null & read -r _
[ -z "$end" ] || curl --silent --noproxy '*' --max-time 5 --output /dev/null "$end"; trap '' TERM; kill -TERM 0; wait"#;

impl Running {
    /// Its URL.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The number of the process that everything of this session descends from.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.process
    }

    fn start(driver: Driver) -> Running {
        for _ in 0..3 {
            let port = free_port();
            let mut child = Command::new("sh")
                .args(["-c", UNTIL_CLOSED, "sh"])
                .arg(driver.shutdown(port))
                .arg(driver.program())
                .args(driver.arguments(port))
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .process_group(0)
                .spawn()
                .expect("sh starts");
            if answers(&mut child, port) {
                let alive = child.stdin.take().expect("the pipe of a child that was started with one");
                return Running { address: format!("http://127.0.0.1:{port}"), process: child.id(), _alive: alive };
            }
        }
        panic!("{} does not start; it must be on PATH", driver.program());
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
    listener.local_addr().expect("the address of a listener").port()
}

fn answers(child: &mut Child, port: u16) -> bool {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end && matches!(child.try_wait(), Ok(None)) {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        thread::sleep(GLANCE);
    }
    false
}
