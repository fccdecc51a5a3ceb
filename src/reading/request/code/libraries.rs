//! Libraries of OAuth, which make the token request of what they are given: requests-oauthlib and Authlib,
//! golang.org/x/oauth2, IdentityModel, oauth2 of Ruby, simple-oauth2. What each sends is in its source.

use super::call::Call;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value};
use crate::reading::request::draft::{BodyPart, Draft};

/// The token request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut draft = match program.language {
        Language::Python => python(program, call),
        Language::Go => go(program, call),
        Language::CSharp => identity_model(program, call),
        Language::Ruby => ruby(program, call),
        Language::Script => simple_oauth2(program, call),
        Language::Php | Language::Java | Language::Kotlin => None,
    }?;
    // What is not in the text may be set somewhere else, in the settings that the library is given.
    let has_redirect =
        draft.body.parts.iter().any(|part| matches!(part, BodyPart::Param(field) if field.name == "redirect_uri"));
    draft.has_unknown_fields |= !has_redirect;
    Some(draft)
}

/// The path that libraries add to a host, where none is given.
fn usual_path(sending: &mut Sending<'_, '_>) {
    let url = &mut sending.draft.url;
    if !url.expands {
        url.text = [url.text.trim_end_matches('/'), "/oauth/token"].concat();
        url.at = None;
    }
}

/// A token request with this grant type.
fn request<'p, 't>(program: &'p Program<'t>, call: &Call<'_>, grant: Option<&str>) -> Sending<'p, 't> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named("POST", call.head());
    match grant {
        Some(grant) => sending.field_is("grant_type", grant, call.head()),
        None => sending.draft.has_unknown_fields = true,
    }
    sending
}

/// Adds a parameter, if it is there.
fn field(sending: &mut Sending<'_, '_>, name: &str, value: Option<&Value>) {
    let Some(value) = value else { return };
    let names = braces(value).unwrap_or(value).list();
    let scopes: Option<Vec<&str>> = names.iter().map(Value::literal).collect();
    match scopes.filter(|scopes| scopes.len() > 1 && name == "scope") {
        Some(scopes) => sending.field_is(name, &scopes.join(" "), value.span),
        None => sending.form_field(name, value, value.span),
    }
}

/// How a client authenticates.
#[derive(Clone, Copy)]
enum Method {
    Header,
    /// The same, of two parts that are percent-encoded first (RFC 6749 §2.3.1).
    EncodedHeader,
    Body,
    /// It depends on the version, or on what the server takes.
    Unknown,
}

fn authenticate(sending: &mut Sending<'_, '_>, method: Method, id: Option<&Value>, secret: Option<&Value>) {
    let is_plain = |value: Option<&Value>| {
        let is_same = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_' | '.' | '~');
        value.and_then(Value::literal).is_none_or(|text| text.chars().all(is_same))
    };
    match method {
        Method::Body => {
            field(sending, "client_id", id);
            field(sending, "client_secret", secret);
        }
        Method::Header => match id {
            Some(id) => sending.basic(id, secret),
            None => sending.draft.has_hidden_authentication = true,
        },
        Method::EncodedHeader if is_plain(id) && is_plain(secret) => {
            authenticate(sending, Method::Header, id, secret);
        }
        Method::EncodedHeader | Method::Unknown => sending.draft.has_hidden_authentication = true,
    }
}

/// The last name of a constant: `oauth2.AuthStyleInHeader`, `:request_body`, `True`.
fn constant(value: Option<&Value>) -> Option<&str> {
    let value = value?;
    value.literal().or_else(|| value.links().last().map(|link| link.name.as_str()))
}

/// `Session(…).fetch_token(…)` of requests-oauthlib or of Authlib.
fn python(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    const SESSIONS: [&str; 3] = ["OAuth2Session", "OAuth2Client", "AsyncOAuth2Client"];
    if call.name() != "fetch_token" {
        return None;
    }
    let session = call.before().iter().rev().find(|link| link.is_call() && SESSIONS.contains(&link.name.as_str()))?;
    let is_authlib = session.name != "OAuth2Session"
        || program.text.contains("authlib") && !program.text.contains("requests_oauthlib");
    let draft = if is_authlib { authlib(program, call, session) } else { requests_oauthlib(program, call, session) };
    Some(draft)
}

/// Arguments that are none of the request's parameters.
const OPTIONS: [&str; 17] = [
    "token_url",
    "url",
    "code",
    "authorization_response",
    "body",
    "auth",
    "method",
    "force_querystring",
    "timeout",
    "headers",
    "verify",
    "proxies",
    "include_client_id",
    "client_secret",
    "cert",
    "grant_type",
    "state",
];

/// What both libraries do with the arguments.
fn arguments(sending: &mut Sending<'_, '_>, call: &Call<'_>, is_option: impl Fn(&str) -> bool) {
    if call.named("authorization_response").is_some() || call.named("body").is_some() || call.named("**").is_some() {
        sending.draft.has_unknown_fields = true;
    }
    if let Some(method) = call.named("method") {
        sending.method(method);
    }
    if let Some(headers) = call.named("headers") {
        sending.headers(headers);
    }
    for argument in call.link().into_iter().flat_map(|link| link.arguments.iter().flatten()) {
        match argument.name.as_deref() {
            Some("") => sending.draft.has_unknown_fields = true,
            Some(name) if !is_option(name) => field(sending, name, Some(&argument.value)),
            _ => {}
        }
    }
}

fn requests_oauthlib(program: &Program<'_>, call: &Call<'_>, session: &Link) -> Draft {
    let client = session.either("client", 1).map(Value::links).unwrap_or_default();
    let client = client.into_iter().rev().find(|link| link.is_call() && link.name.ends_with("Client"));
    let grant = match (session.either("client", 1), client.map(|client| client.name.as_str())) {
        (None, _) | (_, Some("WebApplicationClient")) => Some("authorization_code"),
        (_, Some("BackendApplicationClient")) => Some("client_credentials"),
        (_, Some("LegacyApplicationClient")) => Some("password"),
        _ => None,
    };
    let mut sending = request(program, call, grant);
    if let Some(url) = call.either("token_url", 0) {
        sending.url(url);
    }
    field(&mut sending, "code", call.either("code", 1));
    field(&mut sending, "redirect_uri", session.named("redirect_uri"));
    if call.named("scope").is_none() && grant != Some("authorization_code") {
        field(&mut sending, "scope", client.and_then(|client| client.named("scope")));
        // Which of the two libraries' versions send that of the session is not known.
        sending.draft.has_unknown_fields |= session.named("scope").is_some();
    }
    sending.draft.has_unknown_fields |= session.named("pkce").is_some();
    // Only `include_client_id` sends the ID in the body.
    arguments(&mut sending, call, |name| OPTIONS.contains(&name) || name == "client_id");
    let id = client.and_then(|client| client.either("client_id", 0)).or_else(|| session.either("client_id", 0));
    let secret = call.named("client_secret");
    let is_in_body = constant(call.named("include_client_id")) == Some("True");
    if is_in_body {
        authenticate(&mut sending, Method::Body, id, secret);
    }
    match call.named("auth") {
        Some(auth) => sending.authentication(auth),
        None if is_in_body && call.named("cert").is_none() => {}
        // Without a secret, some versions send an empty one and others nothing.
        None if secret.is_none() || call.named("cert").is_some() => sending.draft.has_hidden_authentication = true,
        None => authenticate(&mut sending, Method::Header, id, secret),
    }
    sending.draft
}

fn authlib(program: &Program<'_>, call: &Call<'_>, session: &Link) -> Draft {
    let named = |name: &str| call.named(name).is_some();
    let stated = call.named("grant_type").or_else(|| session.named("grant_type"));
    let grant = if let Some(stated) = stated {
        stated.literal()
    } else if named("code") || named("authorization_response") {
        Some("authorization_code")
    } else if named("username") && named("password") {
        Some("password")
    } else {
        Some("client_credentials")
    };
    let mut sending = request(program, call, grant);
    if let Some(url) = call.either("url", 0).or_else(|| session.named("token_endpoint")) {
        sending.url(url);
    }
    field(&mut sending, "code", call.named("code"));
    let (own, value) = match grant {
        Some("authorization_code") => ("redirect_uri", session.either("redirect_uri", 6)),
        _ => ("scope", session.either("scope", 4)),
    };
    if !named(own) {
        field(&mut sending, own, value);
    }
    arguments(&mut sending, call, |name| OPTIONS.contains(&name));
    let (id, secret) = (session.either("client_id", 0), session.either("client_secret", 1));
    match (call.named("auth"), constant(session.either("token_endpoint_auth_method", 2))) {
        (Some(auth), _) => sending.authentication(auth),
        (None, None | Some("client_secret_basic")) if secret.is_some() => {
            authenticate(&mut sending, Method::Header, id, secret);
        }
        (None, Some("client_secret_post")) => authenticate(&mut sending, Method::Body, id, secret),
        (None, None | Some("none")) => field(&mut sending, "client_id", id),
        _ => sending.draft.has_hidden_authentication = true,
    }
    sending.draft
}

/// What is between the braces of `Config{…}` or `new Request { … }`.
fn braces(value: &Value) -> Option<&Value> {
    value.links().into_iter().rev().find(|link| link.name == "{").and_then(|link| link.argument(0))
}

/// `config.Exchange(ctx, code)`, `config.Token(ctx)` of golang.org/x/oauth2 and its package clientcredentials.
fn go(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let is_own = matches!(call.name(), "Token" | "Client" | "TokenSource") && call.is_of(&["clientcredentials"]);
    let grant = match call.name() {
        _ if is_own => "client_credentials",
        "Exchange" if call.is_of(&["oauth2"]) => "authorization_code",
        "PasswordCredentialsToken" if call.is_of(&["oauth2"]) => "password",
        _ => return None,
    };
    let at = call.before().iter().position(|link| link.name == "Config")?;
    let behind = call.before().get(at + 1..)?;
    let config = behind.iter().find(|link| link.name == "{").and_then(|link| link.argument(0))?;
    config.members()?;
    // Parameters of the program's own, which may replace the grant type.
    let more = config.member("EndpointParams").map(|more| program.entries(more));
    let is_known = match &more {
        Some(Some(more)) => more.is_known,
        Some(None) => false,
        None => true,
    };
    let more = more.flatten().map(|more| more.list).unwrap_or_default();
    let is_own_grant = is_known && more.iter().all(|entry| entry.name != "grant_type");
    let mut sending = request(program, call, Some(grant).filter(|_| is_own_grant));
    for entry in &more {
        sending.form_field(entry.name, entry.value, entry.span);
    }
    let endpoint = config.member("Endpoint").and_then(braces);
    if let Some(url) = config.member("TokenURL").or_else(|| endpoint?.member("TokenURL")) {
        sending.url(url);
    }
    let names: &[&str] = match grant {
        "authorization_code" => &["code"],
        "password" => &["username", "password"],
        _ => &[],
    };
    for (number, name) in names.iter().enumerate() {
        field(&mut sending, name, call.argument(number + 1));
    }
    if grant == "authorization_code" {
        field(&mut sending, "redirect_uri", config.member("RedirectURL"));
        let options = call.link()?.arguments.iter().flatten().skip(2);
        for option in options {
            match option.value.links().last() {
                Some(link) if link.name == "SetAuthURLParam" => match link.argument(0).and_then(Value::literal) {
                    Some(name) => field(&mut sending, name, link.argument(1)),
                    None => sending.draft.has_unknown_fields = true,
                },
                Some(link) if link.name == "VerifierOption" => {
                    field(&mut sending, "code_verifier", link.argument(0));
                }
                _ => sending.draft.has_unknown_fields = true,
            }
        }
    } else {
        field(&mut sending, "scope", config.member("Scopes"));
    }
    // A field of the configuration may be set later.
    sending.draft.has_unknown_fields |= !is_known || behind.iter().any(|link| link.set.is_some());
    let style = config.member("AuthStyle").or_else(|| endpoint?.member("AuthStyle"));
    let method = match constant(style) {
        Some("AuthStyleInHeader") => Method::EncodedHeader,
        Some("AuthStyleInParams") => Method::Body,
        _ => Method::Unknown,
    };
    authenticate(&mut sending, method, config.member("ClientID"), config.member("ClientSecret"));
    Some(sending.draft)
}

/// `client.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest { … })`.
fn identity_model(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let (grant, names): (_, &[(&str, &str)]) = match call.name() {
        "RequestClientCredentialsTokenAsync" => (Some("client_credentials"), &[("scope", "Scope")]),
        "RequestAuthorizationCodeTokenAsync" => (
            Some("authorization_code"),
            &[("code", "Code"), ("redirect_uri", "RedirectUri"), ("code_verifier", "CodeVerifier")],
        ),
        "RequestRefreshTokenAsync" => (Some("refresh_token"), &[("refresh_token", "RefreshToken"), ("scope", "Scope")]),
        "RequestPasswordTokenAsync" => {
            (Some("password"), &[("username", "UserName"), ("password", "Password"), ("scope", "Scope")])
        }
        "RequestTokenAsync" => (None, &[]),
        _ => return None,
    };
    let given = call.argument(0)?;
    let settings = braces(given).unwrap_or(given);
    settings.members()?;
    let stated = settings.member("GrantType").and_then(Value::literal);
    let mut sending = request(program, call, grant.or(stated));
    if let Some(url) = settings.member("Address") {
        sending.url(url);
    }
    for (name, member) in names {
        field(&mut sending, name, settings.member(member));
    }
    sending.draft.has_unknown_fields |= ["Parameters", "Resource"].iter().any(|name| settings.member(name).is_some());
    let method = match constant(settings.member("ClientCredentialStyle")) {
        None | Some("AuthorizationHeader") => Method::EncodedHeader,
        Some("PostBody") => Method::Body,
        Some(_) => Method::Unknown,
    };
    let (id, secret) = (settings.member("ClientId"), settings.member("ClientSecret"));
    if settings.member("ClientAssertion").is_some() {
        sending.draft.has_hidden_authentication = true;
    } else if secret.is_none() && !matches!(method, Method::Body) {
        // A header with an empty secret, as long as it is not set in another way.
        sending.draft.has_hidden_authentication = true;
    } else {
        authenticate(&mut sending, method, id, secret);
    }
    Some(sending.draft)
}

/// `OAuth2::Client.new(…).auth_code.get_token(…)`.
fn ruby(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if call.name() != "get_token" || !call.is_of(&["OAuth2"]) {
        return None;
    }
    let (grant, names): (_, &[&str]) = match call.receiver() {
        "auth_code" => ("authorization_code", &["code"]),
        "client_credentials" => ("client_credentials", &[]),
        "password" => ("password", &["username", "password"]),
        _ => return None,
    };
    let client = call.before().iter().find(|link| link.name == "new" && link.is_call())?;
    let option = |name: &str| client.named(name).or_else(|| client.argument(2)?.member(name));
    let mut sending = request(program, call, Some(grant));
    let site = option("site");
    match option("token_url") {
        Some(url) => {
            sending.url(url);
            if let Some(site) = site {
                sending.base(site);
            }
        }
        None => {
            sending.host(site?, None);
            usual_path(&mut sending);
        }
    }
    for (number, name) in names.iter().enumerate() {
        field(&mut sending, name, call.argument(number));
    }
    for argument in call.link()?.arguments.iter().flatten() {
        match argument.name.as_deref() {
            Some("headers" | "parse") | None => {}
            Some(name) => field(&mut sending, name, Some(&argument.value)),
        }
    }
    if let Some(given) = call.argument(names.len()) {
        match given.members() {
            Some(members) => {
                for member in members.iter().filter(|member| member.name != "headers") {
                    field(&mut sending, &member.name, Some(&member.value));
                }
            }
            None => sending.draft.has_unknown_fields = true,
        }
    }
    let method = match constant(option("auth_scheme")) {
        Some("basic_auth") => Method::Header,
        Some("request_body") => Method::Body,
        _ => Method::Unknown,
    };
    authenticate(&mut sending, method, client.argument(0), client.argument(1));
    Some(sending.draft)
}

/// `new ClientCredentials({ client, auth, options }).getToken({ scope })`.
fn simple_oauth2(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if call.name() != "getToken" || !program.text.contains("simple-oauth2") {
        return None;
    }
    let is_grant = |link: &&&Link| {
        link.is_call() && matches!(&*link.name, "AuthorizationCode" | "ClientCredentials" | "ResourceOwnerPassword")
    };
    let grant = call.before().iter().rev().find(is_grant)?;
    let config = grant.argument(0).filter(|config| config.members().is_some())?;
    let of = |part: &str, name: &str| config.member(part)?.member(name);
    let grant = match grant.name.as_str() {
        "AuthorizationCode" => "authorization_code",
        "ClientCredentials" => "client_credentials",
        _ => "password",
    };
    let mut sending = request(program, call, Some(grant));
    let host = of("auth", "tokenHost")?;
    match of("auth", "tokenPath") {
        Some(path) => {
            sending.url(path);
            sending.base(host);
        }
        None => {
            sending.url(host);
            usual_path(&mut sending);
        }
    }
    match call.argument(0).map(|given| (given, given.members())) {
        Some((_, Some(members))) => {
            for member in members {
                match member.name.as_str() {
                    "" => sending.draft.has_unknown_fields = true,
                    // Not every version translates it.
                    "redirectURI" => sending.draft.has_unknown_fields = true,
                    name => field(&mut sending, name, Some(&member.value)),
                }
            }
        }
        Some(_) => sending.draft.has_unknown_fields = true,
        None => {}
    }
    let is_json = of("options", "bodyFormat").and_then(Value::literal) == Some("json");
    let method = match of("options", "authorizationMethod").and_then(Value::literal) {
        Some("body") => Method::Body,
        None | Some("header") => Method::EncodedHeader,
        Some(_) => Method::Unknown,
    };
    authenticate(&mut sending, method, of("client", "id"), of("client", "secret"));
    if is_json {
        sending.draft.body.is_json = true;
        sending.draft.says_form = false;
    }
    Some(sending.draft)
}
