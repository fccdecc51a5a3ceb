//! Two identical installations of a product, each with an app of its own.

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Which of two identical installations something is entered for. A product without a pair has only the first one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum Installation {
    /// The first one.
    #[default]
    #[strum(serialize = "1")]
    First,
    /// The second one.
    #[strum(serialize = "2")]
    Second,
}

impl Installation {
    /// Its number, as it is shown.
    #[must_use]
    pub fn number(self) -> &'static str {
        self.into()
    }

    /// The other one of the pair.
    #[must_use]
    pub fn other(self) -> Installation {
        match self {
            Installation::First => Installation::Second,
            Installation::Second => Installation::First,
        }
    }

    /// The name under which what is entered for it is kept. No product's name has a slash.
    pub(in crate::desk) fn session_name(self, product: &str) -> Cow<'_, str> {
        match self {
            Installation::First => Cow::Borrowed(product),
            Installation::Second => Cow::Owned(format!("{product}/{}", self.number())),
        }
    }

    /// The product of such a name.
    pub(in crate::desk) fn product_of(session: &str) -> &str {
        session.split('/').next().unwrap_or_default()
    }
}
