//! How a command for bash reads the server's answer by itself.

/// `value NAME` prints a text, a number or a word of the JSON object in `$answer`, or nothing.
///
/// Only the object's own names count, not those further inside. Letters behind `\u` that are not printable ASCII become
/// `?`, control characters become blanks, so that no answer can write to the terminal what it likes.
///
/// Not with jq, which most machines lack, and not with python3, which on a fresh macOS is a program that offers to
/// install a compiler. sed cannot tell a name from a value; awk is in POSIX and reads letter by letter.
pub(super) const VALUE: &str = r#"value() {
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

/// `number NAME` prints a whole number of the answer with at most six digits, or nothing.
pub(super) const NUMBER: &str = r#"number() {
    found=$(value "$1")
    case $found in '' | *[!0-9]* | 0* | ???????*) ;; *) printf '%s' "$found" ;; esac
  }"#;

/// `split_status` takes the number of the HTTP status off the end of `$answer` and puts it into `$http`.
pub(super) const SPLIT_STATUS: &str = r#"split_status() { http=${answer##*$'\n'}; answer=${answer%$'\n'*}; }"#;

/// `explain` says in a line why there is no token: RFC 6749 §5.2, RFC 8628 §3.5.
pub(super) const EXPLAIN: &str = r#"explain() {
    code=$(value error)
    said=$(value error_description)
    [ -n "$said" ] || said=$(value reason)
    [ -n "$said" ] || said=$(value errorMessage)
    [ -n "$said" ] || said=$(value message)
    case $code in
      invalid_client) hint='Client ID and Client Secret do not belong together, or one is not complete.' ;;
      invalid_grant) hint='The code or token is too old, was used before, or belongs to another app or redirect URL.' ;;
      invalid_request) hint='Something is missing, comes twice or is not as the server wants it.' ;;
      unauthorized_client) hint='This kind of app may not ask in this way.' ;;
      unsupported_grant_type) hint='The server does not know this way to ask.' ;;
      invalid_scope) hint='A scope is unknown, or the app may not have it.' ;;
      access_denied) hint='The person who was asked said no.' ;;
      expired_token) hint='The code for the device is too old. Start again.' ;;
      *) hint='The answer is not one that this command knows.' ;;
    esac
    printf 'No token (HTTP %s%s%s). %s\n' "$http" "${code:+, $code}" "${said:+: $said}" "$hint" >&2
  }"#;
