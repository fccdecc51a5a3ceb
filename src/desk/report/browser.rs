//! The browser and the system that a `User-Agent` names.

use strum::{EnumString, IntoStaticStr};

/// A browser, as far as it helps whoever reads a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Which one.
    pub name: BrowserName,
    /// The number before the first dot of its version; 0 if that is not known.
    pub version: u32,
    /// What it runs on.
    pub system: System,
}

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[allow(missing_docs, reason = "the name says it")]
pub enum BrowserName {
    Firefox,
    Chrome,
    Edge,
    Safari,
    Opera,
    Samsung,
    Other,
}

/// An operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
#[allow(missing_docs, reason = "the name says it")]
pub enum System {
    Windows,
    MacOs,
    Linux,
    Android,
    Ios,
    ChromeOs,
    Other,
}

/// What a browser writes before its version, the most special first: most of them also say that they are others.
const NAMES: [(&str, BrowserName); 9] = [
    ("Edg/", BrowserName::Edge),
    ("EdgA/", BrowserName::Edge),
    ("OPR/", BrowserName::Opera),
    ("SamsungBrowser/", BrowserName::Samsung),
    ("FxiOS/", BrowserName::Firefox),
    ("Firefox/", BrowserName::Firefox),
    ("CriOS/", BrowserName::Chrome),
    ("Chrome/", BrowserName::Chrome),
    ("Version/", BrowserName::Safari),
];

const SYSTEMS: [(&str, System); 8] = [
    ("Windows", System::Windows),
    ("Android", System::Android),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("CrOS", System::ChromeOs),
    ("Mac OS X", System::MacOs),
    ("Macintosh", System::MacOs),
    ("Linux", System::Linux),
];

impl Browser {
    /// The browser of a `User-Agent` (RFC 9110 §10.1.5).
    ///
    /// ```
    /// use authdesk::desk::report::{Browser, BrowserName, System};
    ///
    /// let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    /// let (name, system) = (BrowserName::Firefox, System::Windows);
    /// assert_eq!(Browser::read(agent), Browser { name, version: 140, system });
    /// ```
    #[must_use]
    pub fn read(user_agent: &str) -> Browser {
        let named = NAMES.iter().find_map(|(mark, name)| Some((*name, user_agent.split_once(mark)?.1)));
        let (name, rest) = named.unwrap_or((BrowserName::Other, ""));
        let digits = rest.split(|ch: char| !ch.is_ascii_digit()).next().unwrap_or_default();
        let system = SYSTEMS.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, system)| *system);
        Browser { name, version: digits.parse().unwrap_or_default(), system: system.unwrap_or(System::Other) }
    }

    /// In words, as `Firefox 140, Windows`.
    #[must_use]
    pub fn words(self) -> String {
        let name = match self.name {
            BrowserName::Firefox => "Firefox",
            BrowserName::Chrome => "Chrome",
            BrowserName::Edge => "Edge",
            BrowserName::Safari => "Safari",
            BrowserName::Opera => "Opera",
            BrowserName::Samsung => "Samsung Internet",
            BrowserName::Other => "",
        };
        let system = match self.system {
            System::Windows => "Windows",
            System::MacOs => "macOS",
            System::Linux => "Linux",
            System::Android => "Android",
            System::Ios => "iOS",
            System::ChromeOs => "ChromeOS",
            System::Other => "",
        };
        let named =
            if self.version > 0 && !name.is_empty() { format!("{name} {}", self.version) } else { name.to_owned() };
        [named.as_str(), system].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
