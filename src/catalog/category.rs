//! What a product is for.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// The groups of the list of products, in its order.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, IntoStaticStr, VariantArray, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Category {
    /// Learning.
    Learning,
    /// Meetings and booking.
    Booking,
    /// Chat and portals.
    Chat,
    /// Security and logs.
    Security,
    /// Identity and licenses.
    Identity,
    /// Integration platforms.
    Integration,
    /// Developers.
    Developers,
}

impl Category {
    /// Its name in files and in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
