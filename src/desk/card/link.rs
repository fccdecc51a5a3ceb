//! A card in a link: its files as JSON, compressed (RFC 1951) and written in base64url (RFC 4648 §5).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use form_urlencoded::parse;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::draft::{Draft, LONGEST_FILE};
use super::refusal::CardRefusal;
use super::seen::refused_in;
use super::written::Written;
use crate::catalog::{File, Product, ProductProse};

/// The version of these links.
pub const VERSION: &str = "1";

/// How many characters a link can have after its address. The largest product of the catalog, with its sentences in two
/// languages, needs 10,000.
pub const LONGEST: usize = 32 * 1024;

/// What a link to a card begins with, after the address of the page.
pub const BEGINNING: &str = "#/card?";

/// The fragment of a link that contains a card.
///
/// # Errors
///
/// A card that no page would open: see [`read`].
pub fn write(draft: &Draft) -> Result<String, CardRefusal> {
    sound(draft)?;
    let text = draft.packed();
    if text.len() > LONGEST_FILE {
        return Err(CardRefusal::TooLong);
    }
    let packed = URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), 9));
    let link = format!("{BEGINNING}v={VERSION}&c={packed}");
    if link.len() > LONGEST { Err(CardRefusal::TooLong) } else { Ok(link) }
}

/// Whether the fragment of a URL contains a card, or was meant to.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    fragment.starts_with(BEGINNING) && parse(query(fragment).as_bytes()).any(|(name, _)| name == "c")
}

fn query(fragment: &str) -> &str {
    fragment.strip_prefix(BEGINNING).unwrap_or_default()
}

/// The card of such a fragment.
///
/// # Errors
///
/// A link that is too long, cut off or of another version; a card that is no complete product, is larger than a file can
/// be, or has in it what a card must not have.
pub fn read(fragment: &str) -> Result<Draft, CardRefusal> {
    if fragment.len() > LONGEST {
        return Err(CardRefusal::TooLong);
    }
    let (mut version, mut card): (Option<String>, Option<String>) = (None, None);
    for (name, value) in parse(query(fragment).as_bytes()) {
        let place = match &*name {
            "v" => &mut version,
            "c" => &mut card,
            _ => continue,
        };
        if place.replace(value.into_owned()).is_some() {
            return Err(CardRefusal::Twice(name.into_owned()));
        }
    }
    let version = version.unwrap_or_default();
    if version != VERSION {
        return Err(CardRefusal::Version(version));
    }
    let packed = URL_SAFE_NO_PAD.decode(card.unwrap_or_default()).map_err(|_| CardRefusal::NoLink)?;
    let bytes = decompress_to_vec_with_limit(&packed, LONGEST_FILE).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => CardRefusal::TooLong,
        _ => CardRefusal::NoLink,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| CardRefusal::NoLink)?;
    let draft = Draft::unpacked(&text)?;
    sound(&draft)?;
    Ok(draft)
}

/// A card in a link is one that the catalog could have, and contains nothing else.
fn sound(draft: &Draft) -> Result<(), CardRefusal> {
    if let Some(refusal) = refused_in(draft) {
        return Err(refusal);
    }
    let insecure = draft.addresses().find(|url| !url.starts_with("https://"));
    if let Some(url) = insecure {
        return Err(CardRefusal::Insecure(url.to_owned()));
    }
    let unfinished = |fault: crate::catalog::Fault| CardRefusal::Unfinished(fault.problem.to_string());
    let read = |text: &str| File { name: "", text }.read::<Product>().map(drop).map_err(unfinished);
    read(&Written::of(&draft.facts).text)?;
    for (_, prose) in &draft.prose {
        let text = Written::of(prose).text;
        File { name: "", text: &text }.read::<ProductProse>().map_err(unfinished)?;
    }
    Ok(())
}
