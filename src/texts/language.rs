//! The languages there are.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(ascii_case_insensitive)]
pub enum Language {
    /// English, built in.
    #[default]
    #[strum(serialize = "en")]
    English,
    /// German.
    #[strum(serialize = "de")]
    German,
}

impl Language {
    /// Its code (BCP 47), as in file names and in `lang`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// What its speakers call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "Deutsch",
        }
    }

    /// The language for a tag (BCP 47) such as `de-AT`, if there is one. Only the part before the first `-` counts, in
    /// any capitalization.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Language> {
        tag.split('-').next().and_then(|main| main.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_asks_for_its_language() {
        assert_eq!(Language::of_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("fr"), None);
        assert_eq!(Language::of_tag(""), None);
    }
}
