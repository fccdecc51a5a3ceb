//! The names of a link: the list of all that it can contain.

use core::fmt;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::desk::Field;
use crate::desk::state::leaving::is_identifier;

/// A name in the parameters of a link. Nothing else is written into one or read from one.
///
/// There is no name for an endpoint: a link that sets the token endpoint would send the secret to whoever made the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum LinkName {
    /// The version of the link: [`Link::VERSION`](super::Link::VERSION).
    #[strum(serialize = "v")]
    Version,
    /// The way to connect the product, which is a part of the route.
    Variant,
    /// The step that is unfolded.
    Step,
    /// [`Field::AccountId`].
    AccountId,
    /// [`Field::ClientId`].
    ClientId,
    /// [`Field::SecondClientId`].
    SecondClientId,
    /// [`Field::RedirectUrl`].
    RedirectUrl,
    /// [`Field::Scopes`].
    Scopes,
    /// The sets of scopes that are selected, of those that can be left out; a comma is between their names.
    ScopeSets,
    /// The code of a language.
    Language,
}

/// What a value of a link is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkKey {
    /// One of the names of the list; never the version, the variant or the step, which are no values.
    Name(LinkName),
    /// The input of the product with that name in its file.
    Input(String),
}

/// What the name of an input begins with.
pub(super) const INPUT: &str = "input.";

/// The longest name of an input that is read, in bytes.
const LONGEST_INPUT: usize = 40;

impl LinkKey {
    /// The key with that name in a link; none for anything that is not in the list.
    pub(super) fn named(name: &str) -> Option<LinkKey> {
        match name.strip_prefix(INPUT) {
            Some(input) => is_name(input).then(|| LinkKey::Input(input.to_owned())),
            None => match name.parse().ok()? {
                LinkName::Version | LinkName::Variant | LinkName::Step => None,
                name => Some(LinkKey::Name(name)),
            },
        }
    }

    /// The field of the page that it is for, where that is the same in every view.
    pub(super) fn field(&self) -> Option<Field> {
        match self {
            LinkKey::Name(LinkName::AccountId) => Some(Field::AccountId),
            LinkKey::Name(LinkName::ClientId) => Some(Field::ClientId),
            LinkKey::Name(LinkName::SecondClientId) => Some(Field::SecondClientId),
            LinkKey::Name(LinkName::RedirectUrl) => Some(Field::RedirectUrl),
            LinkKey::Name(LinkName::Scopes) => Some(Field::Scopes),
            LinkKey::Name(_) | LinkKey::Input(_) => None,
        }
    }

    /// Whether it names the app or the account: such a value looks like a secret and is none.
    pub(super) fn is_identifier(&self) -> bool {
        self.field().is_some_and(is_identifier)
    }
}

impl LinkName {
    /// As it is written in a link; never changes, and never gets a different meaning.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Its name in a link.
impl fmt::Display for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkKey::Name(name) => f.write_str(name.name()),
            LinkKey::Input(name) => write!(f, "{INPUT}{name}"),
        }
    }
}

/// Whether a text is a name as links and the catalog write them, so that it can be shown and contains nothing else.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= LONGEST_INPUT
        && text.starts_with(|ch: char| ch.is_ascii_lowercase())
        && text.chars().all(|ch| ch.is_ascii_lowercase() || ch.is_ascii_digit() || ch == '_')
}
