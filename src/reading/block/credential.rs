//! Which keys name a value that is copied from a provider, and what is known of it.

use crate::reading::secrets::is_secret_name;
use crate::reading::value::{ValueRole, ValueShape};

/// Whether a key names a client ID, an Account ID, a secret or a token.
pub(super) fn is_credential(key: &str) -> bool {
    shape(key).is_some()
}

/// Whether a key names a secret or a token.
pub(super) fn is_secret(key: &str) -> bool {
    is_secret_name(&plain_name(key))
}

/// What is known of the value of a key; `None` for a value of any other kind, such as a name or a URL.
pub(super) fn shape(key: &str) -> Option<ValueShape> {
    let plain = plain_name(key);
    let role = match plain {
        _ if plain.ends_with("clientid") => ValueRole::Identifier,
        _ if plain.ends_with("accountid") => ValueRole::Account,
        _ if plain.ends_with("clientsecret") => ValueRole::Secret,
        _ if is_secret_name(&plain) => ValueRole::Other,
        _ => return None,
    };
    Some(ValueShape::new(role))
}

/// The last name of a key in lowercase, without the signs between its words.
fn plain_name(key: &str) -> String {
    let name = key.rsplit('.').next().unwrap_or_default();
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}
