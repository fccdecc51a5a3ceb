//! What the page is made of: elements, built by plain calls.
//!
//! `html!` generates code for each element at the place where it is used, about 350 bytes each. Here an element is one
//! pointer, and each call is one of a few functions that exist once, so that a place that uses them stays small.
//!
//! ```text
//! el("p.quiet.small[role=status]").say(desk, Text::Loading)
//! ```
//!
//! A child that is present only sometimes is added with [`Element::maybe`], which keeps its place free: Yew tells the
//! children of an element apart by their place, and a field must stay the same field, with its focus and its cursor,
//! when something appears before it.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::TargetCast;
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
};

use super::desk_handle::DeskHandle;
use crate::desk::Action;
use crate::texts::{Mark, Text, marked};

/// An element being built, or a group of them that has no element of its own.
#[must_use]
pub struct Element(Box<Parts>);

#[derive(Default)]
struct Parts {
    /// Empty for a group.
    tag: &'static str,
    names: Vec<&'static str>,
    /// One for each name.
    values: Vec<Option<AttributeOrProperty>>,
    key: Option<Key>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

/// An element by a selector: a tag, then classes with a dot each, then attributes in brackets. A value is written
/// without quotes and may contain anything except brackets; without a value, an attribute is present and empty.
#[inline(never)]
pub fn el(selector: &'static str) -> Element {
    let (name, attributes) = selector.split_once('[').unwrap_or((selector, ""));
    let (tag, classes) = name.split_once('.').unwrap_or((name, ""));
    let mut element = Element(Box::new(Parts { tag, ..Parts::default() }));
    if !classes.is_empty() {
        element = element.attr("class", &classes.replace('.', " "));
    }
    for attribute in attributes.split('[').filter(|attribute| !attribute.is_empty()) {
        let attribute = attribute.trim_end_matches(']');
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        element.0.names.push(name);
        element.0.values.push(Some(AttributeOrProperty::Static(value)));
    }
    element
}

/// Several elements, or none, in one place.
pub fn group() -> Element {
    el("")
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Element {
        self.0.names.push(name);
        self.0.values.push(Some(AttributeOrProperty::Attribute(owned(value))));
        self
    }

    /// Sets an attribute if there is a value for it; an empty value is one.
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Element {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that is either there or not.
    pub fn flag(self, name: &'static str, is_set: bool) -> Element {
        self.attr_if(name, is_set.then_some(name))
    }

    /// By what Yew tells it from its siblings when their number changes.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Element {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Sets the content of a field: as a property, so it is not in the markup.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Element {
        self.0.value = Some(owned(value));
        self
    }

    /// Sets whether a checkbox is selected: also as a property.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Element {
        self.0.checked = Some(checked);
        self
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Element {
        self.node(VText::new(owned(text)).into())
    }

    /// Adds a sentence in the language shown.
    #[inline(never)]
    pub fn say(self, desk: &DeskHandle, text: Text) -> Element {
        self.text(desk.text(text))
    }

    /// Adds a sentence with names filled in.
    #[inline(never)]
    pub fn fill(self, desk: &DeskHandle, text: Text, values: &[(&str, &str)]) -> Element {
        self.text(&desk.fill(text, values))
    }

    /// Adds a sentence, its labels and typed texts set off.
    #[inline(never)]
    pub fn marked(self, sentence: &str) -> Element {
        self.with(marked(sentence).into_iter().fold(group(), |all, span| match span.mark {
            Mark::Plain => all.text(span.text),
            // A label can contain something to type, but no other label.
            Mark::Label => all.with(el("strong").marked(span.text)),
            Mark::Typed => all.with(el("code").text(span.text)),
        }))
    }

    /// Adds a child.
    #[inline(never)]
    pub fn with(self, child: Element) -> Element {
        self.node(child.into())
    }

    /// Adds a child that is present only sometimes, and keeps its place free otherwise.
    #[inline(never)]
    pub fn maybe(self, child: Option<Element>) -> Element {
        self.node(child.map(VNode::from).unwrap_or_default())
    }

    /// Adds children, in one place.
    pub fn each(self, children: impl IntoIterator<Item = Element>) -> Element {
        self.with(children.into_iter().fold(group(), Element::with))
    }

    #[inline(never)]
    fn node(mut self, child: VNode) -> Element {
        self.0.children.push(child);
        self
    }

    /// Tells the desk of an event.
    pub fn on(self, on: On, desk: &DeskHandle, action: impl Fn(&Event) -> Action + 'static) -> Element {
        self.tell(on, desk, Box::new(action))
    }

    #[inline(never)]
    fn tell(self, on: On, desk: &DeskHandle, action: Box<dyn Fn(&Event) -> Action>) -> Element {
        let desk = desk.clone();
        self.hear(on, Box::new(move |event| desk.emit(action(event))))
    }

    /// Does something on an event.
    #[inline(never)]
    pub fn hear(mut self, on: On, heard: Box<dyn Fn(&Event)>) -> Element {
        self.0.listeners.push(Some(Rc::new(Hearer { on, heard })));
        self
    }
}

impl From<Element> for VNode {
    #[inline(never)]
    fn from(element: Element) -> VNode {
        let parts = *element.0;
        let children = VNode::from(VList::with_children(parts.children, None));
        if parts.tag.is_empty() {
            return children;
        }
        let mut tag = VTag::new(parts.tag);
        tag.key = parts.key;
        tag.attributes = Attributes::Dynamic { keys: kept(&parts.names), values: parts.values.into() };
        tag.set_listeners(parts.listeners.into());
        tag.set_value(parts.value);
        if let Some(checked) = parts.checked {
            tag.set_checked(checked);
        }
        if let Some(place) = tag.children_mut() {
            *place = children;
        }
        tag.into()
    }
}

fn owned(text: &str) -> AttrValue {
    AttrValue::from(Rc::from(text))
}

/// The same list of names for the same names, kept for good: there are as many as there are kinds of elements. Yew
/// compares such lists by pointer.
fn kept(names: &[&'static str]) -> &'static [&'static str] {
    thread_local! {
        static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KEPT.with_borrow_mut(|kept| {
        if let Some(known) = kept.iter().find(|known| **known == names) {
            return *known;
        }
        let new: &'static [&'static str] = names.to_vec().leak();
        kept.push(new);
        new
    })
}

/// An event the page listens to.
#[derive(Clone, Copy)]
pub enum On {
    /// A click with a button other than the primary one.
    AuxClick,
    /// A choice, or a change of a checkbox.
    Change,
    /// A click.
    Click,
    /// Typing.
    Input,
    /// A fold was opened or closed.
    Toggle,
}

/// One kind of listener for all events: Yew's own come as a type for each.
struct Hearer {
    on: On,
    heard: Box<dyn Fn(&Event)>,
}

impl Listener for Hearer {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::AuxClick => ListenerKind::onauxclick,
            On::Change => ListenerKind::onchange,
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Toggle => ListenerKind::ontoggle,
        }
    }

    fn handle(&self, event: Event) {
        (self.heard)(&event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The content of an event's field.
#[inline(never)]
pub fn typed(event: &Event) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    let text = input.or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()));
    text.unwrap_or_default()
}

/// Whether the checkbox of an event is selected.
#[inline(never)]
pub fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}
