//! JSON Schemas of the files, with which an editor completes and checks them. They are made from the types that read
//! the files, and say of a file what reading it says; what [`Guide::check`](super::Guide::check) finds is not in them.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use strum::{IntoStaticStr, VariantArray, VariantNames};

use super::{
    BlockContent, Chooser, ChooserProse, ErrorProse, ErrorTable, FileName, Filter, Index, Local, Placeholder, Product,
    ProductProse, Provider, ProviderProse, SchemaVersion, ScopeTable, SearchWords, Sentence, Template, WebAddress,
};
use crate::named::Named;

/// The kinds of file in `www/catalog/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum FileKind {
    /// `products/<id>.json`
    Product,
    /// `products/<id>.<language>.json`
    ProductProse,
    /// `providers/<id>.json`
    Provider,
    /// `providers/<id>.<language>.json`
    ProviderProse,
    /// `scopes/<name>.json`
    ScopeTable,
    /// `errors/<name>.json`
    ErrorTable,
    /// `errors/<name>.<language>.json`
    ErrorProse,
    /// `choosers/<name>.json`
    Chooser,
    /// `choosers/<name>.<language>.json`
    ChooserProse,
    /// `index.json`
    Index,
    /// `local.json`
    Local,
    /// `words.json`
    Words,
}

impl FileKind {
    /// The kind of a file by its path below `www/catalog/`.
    #[must_use]
    pub fn of(path: &str) -> Option<FileKind> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.strip_suffix(".json")?;
        Some(match (folder, stem, stem.contains('.')) {
            ("products", _, false) => FileKind::Product,
            ("products", _, true) => FileKind::ProductProse,
            ("providers", _, false) => FileKind::Provider,
            ("providers", _, true) => FileKind::ProviderProse,
            ("scopes", _, false) => FileKind::ScopeTable,
            ("errors", _, false) => FileKind::ErrorTable,
            ("errors", _, true) => FileKind::ErrorProse,
            ("choosers", _, false) => FileKind::Chooser,
            ("choosers", _, true) => FileKind::ChooserProse,
            ("", "index", false) => FileKind::Index,
            ("", "local", false) => FileKind::Local,
            ("", "words", false) => FileKind::Words,
            _ => return None,
        })
    }

    /// The path of its schema below `www/catalog/`.
    #[must_use]
    pub fn schema_file(self) -> String {
        let name: &str = self.into();
        format!("schema/{name}.json")
    }

    /// Its schema, in the version that every editor reads (draft 7).
    #[must_use]
    pub fn schema(self) -> Value {
        let settings = SchemaSettings::draft07().with(|settings| {
            // First, because a `null` that is taken away leaves keywords beside a `$ref`, which draft 7 does not have.
            settings.transforms.insert(0, Box::new(RecursiveTransform(tidy)));
        });
        let generator = settings.into_generator();
        let schema = match self {
            FileKind::Product => generator.into_root_schema_for::<Product>(),
            FileKind::ProductProse => generator.into_root_schema_for::<ProductProse>(),
            FileKind::Provider => generator.into_root_schema_for::<Provider>(),
            FileKind::ProviderProse => generator.into_root_schema_for::<ProviderProse>(),
            FileKind::ScopeTable => generator.into_root_schema_for::<ScopeTable>(),
            FileKind::ErrorTable => generator.into_root_schema_for::<ErrorTable>(),
            FileKind::ErrorProse => generator.into_root_schema_for::<ErrorProse>(),
            FileKind::Chooser => generator.into_root_schema_for::<Chooser>(),
            FileKind::ChooserProse => generator.into_root_schema_for::<ChooserProse>(),
            FileKind::Index => generator.into_root_schema_for::<Index>(),
            FileKind::Local => generator.into_root_schema_for::<Local>(),
            FileKind::Words => generator.into_root_schema_for::<SearchWords>(),
        };
        schema.into()
    }
}

/// Takes out what helps nobody who writes a file: `null`, which is the same as no key at all; Rust's sizes of numbers;
/// empty lists as defaults; and the line breaks of the source.
fn tidy(schema: &mut Schema) {
    let Some(schema) = schema.as_object_mut() else { return };
    let null = json!({ "type": "null" });
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|one| one != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(ways)) = schema.get("anyOf")
        && let [Value::Object(only), last] = ways.as_slice()
        && *last == null
    {
        let only = only.clone();
        schema.remove("anyOf");
        only.into_iter().for_each(|(key, value)| {
            schema.entry(key).or_insert(value);
        });
    }
    let is_empty = |value: &Value| value.is_null() || *value == json!([]) || *value == json!({});
    if schema.get("default").is_some_and(is_empty) {
        schema.remove("default");
    }
    schema.remove("format");
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n");
    }
}

/// What the name of an input looks like.
const INPUT_NAME: &str = "[a-z][a-z0-9_]*";

/// The names that the inputs of a product can have.
pub(super) fn input_names() -> Value {
    json!({ "pattern": format!("^{INPUT_NAME}$"), "not": { "enum": Placeholder::VARIANTS } })
}

impl JsonSchema for Template {
    fn schema_name() -> Cow<'static, str> {
        "Template".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Placeholder::VARIANTS.join("|").replace('.', r"\.");
        let filters = Filter::VARIANTS.join("|");
        json_schema!({
            "description": format!(
                "A text with names in braces, as `{{client_id}}`; `{{{{` and `}}}}` are braces. The names are those of the \
                 product's inputs, and {}. After the name there can be filters, as in `{{client_secret|base64}}`: {}.",
                Placeholder::VARIANTS.join(", "),
                Filter::VARIANTS.join(", "),
            ),
            "type": "string",
            "pattern": format!(r"^([^{{}}]|\{{\{{|\}}\}}|\{{({names}|{INPUT_NAME})(\|({filters}))*\}})*$"),
        })
    }
}

impl JsonSchema for BlockContent {
    fn schema_name() -> Cow<'static, str> {
        "BlockContent".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let template = generator.subschema_for::<Template>();
        json_schema!({
            "description": "What a line sets its key to.",
            "anyOf": [template, { "type": "number" }, { "type": "boolean" }],
        })
    }
}

impl JsonSchema for FileName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "FileName".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+$" })
    }
}

impl JsonSchema for WebAddress {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "WebAddress".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // The spaces of Unicode and the control characters, one by one: `\s` is not the same in every editor.
        let spaces = r"\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
        json_schema!({ "type": "string", "pattern": format!("^https?://[^/?#{spaces}][^{spaces}]*$") })
    }
}

impl JsonSchema for SchemaVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SchemaVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "const": SchemaVersion::NUMBER })
    }
}

impl JsonSchema for Sentence {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Sentence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Plain text. `**…**` marks a label, and backticks mark something to type or to read character by \
                            character.",
            "type": "string",
        })
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Named_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}
