//! A request as plain data: nothing here sends it.

use super::{Endpoint, PairEncoding, Secret};

/// A request with a form as its body, or without one.
#[derive(Clone, Debug)]
pub struct HttpRequest {
    /// How it is asked.
    pub method: Method,
    /// Where it is asked.
    pub url: Endpoint,
    /// Who asks.
    pub authorization: Authorization,
    /// The headers beside `Authorization`, in order.
    pub headers: Vec<(&'static str, String)>,
    /// The fields of the body (`application/x-www-form-urlencoded`), in order, not encoded yet. With
    /// [`Method::Get`] they are the query.
    pub form: Vec<FormField>,
}

/// The methods of RFC 9110 §9.3 that OAuth uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
}

/// How the client says who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// No `Authorization` header.
    None,
    /// `Authorization: Basic` (RFC 6749 §2.3.1). The client secret is no part of the request: whoever runs it asks for it.
    Basic {
        /// The identifier, not encoded.
        client_id: String,
        /// How the pair is written before base64.
        encoding: PairEncoding,
    },
    /// `Authorization: Bearer` (RFC 6750 §2.1). The token is no part of the request: whoever runs it asks for it by this
    /// name, such as `Access Token`.
    Bearer(&'static str),
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub value: FormValue,
}

/// What a field says.
#[derive(Clone, Debug)]
pub enum FormValue {
    /// A text that anyone may see.
    Plain(String),
    /// A text that is known and must not be shown by accident.
    Secret(Secret),
    /// A text that whoever runs the request is asked for; here is the name to ask by, such as `Refresh Token`.
    AskedFor(&'static str),
}
