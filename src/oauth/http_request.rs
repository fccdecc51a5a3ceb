//! A request as plain data: nothing is sent from here.

use strum::IntoStaticStr;

use super::{CLIENT_SECRET_PROMPT, Endpoint, PairEncoding, Secret};

/// A request with a form as its body, or without one.
#[derive(Clone, Debug)]
pub struct HttpRequest {
    /// The HTTP method.
    pub method: Method,
    /// The URL. Form fields that become the query are not in it.
    pub url: Endpoint,
    /// The `Authorization` header.
    pub authorization: Authorization,
    /// The headers other than `Authorization`, in order.
    pub headers: Vec<(&'static str, String)>,
    /// The fields of the body (`application/x-www-form-urlencoded`), in order, not yet encoded. With [`Method::Get`]
    /// they are the query.
    pub form: Vec<FormField>,
}

impl HttpRequest {
    /// Whether it is sent with a client secret, in the header or as a field.
    #[must_use]
    pub fn has_client_secret(&self) -> bool {
        matches!(self.authorization, Authorization::Basic { .. }) || self.asks_for(CLIENT_SECRET_PROMPT)
    }

    /// Whether the value of a field is prompted for under this name.
    #[must_use]
    pub fn asks_for(&self, prompt: &str) -> bool {
        self.form.iter().any(|field| matches!(field.value, FormValue::AskedFor(name) if name == prompt))
    }
}

/// The methods of RFC 9110 §9.3 that OAuth uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "UPPERCASE")]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
}

impl Method {
    /// `GET` or `POST`, as in the first line of a request (RFC 9112 §3.1).
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How the request is authorized: the client by its credentials, or its bearer by a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// No `Authorization` header.
    None,
    /// `Authorization: Basic` (RFC 6749 §2.3.1). The client secret is not part of the request: it is prompted for when
    /// the request is run.
    Basic {
        /// The client ID, not encoded.
        client_id: String,
        /// How client ID and secret are encoded before base64.
        encoding: PairEncoding,
    },
    /// `Authorization: Bearer` (RFC 6750 §2.1). The token is not part of the request: it is prompted for under this
    /// name, such as `Access Token`, when the request is run.
    Bearer(&'static str),
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// The name, such as `grant_type`, not encoded.
    pub name: &'static str,
    /// The value, or the prompt that it comes from.
    pub value: FormValue,
}

/// The value of a field.
#[derive(Clone, Debug)]
pub enum FormValue {
    /// A value that anyone may see.
    Plain(String),
    /// A value that is known but must not be shown by accident.
    Secret(Secret),
    /// A value that is prompted for when the request is run, under this name, such as `Refresh Token`; the client secret
    /// under [`CLIENT_SECRET_PROMPT`].
    AskedFor(&'static str),
}
