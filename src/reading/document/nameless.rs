//! Parameters of a command that have a value and no name.

use core::ops::Range;

use crate::chars::{end_of, front_of, is_quote};

/// The options of curl for a part of the body.
const OPTIONS: [&str; 4] = ["--data-urlencode ", "--data-raw ", "--data ", "-d "];

/// How a variable is called, without what separates its words, and the parameter that it is for.
const VALUES: [(&str, &str); 6] = [
    ("redirecturi", "redirect_uri"),
    ("redirecturl", "redirect_uri"),
    ("refreshtoken", "refresh_token"),
    ("codeverifier", "code_verifier"),
    ("clientsecret", "client_secret"),
    ("clientid", "client_id"),
];

/// In bytes: how much of a command is around an option.
const AROUND: usize = 600;

/// A variable alone, `--data-urlencode "$REDIRECT_URI"`, in a command whose other parameters have names.
pub(super) fn nameless(text: &str) -> Option<(Range<usize>, &'static str)> {
    OPTIONS.iter().find_map(|option| {
        text.match_indices(option).find_map(|(at, _)| {
            let start = at + option.len();
            let rest = text.get(start..)?;
            let inner = rest.trim_start_matches(is_quote).strip_prefix('$')?.trim_start_matches('{');
            let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
            let (variable, behind) = inner.split_at_checked(length)?;
            let end = behind.trim_start_matches(|ch| ch == '}' || is_quote(ch));
            if !end.is_empty() && !end.starts_with(char::is_whitespace) {
                return None;
            }
            let plain = variable.to_ascii_lowercase().replace('_', "");
            let name = VALUES.iter().find(|(value, _)| plain.ends_with(value)).map(|(_, name)| *name)?;
            let command = [end_of(text.get(..at)?, AROUND), front_of(end, AROUND)];
            let has = |part: &str| command.iter().any(|side| side.contains(part));
            let named = format!("{name}=");
            // The variable may have the name in it.
            let is_set =
                [format!("{variable}={named}"), format!("{variable}=\"{named}"), format!("{variable}='{named}")];
            let is_fault = has("grant_type=") && !has(&named) && !is_set.iter().any(|set| text.contains(set));
            is_fault.then(|| (start..start + rest.len() - end.len(), name))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<&'static str> {
        nameless(text).map(|(_, name)| name)
    }

    #[test]
    fn a_value_without_its_name() {
        for text in [
            "curl https://a.example/token -d grant_type=authorization_code --data-urlencode \"$REDIRECT_URI\"",
            "curl https://a.example/token -d grant_type=authorization_code \\\n  -d \"$REDIRECT_URI\" \\\n  -d code=$CODE",
            "curl https://a.example/token -d \"grant_type=authorization_code\" -d ${redirect_url}",
            "curl -d '$REDIRECT_URI' -d grant_type=x",
            "curl --data \"$MY_REDIRECT_URI\" --data grant_type=x",
        ] {
            assert_eq!(named(text), Some("redirect_uri"), "{text}");
        }
        assert_eq!(named("curl -d grant_type=refresh_token -d \"$REFRESH_TOKEN\""), Some("refresh_token"));
        assert_eq!(named("curl -d grant_type=x --data-urlencode \"${CODE_VERIFIER}\" > out"), Some("code_verifier"));
        assert_eq!(named("curl -d grant_type=x -d $CLIENT_ID"), Some("client_id"));
        assert_eq!(named("curl -d grant_type=x -d $ZOOM_CLIENT_SECRET\r\n"), Some("client_secret"));
    }

    #[test]
    fn what_has_a_name_or_may_have_one() {
        for text in [
            "",
            "curl -d grant_type=x --data-urlencode \"redirect_uri=$REDIRECT_URI\"",
            "curl -d \"$BODY\" -d grant_type=x",
            "curl -d \"$REDIRECT_URI\" https://a.example/register",
            "REDIRECT_URI='redirect_uri=https://a.example/cb'\ncurl -d grant_type=x -d \"$REDIRECT_URI\"",
            "curl -d grant_type=x -d \"$REDIRECT_URI&state=1\"",
            "curl -d grant_type=x -d \"$CLIENT_ID:$CLIENT_SECRET\"",
            "docker run -d $CLIENT_ID",
            "curl -d grant_type=x -d redirect_uri=$R -d \"$REDIRECT_URI\"",
            "curl -d grant_type=x -d @\"$REDIRECT_URI\"",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
