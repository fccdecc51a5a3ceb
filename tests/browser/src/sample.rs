//! Values as Zoom generates them; none is real. `VERINT_*` are printed in Verint's public guide.

/// An Account ID.
pub const ACCOUNT_ID: &str = "Xk3pQz9LTamV0wYb7RcD2e";
/// The Client ID of the example in Verint's guide.
pub const VERINT_CLIENT_ID: &str = "bX3hG4UYSRyJWQ3zGn8otg";
/// The secret of the example in Verint's guide.
pub const VERINT_CLIENT_SECRET: &str = "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb";
/// The header of these two.
pub const VERINT_HEADER: &str = "Basic YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";
/// An authorization code.
pub const CODE: &str = "obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";
/// A refresh token.
pub const REFRESH_TOKEN: &str = "eyJzdiI6IjAwMDAwMSIsImFsZyI6IkhTNTEyIn0.cmVmcmVzaC10b2tlbg.c2lnbmF0dXJlLXJlZnJlc2g";
/// An access token.
pub const ACCESS_TOKEN: &str = "eyJzdiI6IjAwMDAwMSIsImFsZyI6IkhTNTEyIn0.YWNjZXNzLXRva2Vu.c2lnbmF0dXJlLWFjY2Vzcw";

/// Zoom's response to an authorization code.
#[must_use]
pub fn token_answer() -> String {
    format!(
        r#"{{"access_token":"{ACCESS_TOKEN}","token_type":"bearer","refresh_token":"{REFRESH_TOKEN}","expires_in":3599,"scope":"archiving:read:list_archived_files:admin user:read:user:admin","api_url":"https://api.zoom.us"}}"#
    )
}

/// A parameter of a URL, decoded.
#[must_use]
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let query = address.split_once('?')?.1.split('#').next()?;
    let value = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?.1;
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let hex = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&hex).ok()?, 16).ok()?
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// So many characters of a secret in a row are a part of it.
const PART: usize = 6;

/// # Panics
///
/// If a part of a secret is in a text.
#[track_caller]
pub fn has_no_part(text: &str, secret: &str) {
    let parts = (0..=secret.len() - PART).filter_map(|at| secret.get(at..at + PART));
    let leaked: Vec<&str> = parts.filter(|part| text.contains(part)).collect();
    assert!(leaked.is_empty(), "{leaked:?} is in {text}");
}

#[test]
fn the_last_part_of_a_secret_is_one() {
    for (at, text) in ["abcdef", "bcdefg", "cdefgh"].into_iter().enumerate() {
        let found = std::panic::catch_unwind(|| has_no_part(&format!("x{text}y"), "abcdefgh"));
        assert!(found.is_err(), "{at}");
    }
    has_no_part("abcde cdefg", "abcdefgh");
}
