use super::Faults;
use crate::catalog::template::is_input_name;
use crate::catalog::{Input, InputKind, Problem, What};

impl Faults<'_> {
    /// What a product's facts say of the product as a whole.
    pub(super) fn facts(&mut self) {
        let product = &self.guide.product;
        let is_of_provider = *product.provider == *self.guide.provider.id;
        self.known("provider", &product.provider, is_of_provider, "catalog/providers/");
        if !is_month(&product.checked) {
            self.of_facts("checked", Problem::NoMonth(product.checked.clone()));
        }
        match &product.no_app {
            None => self.missing("variants", product.variants.is_empty(), "at least one variant"),
            Some(no_app) => {
                self.superfluous("no_app", !product.variants.is_empty(), "`no_app` next to `variants`");
                self.sources("no_app", &no_app.source);
                self.lines("no_app.lines", &no_app.lines);
                self.missing("no_app.lines", no_app.lines.is_empty(), "a line that says what to do instead");
            }
        }
        self.once("variants", product.variants.iter().map(|one| one.id.as_str()));
        self.once("corrections", product.corrections.iter().map(|one| one.id.as_str()));
        for correction in &product.corrections {
            self.sources(&format!("corrections.{}", correction.id), &correction.source);
        }
        self.tasks();
        self.inputs();
    }

    fn tasks(&mut self) {
        let guide = self.guide;
        let used = || {
            let of_variants = guide.product.variants.iter().flat_map(|variant| {
                let second = variant.second_app.iter().flat_map(|second| &second.create);
                variant.lists().into_iter().flat_map(|(_, names)| names).chain(second)
            });
            of_variants.chain(guide.product.no_app.iter().flat_map(|no_app| &no_app.lines))
        };
        for (name, task) in &guide.product.tasks {
            let place = format!("tasks.{name}");
            self.sources(&place, &task.source);
            self.about(self.facts_file(), &place, &task.about, "");
            let is_used = used().any(|one| one == name);
            self.superfluous(&place, !is_used, "a task that no step names");
        }
    }

    fn inputs(&mut self) {
        let guide = self.guide;
        let inputs = &guide.product.inputs;
        self.superfluous("inputs", inputs.iter().count() > Input::MOST, What::ManyInputs);
        for (name, input) in inputs {
            let place = format!("inputs.{name}");
            let is_name = is_input_name(name);
            self.missing(&place, !is_name, What::InputName);
            self.sources(&place, &input.source);
            let is_choice = input.kind == InputKind::Choice;
            self.missing(&place, is_choice && input.of.len() < 2, What::Choices);
            self.superfluous(&place, !is_choice && !input.of.is_empty(), "`of` without the kind `choice`");
            let is_used = guide
                .product
                .variants
                .iter()
                .flat_map(super::templates::all)
                .any(|(_, template)| template.inputs().any(|one| one == name));
            self.superfluous(&place, is_name && !is_used, What::UnusedInput);
        }
    }
}

/// A year and a month with two digits.
fn is_month(text: &str) -> bool {
    let is_number = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, month)| {
        is_number(year, 4) && is_number(month, 2) && month.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
    })
}
