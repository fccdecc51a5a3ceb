//! What one does: fields, buttons, steps, keys.

use super::*;

impl Desk {
    /// Puts a text into a field at once, as a paste does, in place of its content.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        self.replace(&field, text).await;
    }

    /// Puts a text into the field of that id, where several have the same name.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn fill_id(&self, id: &str, text: &str) {
        let script = "return document.getElementById(arguments[0]) !== null;";
        self.until(&format!("there is the field {id:?}"), script, &[json!(id)], |there| there == &json!(true)).await;
        let field = self.element("return document.getElementById(arguments[0]);", &[json!(id)]).await;
        self.replace(&field.expect("the field"), text).await;
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

    /// Chooses an entry of a list by its value.
    pub async fn choose(&self, label: &str, value: &str) {
        let field = self.field(label).await;
        let entry = format!("option[value={}]", json!(value));
        let scroll = "named(FIELD, arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.script(scroll, &[json!(label)]).await;
        field.find(By::Css(entry)).await.expect("the entry").click().await.expect("the entry can be chosen");
    }

    /// Selects or clears a checkbox.
    pub async fn tick(&self, label: &str, on: bool) {
        let field = self.field(label).await;
        if field.is_selected().await.expect("a box") != on {
            // The page scrolls smoothly, and a click does not wait for that.
            let scroll = "named(FIELD, arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' });";
            self.script(scroll, &[json!(label)]).await;
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

    /// Opens a step of a guide if it is folded: `create`, `scopes`, `credentials`, `authorize`, `exchange`, `try`, `enter`.
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
        bools(&self.script(script, &[json!(step)]).await)
    }

    /// Clicks the choice of a set of scopes.
    pub async fn choose_scope_set(&self, set: &str) {
        let script = "return document.querySelector(`[data-set=\"${arguments[0]}\"] label > input`);";
        self.click(&format!("the set {set:?}"), script, &[json!(set)]).await;
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

    /// Presses the keys of characters, wherever the focus is.
    pub async fn type_anywhere(&self, text: &str) {
        self.driver.action_chain().send_keys(text).perform().await.expect("the keys are pressed");
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
}
