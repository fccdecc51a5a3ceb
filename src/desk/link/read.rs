//! A link as it is read: by the same list by which it is written.

use std::borrow::Cow;

use form_urlencoded::parse;

use super::name::{INPUT, is_name};
use super::{Link, LinkKey, LinkName};
use crate::desk::Route;
use crate::desk::state::leaving::looks_secret;
use crate::reading::{has_secret, is_secret_name, visible};
use crate::texts::Language;

/// What a link says, as far as it is used at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkReading {
    /// What can be used of it. Written again, it is a link without everything that was left out.
    pub link: Link,
    /// Whether a newer version of the page made it, or something that is no version of the page.
    pub is_newer: bool,
    /// What is not used, and why.
    pub left_out: Vec<LeftOut>,
}

/// Something in a link that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name, if it has one that can be shown.
    pub name: Option<String>,
    /// Why not.
    pub why: Why,
}

/// Why something in a link is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is a secret, or may contain one.
    Secret,
    /// The whole link has more than [`Link::LONGEST`] bytes; nothing else was read.
    WholeTooLong,
    /// The whole link has more than [`Link::MOST`] parameters; nothing else was read.
    TooMany,
    /// No link contains that.
    Unknown,
    /// The same in a link of a newer version, which may know it.
    Newer,
    /// It is there more than once, so neither is used.
    Repeated,
    /// It has more than [`Link::LONGEST_VALUE`] bytes.
    TooLong,
    /// It contains a line break, a control character, or something that is not seen.
    OddChar,
    /// It is none of the values that there are.
    NoSuchValue,
    /// The view has no place for it.
    NoPlace,
}

impl LinkReading {
    /// Reads the fragment of a URL, with or without its `#`. A plain route is a link in which nothing is.
    ///
    /// ```
    /// use authdesk::desk::LinkReading;
    ///
    /// let reading = LinkReading::of("#/tool/basic-header?v=1&client_id=DemoClientId&client_secret=DemoSecret");
    /// assert_eq!(reading.link.write(), "#/tool/basic-header?v=1&client_id=DemoClientId");
    /// assert!(reading.has_secret());
    /// ```
    #[must_use]
    pub fn of(fragment: &str) -> LinkReading {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut reading =
            LinkReading { link: Link { route: Route::parse(path), ..Link::default() }, ..Self::default() };
        let pairs = || parse(query.as_bytes());
        let is_too_long = fragment.len() > Link::LONGEST;
        if is_too_long || pairs().nth(Link::MOST).is_some() {
            reading.leave_out(None, if is_too_long { Why::WholeTooLong } else { Why::TooMany });
            return reading;
        }
        if has_secret(path) {
            reading.leave_out(None, Why::Secret);
        }
        let pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = pairs().collect();
        // A link that was copied out of HTML.
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, text)| (name.strip_prefix("amp;").unwrap_or(name), &**text)).collect();
        let version = pairs.iter().find(|(name, _)| *name == LinkName::Version.name());
        reading.is_newer = version.is_some_and(|(_, text)| !is_known_version(text));
        for (name, text) in &pairs {
            let is_repeated = pairs.iter().filter(|(other, _)| other == name).count() > 1;
            if is_secret(name, text) {
                reading.leave_out(Some(name), Why::Secret);
            } else if is_repeated {
                reading.leave_out(Some(name), Why::Repeated);
            } else if let Err(why) = reading.take(name, text) {
                reading.leave_out(Some(name), why);
            }
        }
        reading
    }

    /// Whether it says no more than which view it leads to.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.link.step.is_none() && self.link.values.is_empty() && self.left_out.is_empty() && !self.is_newer
    }

    /// Whether something in it was or may have been a secret.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.left_out.iter().any(|left| left.why == Why::Secret)
    }

    /// Whether it must not stay in the address bar: because of a secret, or because nobody read it.
    #[must_use]
    pub fn is_to_be_cleaned(&self) -> bool {
        self.left_out.iter().any(|left| matches!(left.why, Why::Secret | Why::WholeTooLong | Why::TooMany))
    }

    fn take(&mut self, name: &str, text: &str) -> Result<(), Why> {
        let unknown = if self.is_newer { Why::Newer } else { Why::Unknown };
        let has_fields = matches!(self.link.route, Route::Product { .. } | Route::Tool(_));
        match (name.parse(), &mut self.link.route) {
            (Ok(LinkName::Version), _) => {}
            (Ok(LinkName::Variant), Route::Product { variant, .. } | Route::Card { variant }) => {
                fault_of_text(text).map_or(Ok(()), Err)?;
                *variant = Some(text.to_owned());
            }
            (Ok(LinkName::Step), Route::Product { .. }) => {
                self.link.step = Some(text.parse().map_err(|_| Why::NoSuchValue)?);
            }
            (Ok(LinkName::Variant | LinkName::Step), _) => return Err(Why::NoPlace),
            (Ok(_) | Err(_), _) => {
                let key = LinkKey::named(name).ok_or(unknown)?;
                fault(&key, text).map_or(Ok(()), Err)?;
                if !has_fields {
                    return Err(Why::NoPlace);
                }
                // Nothing is what an empty field has already.
                if !text.is_empty() || key == LinkKey::Name(LinkName::ScopeSets) {
                    self.link.values.push((key, text.to_owned()));
                }
            }
        }
        Ok(())
    }

    pub(super) fn leave_out(&mut self, name: Option<&str>, why: Why) {
        let shown = name.map(|name| name.strip_prefix(INPUT).unwrap_or(name)).filter(|name| is_name(name));
        let left = LeftOut { name: shown.and(name).map(str::to_owned), why };
        if !self.left_out.contains(&left) {
            self.left_out.push(left);
        }
    }
}

/// Why a value can be no part of a link, whoever made it: what is not read is not written either.
pub(super) fn fault(key: &LinkKey, text: &str) -> Option<Why> {
    if looks_secret(text, key.is_identifier()) {
        return Some(Why::Secret);
    }
    let is_no_language = *key == LinkKey::Name(LinkName::Language) && text.parse::<Language>().is_err();
    fault_of_text(text).or_else(|| is_no_language.then_some(Why::NoSuchValue))
}

fn fault_of_text(text: &str) -> Option<Why> {
    if text.len() > Link::LONGEST_VALUE {
        Some(Why::TooLong)
    } else if visible(text, false) != text {
        Some(Why::OddChar)
    } else {
        None
    }
}

fn is_known_version(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|version| version <= Link::VERSION)
}

/// Whether a parameter is a secret by its name, or may contain one; not what is there without a value.
fn is_secret(name: &str, text: &str) -> bool {
    // Also the name of an input.
    let plain: String = name.chars().filter(|ch| ch.is_ascii_alphanumeric() || *ch == '.').collect();
    let plain = plain.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_named = is_secret_name(&plain) || NAMES.contains(&plain.as_str());
    !text.is_empty() && (is_named || has_secret(text)) || has_secret(name) || has_secret(&[name, "=", text].concat())
}

/// What a link must not contain besides what no text may show: they belong to one authorization (RFC 6749 §4.1.1,
/// RFC 7636 §4.1, RFC 8628 §3.2).
const NAMES: [&str; 4] = ["state", "verifier", "nonce", "usercode"];
