//! A text with places for values: `%s`, `{}`, `{0}`.

use super::View;
use crate::reading::request::code::value::{Link, Value, ValueKind};

/// A text with places for values: `%s`, `{}`, `{0}`.
pub(in crate::reading::request::code) struct Template<'v> {
    text: &'v str,
    arguments: Vec<&'v Value>,
    named: Vec<(&'v str, &'v Value)>,
    has_percent: bool,
}

pub(in crate::reading::request::code) enum TemplatePart<'v> {
    Literal(&'v str),
    Value(Option<&'v Value>),
}

/// The template that a call formats.
pub(in crate::reading::request::code) fn template_of<'v>(
    name: &str,
    link: &'v Link,
    view: &View<'v>,
) -> Option<Template<'v>> {
    let arguments = || link.arguments.iter().flatten();
    let unnamed = || arguments().filter(|argument| argument.name.is_none()).map(|argument| &argument.value);
    let named = || arguments().filter_map(|argument| Some((argument.name.as_deref()?, &argument.value))).collect();
    let is_text = view.links.is_empty() && view.root.is_some_and(|root| matches!(root.kind, ValueKind::Text(_)));
    if is_text && matches!(name, "format" | "%" | "formatted") {
        let text = view.root?.literal()?;
        let has_percent = name != "format";
        return Some(Template { text, arguments: unnamed().collect(), named: named(), has_percent });
    }
    if matches!(name, "format" | "Format" | "Sprintf" | "sprintf") {
        let text = unnamed().next()?.literal()?;
        let has_percent = text.contains('%');
        return Some(Template { text, arguments: unnamed().skip(1).collect(), named: named(), has_percent });
    }
    None
}

impl<'v> Template<'v> {
    pub(in crate::reading::request::code) fn parts(&self) -> Vec<TemplatePart<'v>> {
        let mut parts = Vec::new();
        let mut rest = self.text;
        let mut number = 0;
        let sign = if self.has_percent { '%' } else { '{' };
        while let Some((literal, behind)) = rest.split_once(sign) {
            parts.push(TemplatePart::Literal(literal));
            if self.has_percent {
                let end =
                    behind.find(|ch: char| ch.is_ascii_alphabetic() || ch == '%').map_or(behind.len(), |at| at + 1);
                let is_sign = behind.starts_with('%');
                rest = behind.get(end..).unwrap_or_default();
                if is_sign {
                    parts.push(TemplatePart::Literal("%"));
                    continue;
                }
                parts.push(TemplatePart::Value(self.arguments.get(number).copied()));
                number += 1;
            } else {
                let Some((name, behind)) = behind.split_once('}') else { break };
                rest = behind;
                let place = name.parse().ok().or(name.is_empty().then_some(number));
                number += 1;
                let value = match place {
                    Some(place) => self.arguments.get(place).copied(),
                    None => self.named.iter().find(|(known, _)| *known == name).map(|(_, value)| *value),
                };
                parts.push(TemplatePart::Value(value));
            }
        }
        parts.push(TemplatePart::Literal(rest));
        parts
    }
}
