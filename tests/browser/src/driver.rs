//! The WebDriver program of a browser: found on the machine, started on a free port, never downloaded.

use std::env;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::{GLANCE, PATIENCE};

/// A browser that the tests can drive. To add one, add its name here, its program and its capabilities; what only
/// Chromium can do goes through [`crate::Desk::devtools`] and [`crate::watch`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// Chromium through `chromedriver`.
    Chromium,
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
            Ok(other) => panic!("AUTHDESK_DRIVER={other}: the drivers known here are: chromium"),
        }
    }

    fn program(self) -> &'static str {
        match self {
            Driver::Chromium => "chromedriver",
        }
    }

    fn arguments(self, port: u16) -> Vec<String> {
        match self {
            Driver::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
        }
    }

    fn shutdown(self, port: u16) -> String {
        match self {
            Driver::Chromium => format!("http://127.0.0.1:{port}/shutdown"),
        }
    }

    /// What a session asks for; `waits_for_load` says whether opening a URL waits until it is loaded.
    #[must_use]
    pub fn capabilities(self, waits_for_load: bool) -> Map<String, Value> {
        let mut wanted = match self {
            Driver::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": [
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
                    ],
                    "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
                },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
        };
        wanted["unhandledPromptBehavior"] = json!("accept");
        wanted["pageLoadStrategy"] = json!(if waits_for_load { "normal" } else { "none" });
        if let (Driver::Chromium, Ok(program)) = (self, env::var("AUTHDESK_BROWSER")) {
            wanted["goog:chromeOptions"]["binary"] = json!(program);
        }
        match wanted {
            Value::Object(wanted) => wanted,
            _ => Map::new(),
        }
    }

    /// The URL of the running program: one for all tests of a binary.
    ///
    /// # Panics
    ///
    /// If it is not installed or does not respond.
    #[must_use]
    pub fn address(self) -> &'static str {
        static RUNNING: OnceLock<Running> = OnceLock::new();
        &RUNNING.get_or_init(|| Running::start(self)).address
    }
}

/// Kept in a static, which is never dropped: the closing of the pipe by the system ends the program.
struct Running {
    address: String,
    _alive: ChildStdin,
}

/// Runs a program until standard input is closed, however the test binary came to its end. The first argument is the
/// URL that lets the program end its browsers too, which a signal does not.
const UNTIL_CLOSED: &str = r#"end=$1; shift; "$@" </dev/null >/dev/null & read -r _
[ -z "$end" ] || curl --silent --noproxy '*' --max-time 5 --output /dev/null "$end"; kill "$!" 2>/dev/null; wait"#;

impl Running {
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
                return Running { address: format!("http://127.0.0.1:{port}"), _alive: alive };
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
