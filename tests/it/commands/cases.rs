//! Requests with values that break careless quoting.

use authdesk::commands::{Command, CommandError, SecretUse, Typed};
use authdesk::oauth::{
    Authentication, Authorization, CLIENT_SECRET_PROMPT, Client, CodeVerifier, Endpoint, FormValue, Grant, HttpRequest,
    PairEncoding, Secret, authorization_header, form_encoded, token_request,
};

use super::recorder::Recorded;

/// A request, and what is typed when it is run.
#[derive(Clone, Debug)]
pub struct Case {
    pub path: String,
    pub request: HttpRequest,
    pub secret: String,
    pub token: String,
    /// Whether the secret was typed on the page already.
    pub writes_secret: bool,
    /// The same of the token.
    pub writes_token: bool,
}

/// The pieces that values are built from.
pub const PIECES: [&str; 64] = [
    "'",
    "\"",
    "''",
    "\"\"",
    "\\",
    "\\\\",
    "`",
    "$",
    "${HOME}",
    "$(id)",
    "%",
    "%PATH%",
    "%41",
    "%s",
    "%%",
    "!",
    "!!",
    "^",
    "^^",
    "&",
    "&&",
    "|",
    "<",
    ">",
    ">>",
    ";",
    ",",
    "#",
    "*",
    "?",
    "[a-z]",
    "{",
    "}",
    "{a,b}",
    "(",
    ")",
    "~",
    "/",
    "=",
    "==",
    ":=",
    "+",
    "@",
    "@/etc/passwd",
    "-",
    "--data",
    "-u",
    " ",
    "  ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{1f600}",
    "\u{1f468}\u{200d}\u{1f469}",
    "\u{10ffff}",
    "\u{e9}",
    "e\u{301}",
    "\u{5d0}\u{5d1}",
    "\u{202e}abc\u{202c}",
    "\u{627}",
    "DemoValue01",
    "eyJhbGciOi",
    "\\n\\t\\u0041",
];

/// A small random number generator, so that a failure can be reproduced (Marsaglia, "Xorshift RNGs", 2003).
pub struct Chance(u64);

impl Chance {
    pub fn new() -> Chance {
        let seed = std::env::var("AUTHDESK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_121);
        Chance(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }

    /// A value that is not empty: mostly some pieces, now and then 4 KB or a single one.
    pub fn value(&mut self) -> String {
        self.value_of(&PIECES)
    }

    /// The same of these pieces.
    pub fn value_of(&mut self, known: &[&str]) -> String {
        let (pieces, most) = match self.below(40) {
            0 => (4000, 4000),
            1..10 => (1, 60),
            _ => (2 + self.below(12), 400),
        };
        let mut value = String::new();
        for _ in 0..pieces {
            let piece = known[self.below(known.len())];
            if value.len() + piece.len() > most {
                break;
            }
            value.push_str(piece);
        }
        value
    }
}

/// How many cases each format is run with; `make proof` asks for more.
pub fn count() -> usize {
    std::env::var("AUTHDESK_COMMAND_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(500)
}

/// A case with random values, for a server at this URL.
pub fn case(chance: &mut Chance, server: &str, number: usize) -> Case {
    let path = format!("/{number}/oauth/token");
    let endpoint = Endpoint::parse(&format!("{server}{path}")).unwrap();
    let [id, secret, token, first, second] = [(); 5].map(|()| chance.value());
    let authentication = match chance.below(7) {
        0 => Authentication::Public,
        1 => Authentication::Basic(PairEncoding::FormEncoded),
        2 | 3 => Authentication::Body,
        _ => Authentication::Basic(PairEncoding::Raw),
    };
    let id = match authentication {
        Authentication::Basic(PairEncoding::Raw) => id.replace(':', "_"),
        Authentication::Basic(PairEncoding::FormEncoded) | Authentication::Body | Authentication::Public => id,
    };
    let code = Secret::new(&*first);
    let verifier = CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
    let grant = match (chance.below(4), authentication) {
        (0, _) | (1 | 2, Authentication::Public) => Grant::RefreshToken,
        (1, _) => Grant::AccountCredentials { account_id: &first },
        (2, _) => Grant::ClientCredentials { scope: Some(&first) },
        _ => Grant::AuthorizationCode { code: &code, redirect_uri: Some(&second), code_verifier: Some(&verifier) },
    };
    let request = token_request(&endpoint, &Client { id: &id, authentication }, &grant).unwrap();
    Case { path, request, secret, token, writes_secret: false, writes_token: false }
}

/// How close the body must be to what the library would write.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Every byte.
    Exact,
    /// The same fields in the same order, whichever characters are escaped.
    Decoded,
}

impl Case {
    /// Every fourth case has something written: both, the secret alone or the token alone.
    pub fn with_some_written(mut self, number: usize) -> Case {
        if number % 4 == 3 {
            (self.writes_secret, self.writes_token) = [(true, true), (true, false), (false, true)][number / 4 % 3];
        }
        self
    }

    /// The request in a format, with what is written in it.
    pub fn command(
        &self,
        format: fn(&HttpRequest, SecretUse<'_>) -> Result<Command, CommandError>,
    ) -> Result<Command, CommandError> {
        let (secret, token) = (Secret::new(&*self.secret), Secret::new(&*self.token));
        let answers = [("Refresh Token", &token)];
        let answers = if self.writes_token { &answers[..] } else { &[] };
        let client_secret = self.writes_secret.then_some(&secret);
        match self.writes_secret || self.writes_token {
            true => format(&self.request, SecretUse::Written(Typed { client_secret, answers })),
            false => format(&self.request, SecretUse::Asked),
        }
    }

    /// What is typed, in the order of a command that prompts for the secret of the header first.
    pub fn typed(&self) -> Vec<String> {
        self.secrets().into_iter().filter(|(_, is_written)| !is_written).map(|(value, _)| value).collect()
    }

    /// The secret and the token, where the request has them, each with whether it is written. In the form, the secret
    /// comes last.
    pub fn secrets(&self) -> Vec<(String, bool)> {
        let secret = self.request.has_client_secret().then(|| (self.secret.clone(), self.writes_secret));
        let token = self.asks_token().then(|| (self.token.clone(), self.writes_token));
        match self.has_secret_field() {
            true => token.into_iter().chain(secret).collect(),
            false => secret.into_iter().chain(token).collect(),
        }
    }

    pub fn asks_token(&self) -> bool {
        self.request.asks_for("Refresh Token")
    }

    /// Whether the client secret is a field of the form.
    pub fn has_secret_field(&self) -> bool {
        self.request.asks_for(CLIENT_SECRET_PROMPT)
    }

    pub fn has_pair(&self) -> bool {
        matches!(self.request.authorization, Authorization::Basic { .. })
    }

    pub fn is_form_encoded(&self) -> bool {
        matches!(self.request.authorization, Authorization::Basic { encoding: PairEncoding::FormEncoded, .. })
    }

    /// Every value that is not typed.
    pub fn known(&self) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        if let Authorization::Basic { client_id, .. } = &self.request.authorization {
            known.push(client_id.clone());
        }
        let fields = self.fields().into_iter().filter(|(name, _)| name != "client_secret");
        known.extend(fields.map(|(_, value)| value));
        known
    }

    fn fields(&self) -> Vec<(String, String)> {
        let value = |value: &FormValue| match value {
            FormValue::Plain(value) => value.clone(),
            // EXPOSE: it is compared with what arrived.
            FormValue::Secret(value) => value.expose().to_owned(),
            FormValue::AskedFor(CLIENT_SECRET_PROMPT) => self.secret.clone(),
            FormValue::AskedFor(_) => self.token.clone(),
        };
        self.request.form.iter().map(|field| (field.name.to_owned(), value(&field.value))).collect()
    }

    /// Compares everything with what arrived.
    #[track_caller]
    pub fn check(&self, recorded: &Recorded, body: Body) {
        assert_eq!((recorded.method.as_str(), recorded.target.as_str()), ("POST", self.path.as_str()));
        assert_eq!(recorded.header("content-type"), Some("application/x-www-form-urlencoded"), "{self:?}");
        assert_eq!(recorded.header("accept"), Some("application/json"));
        let header = match &self.request.authorization {
            Authorization::None => None,
            Authorization::Basic { client_id, encoding } => {
                Some(authorization_header(client_id, &Secret::new(&*self.secret), *encoding).unwrap())
            }
            Authorization::Bearer(_) => Some(Secret::new(format!("Bearer {}", self.secret))),
        };
        // EXPOSE: it is compared with what arrived.
        assert_eq!(recorded.header("authorization"), header.as_ref().map(Secret::expose), "{self:?}");
        let arrived: Vec<(String, String)> = form_urlencoded::parse(&recorded.body).into_owned().collect();
        assert_eq!(arrived, self.fields(), "{self:?}");
        if body == Body::Exact {
            let fields = self.fields();
            let written: Vec<String> =
                fields.iter().map(|(name, value)| format!("{}={}", form_encoded(name), form_encoded(value))).collect();
            assert_eq!(String::from_utf8_lossy(&recorded.body), written.join("&"));
        }
    }
}
