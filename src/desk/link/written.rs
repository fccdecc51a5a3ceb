//! A link as it is written.

use core::fmt;

use percent_encoding::utf8_percent_encode;

use super::{LinkKey, LinkName};
use crate::desk::state::route::KEPT;
use crate::desk::{Route, Step};

/// A view, a place in it, and values for its fields. It is all in the fragment of a URL, which no server ever sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The view, with the way to connect the product.
    pub route: Route,
    /// The step of the guide that it opens.
    pub step: Option<Step>,
    /// The values, each key once.
    pub values: Vec<(LinkKey, String)>,
}

impl Link {
    /// The version that is written. A name of the list keeps its meaning in every version, so an older link is read like
    /// a current one, and a newer one as far as its names are known.
    pub const VERSION: u32 = 1;

    /// The longest link that is read, in bytes of its fragment. Chats and email programs break longer ones.
    pub const LONGEST: usize = 4_000;

    /// The longest value that is read, in bytes. Lists of scopes are the longest ones.
    pub const LONGEST_VALUE: usize = 1_000;

    /// The most parameters that are read.
    pub const MOST: usize = 30;

    /// The fragment with its `#`. Without a place and values it is that of the route alone.
    #[must_use]
    pub fn write(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.step.is_none() && self.values.is_empty() {
            return self.route.fmt(f);
        }
        let (base, variant) = match &self.route {
            Route::Product { id, variant } => (Route::Product { id: id.clone(), variant: None }, variant.as_deref()),
            route => (route.clone(), None),
        };
        write!(f, "{base}?{}={}", LinkName::Version.name(), Link::VERSION)?;
        if let Some(variant) = variant {
            parameter(f, LinkName::Variant.name(), variant)?;
        }
        if let Some(step) = self.step {
            parameter(f, LinkName::Step.name(), step.name())?;
        }
        for (key, text) in &self.values {
            parameter(f, &key.to_string(), text)?;
        }
        Ok(())
    }
}

fn parameter(f: &mut fmt::Formatter<'_>, name: &str, text: &str) -> fmt::Result {
    write!(f, "&{name}={}", utf8_percent_encode(text, KEPT))
}
