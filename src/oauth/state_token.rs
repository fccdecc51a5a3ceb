//! The `state` of an authorization request: RFC 6749 §4.1.1 and §10.12.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::Secret;

/// A state of 128 random bits as 22 characters of base64url (`A-Z a-z 0-9 - _`), none of which has to be escaped in a
/// URL.
#[derive(Clone, Debug)]
pub struct StateToken {
    text: Secret,
}

impl StateToken {
    /// Creates a state from 16 random bytes. RFC 6749 §10.10 requires that it cannot be guessed; the bytes are the
    /// caller's responsibility.
    ///
    /// ```
    /// use authdesk::oauth::{Secret, StateToken};
    ///
    /// let state = StateToken::from_bytes(&[0xfb; 16]);
    /// assert!(state.secret().same_as(&Secret::new("-_v7-_v7-_v7-_v7-_v7-w")));
    /// ```
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 16]) -> StateToken {
        StateToken { text: Secret::new(URL_SAFE_NO_PAD.encode(bytes)) }
    }

    /// Reads such a state; nothing is trimmed, and nothing else is one.
    ///
    /// ```
    /// use authdesk::oauth::{Secret, StateToken};
    ///
    /// assert!(StateToken::parse(&Secret::new("-_v7-_v7-_v7-_v7-_v7-w")).is_some());
    /// assert!(StateToken::parse(&Secret::new("-_v7-_v7-_v7-_v7-_v7")).is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &Secret) -> Option<StateToken> {
        // EXPOSE: what is read is a secret again.
        let bytes = URL_SAFE_NO_PAD.decode(text.expose()).ok()?;
        Some(StateToken::from_bytes(bytes.as_slice().try_into().ok()?))
    }

    /// The state itself, for the authorization URL.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.text
    }

    /// The SHA-256 hash of a state in base64url, 43 characters.
    ///
    /// It may be stored, so that a state that comes back after a reload is recognized (RFC 6749 §10.12) while the state
    /// itself is not stored. It hides a state only if that is as hard to guess as ours is.
    ///
    /// ```
    /// use authdesk::oauth::{Secret, StateToken};
    ///
    /// // FIPS 180-2 appendix B.1: the hash of "abc", here in base64url.
    /// let fingerprint = StateToken::fingerprint(&Secret::new("abc"));
    /// assert_eq!(fingerprint, "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    /// ```
    #[must_use]
    pub fn fingerprint(state: &Secret) -> String {
        // EXPOSE: it is hashed; the state cannot be derived from the fingerprint.
        URL_SAFE_NO_PAD.encode(Sha256::digest(state.expose()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bytes_are_twenty_two_characters() {
        assert!(StateToken::from_bytes(&[0; 16]).secret().same_as(&Secret::new("AAAAAAAAAAAAAAAAAAAAAA")));
        assert!(StateToken::from_bytes(&[0xff; 16]).secret().same_as(&Secret::new("_____________________w")));
        // RFC 4648 §5: `-` and `_` where base64 has `+` and `/`.
        assert!(StateToken::from_bytes(&[0xfb; 16]).secret().same_as(&Secret::new("-_v7-_v7-_v7-_v7-_v7-w")));
    }

    #[test]
    fn the_fingerprint_is_sha_256() {
        // FIPS 180-4, the example "abc": ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad.
        assert_eq!(StateToken::fingerprint(&Secret::new("abc")), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", StateToken::from_bytes(&[1; 16])), "StateToken { text: [redacted] }");
    }
}
