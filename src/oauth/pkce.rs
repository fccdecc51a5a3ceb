//! Proof Key for Code Exchange: RFC 7636, only with the method `S256`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::Secret;

/// A code verifier: 43 to 128 letters, digits, `-`, `.`, `_` and `~` (RFC 7636 §4.1).
#[derive(Clone, Debug)]
pub struct CodeVerifier {
    text: Secret,
}

/// Why a text is not a code verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifierError {
    /// Fewer than 43 characters.
    TooShort {
        /// The number of characters.
        length: usize,
    },
    /// More than 128 characters.
    TooLong {
        /// The number of characters.
        length: usize,
    },
    /// A character that a verifier cannot contain.
    Character {
        /// The place of the first one, in characters from 0.
        at: usize,
    },
}

const SHORTEST: usize = 43;
const LONGEST: usize = 128;

impl CodeVerifier {
    /// Creates a verifier from 32 random bytes: 43 characters of base64url, as RFC 7636 §4.1 recommends. That the bytes
    /// cannot be guessed is the caller's responsibility.
    ///
    /// ```
    /// use authdesk::oauth::{CodeVerifier, Secret};
    ///
    /// // RFC 7636 appendix B.
    /// let verifier = CodeVerifier::from_bytes(&[
    ///     116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
    ///     240, 91, 88, 5, 88, 83, 132, 141, 121,
    /// ]);
    /// assert!(verifier.secret().same_as(&Secret::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));
    /// ```
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> CodeVerifier {
        CodeVerifier { text: Secret::new(URL_SAFE_NO_PAD.encode(bytes)) }
    }

    /// Reads a verifier; nothing is trimmed.
    ///
    /// # Errors
    ///
    /// The first character that is not allowed, or else the length.
    ///
    /// ```
    /// use authdesk::oauth::{CodeVerifier, VerifierError};
    ///
    /// assert!(CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").is_ok());
    /// assert_eq!(CodeVerifier::parse("dBjftJeZ4CVP").unwrap_err(), VerifierError::TooShort { length: 12 });
    /// assert_eq!(CodeVerifier::parse("dBjf tJeZ").unwrap_err(), VerifierError::Character { at: 4 });
    /// ```
    pub fn parse(text: &str) -> Result<CodeVerifier, VerifierError> {
        let is_unreserved = |ch: char| ch.is_ascii_alphanumeric() || "-._~".contains(ch);
        if let Some(at) = text.chars().position(|ch| !is_unreserved(ch)) {
            return Err(VerifierError::Character { at });
        }
        // Everything is ASCII here, so bytes and characters have the same count.
        match text.len() {
            length if length < SHORTEST => Err(VerifierError::TooShort { length }),
            length if length > LONGEST => Err(VerifierError::TooLong { length }),
            _ => Ok(CodeVerifier { text: Secret::new(text) }),
        }
    }

    /// The code challenge for the method `S256` (RFC 7636 §4.2): the SHA-256 hash in base64url, without padding, 43
    /// characters.
    ///
    /// ```
    /// use authdesk::oauth::CodeVerifier;
    ///
    /// // RFC 7636 appendix B.
    /// let verifier = CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
    /// assert_eq!(verifier.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    /// ```
    #[must_use]
    pub fn challenge(&self) -> String {
        // EXPOSE: it is hashed; the challenge is meant to be public.
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.text.expose()))
    }

    /// The verifier itself, for the token request (RFC 7636 §4.5).
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7636 appendix B: the octets, the verifier and the challenge.
    const OCTETS: [u8; 32] = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
        240, 91, 88, 5, 88, 83, 132, 141, 121,
    ];
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[track_caller]
    fn refused(text: &str, error: VerifierError) {
        assert_eq!(CodeVerifier::parse(text).unwrap_err(), error);
    }

    #[test]
    fn rfc_7636_appendix_b() {
        let made = CodeVerifier::from_bytes(&OCTETS);
        assert!(made.secret().same_as(&Secret::new(VERIFIER)));
        assert_eq!(made.challenge(), CHALLENGE);
        assert_eq!(CodeVerifier::parse(VERIFIER).unwrap().challenge(), CHALLENGE);
    }

    #[test]
    fn keeps_to_the_lengths_of_section_4_1() {
        refused("", VerifierError::TooShort { length: 0 });
        refused(&"a".repeat(42), VerifierError::TooShort { length: 42 });
        assert!(CodeVerifier::parse(&"a".repeat(43)).is_ok());
        assert!(CodeVerifier::parse(&"~".repeat(128)).is_ok());
        refused(&"a".repeat(129), VerifierError::TooLong { length: 129 });
    }

    #[test]
    fn keeps_to_the_characters_of_section_4_1() {
        for (ch, at) in [(' ', 0), ('=', 43), ('+', 7), ('/', 7), ('é', 3), ('\n', 43), ('%', 1)] {
            let mut text = "a".repeat(43);
            text.insert(at, ch);
            refused(&text, VerifierError::Character { at });
        }
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", CodeVerifier::from_bytes(&OCTETS)), "CodeVerifier { text: [redacted] }");
    }
}
