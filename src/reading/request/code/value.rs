//! A value of a program, as far as it can be known without running it.

use std::rc::Rc;

use crate::reading::request::piece::{ByteSpan, Fragment};

/// A value with its place. There is no `Debug`: it may be a secret.
#[derive(Clone)]
pub(super) struct Value {
    pub kind: ValueKind,
    pub span: ByteSpan,
    /// How deep it is nested, with the values of the variables in it.
    pub depth: usize,
}

#[derive(Clone)]
pub(super) enum ValueKind {
    /// Strings and values, one after the other.
    Text(Vec<TextPart>),
    /// An object, a dictionary, an array with keys.
    Object(Vec<Member>),
    /// An array, a list or a tuple.
    List(Vec<Value>),
    /// A name, and what is done with it.
    Chain(Chain),
    Unknown,
}

#[derive(Clone)]
pub(super) enum TextPart {
    Literal(Fragment),
    Value(Rc<Value>),
}

#[derive(Clone)]
pub(super) struct Member {
    /// Empty where it is not known, as that of a spread.
    pub name: String,
    /// Of name and value.
    pub span: ByteSpan,
    pub value: Value,
}

#[derive(Clone)]
pub(super) struct Chain {
    /// The value that the chain starts with, if it is known, and the name of the variable that has it.
    pub root: Option<(String, Rc<Value>)>,
    pub links: Vec<Link>,
}

/// `.name`, `.name(…)`, `[name]` or `.name = value`.
#[derive(Clone)]
pub(super) struct Link {
    pub name: String,
    pub span: ByteSpan,
    /// Of a call.
    pub arguments: Option<Vec<Argument>>,
    /// Of an assignment.
    pub set: Option<Rc<Value>>,
}

#[derive(Clone)]
pub(super) struct Argument {
    pub name: Option<String>,
    pub value: Value,
}

impl Value {
    pub(super) fn new(kind: ValueKind, span: ByteSpan) -> Value {
        let deepest = |values: &mut dyn Iterator<Item = &Value>| values.map(|value| value.depth).max().unwrap_or(0);
        let depth = match &kind {
            ValueKind::Text(parts) => deepest(&mut parts.iter().filter_map(|part| match part {
                TextPart::Value(value) => Some(&**value),
                TextPart::Literal(_) => None,
            })),
            ValueKind::Object(members) => deepest(&mut members.iter().map(|member| &member.value)),
            ValueKind::List(values) => deepest(&mut values.iter()),
            ValueKind::Chain(chain) => {
                let root = chain.root.as_ref().map_or(0, |(_, root)| root.depth);
                let links = chain.links.iter().map(|link| {
                    let set = link.set.as_ref().map_or(0, |set| set.depth);
                    set.max(deepest(&mut link.arguments.iter().flatten().map(|argument| &argument.value)))
                });
                root.max(links.max().unwrap_or(0))
            }
            ValueKind::Unknown => 0,
        };
        Value { kind, span, depth: depth + 1 }
    }

    pub(super) fn unknown(span: ByteSpan) -> Value {
        Value::new(ValueKind::Unknown, span)
    }

    /// The value itself, where it is a variable that is known.
    pub(super) fn resolved(&self) -> &Value {
        let mut value = self;
        while let ValueKind::Chain(Chain { root: Some((_, root)), links }) = &value.kind
            && links.is_empty()
        {
            value = root;
        }
        value
    }

    pub(super) fn members(&self) -> Option<&[Member]> {
        match &self.resolved().kind {
            ValueKind::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of an object; the last one of that name counts.
    pub(super) fn member(&self, name: &str) -> Option<&Value> {
        let members = self.members()?;
        members.iter().rev().find(|member| member.name.eq_ignore_ascii_case(name)).map(|member| &member.value)
    }

    /// The list, or nothing.
    pub(super) fn list(&self) -> &[Value] {
        match &self.resolved().kind {
            ValueKind::List(values) => values,
            _ => &[],
        }
    }

    pub(super) fn is_empty_text(&self) -> bool {
        matches!(&self.kind, ValueKind::Text(parts)
            if parts.iter().all(|part| matches!(part, TextPart::Literal(text) if text.text.is_empty())))
    }

    /// The text of a string without variables.
    pub(super) fn literal(&self) -> Option<&str> {
        match &self.resolved().kind {
            ValueKind::Text(parts) => match parts.as_slice() {
                [TextPart::Literal(text)] => Some(&text.text),
                _ => None,
            },
            _ => None,
        }
    }

    /// All links of a chain with those of the variables in it, the first one first.
    pub(super) fn links(&self) -> Vec<&Link> {
        let mut parts: Vec<&[Link]> = Vec::new();
        let mut value = self;
        while let ValueKind::Chain(chain) = &value.kind {
            parts.push(&chain.links);
            let Some((_, root)) = &chain.root else { break };
            value = root;
        }
        parts.into_iter().rev().flatten().collect()
    }

    /// The value at the start of a chain, that is none itself.
    pub(super) fn root(&self) -> Option<&Value> {
        let mut value = self;
        while let ValueKind::Chain(chain) = &value.kind {
            value = &chain.root.as_ref()?.1;
        }
        Some(value)
    }

    /// A name alone, such as that of a variable or a constant.
    pub(super) fn is_name(&self) -> bool {
        matches!(&self.kind, ValueKind::Chain(chain) if chain.links.iter().all(|link| link.arguments.is_none()))
    }
}

impl Link {
    pub(super) fn is_call(&self) -> bool {
        self.arguments.is_some()
    }

    /// The arguments without names.
    pub(super) fn argument(&self, number: usize) -> Option<&Value> {
        let mut unnamed = self.arguments.iter().flatten().filter(|argument| argument.name.is_none());
        unnamed.nth(number).map(|argument| &argument.value)
    }

    pub(super) fn named(&self, name: &str) -> Option<&Value> {
        let named = self.arguments.iter().flatten().rev().find(|argument| argument.name.as_deref() == Some(name));
        named.map(|argument| &argument.value)
    }

    /// An argument by its name, or else by its place.
    pub(super) fn either(&self, name: &str, number: usize) -> Option<&Value> {
        self.named(name).or_else(|| self.argument(number))
    }
}
