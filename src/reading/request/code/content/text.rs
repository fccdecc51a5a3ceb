//! The text of a value, as far as it is known.

use super::template::{Template, TemplatePart, template_of};
use super::{ENCODERS, KEPT, View, WRAPPERS};
use crate::oauth::form_encoded;
use crate::reading::request::code::program::Program;
use crate::reading::request::code::value::{Link, TextPart, Value, ValueKind};
use crate::reading::request::piece::Fragment;

impl Program<'_> {
    /// The text of a value, with `${…}` for what is not known.
    pub(in crate::reading::request::code) fn text_of(&self, value: &Value) -> Fragment {
        let value = value.resolved();
        if let ValueKind::Text(parts) = &value.kind
            && let [TextPart::Literal(text)] = parts.as_slice()
        {
            return with_variables(text.clone());
        }
        let mut text = String::new();
        let mut expands = false;
        self.write(value, &mut text, &mut expands);
        with_variables(Fragment { text, span: value.span, expands, at: None })
    }

    fn write(&self, value: &Value, text: &mut String, expands: &mut bool) {
        let value = value.resolved();
        if !self.spends(8) {
            *expands = true;
            return;
        }
        match &value.kind {
            ValueKind::Text(parts) => {
                for part in parts {
                    match part {
                        TextPart::Literal(literal) => {
                            if self.spends(literal.text.len()) {
                                text.push_str(&literal.text);
                                *expands |= literal.expands;
                            } else {
                                *expands = true;
                            }
                        }
                        TextPart::Value(value) => self.write(value, text, expands),
                    }
                }
            }
            ValueKind::Chain(_) if self.write_chain(value, text, expands) => {}
            _ => {
                *expands = true;
                text.push_str(&self.name_of(value));
            }
        }
    }

    /// The text of a chain that only wraps or formats a text.
    fn write_chain(&self, value: &Value, text: &mut String, expands: &mut bool) -> bool {
        if let Some(pair) = self.known_base64(value) {
            text.push_str(&pair);
            return true;
        }
        let mut view = View::of(value);
        while let Some(link) = view.links.pop() {
            let name = link.name.as_str();
            if let Some(template) = template_of(name, link, &view) {
                return self.write_formatted(&template, text, expands);
            }
            if ENCODERS.contains(&name)
                && let Some(argument) = link.argument(0)
            {
                let inner = self.text_of(argument);
                *expands |= inner.expands;
                text.push_str(&if inner.expands { inner.text } else { form_encoded(&inner.text) });
                return true;
            }
            if KEPT.contains(&name) && link.argument(1).is_none() && !is_base64_argument(link) {
                continue;
            }
            if WRAPPERS.contains(&name)
                && let Some(argument) = link.argument(0)
            {
                self.write(argument, text, expands);
                return true;
            }
            return false;
        }
        match view.root {
            Some(root) if matches!(root.kind, ValueKind::Text(_)) => {
                self.write(root, text, expands);
                true
            }
            _ => false,
        }
    }

    fn write_formatted(&self, template: &Template<'_>, text: &mut String, expands: &mut bool) -> bool {
        for part in template.parts() {
            match part {
                TemplatePart::Literal(literal) => text.push_str(literal),
                TemplatePart::Value(Some(value)) => self.write(value, text, expands),
                TemplatePart::Value(None) => {
                    *expands = true;
                    text.push_str("${…}");
                }
            }
        }
        true
    }

    /// `${name}` for a value that is not known.
    pub(in crate::reading::request::code) fn name_of(&self, value: &Value) -> String {
        let raw = self.text.get(value.span.start..value.span.end).unwrap_or_default();
        let name = raw.trim_start_matches('$');
        let is_name = name.contains(char::is_alphanumeric)
            && name.len() < 48
            && name.chars().all(|ch| ch.is_alphanumeric() || "_.->:()[]'\"".contains(ch));
        // `new URLSearchParams(location.search).get("code")` is called after what it gets.
        let links = value.links();
        let got = links.last().filter(|link| link.name == "get").and_then(|link| link.argument(0)?.literal());
        match got.filter(|got| got.len() < 48 && got.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_')) {
            _ if is_name => format!("${{{name}}}"),
            Some(got) => format!("${{{got}}}"),
            None => "${…}".to_owned(),
        }
    }
}

fn is_base64_argument(link: &Link) -> bool {
    link.argument(0).and_then(Value::literal).is_some_and(|argument| argument.eq_ignore_ascii_case("base64"))
}

/// A text of a program may contain a variable of Postman or of a template.
fn with_variables(mut text: Fragment) -> Fragment {
    text.expands |= text.text.contains("{{");
    text
}
