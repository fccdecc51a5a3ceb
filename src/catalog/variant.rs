//! The ways to connect a product.

use serde::Deserialize;

use super::{Block, Confidence, Events, Flow, GrantType, Placeholder, Redirect, ScopeSet, SecondApp, Template, Value};

/// One way to connect the product.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its name in the route's `variant` parameter.
    pub id: String,
    /// The app type, a name in the provider's `apps`.
    pub app: String,
    /// The name to give the app, where the vendor gives or suggests one.
    pub app_name: Option<String>,
    /// The grant type by which the product gets its tokens (RFC 6749 §1.3), and who requests them; absent: the product
    /// requests none and only gets events.
    pub flow: Option<Flow>,
    /// Two identical installations that must not share an app: the guide is gone through twice.
    #[serde(default)]
    pub redundant_pair: bool,
    /// The redirect URL, where the app has one.
    pub redirect: Option<Redirect>,
    /// The events that the product gets.
    pub events: Option<Events>,
    /// A second app that the product can use.
    pub second_app: Option<SecondApp>,
    /// Which granular scopes to select.
    #[serde(default)]
    pub scopes: Vec<ScopeSet>,
    /// The classic scopes that the vendor's guide names.
    #[serde(default)]
    pub classic: Vec<String>,
    /// How sure the classic list is.
    #[serde(default)]
    pub classic_sure: Confidence,
    /// The lines of the step "Create the app": `name` is a task of this file, `provider/name` one of the provider's.
    pub create: Vec<String>,
    /// The lines of the step "Copy the credentials".
    #[serde(default)]
    pub credentials: Vec<String>,
    /// The lines of the step "Set up events".
    #[serde(default)]
    pub subscribe: Vec<String>,
    /// The lines of the step "Enter the values".
    pub enter: Vec<String>,
    /// Where in the product the fields are: its own menu words, outermost first.
    #[serde(default)]
    pub place: Vec<String>,
    /// How sure the place is.
    #[serde(default)]
    pub place_sure: Confidence,
    /// The product's fields, in the order in which they are entered.
    #[serde(default)]
    pub values: Vec<Value>,
    /// Whole files and commands with the values in them.
    #[serde(default)]
    pub blocks: Vec<Block>,
}

impl Variant {
    /// The sets of scopes that can be selected or left out.
    pub fn choosable_sets(&self) -> impl Iterator<Item = &ScopeSet> {
        self.scopes.iter().filter(|set| set.is_choice())
    }

    /// The grant type by which the product gets its tokens, if it gets any.
    #[must_use]
    pub fn grant(&self) -> Option<GrantType> {
        self.flow.map(|flow| flow.grant)
    }

    /// Whether the admin authorizes the app and gets an authorization code on the page.
    #[must_use]
    pub fn brings_code(&self) -> bool {
        self.flow.is_some_and(Flow::brings_code)
    }

    /// Whether the app shows an Account ID to copy.
    #[must_use]
    pub fn has_account_id(&self) -> bool {
        self.grant() == Some(GrantType::AccountCredentials)
    }

    /// The lists of its lines, each with its key, but for those about a second app.
    pub(super) fn lists(&self) -> [(&'static str, &[String]); 4] {
        [
            ("create", &self.create),
            ("credentials", &self.credentials),
            ("subscribe", &self.subscribe),
            ("enter", &self.enter),
        ]
    }

    /// What a field is called where its label alone would not do: `group/label` where several fields have that label.
    /// Its sentence in the prose has the same name.
    #[must_use]
    pub fn value_name(&self, value: &Value) -> String {
        name_among(&value.label, value.group.as_deref(), self.values.iter().map(|value| value.label.as_str()))
    }

    /// The templates of its values and blocks.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        let lines = self.blocks.iter().flat_map(|block| &block.lines);
        self.values.iter().filter_map(|value| value.template.as_ref()).chain(lines.filter_map(|line| line.template()))
    }

    /// Whether one of its values or blocks needs this.
    #[must_use]
    pub fn needs(&self, placeholder: Placeholder) -> bool {
        self.templates().flat_map(Template::placeholders).any(|one| one == placeholder)
    }
}

/// What a field with this label is called among those with all these labels, its own included.
pub(crate) fn name_among<'l>(label: &str, group: Option<&str>, labels: impl Iterator<Item = &'l str>) -> String {
    match group {
        Some(group) if labels.filter(|other| *other == label).count() > 1 => format!("{group}/{label}"),
        _ => label.to_owned(),
    }
}
