//! How a command for bash reads the server's response by itself.

use crate::commands::Purpose;

/// The functions below, which every command that reads a response needs.
pub(super) const READS: [(Purpose, &str); 4] = [
    (Purpose::ReadsAnswer, VALUE),
    (Purpose::ReadsAnswer, NUMBER),
    (Purpose::ReadsAnswer, SPLIT_STATUS),
    (Purpose::Explains, EXPLAIN),
];

/// `value NAME` prints a text, a number or a word of the JSON object in `$answer`, or nothing.
///
/// Only the object's own names count, not nested ones. Characters written with `\u` that are not printable ASCII become
/// `?` and control characters become spaces, so that no response can control the terminal.
///
/// Not with jq, which most machines lack, and not with python3, which on a fresh macOS is a program that offers to
/// install a compiler. sed cannot tell a name from a value; awk is in POSIX and reads character by character.
const VALUE: &str = r#"value() {
    printf '%s' "$answer" | LC_ALL=C tr '\000-\037\177' ' ' | LC_ALL=C awk -v wanted="$1" '
      function letter(hex,   i, n) {
        for (i = 1; i <= 4; i++) n = n * 16 + index("0123456789abcdef", tolower(substr(hex, i, 1))) - 1
        return (n >= 32 && n < 127) ? sprintf("%c", n) : "?"
      }
      function quoted(   c, out) {
        while (at <= end && (c = substr(all, at++, 1)) != "\"") {
          if (c == "\\") {
            c = substr(all, at++, 1)
            if (c == "u") { c = letter(substr(all, at, 4)); at += 4 }
            else if (index("bfnrt", c)) c = " "
          }
          out = out c
        }
        return out
      }
      { all = all $0 }
      END {
        at = 1; end = length(all)
        while (at <= end) {
          c = substr(all, at++, 1)
          if (c == "\"") {
            word = quoted()
            if (depth == 1 && !behind) name = word
            else if (depth == 1 && name == wanted) { print word; exit }
          }
          else if (c == "{" || c == "[") { depth++; if (depth == 1) behind = (c == "[") }
          else if (c == "}" || c == "]") depth--
          else if (depth != 1) continue
          else if (c == ":") behind = 1
          else if (c == ",") { behind = 0; name = "" }
          else if (behind && name == wanted && match(substr(all, at - 1), /^[-+.0-9A-Za-z]+/)) {
            word = substr(all, at - 1, RLENGTH)
            if (word != "null") print word
            exit
          }
        }
      }'
  }"#;

/// `number NAME` prints an integer of the response with at most six digits, or nothing.
const NUMBER: &str = r#"number() {
    found=$(value "$1")
    case $found in '' | *[!0-9]* | 0* | ???????*) ;; *) printf '%s' "$found" ;; esac
  }"#;

/// `split_status` moves the HTTP status code from the end of `$answer` to `$http`.
const SPLIT_STATUS: &str = r#"split_status() { http=${answer##*$'\n'}; answer=${answer%$'\n'*}; }"#;

/// `explain` says in one line why there is no token: RFC 6749 §5.2, RFC 8628 §3.5. If a server returns a number instead
/// of the RFC's code, that number is quoted. A code or a redirect URL that does not match is reported with different
/// `error` values (RFC 6749 has `invalid_grant` for both), so the sentence counts there.
const EXPLAIN: &str = r#"explain() {
    code=$(value error)
    [ -n "$code" ] || code=$(value errorCode)
    [ -n "$code" ] || code=$(value code)
    said=$(value error_description)
    [ -n "$said" ] || said=$(value reason)
    [ -n "$said" ] || said=$(value errorMessage)
    [ -n "$said" ] || said=$(value message)
    cause=$code
    case $said in *[Ii]'nvalid authorization code'* | *[Rr]'edirect URI mismatch'*) cause=invalid_grant ;; esac
    case $cause in
      invalid_client) hint='Client ID and Client Secret do not match, or one of them is outdated or incomplete.' ;;
      invalid_grant) hint='The code or token has expired, was already used or revoked, or belongs to a different app, redirect URL or verifier.' ;;
      invalid_request) hint='A parameter is missing, repeated or wrong, such as the Account ID.' ;;
      unauthorized_client) hint='This app type may not use this grant type.' ;;
      unsupported_grant_type) hint='This app type may not use this grant type, or the server does not support it.' ;;
      invalid_scope) hint='A scope is unknown or not allowed for this app.' ;;
      access_denied) hint='The user denied the request.' ;;
      expired_token) hint='The device code has expired. Start again.' ;;
      *) hint='This command does not recognize the response.' ;;
    esac
    [ "$code$http" != 404 ] || hint='Nothing was found at this URL.'
    printf 'No token (HTTP %s%s%s). %s\n' "$http" "${code:+, $code}" "${said:+: $said}" "$hint" >&2
  }"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::refusal::{NOTHING_THERE, OTHER_REFUSAL, REFUSALS};

    #[test]
    fn the_sentences_are_those_of_all_commands() {
        for (code, sentence) in REFUSALS.into_iter().chain([("*", OTHER_REFUSAL)]) {
            assert!(EXPLAIN.contains(&format!("\n      {code}) hint='{sentence}' ;;\n")), "{code}");
        }
        assert!(EXPLAIN.contains(&format!(" hint='{NOTHING_THERE}'\n")));
    }
}
