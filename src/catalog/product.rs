//! A product's facts: which app it needs in Zoom, with which scopes, and what its own fields are called.

use serde::Deserialize;

use super::Template;
use crate::named::Named;

/// The file `www/catalog/products/<id>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The name in the route, equal to the file's name: lowercase letters, digits and `-`.
    pub id: String,
    /// The product's name as its vendor writes it.
    pub name: String,
    /// The vendor's name as it writes it itself.
    pub vendor: String,
    /// The provider it connects to: the name of a file in `www/catalog/providers/`.
    pub provider: String,
    /// The month the facts were last read against their sources, as `2026-11`.
    pub checked: String,
    /// How long the whole guide takes, in minutes.
    pub minutes: u32,
    /// The language of the product's own labels (BCP 47); they are quoted, never translated.
    pub labels_language: String,
    /// Where facts were read, by the short name that `source` lists refer to.
    pub sources: Named<Source>,
    /// Lines of the guide that belong to this product alone, by name; the sentence is in the prose.
    #[serde(default)]
    pub tasks: Named<Task>,
    /// What the vendor's own guide has wrong or out of date.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The ways to connect it, the recommended one first; at least one.
    pub variants: Vec<Variant>,
}

impl Product {
    /// The path of a product's facts, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/products/{id}.json")
    }
}

/// Where a fact was read.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the source calls itself.
    pub title: String,
    /// Its URL, where it has one.
    pub url: Option<String>,
    /// Its own date or version, as it states it.
    pub date: Option<String>,
}

/// How sure a fact is; anything less than `Confirmed` is marked on the page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read in the provider's or the vendor's own text.
    #[default]
    Confirmed,
    /// Read only in somebody else's text or code.
    ThirdParty,
    /// Inferred by us from other facts.
    Inferred,
}

/// One line of a step.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Whether to do it, to avoid it, or to know it.
    #[serde(default)]
    pub kind: TaskKind,
    /// What the page shows below the sentence.
    pub shows: Option<Shows>,
    /// How sure it is that the line is right.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources` of the same file.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The kinds of line.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Something to do, with a checkbox.
    #[default]
    Do,
    /// Something not to do.
    Avoid,
    /// Something to know.
    Know,
}

/// What a line shows below its sentence.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// The app's name, to copy.
    AppName,
    /// The redirect URL, to enter and to copy.
    RedirectUrl,
    /// The scopes, to choose and to copy.
    Scopes,
}

/// A fault of the vendor's guide; the sentence is in the prose.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Its name in the prose.
    pub id: String,
    /// How sure our correction is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// One way to connect the product.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its name in the route's `variant` parameter.
    pub id: String,
    /// The app type, a name in the provider's `apps`.
    pub app: String,
    /// The name to give the app, where the vendor gives or suggests one.
    pub app_name: Option<String>,
    /// The grant type by which the product gets its tokens (RFC 6749 §1.3), and who requests them.
    pub flow: Flow,
    /// Two identical installations that must not share an app: the guide is gone through twice.
    #[serde(default)]
    pub redundant_pair: bool,
    /// The redirect URL, where the app has one.
    pub redirect: Option<Redirect>,
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
    /// The lines of the step "Enter the values".
    pub enter: Vec<String>,
    /// Where in the product the fields are: its own menu words, outermost first.
    #[serde(default)]
    pub place: Vec<String>,
    /// The product's fields, in the order in which they are entered.
    pub values: Vec<Value>,
}

/// Who uses which grant type.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The grant type of the token request.
    pub grant: GrantType,
    /// The admin gets the token by hand and enters it: the guide has the steps for it. Otherwise the product does.
    #[serde(default)]
    pub by_hand: bool,
}

/// The grant types a product can use, by their name in a token request.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum GrantType {
    /// RFC 6749 §4.1.
    AuthorizationCode,
    /// Zoom's own grant type for Server-to-Server apps.
    AccountCredentials,
    /// RFC 6749 §4.4.
    ClientCredentials,
}

/// The redirect URL of an app.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// URLs that the product prescribes, the first one chosen at the start; empty: the admin's own.
    #[serde(default)]
    pub offered: Vec<String>,
    /// How sure they are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// Granular scopes that belong together.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ScopeSet {
    /// Its name in the prose (`scope_sets`).
    pub id: String,
    /// Whether it can be left out.
    pub choice: Choice,
    /// The scopes; each must be in the provider's table.
    pub names: Vec<String>,
    /// How sure the list is.
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// Whether a set of scopes can be left out.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Always needed.
    Always,
    /// A checkbox, selected at the start.
    On,
    /// A checkbox, cleared at the start.
    Off,
    /// One of all sets of the variant that say so; the first one is chosen at the start.
    OneOf,
}

/// One field of the product.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The exact label in the product, without a colon at its end.
    pub label: String,
    /// What goes in; absent: the admin's own, which the prose explains.
    pub template: Option<Template>,
    /// Whether the product needs it.
    #[serde(default = "needed")]
    pub needed: bool,
    /// How sure label and content are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// A product needs each of its fields, unless its file says otherwise.
fn needed() -> bool {
    true
}
