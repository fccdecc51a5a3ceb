//! The `Authorization: Basic` header of a client: RFC 7617 §2 and RFC 6749 §2.3.1.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Secret;

/// How client ID and secret are encoded before they are joined by a colon.
///
/// The RFCs differ, and so do servers. For values of letters, digits, `-`, `.`, `_` and `*`, the results are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairEncoding {
    /// Unchanged, in UTF-8 (RFC 7617 §2 and §2.1).
    Raw,
    /// Each form-encoded first (RFC 6749 §2.3.1 and appendix B), see [`form_encoded`].
    FormEncoded,
}

/// Which of the two values an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairPart {
    /// The client ID, before the colon.
    Identifier,
    /// The client secret, after the colon.
    Secret,
}

/// Why a header cannot be created. Places are in characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasicAuthError {
    /// The client ID is empty.
    MissingIdentifier,
    /// The client ID contains a colon, where a server would split too early (RFC 7617 §2); only with
    /// [`PairEncoding::Raw`].
    ColonInIdentifier {
        /// The place of the first one.
        at: usize,
    },
    /// A control character: RFC 7617 §2 forbids them, and RFC 6749 appendix A.1 and A.2 do not include them.
    ControlCharacter {
        /// The value that contains it.
        part: PairPart,
        /// The place of the first one in that value.
        at: usize,
    },
}

/// The header's value: `Basic`, a space, and client ID and secret in base64 with padding (RFC 4648 §4).
///
/// Nothing is trimmed: a space at an end is encoded like any other character, because in some products it belongs to
/// the secret. An empty secret is allowed (RFC 7617 §2: a password may be empty; RFC 6749 §2.3.1). Deviations from
/// RFC 7617: an empty client ID is rejected; the text is always UTF-8.
///
/// # Errors
///
/// The first problem, see [`BasicAuthError`].
///
/// ```
/// use authdesk::oauth::{BasicAuthError, PairEncoding, Secret, authorization_header};
///
/// // RFC 7617 §2.
/// let header = authorization_header("Aladdin", &Secret::new("open sesame"), PairEncoding::Raw).unwrap();
/// assert!(header.same_as(&Secret::new("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")));
///
/// let refused = authorization_header("Ala:ddin", &Secret::new("open sesame"), PairEncoding::Raw);
/// assert_eq!(refused.unwrap_err(), BasicAuthError::ColonInIdentifier { at: 3 });
/// ```
pub fn authorization_header(
    client_id: &str,
    client_secret: &Secret,
    encoding: PairEncoding,
) -> Result<Secret, BasicAuthError> {
    let credentials = basic_credentials(client_id, client_secret, encoding)?;
    // EXPOSE: it is put into the header, which is a secret again.
    Ok(Secret::new(["Basic ", credentials.expose()].concat()))
}

/// What is after `Basic` in the header: the `basic-credentials` of RFC 7617 §2.
///
/// # Errors
///
/// As for [`authorization_header`].
pub fn basic_credentials(
    client_id: &str,
    client_secret: &Secret,
    encoding: PairEncoding,
) -> Result<Secret, BasicAuthError> {
    // EXPOSE: it is encoded, which is a secret again.
    let secret = client_secret.expose();
    check_identifier(client_id, encoding)?;
    if let Some(at) = control_character(secret) {
        return Err(BasicAuthError::ControlCharacter { part: PairPart::Secret, at });
    }
    let pair = match encoding {
        PairEncoding::Raw => format!("{client_id}:{secret}"),
        PairEncoding::FormEncoded => format!("{}:{}", form_encoded(client_id), form_encoded(secret)),
    };
    Ok(Secret::new(STANDARD.encode(pair)))
}

/// Checks only the client ID, before a secret is known.
pub(super) fn check_identifier(client_id: &str, encoding: PairEncoding) -> Result<(), BasicAuthError> {
    if client_id.is_empty() {
        return Err(BasicAuthError::MissingIdentifier);
    }
    if let Some(at) = control_character(client_id) {
        return Err(BasicAuthError::ControlCharacter { part: PairPart::Identifier, at });
    }
    match client_id.chars().position(|ch| ch == ':') {
        Some(at) if encoding == PairEncoding::Raw => Err(BasicAuthError::ColonInIdentifier { at }),
        _ => Ok(()),
    }
}

/// The place of the first control character.
pub(super) fn control_character(text: &str) -> Option<usize> {
    text.chars().position(char::is_control)
}

/// A form-encoded text: RFC 6749 appendix B, after HTML's `application/x-www-form-urlencoded`.
///
/// Letters, digits, `*`, `-`, `.` and `_` stay, a space becomes `+`, every other byte of the UTF-8 becomes `%` and two
/// hexadecimal digits. So `~ ! ' ( )` are escaped, unlike with `encodeURIComponent` in a browser.
///
/// ```
/// // RFC 6749 appendix B.
/// assert_eq!(authdesk::oauth::form_encoded(" %&+£€"), "+%25%26%2B%C2%A3%E2%82%AC");
/// ```
#[must_use]
pub fn form_encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn header(id: &str, secret: &str, encoding: PairEncoding) -> String {
        let header = authorization_header(id, &Secret::new(secret), encoding).unwrap();
        // EXPOSE: the test compares the whole value.
        header.expose().to_owned()
    }

    #[track_caller]
    fn same_in_both(id: &str, secret: &str, value: &str) {
        assert_eq!(header(id, secret, PairEncoding::Raw), value);
        assert_eq!(header(id, secret, PairEncoding::FormEncoded), value);
    }

    #[track_caller]
    fn refused(id: &str, secret: &str, encoding: PairEncoding, error: BasicAuthError) {
        assert_eq!(authorization_header(id, &Secret::new(secret), encoding).unwrap_err(), error);
    }

    #[test]
    fn rfc_7617_section_2() {
        let value = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
        assert_eq!(header("Aladdin", "open sesame", PairEncoding::Raw), value);
    }

    #[test]
    fn rfc_7617_section_2_1() {
        assert_eq!(header("test", "123\u{a3}", PairEncoding::Raw), "Basic dGVzdDoxMjPCow==");
    }

    #[test]
    fn rfc_6749_section_2_3_1() {
        same_in_both("s6BhdRkqt3", "7Fjfp0ZBr1KtDRbnfVdmIw", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3");
    }

    #[test]
    fn rfc_6749_appendix_b() {
        assert_eq!(form_encoded(" %&+\u{a3}\u{20ac}"), "+%25%26%2B%C2%A3%E2%82%AC");
    }

    #[test]
    fn form_encoding_is_not_that_of_a_browser() {
        assert_eq!(form_encoded("*-._~!'()"), "*-._%7E%21%27%28%29");
        assert_eq!(form_encoded("AZaz09"), "AZaz09");
        assert_eq!(form_encoded(""), "");
    }

    #[test]
    fn both_encodings_where_they_differ() {
        let (id, secret) = ("my id:x", "p@ss+ w\u{f6}rd*~!");
        assert_eq!(
            header(id, secret, PairEncoding::FormEncoded),
            "Basic bXkraWQlM0F4OnAlNDBzcyUyQit3JUMzJUI2cmQqJTdFJTIx"
        );
        refused(id, secret, PairEncoding::Raw, BasicAuthError::ColonInIdentifier { at: 5 });
        assert_eq!(header("my id", secret, PairEncoding::Raw), "Basic bXkgaWQ6cEBzcysgd8O2cmQqfiE=");
    }

    #[test]
    fn a_pair_of_zoom_is_the_same_in_both() {
        same_in_both(
            "DemoClientId0000000001",
            "DemoClientSecret0000000000000001",
            "Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==",
        );
    }

    #[test]
    fn what_the_verint_guide_should_have_printed() {
        same_in_both(
            "bX3hG4UYSRyJWQ3zGn8otg",
            "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb",
            "Basic YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==",
        );
    }

    #[test]
    fn what_the_verint_guide_printed_has_a_space_in_front() {
        assert_eq!(
            header(" bX3hG4UYSRyJWQ3zGn8otg", "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb", PairEncoding::Raw),
            "Basic IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI="
        );
    }

    #[test]
    fn blanks_at_the_ends_are_kept() {
        let (id, secret) = ("DemoClientId0000000001", "DemoClientSecret0000000000000001");
        assert_eq!(
            header(id, &format!("{secret} "), PairEncoding::Raw),
            "Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMSA="
        );
        assert_eq!(
            header(id, &format!(" {secret}"), PairEncoding::Raw),
            "Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTogRGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE="
        );
    }

    #[test]
    fn uses_the_alphabet_with_plus_and_slash() {
        assert_eq!(header("id~~~", "s???", PairEncoding::Raw), "Basic aWR+fn46cz8/Pw==");
    }

    #[test]
    fn a_colon_in_the_secret_is_allowed() {
        assert_eq!(header("a", "b:c", PairEncoding::Raw), "Basic YTpiOmM=");
        assert_eq!(header("a", "b:c", PairEncoding::FormEncoded), "Basic YTpiJTNBYw==");
    }

    #[test]
    fn refuses_a_missing_identifier_before_all_else() {
        for encoding in [PairEncoding::Raw, PairEncoding::FormEncoded] {
            refused("", "", encoding, BasicAuthError::MissingIdentifier);
            refused("", "\n", encoding, BasicAuthError::MissingIdentifier);
        }
    }

    #[test]
    fn rfc_7617_section_2_allows_an_empty_secret() {
        same_in_both("id", "", "Basic aWQ6");
        refused("i:d", "", PairEncoding::Raw, BasicAuthError::ColonInIdentifier { at: 1 });
        assert_eq!(header("i:d", "", PairEncoding::FormEncoded), "Basic aSUzQWQ6");
    }

    #[test]
    fn refuses_control_characters_in_both_encodings() {
        for encoding in [PairEncoding::Raw, PairEncoding::FormEncoded] {
            for control in ['\0', '\t', '\n', '\r', '\u{7f}', '\u{85}'] {
                let id = format!("ä{control}");
                refused(&id, "s", encoding, BasicAuthError::ControlCharacter { part: PairPart::Identifier, at: 1 });
                let secret = format!("€€{control}s");
                refused("a", &secret, encoding, BasicAuthError::ControlCharacter { part: PairPart::Secret, at: 2 });
            }
        }
    }
}
