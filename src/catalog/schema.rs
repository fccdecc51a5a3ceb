//! Which version of the shape of these files a file is written for.

use core::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

/// The version that this page reads: [`SchemaVersion::NUMBER`]. A file that says a different one is refused, and not
/// read as if it were this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaVersion;

impl SchemaVersion {
    /// As files write it.
    pub const NUMBER: u64 = 2;
}

impl<'de> Deserialize<'de> for SchemaVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SchemaVersion, D::Error> {
        deserializer.deserialize_u64(VersionVisitor)
    }
}

struct VersionVisitor;

impl Visitor<'_> for VersionVisitor {
    type Value = SchemaVersion;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the number {}", SchemaVersion::NUMBER)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<SchemaVersion, E> {
        match number {
            SchemaVersion::NUMBER => Ok(SchemaVersion),
            other => Err(E::custom(format_args!("this page reads schema {}, not {other}", SchemaVersion::NUMBER))),
        }
    }
}
