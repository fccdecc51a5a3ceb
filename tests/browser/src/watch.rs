//! What the browser noted while a test ran.

use std::fmt;
use std::sync::Mutex;

use serde_json::Value;
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::site::{Arrived, Site};

/// A message of the console: what a script wrote, an error nobody caught, a report of the policy, a failed load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// `javascript`, `security`, `network`, `console-api` and the like.
    pub source: String,
    /// What it says.
    pub text: String,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.level, self.source, self.text)
    }
}

/// A request that a page wanted to send, whether or not it was let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The whole URL.
    pub url: String,
    /// `GET` and the like; `WEBSOCKET` for one of those.
    pub method: String,
    /// The body of the request.
    pub body: Option<String>,
}

/// Keeps what the driver hands out only once.
#[derive(Default)]
pub struct Watch {
    console: Mutex<Vec<Message>>,
    requests: Mutex<Vec<Wanted>>,
}

impl Watch {
    /// For a session on that site: a browser whose driver gives out no log notes in the page what happens to it.
    #[must_use]
    pub fn over(site: &Site) -> Watch {
        if Driver::chosen() != Driver::Chromium {
            site.run_first(NOTES);
        }
        Watch::default()
    }

    /// Every message of the console since the session began, of all tabs. Where the page itself takes notes, those of
    /// the tab where one is; they are lost with the page, so this is asked before each is left.
    pub async fn console(&self, driver: &WebDriver) -> Vec<Message> {
        if Driver::chosen() != Driver::Chromium {
            let notes = driver.execute("return globalThis.notes?.splice(0) ?? [];", Vec::new()).await;
            let notes = notes.ok().and_then(|notes| notes.json().as_array().cloned()).unwrap_or_default();
            let mut all = self.console.lock().unwrap();
            all.extend(notes.iter().map(|note| Message {
                level: note[0].as_str().unwrap_or_default().to_owned(),
                source: note[1].as_str().unwrap_or_default().to_owned(),
                text: note[2].as_str().unwrap_or_default().to_owned(),
            }));
            return all.clone();
        }
        let new = driver.get_log("browser").await.expect("the browser's log");
        let mut all = self.console.lock().unwrap();
        let said = new.into_iter().map(|entry| Message {
            level: entry.level,
            source: entry.source.unwrap_or_default(),
            text: entry.message,
        });
        all.extend(said.filter(|message| !is_advice(message)));
        all.clone()
    }

    /// Every request that a page wanted to send since the session began, of all tabs; where the driver gives out no log,
    /// those that came to the site.
    pub async fn requests(&self, driver: &WebDriver, site: &Site) -> Vec<Wanted> {
        if Driver::chosen() != Driver::Chromium {
            let url = |target: &str| format!("{}{target}", site.origin());
            let wanted = |one: &Arrived| Wanted {
                url: url(&one.target),
                method: one.method.clone(),
                body: (one.body_length > 0).then(|| format!("{} bytes", one.body_length)),
            };
            return site.arrived().iter().map(wanted).collect();
        }
        let new = driver.get_log("performance").await.expect("the performance log");
        let mut all = self.requests.lock().unwrap();
        all.extend(new.iter().filter_map(|entry| wanted(&entry.message)));
        all.clone()
    }
}

/// Notes of the page in place of the browser's log.
const NOTES: &str = r#"
const notes = (globalThis.notes = []);
const note = (level, source, text) => notes.push([level, source, String(text)]);
addEventListener("error", (event) => {
  if (event instanceof ErrorEvent) note("SEVERE", "javascript", event.message);
  else note("SEVERE", "network", `${event.target.src ?? event.target.href} did not load`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => note("SEVERE", "javascript", reason));
addEventListener("securitypolicyviolation", (event) => note("SEVERE", "security", `${event.violatedDirective}: ${event.blockedURI}`));
for (const level of ["error", "warn"]) {
  const real = console[level];
  console[level] = (...all) => {
    note(level === "error" ? "SEVERE" : "WARNING", "console-api", all.join(" "));
    real.apply(console, all);
  };
}
"#;

/// What Chromium advises web developers to do better; nobody's error. The one about forms comes under two names: a
/// field that is masked in our page is not to be sent anywhere, so it is in no form.
fn is_advice(message: &Message) -> bool {
    message.source == "recommendation"
        || message.level == "DEBUG" && message.text.contains("Password field is not contained in a form")
}

fn wanted(entry: &str) -> Option<Wanted> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = entry.get("message")?;
    let params = message.get("params")?;
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    match message.get("method")?.as_str()? {
        "Network.requestWillBeSent" => {
            let request = params.get("request")?;
            Some(Wanted {
                url: text(request.get("url"))?,
                method: text(request.get("method"))?,
                body: text(request.get("postData")),
            })
        }
        "Network.webSocketCreated" => {
            Some(Wanted { url: text(params.get("url"))?, method: "WEBSOCKET".to_owned(), body: None })
        }
        _ => None,
    }
}
