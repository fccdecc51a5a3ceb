//! Names that are written differently where they are set and where they are read.

use core::ops::Range;

use crate::chars::front_of;
use crate::reading::spelling::is_near;
use crate::reading::variables::is_of_name;

/// How a program reads a variable of its environment, up to the name.
const READS: [&str; 16] = [
    "env('",
    "env(\"",
    "process.env.",
    "process.env['",
    "process.env[\"",
    "import.meta.env.",
    "environ['",
    "environ[\"",
    "environ.get('",
    "environ.get(\"",
    "ENV['",
    "ENV[\"",
    "ENV.fetch('",
    "ENV.fetch(\"",
    "EnvironmentVariable(\"",
    "config('",
];

/// How many names of a kind are looked at.
const MOST: usize = 200;
/// In bytes.
const LONGEST: usize = 80;
/// In bytes: a shorter name is not taken for one that is nearly the same.
const SHORTEST: usize = 8;
/// So many others have to be set and read by the same name: then what is set is for what is read.
const LEAST_SAME: usize = 2;

/// A name where it is read, and where it is set, in bytes.
pub(super) type Pair = (Range<usize>, Range<usize>);

/// A variable that a program reads and nobody sets, and one that is set and nobody reads: their names differ in
/// capitalization or in one character.
pub(super) fn variable(text: &str) -> Option<Pair> {
    let read: Vec<Range<usize>> = READS
        .iter()
        .flat_map(|call| text.match_indices(call).map(move |(at, _)| at + call.len()))
        .map(|start| start..start + name_length(text, start))
        .filter(|place| !place.is_empty())
        .take(MOST)
        .collect();
    if read.len() <= LEAST_SAME {
        return None;
    }
    let set = assignments(text);
    let name = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
    let is_in = |places: &[Range<usize>], wanted: &str| places.iter().any(|place| name(place) == wanted);
    if set.iter().filter(|place| is_in(&read, name(place))).count() < LEAST_SAME {
        return None;
    }
    let unset = read.iter().filter(|place| !is_in(&set, name(place)));
    let unread: Vec<&Range<usize>> = set.iter().filter(|place| !is_in(&read, name(place))).collect();
    unset.into_iter().find_map(|one| {
        let wanted = name(one);
        let is_like = |other: &&&Range<usize>| {
            let found = name(other);
            found.eq_ignore_ascii_case(wanted) || wanted.len() >= SHORTEST && is_mistyped(wanted, found)
        };
        unread.iter().find(is_like).map(|other| (one.clone(), (*other).clone()))
    })
}

/// Whether two names differ in one character. What tells one of several from the others is no mistake: `KEY_1`, `KEY_B`.
fn is_mistyped(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split('_').map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (words(one), words(other));
    let is_word = |word: &str| word.len() > 3 && !word.contains(|ch: char| ch.is_ascii_digit());
    let mut pairs = first.iter().zip(&second).filter(|(left, right)| left != right);
    let is_in_word = first.len() != second.len() || pairs.all(|(left, right)| is_word(left) && is_word(right));
    is_in_word && is_near(one, other, 1)
}

/// The length of the name at that byte.
fn name_length(text: &str, start: usize) -> usize {
    let rest = front_of(text.get(start..).unwrap_or_default(), LONGEST);
    rest.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '_')).unwrap_or(rest.len())
}

/// The names of the lines `NAME=value`, also with `export` before it.
fn assignments(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start();
        let inner = inner.strip_prefix("export ").unwrap_or(inner);
        let start = at + line.len() - inner.len();
        at += line.len();
        let length = name_length(text, start);
        let is_set =
            length > 0 && inner.get(length..).is_some_and(|rest| rest.starts_with('=') && !rest.starts_with("=="));
        found.extend(is_set.then(|| start..start + length));
    }
    found.truncate(MOST);
    found
}

/// Tokens by their names in responses, without what separates the words (RFC 6749 §5.1).
const TOKENS: [&str; 2] = ["refreshtoken", "accesstoken"];

/// A token that a program stores as one member of an object, and reads as a different one of it that nobody sets:
/// `session.refresh = body.refresh_token`, `session.refresh_token`.
pub(super) fn member(text: &str) -> Option<Pair> {
    let (mut at, mut looked_at) = (0, 0);
    text.split_inclusive('\n').take(MOST_LINES).find_map(|line| {
        let start = at;
        at += line.len();
        let sign = line.find('=').filter(|_| line.len() < LONGEST_LINE)?;
        let (left, right) = line.split_at_checked(sign)?;
        let right = right.strip_prefix('=')?.trim().trim_end_matches([';', ',']).trim_end();
        let token = plain(last_name(right)?);
        if !TOKENS.contains(&token.as_str())
            || right.starts_with(['=', '>'])
            || left.ends_with(['!', '<', '>', ':', '?'])
        {
            return None;
        }
        let indent = left.len() - left.trim_start().len();
        let (owner, name) = split(left.trim())?;
        if plain(name) == token {
            return None;
        }
        looked_at += 1;
        let uses = if looked_at <= MOST_STORED { uses(text, owner)? } else { return None };
        let is_read = |wanted: &str| uses.iter().any(|one| !one.is_set && plain(one.name) == wanted);
        let is_set = uses.iter().any(|one| one.is_set && plain(one.name) == token);
        if is_read(&plain(name)) || is_set {
            return None;
        }
        let read = uses.iter().find(|one| !one.is_set && plain(one.name) == token)?;
        // A class may declare it.
        if ["self", "this", "$this"].contains(&owner) && is_declared(text, read.name) {
            return None;
        }
        Some((read.place.clone(), start + indent..start + indent + left.trim().len()))
    })
}

/// Whether a name is somewhere that is no member of an object and no text.
fn is_declared(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let is_whole = !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name);
        is_whole && !before.ends_with(is_of_name) && !before.ends_with(['.', '>', '\'', '"', '[', '?'])
            || is_whole && before.ends_with('$')
    })
}

const MOST_LINES: usize = 4000;
/// For each of them, the whole text is looked through.
const MOST_STORED: usize = 8;
/// In bytes.
const LONGEST_LINE: usize = 300;

/// A member of an object, somewhere in a program.
struct Use<'t> {
    name: &'t str,
    place: Range<usize>,
    is_set: bool,
}

/// The members of an object wherever they are; `None` if something else may set them.
fn uses<'t>(text: &'t str, owner: &str) -> Option<Vec<Use<'t>>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(owner).take(MOST) {
        if text.get(..at).is_some_and(|before| before.ends_with(|ch: char| is_of_name(ch) || ch == '.')) {
            continue;
        }
        let end = at + owner.len();
        let behind = text.get(end..).unwrap_or_default();
        let accessor = [".", "->", "['", "[\"", "?."].into_iter().find(|accessor| behind.starts_with(accessor));
        let Some(accessor) = accessor else {
            // A different, longer name.
            if behind.starts_with(is_of_name) {
                continue;
            }
            let rest = behind.trim_start();
            let is_whole = rest.starts_with('=') && !rest.starts_with("==") || rest.starts_with([',', ')', '[']);
            if is_whole {
                return None;
            }
            continue;
        };
        let start = end + accessor.len();
        let length = name_length(text, start);
        let place = start..start + length;
        let rest = text.get(place.end..).unwrap_or_default().trim_start_matches(['\'', '"', ']']).trim_start();
        let is_set = rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        found.extend(text.get(place.clone()).filter(|name| !name.is_empty()).map(|name| Use { name, place, is_set }));
    }
    Some(found)
}

/// What is before the last member of a path, and the name of that member.
fn split(path: &str) -> Option<(&str, &str)> {
    let is_path = !path.is_empty() && path.chars().all(|ch| is_of_name(ch) || ".[]'\"->".contains(ch));
    if !is_path {
        return None;
    }
    let inner = path.strip_suffix(']').map(|inner| inner.trim_end_matches(['\'', '"']));
    let (owner, name) = match inner {
        Some(inner) => inner.rsplit_once('[').map(|(owner, name)| (owner, name.trim_start_matches(['\'', '"'])))?,
        None => path.rsplit_once("->").or_else(|| path.rsplit_once('.'))?,
    };
    (owner.len() > 2 && !name.is_empty() && name.chars().all(is_of_name)).then_some((owner, name))
}

/// The last name of a value: `refresh_token` of `body.refresh_token`, `data["refresh_token"]`.
fn last_name(value: &str) -> Option<&str> {
    let value = value.trim_end_matches([']', ')']).trim_end_matches(['\'', '"']);
    let length = value.chars().rev().take_while(|ch| is_of_name(*ch)).map(char::len_utf8).sum::<usize>();
    let (before, name) = value.split_at_checked(value.len() - length)?;
    (before.ends_with(['.', '>', '\'', '"']) && !name.is_empty()).then_some(name)
}

/// A name without what separates its words.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect()
}

/// How many settings have to begin alike.
const LEAST_ALIKE: usize = 3;
/// In bytes: what has to be alike behind the character.
const ALIKE: usize = 4;

/// A character that is in the name of one setting, and not in those beside it, which begin alike:
/// `GF_AUTH._GENERIC_OAUTH_TOKEN_URL`.
pub(super) fn odd_character(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let mut names: Vec<(usize, &str)> = Vec::new();
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        let inner = line.trim_start().trim_start_matches("- ").trim_start_matches("export ");
        let start = at + line.len() - inner.len();
        at += line.len();
        let length = inner.find([':', '=', ' ', '\t', '\n', '\r']).unwrap_or(0);
        let name = inner.get(..length).filter(|name| name.contains('_') && (SHORTEST..LONGEST).contains(&name.len()));
        let is_setting = inner.get(length..).is_some_and(|rest| rest.starts_with([':', '=']));
        names.extend(name.filter(|_| is_setting && names.len() < MOST).map(|name| (start, name)));
    }
    let is_clean =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    let clean: Vec<&str> = names.iter().map(|(_, name)| *name).filter(|name| is_clean(name)).collect();
    names.iter().find_map(|(start, name)| {
        let odd = name.find(|ch: char| !(ch.is_ascii_uppercase() || ch.is_ascii_digit() || ch == '_'))?;
        let rest = name.get(odd + 1..).filter(|_| name.is_char_boundary(odd + 1))?;
        let meant = [name.get(..odd)?, rest].concat();
        let front = meant.get(..odd + ALIKE).filter(|front| odd > 0 && is_clean(&meant) && front.contains('_'))?;
        let is_alike = clean.iter().filter(|other| other.starts_with(front)).count() >= LEAST_ALIKE;
        (is_alike && !clean.contains(&meant.as_str())).then(|| start + odd..start + odd + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn pair(text: &str, found: Option<Pair>) -> (&str, &str) {
        let (one, other) = found.unwrap_or_else(|| panic!("{text}"));
        (text.get(one).unwrap(), text.get(other).unwrap())
    }

    #[test]
    fn a_variable_that_is_set_by_a_different_name() {
        let env = "CONSUMER_KEY=a\nCONSUMER_SECRET=b\nusername=c\nPASSWORD=d\n";
        for read in [
            "env('CONSUMER_KEY') env('CONSUMER_SECRET') env('USERNAME') env('PASSWORD')",
            "env(\"CONSUMER_KEY\"), env(\"CONSUMER_SECRET\"), env(\"USERNAME\"), env(\"PASSWORD\")",
            "process.env.CONSUMER_KEY, process.env.CONSUMER_SECRET, process.env.USERNAME, process.env.PASSWORD",
            "os.environ['CONSUMER_KEY'] os.environ['CONSUMER_SECRET'] os.environ['USERNAME'] os.environ['PASSWORD']",
            "os.environ.get(\"CONSUMER_KEY\") os.environ.get(\"CONSUMER_SECRET\") os.environ.get(\"USERNAME\")",
            "ENV['CONSUMER_KEY'] ENV['CONSUMER_SECRET'] ENV['USERNAME'] ENV['PASSWORD']",
            "ENV.fetch('CONSUMER_KEY') ENV.fetch('CONSUMER_SECRET') ENV.fetch('USERNAME')",
            "GetEnvironmentVariable(\"CONSUMER_KEY\") GetEnvironmentVariable(\"CONSUMER_SECRET\") GetEnvironmentVariable(\"USERNAME\")",
            "System.getenv(\"CONSUMER_KEY\") System.getenv(\"CONSUMER_SECRET\") System.getenv(\"USERNAME\")",
            "import.meta.env.CONSUMER_KEY import.meta.env.CONSUMER_SECRET import.meta.env.USERNAME",
        ] {
            let text = format!("{env}\n{read}\n");
            assert_eq!(pair(&text, variable(&text)), ("USERNAME", "username"), "{text}");
        }
        let text = "ZOOM_CLIENT_ID=a\nZOOM_SECRET=b\nexport ZOOM_ACOUNT_ID=c\n\nenv('ZOOM_CLIENT_ID') env('ZOOM_SECRET') env('ZOOM_ACCOUNT_ID')";
        assert_eq!(pair(text, variable(text)), ("ZOOM_ACCOUNT_ID", "ZOOM_ACOUNT_ID"));
        for text in [
            "",
            "A_KEY=a\nB_KEY=b\nC_KEY=c\nenv('A_KEY') env('B_KEY') env('C_KEY')",
            "A_KEY=a\nB_KEY=b\nenv('A_KEY') env('B_KEY') env('C_KEY')",
            "A_KEY=a\nB_KEY=b\nusername=c\nUSERNAME=d\nenv('A_KEY') env('B_KEY') env('USERNAME')",
            "username=c\nenv('A_KEY') env('B_KEY') env('USERNAME')",
            "A_KEY=a\nusername=c\nenv('A_KEY') env('USERNAME') env('B_KEY')",
            "A_KEY=a\nB_KEY=b\nID_1=c\nenv('A_KEY') env('B_KEY') env('ID_2')",
            "A_KEY=a\nB_KEY=b\nCLIENT_ID=c\nenv('A_KEY') env('B_KEY') env('CLIENT_SECRET')",
            "A_KEY=a\nB_KEY=b\nusername=c\nenv('A_KEY') env('B_KEY') env('USERNAME') env('username')",
            "A_KEY=a\nB_KEY=b\nGOOGLE_ID1=c\nenv('A_KEY') env('B_KEY') env('GOOGLE_ID2')",
            "A_KEY=a\nB_KEY=b\nTEST_USER_A=c\nenv('A_KEY') env('B_KEY') env('TEST_USER_B')",
            "username == USERNAME\nenv('A_KEY') env('B_KEY') env('USERNAME')",
        ] {
            assert_eq!(variable(text), None, "{text}");
        }
    }

    #[test]
    fn a_token_that_is_stored_by_a_different_name() {
        for (text, read, set) in [
            (
                "req.session.refresh = body.refresh_token;\nrefresh(req.session.refresh_token)",
                "refresh_token",
                "req.session.refresh",
            ),
            (
                "req.session.token = data.access_token\ncall(req.session.access_token, 1)",
                "access_token",
                "req.session.token",
            ),
            (
                "$_SESSION['refresh'] = $token['refresh_token'];\n$a = $_SESSION['refresh_token'];",
                "refresh_token",
                "$_SESSION['refresh']",
            ),
            ("self.refresh = data[\"refresh_token\"]\nx = self.refresh_token", "refresh_token", "self.refresh"),
            ("this.refresh = tokens.refreshToken;\nreturn this.refreshToken;", "refreshToken", "this.refresh"),
            (
                "session[\"rt\"] = r.json()[\"refresh_token\"]\nuse(session[\"refresh_token\"])",
                "refresh_token",
                "session[\"rt\"]",
            ),
            (
                "$this->refresh = $response->refresh_token;\nreturn $this->refresh_token;",
                "refresh_token",
                "$this->refresh",
            ),
            (
                "  user.zoomRefresh = res.data.refresh_token\n  await renew(user.refresh_token)",
                "refresh_token",
                "user.zoomRefresh",
            ),
            (
                "store.refresh=body.refresh_token;\nform.refresh_token=store.refresh_token;",
                "refresh_token",
                "store.refresh",
            ),
            (
                "req.session.refresh = body.refresh_token;\r\nrefresh(req.session?.refresh_token)",
                "refresh_token",
                "req.session.refresh",
            ),
        ] {
            assert_eq!(pair(text, member(text)), (read, set), "{text}");
        }
        for text in [
            "",
            "req.session.refresh_token = body.refresh_token;\nrefresh(req.session.refresh_token)",
            "req.session.refresh = body.refresh_token;\nrefresh(req.session.refresh)",
            "req.session.refresh = body.refresh_token;\nrefresh(req.session.refresh, old.session.refresh_token)",
            "req.session.refresh = body.refresh_token;\nreq.session.refresh_token = body.refresh_token\nuse(req.session.refresh_token)",
            "req.session.refresh = body.refresh_token;\nload(req.session)\nuse(req.session.refresh_token)",
            "req.session = saved;\nreq.session.refresh = body.refresh_token;\nuse(req.session.refresh_token)",
            "const refresh = body.refresh_token;\nuse(body.refresh_token)",
            "this.refreshToken = body.refresh_token;\nuse(this.refreshToken)",
            "if (req.session.refresh == body.refresh_token) use(req.session.refresh_token)",
            "class Token:\n  refresh_token = CharField()\n  def set(self, data):\n    self.refresh = data['refresh_token']\n  def get(self):\n    return self.refresh_token",
            "private String refreshToken;\nthis.refresh = r.refreshToken;\nreturn this.refreshToken;",
            "protected $refresh_token;\n$this->refresh = $r->refresh_token;\nreturn $this->refresh_token;",
            "token.expires = body.expires_in;\nuse(token.refresh_token)",
        ] {
            assert_eq!(member(text), None, "{text}");
        }
    }

    #[test]
    fn a_character_that_the_other_names_do_not_have() {
        let rest =
            "GF_AUTH_GENERIC_OAUTH_ENABLED: true\n  GF_AUTH_GENERIC_OAUTH_NAME: a\n  GF_AUTH_GENERIC_OAUTH_SCOPES: b\n";
        for (odd, character) in [
            ("GF_AUTH._GENERIC_OAUTH_TOKEN_URL: https://a.example", "."),
            ("GF_AUTH_-GENERIC_OAUTH_TOKEN_URL: x", "-"),
            ("- GF_AUTH_GE.NERIC_OAUTH_TOKEN_URL=x", "."),
            ("export GF_AUTH,_GENERIC_OAUTH_TOKEN_URL=x", ","),
            ("GF_AUTHe_GENERIC_OAUTH_TOKEN_URL=x", "e"),
            ("GF_AUTH*_GENERIC_OAUTH_TOKEN_URL=x", "*"),
            ("GF_AUTH\"_GENERIC_OAUTH_TOKEN_URL=x", "\""),
            ("GF._AUTH_GENERIC_OAUTH_TOKEN_URL=x", "."),
            ("GF_AUTH/_GENERIC_OAUTH_TOKEN_URL=x", "/"),
            ("GF_AUTH'_GENERIC_OAUTH_TOKEN_URL=x", "'"),
        ] {
            for text in [format!("{rest}  {odd}\n"), format!("{odd}\n{rest}"), format!("{rest}{odd}\r\n")] {
                let place = odd_character(&text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!(text.get(place), Some(character), "{text}");
            }
        }
        for sound in [
            "GF_AUTH_GENERIC_OAUTH_TOKEN_URL=x",
            "spring.security.oauth2.client_id=x",
            "gf_auth_generic_oauth_token_url=x",
            "Gf_Auth_Generic_Oauth_Token_Url=x",
            "OTHER.PREFIX_TOKEN_URL=x",
            "GF.AUTH_GENERIC_OAUTH_NAME=x",
            "GF_SERVER.ROOT_URL=x",
            "GF_AUTH._GENERIC_OAUTH is odd",
            "GF_AUTH_GENERIC_OAUTH.NAME=x",
            "https://GF_AUTH_GENERIC",
        ] {
            assert_eq!(odd_character(&format!("{rest}{sound}\n")), None, "{sound}");
        }
        assert_eq!(odd_character("A_B_URL=x\nA._B_NAME=y"), None);
    }
}
