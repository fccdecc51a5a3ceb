//! The page as a person uses it. Every selector of the page is in this file, and nowhere else.

use std::fmt::Write as _;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::site::Site;
use crate::watch::{Message, Wanted, Watch};
use crate::{GLANCE, PATIENCE};

/// A session of the browser before a site.
pub struct Desk {
    driver: WebDriver,
    site: Site,
    watch: Watch,
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

/// What stands for hidden letters.
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

/// The program is running: only it brings the choice of languages.
const IS_READY: &str = r#"return document.querySelector('select option[value="de"]') !== null
  && squeezed(document.querySelector("main h1")?.textContent) !== "";"#;

impl Desk {
    /// A desk on a session.
    #[must_use]
    pub fn new(driver: WebDriver, site: Site) -> Desk {
        Desk { driver, site, watch: Watch::default() }
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

    // --- Going somewhere ---

    /// Loads the page anew at a route such as `#/tools`, and waits until it works.
    pub async fn open(&self, route: &str) {
        self.load(route).await;
        self.ready().await;
    }

    /// Loads an address of the site anew, and does not wait for the program.
    pub async fn load(&self, target: &str) {
        // From one fragment to another the page would not load again.
        self.driver.goto("about:blank").await.expect("an empty page");
        self.driver.goto(format!("{}/{target}", self.site.origin())).await.expect("the site opens");
    }

    /// Follows a route inside of the page, as a link does.
    pub async fn follow(&self, route: &str) {
        self.script("location.hash = arguments[0];", &[json!(route)]).await;
    }

    /// Loads the page again where it is, and waits until it works.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
        self.ready().await;
    }

    /// Waits until the program of the page has taken over.
    pub async fn ready(&self) {
        self.until("the page is ready", IS_READY, &[], |value| value == &json!(true)).await;
    }

    /// Scheme to fragment, as the address bar has it.
    pub async fn address(&self) -> String {
        self.text_of_script("return location.href;").await
    }

    /// Opens a new tab and goes there.
    pub async fn open_tab(&self) {
        let tab = self.driver.new_tab().await.expect("a new tab");
        self.driver.switch_to_window(tab).await.expect("the new tab");
    }

    /// The tabs of the session, in the order in which they were opened.
    pub async fn tabs(&self) -> Vec<WindowHandle> {
        self.driver.windows().await.expect("the tabs")
    }

    /// Goes to a tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    // --- Doing something ---

    /// Puts a text into a field at once, as a paste does, in place of what it held.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        self.replace(&field, text).await;
    }

    /// Types a text into a field letter by letter.
    pub async fn type_into(&self, label: &str, text: &str) {
        self.field(label).await.send_keys(text).await.expect("the field takes letters");
    }

    /// Whether there is a field of that name now, shown or folded away.
    pub async fn has_field(&self, label: &str) -> bool {
        self.script("return named(FIELD, arguments[0]) !== null;", &[json!(label)]).await == json!(true)
    }

    /// The content of a field.
    pub async fn content(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.expect("the field's value").unwrap_or_default()
    }

    /// Waits until a field holds a text.
    pub async fn expect_content(&self, label: &str, text: &str) {
        let script = "return named(FIELD, arguments[0])?.value ?? null;";
        self.until(&format!("the field {label:?} holds {text:?}"), script, &[json!(label)], |value| value == text)
            .await;
    }

    /// Chooses an entry of a list by its value.
    pub async fn choose(&self, label: &str, value: &str) {
        let field = self.field(label).await;
        let entry = format!("option[value={}]", json!(value));
        field.find(By::Css(entry)).await.expect("the entry").click().await.expect("the entry can be chosen");
    }

    /// Sets a box.
    pub async fn tick(&self, label: &str, on: bool) {
        let field = self.field(label).await;
        if field.is_selected().await.expect("a box") != on {
            field.click().await.expect("the box can be clicked");
        }
    }

    /// Presses the button or link of that name; one in the values panel only by [`Desk::press_in_panel`] if there are two.
    pub async fn press(&self, name: &str) {
        self.click(&format!("the button {name:?}"), "return named(BUTTON, arguments[0]);", &[json!(name)]).await;
    }

    /// Presses a button of the values panel.
    pub async fn press_in_panel(&self, name: &str) {
        let script = "return panel() && named(BUTTON, arguments[0], panel());";
        self.click(&format!("the button {name:?} of the panel"), script, &[json!(name)]).await;
    }

    /// Whether a button or link of that name is shown now.
    pub async fn has_button(&self, name: &str) -> bool {
        let script = "const found = named(BUTTON, arguments[0]); return found !== null && isShown(found);";
        self.script(script, &[json!(name)]).await == json!(true)
    }

    /// Opens a step of a guide if it is folded: `create`, `credentials`, `authorize`, `code`, `exchange`, `try`, `enter`.
    pub async fn open_step(&self, step: &str) {
        let script = "return document.querySelector(`details[data-step=\"${arguments[0]}\"]`) !== null;";
        self.until(&format!("there is the step {step:?}"), script, &[json!(step)], |value| value == &json!(true)).await;
        let folded = "return document.querySelector(`details[data-step=\"${arguments[0]}\"]:not([open]) > summary`);";
        if !self.script(folded, &[json!(step)]).await.is_null() {
            self.click(&format!("the summary of {step:?}"), folded, &[json!(step)]).await;
        }
    }

    /// Opens every step of a guide.
    pub async fn open_all_steps(&self) {
        for (step, _) in self.steps().await {
            self.open_step(&step).await;
        }
    }

    /// The steps of a guide and their states: `done`, `now` or `open`.
    pub async fn steps(&self) -> Vec<(String, String)> {
        let script = "return all('details[data-step]').map((one) => [one.dataset.step, one.dataset.state ?? '']);";
        pairs(&self.script(script, &[]).await)
    }

    /// The boxes of the lines to tick in a step: whether each is set.
    pub async fn ticks(&self, step: &str) -> Vec<bool> {
        let script =
            "return all(`details[data-step=\"${arguments[0]}\"] input[type=checkbox]`).map((box) => box.checked);";
        list(&self.script(script, &[json!(step)]).await).iter().map(|value| value == &json!(true)).collect()
    }

    /// Clicks the first box of a step.
    pub async fn tick_first(&self, step: &str) {
        self.open_step(step).await;
        let script = "return document.querySelector(`details[data-step=\"${arguments[0]}\"] input[type=checkbox]`);";
        self.click(&format!("the first box of {step:?}"), script, &[json!(step)]).await;
    }

    /// Presses a key of the keyboard, wherever the focus is.
    pub async fn key(&self, key: Key) {
        self.driver.action_chain().key_down(key.clone()).key_up(key).perform().await.expect("the key is pressed");
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> String {
        self.text_of_script("return document.activeElement ? nameOf(document.activeElement) : '';").await
    }

    // --- Reading what is there ---

    /// The heading of the view.
    pub async fn heading(&self) -> String {
        self.text_of_script("return squeezed(document.querySelector('main h1')?.textContent);").await
    }

    /// Waits for the heading of the view to be another than `before`.
    pub async fn heading_after(&self, before: &str) -> String {
        let script = "return squeezed(document.querySelector('main h1')?.textContent);";
        let what = format!("the heading is no longer {before:?}");
        text(&self.until(&what, script, &[], |value| value != before && value != "").await)
    }

    /// The title of the window.
    pub async fn title(&self) -> String {
        self.driver.title().await.expect("the title")
    }

    /// All the text that can be seen.
    pub async fn seen(&self) -> String {
        self.text_of_script("return document.body?.innerText ?? '';").await
    }

    /// Where the links of the page lead, as written.
    pub async fn links(&self) -> Vec<String> {
        let script = "return all('a[href]').map((one) => one.getAttribute('href'));";
        list(&self.script(script, &[]).await).iter().map(text).collect()
    }

    /// Every field that can be filled and is shown: its label.
    pub async fn text_fields(&self) -> Vec<String> {
        let script = "return all('main textarea, main input:not([type=checkbox], [type=radio], [type=hidden])')
          .filter((one) => isShown(one) && !one.readOnly && !one.disabled).map(nameOf);";
        list(&self.script(script, &[]).await).iter().map(text).collect()
    }

    /// The whole values panel: its name and its rows.
    pub async fn panel(&self) -> (String, Vec<Row>) {
        let is_there = "return panel() !== null;";
        self.until("there is a region whose name begins with `Values for`", is_there, &[], |value| {
            value == &json!(true)
        })
        .await;
        let name = self.text_of_script("return nameOf(panel());").await;
        let script = "return all('[data-value]', panel()).map((one) => [one.dataset.value, textOf(one)]);";
        let rows = pairs(&self.script(script, &[]).await);
        (name, rows.into_iter().map(|(label, text)| Row { label, text }).collect())
    }

    /// All the text of the values panel.
    pub async fn panel_text(&self) -> String {
        self.text_of_script("return squeezed(panel()?.textContent);").await
    }

    /// The text of `[data-value="<label>"]`, if it is there.
    pub async fn value(&self, label: &str) -> Option<String> {
        self.script("return textOf(valueOf(arguments[0]));", &[json!(label)]).await.as_str().map(str::to_owned)
    }

    /// Waits until a value of the panel is exactly that.
    pub async fn expect_value(&self, label: &str, expected: &str) {
        let script = "return textOf(valueOf(arguments[0]));";
        self.until(&format!("{label} is {expected:?}"), script, &[json!(label)], |value| value == expected).await;
    }

    /// Waits until a secret of the panel is there and masked, shows it, reads it, and hides it again.
    pub async fn secret(&self, label: &str) -> String {
        let masked = |value: &Value| value.as_str().is_some_and(|text| text.contains(MASK));
        let bare = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty() && !text.contains(MASK));
        let script = "return textOf(valueOf(arguments[0]));";
        self.until(&format!("{label} is masked"), script, &[json!(label)], masked).await;
        self.press_in_panel(&format!("Show {label}")).await;
        let value = text(&self.until(&format!("{label} is shown"), script, &[json!(label)], bare).await);
        self.press_in_panel(&format!("Hide {label}")).await;
        self.until(&format!("{label} is masked again"), script, &[json!(label)], masked).await;
        value
    }

    /// The findings that are there now.
    pub async fn findings(&self) -> Vec<Finding> {
        let script = "return all('[data-finding]')
          .map((one) => [one.dataset.finding, one.dataset.level ?? '', squeezed(one.textContent)]);";
        list(&self.script(script, &[]).await)
            .iter()
            .map(|one| Finding { kind: text(&one[0]), level: text(&one[1]), text: text(&one[2]) })
            .collect()
    }

    /// Waits for a finding of that kind, and gives its sentence.
    pub async fn finding(&self, kind: &str) -> String {
        let script =
            "return squeezed(document.querySelector(`[data-finding=\"${arguments[0]}\"]`)?.textContent) || null;";
        text(
            &self
                .until(&format!("there is the finding {kind:?}"), script, &[json!(kind)], |value| !value.is_null())
                .await,
        )
    }

    /// Waits for any finding.
    pub async fn any_finding(&self, when: &str) {
        let script = "return squeezed(document.querySelector('[data-finding]')?.textContent);";
        self.until(&format!("there is a finding {when}"), script, &[], |value| value != "").await;
    }

    /// Waits until there is no finding.
    pub async fn no_finding(&self) {
        let script = "return all('[data-finding]').map((one) => one.dataset.finding);";
        self.until("there is no finding", script, &[], |value| list(value).is_empty()).await;
    }

    /// Waits for an output, such as `authorize-url`, and gives its text.
    pub async fn output(&self, name: &str) -> String {
        let what = format!("there is the output {name:?}");
        text(
            &self
                .until(&what, OUTPUT, &[json!(name)], |value| value.as_str().is_some_and(|text| !text.is_empty()))
                .await,
        )
    }

    /// Waits until an output is exactly that.
    pub async fn expect_output(&self, name: &str, expected: &str) {
        self.until(&format!("the output {name:?} is {expected:?}"), OUTPUT, &[json!(name)], |value| value == expected)
            .await;
    }

    /// The text of an output, if there is one now.
    pub async fn output_now(&self, name: &str) -> Option<String> {
        self.script(OUTPUT, &[json!(name)]).await.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Every message of the console since the session began.
    pub async fn console(&self) -> Vec<Message> {
        self.watch.console(&self.driver).await
    }

    /// Every request that a page of the session wanted to send.
    pub async fn requests(&self) -> Vec<Wanted> {
        self.watch.requests(&self.driver).await
    }

    // --- Below the page ---

    /// A command of the browser's own developer tools; Chromium only.
    pub async fn devtools(&self, method: &str, params: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, params).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script beside the page; the names of `EYES` are there.
    pub async fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let answer = self.driver.execute(format!("{EYES}{body}"), arguments.to_vec()).await;
        answer.unwrap_or_else(|error| panic!("{body}\n{error}")).json().clone()
    }

    /// Looks at the page again and again until a script's value is as it should be.
    ///
    /// # Panics
    ///
    /// If that does not come, with the value that was there at the end.
    pub async fn until(&self, what: &str, body: &str, arguments: &[Value], is_right: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        let script = format!("{EYES}{body}");
        loop {
            // While the page changes its address a script can fail.
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
                    Some(summary) => drop(summary.click().await),
                    None => return field,
                }
            }
            assert!(Instant::now() < end, "there is no field {label:?} to be seen");
            sleep(GLANCE).await;
        }
    }

    async fn replace(&self, field: &WebElement, text: &str) {
        let focus =
            "const field = arguments[0]; field.scrollIntoView({ block: 'center' }); field.focus(); field.select();";
        let field = field.to_json().expect("an element");
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
                match element.click().await {
                    Ok(()) => return,
                    Err(error) => last = error.to_string(),
                }
            }
            assert!(Instant::now() < end, "{what} cannot be clicked: {last}");
            sleep(GLANCE).await;
        }
    }

    async fn element(&self, script: &str, arguments: &[Value]) -> Option<WebElement> {
        self.driver.execute(format!("{EYES}{script}"), arguments.to_vec()).await.ok()?.element().ok()
    }
}

const OUTPUT: &str = "return textOf(document.querySelector(`[data-output=\"${arguments[0]}\"]`));";

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    list(value).iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}
