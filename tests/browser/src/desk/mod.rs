//! The page as a person uses it. Every selector of the page is in this folder, and nowhere else.

mod doing;
mod drawn;
mod going;
mod seeing;

use std::fmt::Write as _;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::driver::Driver;
use crate::outside::{Outside, Passed};
use crate::site::Site;
use crate::watch::{Message, Wanted, Watch};
use crate::{GLANCE, PATIENCE};

/// A session of the browser on a site.
pub struct Desk {
    driver: WebDriver,
    site: Site,
    address: String,
    watch: Watch,
    outside: Option<Outside>,
}

/// A finding as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its stable name.
    pub kind: String,
    /// `good`, `note`, `warn` or `bad`.
    pub level: String,
    /// Its sentence.
    pub text: String,
}

/// A row of the values panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The product's own label.
    pub label: String,
    /// The value as it is shown: a secret is masked.
    pub text: String,
}

/// Every view of the page, by its route.
pub const VIEWS: [&str; 31] = [
    "#/",
    "#/product/kufersql",
    "#/product/cae-learningspace",
    "#/product/verint-recorder",
    "#/product/zappysys-zoom-connector",
    "#/product/cirqlive-meets",
    "#/product/other-server",
    "#/tools",
    "#/tool/basic-header",
    "#/tool/authorize-url",
    "#/tool/redirect",
    "#/tool/token-request",
    "#/tool/token-answer",
    "#/tool/scopes",
    "#/tool/credential-string",
    "#/tool/app-type",
    "#/tool/values",
    "#/tool/read-header",
    "#/tool/read-authorize-url",
    "#/tool/redirect-comparison",
    "#/tool/error-answer",
    "#/tool/jwt",
    "#/tool/request",
    "#/tool/discovery",
    "#/tool/report",
    "#/card",
    "#/about/secrets",
    "#/about/check",
    "#/findings",
    "#/finding/several-colons",
    "#/finding/redirect-not-registered",
];

/// What replaces hidden characters.
pub const MASK: char = '•';

/// Names as a screen reader has them, and whether a person can see an element. Put before every script.
const EYES: &str = r#"
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
const nameOf = (element) => {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return squeezed(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  if (element.hasAttribute("aria-label")) return squeezed(element.getAttribute("aria-label"));
  if (element.labels?.length) return squeezed([...element.labels].map((label) => label.textContent).join(" "));
  return element.matches("a, button, summary, [role=button], [role=tab]") ? squeezed(element.textContent) : "";
};
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const named = (selector, name, within) => {
  const found = all(selector, within).filter((element) => nameOf(element) === name);
  return found.find(isShown) ?? found[0] ?? null;
};
const FIELD = "input:not([type=hidden]), textarea, select";
const BUTTON = "button, a[href], [role=button], [role=tab]";
const panel = () => all("aside, section, [role=region]").find((one) => nameOf(one).startsWith("Values for ")) ?? null;
const valueOf = (label) => all("[data-value]", panel() ?? document).find((one) => one.dataset.value === label) ?? null;
const textOf = (element) => element && ("value" in element && element.matches(FIELD) ? element.value : element.textContent).trim();
const foldedAround = (element) => {
  for (let one = element?.parentElement; one; one = one.parentElement) {
    if (one.matches("details:not([open])") && !one.querySelector(":scope > summary")?.contains(element)) return one;
  }
  return null;
};
"#;

/// The program is running: only it adds the choice of languages.
const IS_READY: &str = r#"return document.querySelector('select option[value="de"]') !== null
  && squeezed(document.querySelector("main:not([aria-busy]) h1")?.textContent) !== "";"#;

impl Desk {
    /// A desk on a session; `address` is where the page is, without a slash at the end.
    #[must_use]
    pub fn new(driver: WebDriver, site: Site, address: String, outside: Option<Outside>) -> Desk {
        let watch = Watch::over(&site);
        Desk { driver, site, address, watch, outside }
    }

    /// The session itself, for what is not the page.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The site that is visited.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// A command of the browser's own developer tools; Chromium only.
    pub async fn devtools(&self, method: &str, params: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, params).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script in the page; the names of `EYES` are available.
    pub async fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let answer = self.driver.execute(format!("{EYES}{body}"), arguments.to_vec()).await;
        answer.unwrap_or_else(|error| panic!("{body}\n{error}")).json().clone()
    }

    /// Polls the page until a script's value is as it should be.
    ///
    /// # Panics
    ///
    /// If that does not come, with the value that was there at the end.
    pub async fn until(&self, what: &str, body: &str, arguments: &[Value], is_right: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        let script = format!("{EYES}{body}");
        loop {
            // While the page changes its URL, a script can fail.
            let value = match self.driver.execute(script.as_str(), arguments.to_vec()).await {
                Ok(answer) => answer.json().clone(),
                Err(error) => json!({ "error": error.to_string() }),
            };
            if value.get("error").is_none() && is_right(&value) {
                return value;
            }
            assert!(Instant::now() < end, "it did not come that {what}; at the end there was {value}");
            sleep(GLANCE).await;
        }
    }

    /// What the browser shows, for a person who reads why a test failed.
    pub async fn describe(&self) -> String {
        let mut text = String::from("When the test failed, the browser showed:\n");
        let _ = match self.driver.current_url().await {
            Ok(address) => writeln!(text, "address: {address}"),
            Err(error) => return format!("{text}nothing: {error}"),
        };
        if let Ok(seen) = self.driver.execute("return document.body?.innerText ?? '';", Vec::new()).await {
            let seen: String = seen.json().as_str().unwrap_or_default().chars().take(4000).collect();
            let _ = writeln!(text, "text:\n{seen}");
        }
        let markup = "return document.querySelector('main')?.outerHTML ?? document.documentElement.outerHTML;";
        if let Ok(markup) = self.driver.execute(markup, Vec::new()).await {
            let markup: String = markup.json().as_str().unwrap_or_default().chars().take(6000).collect();
            let _ = writeln!(text, "markup:\n{markup}");
        }
        let _ = writeln!(text, "console:");
        for message in self.console().await {
            let _ = writeln!(text, "    {message}");
        }
        text
    }

    async fn text_of_script(&self, body: &str) -> String {
        text(&self.script(body, &[]).await)
    }

    async fn field(&self, label: &str) -> WebElement {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(field) = self.element("return named(FIELD, arguments[0]);", &[json!(label)]).await {
                let folded = "const folded = foldedAround(named(FIELD, arguments[0])); return folded?.querySelector(':scope > summary') ?? null;";
                match self.element(folded, &[json!(label)]).await {
                    // The outermost may still be folded: then the click fails, and the next look finds it.
                    Some(summary) => drop(self.click_on(&summary).await),
                    None => return field,
                }
            }
            assert!(Instant::now() < end, "there is no field {label:?} to be seen");
            sleep(GLANCE).await;
        }
    }

    async fn replace(&self, field: &WebElement, text: &str) {
        let focus = "const field = arguments[0]; field.scrollIntoView({ block: 'center', behavior: 'instant' }); field.focus(); field.select();";
        let field = field.to_json().expect("an element");
        if !text.is_empty() && Driver::chosen() != Driver::Chromium {
            // At once: a page that shows what it has read meanwhile takes the selection away.
            let insert = format!("{focus} document.execCommand('insertText', false, arguments[1]);");
            self.script(&insert, &[field, json!(text)]).await;
            return;
        }
        self.script(focus, &[field]).await;
        if text.is_empty() {
            self.key(Key::Delete).await;
        } else {
            self.devtools("Input.insertText", json!({ "text": text })).await;
        }
    }

    async fn click(&self, what: &str, script: &str, arguments: &[Value]) {
        let end = Instant::now() + PATIENCE;
        let mut last = "it is not there".to_owned();
        loop {
            if let Some(element) = self.element(script, arguments).await {
                match self.click_on(&element).await {
                    Ok(()) => return,
                    Err(error) => last = error.to_string(),
                }
            }
            assert!(Instant::now() < end, "{what} cannot be clicked: {last}");
            sleep(GLANCE).await;
        }
    }

    /// Scrolls as a person does, so that nothing that sticks to an edge of the screen covers it.
    async fn click_on(&self, element: &WebElement) -> WebDriverResult<()> {
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.driver.execute(middle, vec![element.to_json()?]).await?;
        element.click().await
    }

    async fn element(&self, script: &str, arguments: &[Value]) -> Option<WebElement> {
        self.driver.execute(format!("{EYES}{script}"), arguments.to_vec()).await.ok()?.element().ok()
    }
}

const VALUE: &str = "return textOf(valueOf(arguments[0]));";

const OUTPUT: &str = "return textOf(document.querySelector(`[data-output=\"${arguments[0]}\"]`));";

const FINDINGS: &str = "return all('[data-finding]')
  .map((one) => [one.dataset.finding, one.dataset.level ?? '', squeezed(one.textContent)]);";

fn findings(value: &Value) -> Vec<Finding> {
    list(value).iter().map(|one| Finding { kind: text(&one[0]), level: text(&one[1]), text: text(&one[2]) }).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn bools(value: &Value) -> Vec<bool> {
    list(value).iter().map(|one| one == &json!(true)).collect()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    list(value).iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}
