//! The page as a person uses it. Every selector of the page is in this file, and nowhere else.

use std::fmt::Write as _;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::site::Site;
use crate::watch::{Message, Wanted, Watch};
use crate::{GLANCE, PATIENCE};

/// A session of the browser on a site.
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

/// Every view of the page, by its route.
pub const VIEWS: [&str; 24] = [
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
    "#/about/secrets",
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

    /// Loads a URL of the site anew, and does not wait for the program.
    pub async fn load(&self, target: &str) {
        // From one fragment to the next the page would not load again.
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

    /// Puts a text into a field at once, as a paste does, in place of its content.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        self.replace(&field, text).await;
    }

    /// Types a text into a field character by character.
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

    /// Waits until a field contains a text.
    pub async fn expect_content(&self, label: &str, text: &str) {
        let script = "return named(FIELD, arguments[0])?.value ?? null;";
        self.until(&format!("the field {label:?} holds {text:?}"), script, &[json!(label)], |value| value == text)
            .await;
    }

    /// How a field of several lines is drawn: `dotted`, `whole`, `shown`, or not masked at all.
    pub async fn until_drawn(&self, label: &str, how: Option<&str>) {
        let script = "return named(FIELD, arguments[0])?.closest('.entry')?.dataset.mask ?? null;";
        let expected = json!(how);
        self.until(&format!("{label:?} is drawn {how:?}"), script, &[json!(label)], |value| *value == expected).await;
    }

    /// What is drawn in place of the text of a field, if it is masked in parts.
    pub async fn drawn(&self, label: &str) -> Option<String> {
        let script =
            "return named(FIELD, arguments[0]).closest('.entry').querySelector('[aria-hidden]')?.innerText ?? null;";
        self.script(script, &[json!(label)]).await.as_str().map(str::to_owned)
    }

    /// A computed style of a field, such as `color`.
    pub async fn style(&self, label: &str, property: &str) -> String {
        let script = "return getComputedStyle(named(FIELD, arguments[0])).getPropertyValue(arguments[1]);";
        text(&self.script(script, &[json!(label), json!(property)]).await)
    }

    /// Where the text of a field and what is drawn in its place begin and how large they are, in pixels: left, top, width,
    /// height, and the height of the text.
    pub async fn boxes(&self, label: &str) -> [Vec<f64>; 2] {
        let script = "const field = named(FIELD, arguments[0]);
          const box = (one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            return [left, top, width, height, one.scrollHeight, one.clientWidth];
          };
          return [field, field.closest('.entry').querySelector('[aria-hidden]')].map(box);";
        serde_json::from_value(self.script(script, &[json!(label)]).await).expect("two boxes")
    }

    /// The text in the PDF that the browser prints, without whitespace: a text layer has none that means anything.
    pub async fn printed(&self) -> String {
        let pdf = self.driver.print_page_base64(PrintParameters::default()).await.expect("the page is printed");
        let script = format!(
            "const done = arguments[arguments.length - 1];\n{PDF_TEXT}\npdfText(arguments[0]).then(done, (error) => done(`error: ${{error}}`));"
        );
        let answer = self.driver.execute_async(script, vec![json!(pdf)]).await.expect("the PDF can be read");
        let printed = text(answer.json());
        assert!(!printed.starts_with("error") && !printed.is_empty(), "{printed}");
        printed
    }

    /// Chooses an entry of a list by its value.
    pub async fn choose(&self, label: &str, value: &str) {
        let field = self.field(label).await;
        let entry = format!("option[value={}]", json!(value));
        field.find(By::Css(entry)).await.expect("the entry").click().await.expect("the entry can be chosen");
    }

    /// Selects or clears a checkbox.
    pub async fn tick(&self, label: &str, on: bool) {
        let field = self.field(label).await;
        if field.is_selected().await.expect("a box") != on {
            field.click().await.expect("the box can be clicked");
        }
    }

    /// Clicks the button or link of that name; one in the values panel only by [`Desk::press_in_panel`] if there are
    /// two.
    pub async fn press(&self, name: &str) {
        self.click(&format!("the button {name:?}"), "return named(BUTTON, arguments[0]);", &[json!(name)]).await;
    }

    /// Clicks a button of the values panel.
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

    /// Opens the step in which a token is requested: `exchange` after a code, `try` for an app that needs none.
    pub async fn open_token_step(&self) {
        let script =
            "return document.querySelector('details:is([data-step=exchange], [data-step=try])')?.dataset.step ?? null;";
        let step = self.until("there is a step for the token", script, &[], |step| !step.is_null()).await;
        self.open_step(&text(&step)).await;
    }

    /// Waits until every step is open at once.
    pub async fn until_all_steps_are_open(&self) {
        let script = "return all('details[data-step]:not([open])').length;";
        self.until("every step is open at once", script, &[], |number| number == 0).await;
    }

    /// The checkboxes of the lines in a step: whether each is selected.
    pub async fn ticks(&self, step: &str) -> Vec<bool> {
        let script = "return all(`details[data-step=\"${arguments[0]}\"] input[id^=line-]`).map((box) => box.checked);";
        list(&self.script(script, &[json!(step)]).await).iter().map(|value| value == &json!(true)).collect()
    }

    /// Clicks the first checkbox of a step.
    pub async fn tick_first(&self, step: &str) {
        self.open_step(step).await;
        let script = "return document.querySelector(`details[data-step=\"${arguments[0]}\"] input[id^=line-]`);";
        self.click(&format!("the first box of {step:?}"), script, &[json!(step)]).await;
    }

    /// Clicks every checkbox of a step that is not selected yet.
    pub async fn tick_all(&self, step: &str) {
        self.open_step(step).await;
        let script = "return all(`details[data-step=\"${arguments[0]}\"] input[id^=line-]`).find((box) => !box.checked) ?? null;";
        while self.ticks(step).await.contains(&false) {
            self.click(&format!("a box of {step:?}"), script, &[json!(step)]).await;
        }
    }

    /// Which steps are open.
    pub async fn open_steps(&self) -> Vec<String> {
        let script = "return all('details[data-step]').filter((one) => one.open).map((one) => one.dataset.step);";
        list(&self.script(script, &[]).await).iter().map(text).collect()
    }

    /// Presses a key of the keyboard, wherever the focus is.
    pub async fn key(&self, key: Key) {
        self.driver.action_chain().key_down(key.clone()).key_up(key).perform().await.expect("the key is pressed");
    }

    /// Puts the focus back to where it is in a page that was just opened.
    pub async fn unfocus(&self) {
        self.script("document.activeElement?.blur(); getSelection().removeAllRanges();", &[]).await;
    }

    /// Waits until the focus is in the view, and not in what surrounds it.
    pub async fn until_focus_is_in_the_view(&self) {
        let script = "return document.querySelector('main')?.contains(document.activeElement) ?? false;";
        self.until("the focus is in the view", script, &[], |inside| inside == &json!(true)).await;
    }

    /// Waits until what has the focus is visible.
    pub async fn until_focus_is_seen(&self) {
        let script = "const box = document.activeElement.getBoundingClientRect();
          return isShown(document.activeElement) && box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0;";
        self.until("what has the focus can be seen", script, &[], |seen| seen == &json!(true)).await;
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

    /// Waits until the heading is visible, whoever rendered it.
    pub async fn until_heading_is_seen(&self) {
        let script = "const heading = document.querySelector('main h1');
          return heading !== null && isShown(heading) && squeezed(heading.innerText) !== '';";
        self.until("the heading can be seen", script, &[], |seen| seen == &json!(true)).await;
    }

    /// Waits for the text of a notice that is about the page itself.
    pub async fn notice(&self) -> String {
        let script = "return all('[role=alert]').filter(isShown).map((one) => squeezed(one.innerText)).join(' ');";
        text(&self.until("a notice can be seen", script, &[], |notice| notice != "").await)
    }

    /// Waits until such a notice contains that, and gives its text.
    pub async fn notice_with(&self, part: &str) -> String {
        let script = "return all('[role=alert]').filter(isShown).map((one) => squeezed(one.innerText)).join(' ');";
        let contains = |notice: &Value| notice.as_str().is_some_and(|notice| notice.contains(part));
        text(&self.until(&format!("a notice contains {part:?}"), script, &[], contains).await)
    }

    /// Waits until no such notice is there any more.
    pub async fn until_no_notice(&self) {
        let script = "return all('[role=alert]').filter(isShown).map((one) => squeezed(one.innerText)).join(' ');";
        self.until("every notice is gone", script, &[], |notice| notice == "").await;
    }

    /// Whether the style sheet of the page applies.
    pub async fn has_style(&self) -> bool {
        self.script("return getComputedStyle(document.querySelector('.bar__inner')).display !== 'block';", &[]).await
            == json!(true)
    }

    /// The language that the document says it is in.
    pub async fn language(&self) -> String {
        self.text_of_script("return document.documentElement.lang;").await
    }

    /// Waits until the links are as they should be.
    pub async fn until_links(&self, what: &str, is_right: impl Fn(&[String]) -> bool) {
        let script = "return all('a[href]').map((one) => one.getAttribute('href'));";
        self.until(what, script, &[], |links| is_right(&list(links).iter().map(text).collect::<Vec<_>>())).await;
    }

    /// Waits until the URL has no query.
    pub async fn until_address_is_clean(&self) {
        let script = "return [location.origin, location.search];";
        let is_clean = |place: &Value| place[0] == self.site.origin() && place[1] == "";
        self.until("the address is cleaned", script, &[], is_clean).await;
    }

    /// Waits until the URL begins like that, and returns all of it.
    pub async fn until_address(&self, start: &str) -> String {
        let is_there = |address: &Value| address.as_str().is_some_and(|address| address.starts_with(start));
        text(&self.until(&format!("the address begins with {start}"), "return location.href;", &[], is_there).await)
    }

    /// Waits for the heading of the view to differ from `before`.
    pub async fn heading_after(&self, before: &str) -> String {
        let script = "return squeezed(document.querySelector('main:not([aria-busy]) h1')?.textContent);";
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

    /// Every field that can be filled and is shown: its label. Waits until there is one.
    pub async fn text_fields(&self) -> Vec<String> {
        let script = "return all('main textarea, main input:not([type=checkbox], [type=radio], [type=hidden])')
          .filter((one) => isShown(one) && !one.readOnly && !one.disabled).map(nameOf);";
        let fields = self.until("there is a field", script, &[], |fields| !list(fields).is_empty()).await;
        list(&fields).iter().map(text).collect()
    }

    /// What makes the page wider than the screen, if it is.
    pub async fn wider_than_the_screen(&self) -> Option<String> {
        let script = "const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth <= clientWidth) return null;
          const isWide = (one) => one.getBoundingClientRect().right > clientWidth + 1
            || (one.scrollWidth > clientWidth + 1 && getComputedStyle(one).overflowX === 'visible');
          const wide = all('main *, aside *, header *, footer *').filter((one) => isShown(one) && isWide(one));
          return `${scrollWidth} instead of ${clientWidth}: ${wide.slice(-3).map((one) => one.outerHTML.slice(0, 200)).join(' ')}`;";
        self.script(script, &[]).await.as_str().map(str::to_owned)
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
        self.script(VALUE, &[json!(label)]).await.as_str().map(str::to_owned)
    }

    /// Waits until a value of the panel is exactly that.
    pub async fn expect_value(&self, label: &str, expected: &str) {
        self.until(&format!("{label} is {expected:?}"), VALUE, &[json!(label)], |value| value == expected).await;
    }

    /// Waits until a secret of the panel is there and masked, shows it, and reads it.
    pub async fn show(&self, label: &str) -> String {
        self.until_masked(label).await;
        self.press_in_panel(&format!("Show {label}")).await;
        let is_bare = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty() && !text.contains(MASK));
        text(&self.until(&format!("{label} is shown"), VALUE, &[json!(label)], is_bare).await)
    }

    /// As [`Desk::show`], and hides it again.
    pub async fn secret(&self, label: &str) -> String {
        let value = self.show(label).await;
        self.press_in_panel(&format!("Hide {label}")).await;
        self.until_masked(label).await;
        value
    }

    /// Waits until a value of the panel is masked.
    pub async fn until_masked(&self, label: &str) {
        let is_masked = |value: &Value| value.as_str().is_some_and(|text| text.contains(MASK));
        self.until(&format!("{label} is masked"), VALUE, &[json!(label)], is_masked).await;
    }

    /// The findings that are there now.
    pub async fn findings(&self) -> Vec<Finding> {
        findings(&self.script(FINDINGS, &[]).await)
    }

    /// Waits for a finding of that kind, and returns its sentence.
    pub async fn finding(&self, kind: &str) -> String {
        let script =
            "return squeezed(document.querySelector(`[data-finding=\"${arguments[0]}\"]`)?.textContent) || null;";
        text(
            &self
                .until(&format!("there is the finding {kind:?}"), script, &[json!(kind)], |value| !value.is_null())
                .await,
        )
    }

    /// Waits until the findings are as they should be.
    pub async fn until_findings(&self, what: &str, is_right: impl Fn(&[Finding]) -> bool) {
        self.until(what, FINDINGS, &[], |value| is_right(&findings(value))).await;
    }

    /// Waits for any finding.
    pub async fn any_finding(&self, when: &str) {
        self.until_findings(&format!("there is a finding {when}"), |findings| !findings.is_empty()).await;
    }

    /// Waits until an error is explained by that row of the table, and returns the explanation.
    pub async fn explained(&self, row: &str) -> String {
        let script = "return squeezed(document.querySelector(`[data-error=\"${arguments[0]}\"]`)?.innerText) || null;";
        let what = format!("the error {row:?} is explained");
        text(&self.until(&what, script, &[json!(row)], |value| !value.is_null()).await)
    }

    /// Waits until the causes that are marked as likely are these, the first ones of the list.
    pub async fn until_likely(&self, causes: &[&str]) {
        let script = "const all_causes = all('[data-cause]');
          const likely = all_causes.filter((one) => one.matches('[data-likely]'));
          return likely.every((one, at) => one === all_causes[at]) && likely.map((one) => one.dataset.cause);";
        let expected = json!(causes);
        self.until(&format!("the likely causes are {causes:?}"), script, &[], |value| *value == expected).await;
    }

    /// Waits until the questions about the app type have come to that one, or to that end.
    pub async fn until_chooser(&self, step: &str) {
        let script = "return document.querySelector('[data-chooser]')?.dataset.step ?? null;";
        self.until(&format!("the questions come to {step:?}"), script, &[], |value| value == step).await;
    }

    /// The questions answered so far.
    pub async fn answered(&self) -> Vec<String> {
        let answered = self.script("return all('[data-answered]').map((one) => one.dataset.answered);", &[]).await;
        serde_json::from_value(answered).expect("names")
    }

    /// Waits until there is no finding.
    pub async fn no_finding(&self) {
        self.until_findings("there is no finding", <[Finding]>::is_empty).await;
    }

    /// Waits for an output, such as `authorize-url`, and returns its text.
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

    /// Waits for a tab that is not one of those, and goes to it.
    pub async fn switch_to_new_tab(&self, known: &[WindowHandle]) {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(new) = self.tabs().await.into_iter().find(|tab| !known.contains(tab)) {
                return self.switch_to(&new).await;
            }
            assert!(Instant::now() < end, "no new tab opened");
            sleep(GLANCE).await;
        }
    }

    /// Waits until one of the tabs has a finding of that kind, and goes to it.
    pub async fn switch_to_finding(&self, kind: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            for tab in self.tabs().await {
                self.switch_to(&tab).await;
                if self.findings().await.iter().any(|finding| finding.kind == kind) {
                    return;
                }
            }
            assert!(Instant::now() < end, "no tab has the finding {kind:?}");
            sleep(GLANCE).await;
        }
    }

    /// Everything that the browser keeps for this page: both storages, cookies, databases, caches, the history's state,
    /// and what anybody sees of it: URL, title, the name of the window, and where links lead.
    pub async fn kept(&self) -> String {
        let script = r#"
const done = arguments[arguments.length - 1];
(async () => {
  const caches_ = await Promise.all((await caches.keys()).map(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return [name, requests.map(({ method, url }) => `${method} ${url}`)];
  }));
  return JSON.stringify({
    local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, caches: caches_,
    databases: await indexedDB.databases(), state: history.state, address: location.href, title: document.title,
    window: window.name, links: [...document.querySelectorAll("a[href]")].map((one) => one.href),
  });
})().then(done, (error) => done(`error: ${error}`));"#;
        let answer = self.driver.execute_async(script, Vec::new()).await.expect("the storages can be read");
        let kept = text(answer.json());
        assert!(!kept.starts_with("error"), "{kept}");
        kept
    }

    /// Everything that can be read on the page or was offered to copy: its text, and texts in fields that are not for
    /// typing.
    pub async fn readable(&self) -> String {
        self.text_of_script(
            "return [document.body.innerText, ...all('[readonly]').map((one) => one.value)].join('\\n');",
        )
        .await
    }

    /// Lets the tests read the clipboard.
    pub async fn allow_clipboard(&self) {
        let wanted =
            json!({ "origin": self.site.origin(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", wanted).await;
    }

    /// What was copied last.
    pub async fn clipboard(&self) -> String {
        let script = "const done = arguments[arguments.length - 1];
          navigator.clipboard.readText().then(done, (error) => done(`error: ${error}`));";
        text(self.driver.execute_async(script, Vec::new()).await.expect("the clipboard").json())
    }

    /// Waits until the clipboard contains what it should.
    pub async fn until_copied(&self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let copied = self.clipboard().await;
            if is_right(&copied) {
                return copied;
            }
            assert!(Instant::now() < end, "{what} was not copied; the clipboard holds {copied:?}");
            sleep(GLANCE).await;
        }
    }

    /// Waits until no request has come for a moment: the page and its service worker have all that they fetch.
    pub async fn settled(&self) {
        let script = "const done = arguments[arguments.length - 1];
          (async () => {
            const registration = await navigator.serviceWorker?.getRegistration();
            return !registration || (!registration.installing && !registration.waiting && registration.active?.state === 'activated');
          })().then(done, () => done(false));";
        let end = Instant::now() + PATIENCE;
        let mut before = usize::MAX;
        loop {
            let answer = self.driver.execute_async(script, Vec::new()).await.expect("the service worker can be asked");
            let now = self.site.arrived().len();
            if answer.json() == &json!(true) && now == before {
                return;
            }
            assert!(Instant::now() < end, "the page does not come to rest");
            before = now;
            sleep(GLANCE * 8).await;
        }
    }

    /// Every message of the console since the session began.
    pub async fn console(&self) -> Vec<Message> {
        self.watch.console(&self.driver).await
    }

    /// Waits until the console has so many messages, and gives them.
    ///
    /// # Panics
    ///
    /// If they do not come, with those that did.
    pub async fn until_console(&self, count: usize) -> Vec<Message> {
        let end = Instant::now() + PATIENCE;
        loop {
            let all = self.console().await;
            if all.len() >= count {
                return all;
            }
            assert!(Instant::now() < end, "{all:?}");
            sleep(GLANCE).await;
        }
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

/// Reads what Chromium writes: compressed streams, fonts with a table from glyphs to characters, and texts as glyphs.
const PDF_TEXT: &str = r#"
const pdfText = async (base64) => {
  const pdf = atob(base64);
  const inflated = async (body) => {
    const bytes = Uint8Array.from(body, (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new TextDecoder("latin1").decode(await new Response(stream).arrayBuffer());
  };
  const objects = new Map();
  for (const found of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)\nendobj/g)) {
    const [, number, all] = found;
    const start = all.search(/\bstream\r?\n/);
    const head = start < 0 ? all : all.slice(0, start);
    let body = start < 0 ? "" : all.slice(all.indexOf("\n", start) + 1, all.lastIndexOf("endstream")).replace(/\r?\n$/, "");
    if (body && head.includes("/FlateDecode") && !/\/Image|\/FontFile|\/Length1/.test(head)) body = await inflated(body).catch(() => "");
    objects.set(number, { head, body });
  }
  const unicode = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((one) => parseInt(one, 16)));
  const fonts = new Map();
  for (const { head } of objects.values()) {
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = objects.get(objects.get(number)?.head.match(/\/ToUnicode (\d+) 0 R/)?.[1])?.body ?? "";
      const glyphs = new Map();
      const width = map.match(/begincodespacerange\s*<([0-9A-Fa-f]+)>/)?.[1].length ?? 4;
      for (const [, block] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
        for (const [, glyph, ch] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) glyphs.set(parseInt(glyph, 16), unicode(ch));
      }
      for (const [, block] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
        for (const [, first, last, ch] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
          for (let at = parseInt(first, 16); at <= parseInt(last, 16); at++) {
            glyphs.set(at, String.fromCharCode(parseInt(ch, 16) + at - parseInt(first, 16)));
          }
        }
      }
      fonts.set(name, { glyphs, width });
    }
  }
  let text = "", font;
  for (const { body } of objects.values()) {
    for (const [, name, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^\[\]]*(?:Tj|\]\s*TJ))/g)) {
      if (name) font = fonts.get(name);
      else for (const glyph of hex.match(new RegExp(`.{${font?.width ?? 4}}`, "g")) ?? []) text += font?.glyphs.get(parseInt(glyph, 16)) ?? "";
    }
  }
  return text.replace(/\s+/g, "");
};
"#;

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

fn pairs(value: &Value) -> Vec<(String, String)> {
    list(value).iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}
