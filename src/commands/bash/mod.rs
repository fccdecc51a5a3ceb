//! Commands for bash (from 3.2, the one of macOS) and zsh, with curl.
//!
//! In other shells it prints a message and runs nothing: `read -s` means something else there (ksh writes what it reads
//! into the history) or nothing (dash).

mod answer;
mod device;
mod exchange;
mod script;

pub use device::bash_device;
pub use exchange::bash_exchange;
pub(super) use script::{FORM_ENCODED, answer};

use script::{BashScript, fixed};

use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::HttpRequest;

/// The request as a command for bash and zsh.
///
/// It prints the server's response and a line break to standard output, and the prompts to standard error; its status
/// is curl's. It prompts for the client secret or the token of the header and for each
/// [`FormValue::AskedFor`](crate::oauth::FormValue::AskedFor), in this order, without showing what is typed. These, and
/// each [`FormValue::Secret`](crate::oauth::FormValue::Secret), reach curl through a pipe, so that they are in no
/// process list and no file; a code is still in the text itself and so in the shell history. The user's shell stays as
/// it was: all happens between `(` and `)`, which also keeps the prompt from reading the rest of what was pasted. The
/// user's `.curlrc` counts, because a proxy may be set there. With [`SecretUse::Written`] the known values are in the
/// text in place of their prompts, and so in the shell history too; curl still gets them through the pipe.
///
/// # Errors
///
/// The first value that the command cannot contain, see [`CommandError`].
pub fn bash(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut script = BashScript::new(secrets);
    let mut parts = script.call(request)?.parts("");
    // `status` would be read-only in zsh.
    parts.extend(fixed(&[(Purpose::KeepsStatus, "result=$?\n  printf '\\n'\n  exit \"$result\"")]));
    Ok(script.finished(parts))
}

#[cfg(test)]
mod tests {
    use super::script::config_escaped;
    use super::*;
    use crate::commands::Typed;
    use crate::oauth::{
        Authentication, Authorization, Client, Endpoint, FormField, FormValue, Grant, Method, PairEncoding, Secret,
        api_request, token_request,
    };

    fn request(authentication: Authentication, grant: &Grant<'_>) -> HttpRequest {
        let endpoint = Endpoint::parse("https://zoom.us/oauth/token").unwrap();
        token_request(&endpoint, &Client { id: "DemoClientId0000000001", authentication }, grant).unwrap()
    }

    #[track_caller]
    fn printed(request: &HttpRequest) -> String {
        // EXPOSE: the test compares the whole command.
        bash(request, SecretUse::Asked).unwrap().text().expose().to_owned()
    }

    const GUARD: &str = "  [ -n \"${BASH_VERSION-}${ZSH_VERSION-}\" ] || { printf 'This command requires bash or zsh.\\n' >&2; exit 2; }\n";

    const RAW: Authentication = Authentication::Basic(PairEncoding::Raw);

    #[test]
    fn a_code_is_exchanged() {
        let code = Secret::new("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
        let grant =
            Grant::AuthorizationCode { code: &code, redirect_uri: Some("https://example.com/cb"), code_verifier: None };
        assert_eq!(
            printed(&request(RAW, &grant)),
            r#"(
  set +x
  [ -n "${BASH_VERSION-}${ZSH_VERSION-}" ] || { printf 'This command requires bash or zsh.\n' >&2; exit 2; }
  escaped() { printf '%s' "$1" | LC_ALL=C sed 's/[\\"]/\\&/g'; }
  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\n' >&2
  {
    printf 'user = "%s:%s"\n' 'DemoClientId0000000001' "$(escaped "$answer_1")"
    printf 'data-urlencode = "%s%s"\n' 'code=' 'obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB'
  } | curl --silent --show-error --globoff --config - \
    --header 'Content-Type: application/x-www-form-urlencoded' \
    --header 'Accept: application/json' \
    --data-urlencode 'grant_type=authorization_code' \
    --data-urlencode 'redirect_uri=https://example.com/cb' \
    'https://zoom.us/oauth/token'
  result=$?
  printf '\n'
  exit "$result"
)
"#
        );
    }

    #[test]
    fn a_refresh_asks_twice_and_a_public_client_once() {
        let text = printed(&request(RAW, &Grant::RefreshToken));
        let prompts: Vec<&str> = text.lines().filter(|line| line.contains("read -rs")).collect();
        assert_eq!(
            prompts,
            [
                r"  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\n' >&2",
                r"  printf '%s' 'Refresh Token: ' >&2; IFS= read -rs answer_2; printf '\n' >&2",
            ]
        );
        assert!(text.contains(r#"    printf 'data-urlencode = "%s%s"\n' 'refresh_token=' "$(escaped "$answer_2")""#));
        let text = printed(&request(Authentication::Public, &Grant::RefreshToken));
        assert_eq!(text.matches("read -rs").count(), 1);
        assert!(!text.contains("user = "), "{text}");
    }

    #[test]
    fn a_bearer_token_is_asked_for_and_goes_through_the_pipe() {
        let api = Endpoint::parse("https://api.zoom.us").unwrap();
        let text = printed(&api_request(&api, "/v2/users/me").unwrap());
        let end = r#"  printf '%s' 'Access Token: ' >&2; IFS= read -rs answer_1; printf '\n' >&2
  {
    printf 'header = "%s%s"\n' 'Authorization: Bearer ' "$(escaped "$answer_1")"
  } | curl --silent --show-error --globoff --config - \
    --header 'Accept: application/json' \
    --get \
    'https://api.zoom.us/v2/users/me'
  result=$?
  printf '\n'
  exit "$result"
)
"#;
        assert!(text.ends_with(end), "{text}");
    }

    #[track_caller]
    fn written(request: &HttpRequest, client_secret: &str, answers: &[(&'static str, &Secret)]) -> Vec<String> {
        let secret = Secret::new(client_secret);
        let typed = Typed { client_secret: Some(&secret), answers };
        let command = bash(request, SecretUse::Written(typed)).unwrap();
        // EXPOSE: the test compares lines.
        let lines = command.text().expose().lines().filter(|line| line.contains("answer_")).map(str::to_owned);
        lines.collect()
    }

    #[test]
    fn what_was_typed_stands_in_the_place_of_its_question() {
        let (refresh, token) = (request(RAW, &Grant::RefreshToken), Secret::new("a b"));
        let pair = r#"    printf 'user = "%s:%s"\n' 'DemoClientId0000000001' "$(escaped "$answer_1")""#;
        let field = r#"    printf 'data-urlencode = "%s%s"\n' 'refresh_token=' "$(escaped "$answer_2")""#;
        let answers = [("Refresh Token", &token)];
        let lines = written(&refresh, "it's", &answers);
        assert_eq!(lines, [r"  answer_1='it'\''s'", "  answer_2='a b'", pair, field]);
        // It prompts for what is not known.
        let asked = r"  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\n' >&2";
        assert_eq!(written(&refresh, "", &answers), [asked, "  answer_2='a b'", pair, field]);
        let asked = r"  printf '%s' 'Refresh Token: ' >&2; IFS= read -rs answer_2; printf '\n' >&2";
        let others = [("Access Token", &token), ("Refresh Token", &Secret::new(""))];
        assert_eq!(written(&refresh, "s", &others), ["  answer_1='s'", asked, pair, field]);
    }

    #[test]
    fn names_what_was_typed_and_cannot_be_carried() {
        let (bad, good) = (Secret::new("é\n"), Secret::new("s"));
        let api = Endpoint::parse("https://api.zoom.us").unwrap();
        let refresh = request(RAW, &Grant::RefreshToken);
        for (request, client_secret, answers, part) in [
            (&refresh, &bad, [("Refresh Token", &good)], "client_secret"),
            (&refresh, &good, [("Refresh Token", &bad)], "refresh_token"),
            (&api_request(&api, "/v2").unwrap(), &good, [("Access Token", &bad)], "Authorization"),
        ] {
            let typed = Typed { client_secret: Some(client_secret), answers: &answers };
            let refusal = bash(request, SecretUse::Written(typed)).unwrap_err();
            assert_eq!(refusal, CommandError::ControlCharacter { part, at: 1 });
        }
    }

    #[test]
    fn every_line_says_what_it_does() {
        let purposes = |command: Command| -> Vec<Purpose> { command.lines().iter().map(|line| line.purpose).collect() };
        use Purpose::*;
        let refresh = request(RAW, &Grant::RefreshToken);
        let start = [HidesTrace, ChecksShell, EscapesConfig];
        let asks = [Asks("Client Secret"), Asks("Refresh Token")];
        let pipe = [StartsPipe, Pair, Field("refresh_token"), Sends];
        let rest = [Header("Content-Type"), Header("Accept"), Field("grant_type"), Address];
        assert_eq!(
            purposes(bash(&refresh, SecretUse::Asked).unwrap()),
            [&start[..], &asks, &pipe, &rest, &[KeepsStatus, Frame]].concat()
        );
        assert_eq!(
            purposes(bash_exchange(&refresh, SecretUse::Asked).unwrap()),
            [
                &start[..],
                &[Confirms],
                &asks,
                &[ReadsAnswer, ReadsAnswer, ReadsAnswer, Explains, ReadsAnswer],
                &pipe,
                &[ReadsAnswer],
                &rest,
                &[Frame, KeepsStatus, ReadsAnswer, Fails, Tells, Frame],
            ]
            .concat()
        );
    }

    #[test]
    fn what_curl_reads_is_escaped() {
        assert_eq!(config_escaped(r#"a\"b"#), r#"a\\\"b"#);
    }

    #[test]
    fn nothing_asked_needs_no_pipe() {
        let endpoint = Endpoint::parse("https://a.example/x?[1-3]").unwrap();
        let mut request = HttpRequest {
            method: Method::Post,
            url: endpoint,
            authorization: Authorization::None,
            headers: Vec::new(),
            form: Vec::new(),
        };
        let end = "  result=$?\n  printf '\\n'\n  exit \"$result\"\n)\n";
        assert_eq!(
            printed(&request),
            format!(
                "(\n  set +x\n{GUARD}  curl --silent --show-error --globoff \\\n    --data '' \\\n    'https://a.example/x?[1-3]'\n{end}"
            )
        );
        request.method = Method::Get;
        assert!(printed(&request).contains("--get \\\n    'https://a.example/x?[1-3]'\n"));
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        let good = request(RAW, &Grant::ClientCredentials { scope: None });
        for control in ['\0', '\n', '\r', '\t', '\u{1b}', '\u{7f}', '\u{85}'] {
            let value = format!("é{control}");
            let mut broken = good.clone();
            broken.form.push(FormField { name: "scope", value: FormValue::Plain(value.clone()) });
            assert_eq!(
                bash(&broken, SecretUse::Asked).unwrap_err(),
                CommandError::ControlCharacter { part: "scope", at: 1 }
            );
            let mut broken = good.clone();
            broken.form.push(FormField { name: "code", value: FormValue::Secret(Secret::new(value.clone())) });
            assert_eq!(
                bash(&broken, SecretUse::Asked).unwrap_err(),
                CommandError::ControlCharacter { part: "code", at: 1 }
            );
            let mut broken = good.clone();
            broken.headers.push(("X-Test", value.clone()));
            assert_eq!(
                bash(&broken, SecretUse::Asked).unwrap_err(),
                CommandError::ControlCharacter { part: "X-Test", at: 1 }
            );
            let mut broken = good.clone();
            broken.authorization = Authorization::Basic { client_id: value, encoding: PairEncoding::FormEncoded };
            assert_eq!(
                bash(&broken, SecretUse::Asked).unwrap_err(),
                CommandError::ControlCharacter { part: "client_id", at: 1 }
            );
        }
    }

    #[test]
    fn refuses_an_identifier_that_would_be_split() {
        let mut broken = request(RAW, &Grant::RefreshToken);
        broken.authorization = Authorization::Basic { client_id: "ab:c".into(), encoding: PairEncoding::Raw };
        assert_eq!(bash(&broken, SecretUse::Asked).unwrap_err(), CommandError::ColonInIdentifier { at: 2 });
        broken.authorization = Authorization::Basic { client_id: String::new(), encoding: PairEncoding::Raw };
        assert_eq!(bash(&broken, SecretUse::Asked).unwrap_err(), CommandError::MissingIdentifier);
    }

    #[test]
    fn debug_shows_no_code() {
        let code = Secret::new("hidden-code");
        let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
        assert!(!format!("{:?}", bash(&request(RAW, &grant), SecretUse::Asked).unwrap()).contains("hidden"));
    }
}
