//! The name of a file of the catalog: a name, and never a path.

use core::fmt;
use core::ops::Deref;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use super::parsed::parsed;

/// The name of a file in a folder of the catalog, without its ending: lowercase letters, digits and `-`. Files name
/// other files, and what one of them says becomes the path of a request, so anything else is refused where it is read.
///
/// ```
/// use authdesk::catalog::FileName;
///
/// assert_eq!(&*"zoom".parse::<FileName>().unwrap(), "zoom");
/// for path in ["../../x", "a/b", "a.json", "A", "", "%2e%2e"] {
///     assert!(path.parse::<FileName>().is_err(), "{path}");
/// }
/// ```
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct FileName(String);

/// A text that is no name of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNameError(String);

impl FileName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FileName {
    type Err = FileNameError;

    fn from_str(text: &str) -> Result<FileName, FileNameError> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_name = !text.is_empty() && text.bytes().all(is_plain);
        if is_name { Ok(FileName(text.to_owned())) } else { Err(FileNameError(text.to_owned())) }
    }
}

impl Deref for FileName {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for FileName {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FileNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no name of a file: use lowercase letters, digits and `-`, and no path or ending", self.0)
    }
}

impl<'de> Deserialize<'de> for FileName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FileName, D::Error> {
        parsed(deserializer)
    }
}
