//! What one sees: headings, values, findings, notices; and what the browser noted.

use std::collections::BTreeSet;

use super::*;

impl Desk {
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

    /// Waits until the document says that it is in that language, which comes after what is seen.
    pub async fn until_language(&self, code: &str) {
        let script = "return document.documentElement.lang;";
        self.until(&format!("the document is in {code}"), script, &[], |now| now == code).await;
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

    /// The fields in which something was found: what each is called, and the kinds of what was found.
    pub async fn findings_of_fields(&self) -> Value {
        self.script(&format!("{KINDS}\nreturn kinds(all('.field'), 'label');"), &[]).await
    }

    /// The sets of scopes that can be chosen: whether each is.
    pub async fn scope_sets(&self) -> Vec<bool> {
        let script = "return all('[data-set] label > input').map((box) => box.checked);";
        bools(&self.script(script, &[]).await)
    }

    /// The steps that a pasted report shows, with their states.
    pub async fn steps_of_report(&self) -> Vec<(String, String)> {
        let script = "return all('[data-output=report-steps] > [data-step]')
          .map((one) => [one.dataset.step, one.dataset.state]);";
        pairs(&self.until("the steps of the report are there", script, &[], |all| all != &json!([])).await)
    }

    /// The fields of a pasted report in which something was found, as [`Desk::findings_of_fields`] has them.
    pub async fn findings_of_report(&self) -> Value {
        let script = format!("{KINDS}\nreturn kinds(all('[data-output=report-fields] > li'), 'strong');");
        self.script(&script, &[]).await
    }

    /// The sets of scopes of a pasted report, as [`Desk::scope_sets`] has them.
    pub async fn scope_sets_of_report(&self) -> Vec<bool> {
        let script = "return all('[data-output=report-sets] > li').map((one) => one.dataset.checked === 'true');";
        bools(&self.script(script, &[]).await)
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

    /// Lets the tests read the clipboard.
    pub async fn allow_clipboard(&self) {
        match Driver::chosen() {
            Driver::Chromium => {}
            Driver::Firefox => return,
            Driver::WebKit => {
                self.site.run_first(REMEMBER_COPIES);
                self.script(REMEMBER_COPIES, &[]).await;
                return;
            }
        }
        let wanted =
            json!({ "origin": self.site.origin(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", wanted).await;
    }

    /// What was copied last.
    pub async fn clipboard(&self) -> String {
        if Driver::chosen() == Driver::WebKit {
            return self.text_of_script("return globalThis.copied ?? '';").await;
        }
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
        self.watch.requests(&self.driver, &self.site).await
    }

    /// Every request that left the browser, if the visit is watched.
    #[must_use]
    pub fn passed(&self) -> Vec<Passed> {
        self.outside.as_ref().map(|outside| outside.proxy.passed()).unwrap_or_default()
    }

    /// Whom the browser was connected to, if the visit is watched: protocol, address and port.
    #[must_use]
    pub fn connections(&self) -> BTreeSet<String> {
        self.outside.as_ref().map(|outside| outside.connections.seen()).unwrap_or_default()
    }
}

/// WebKit lets no test read the clipboard: what it was really given is remembered.
const REMEMBER_COPIES: &str = "const real = navigator.clipboard?.writeText;
if (real) {
  navigator.clipboard.writeText = async (text) => {
    await real.call(navigator.clipboard, text);
    globalThis.copied = text;
  };
}
document.addEventListener('copy', ({ target }) => {
  globalThis.copied = 'selectionStart' in target ? target.value.slice(target.selectionStart, target.selectionEnd) : String(getSelection());
});";

/// Of each element with findings its name and their kinds, in the order of the names.
const KINDS: &str = "const kinds = (elements, name) => elements
  .map((one) => [
    squeezed(one.querySelector(name)?.textContent),
    all('[data-finding]', one).map((found) => found.dataset.finding).sort(),
  ])
  .filter(([, found]) => found.length > 0)
  .sort(([one], [other]) => (one < other ? -1 : 1));";
