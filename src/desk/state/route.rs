//! Where in the page one is: the part of the URL after `#`, which no server ever sees.

use core::fmt;

use form_urlencoded::parse;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::desk::Tool;
use crate::desk::card::OWN_CARD;

/// A view of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of products, with the box for anything.
    #[default]
    Start,
    /// The guide of a product.
    Product {
        /// The name of the product's file in the catalog, without its ending.
        id: String,
        /// The way to connect it; absent: the recommended one.
        variant: Option<String>,
    },
    /// The list of tools, with the box for anything.
    Tools,
    /// One tool alone.
    Tool(Tool),
    /// The form for a card of one's own, with its guide.
    Card {
        /// The way to connect the product; absent: the recommended one.
        variant: Option<String>,
    },
    /// How this page keeps secrets.
    Secrets,
    /// A URL that leads nowhere.
    Nowhere,
}

/// What a product's name may contain: it becomes the name of a file.
fn is_product_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl Route {
    /// Reads the fragment of a URL, with or without its `#`. Unknown parameters are ignored.
    #[must_use]
    pub fn parse(fragment: &str) -> Route {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let variant =
            || parse(query.as_bytes()).find(|(name, _)| name == "variant").map(|(_, value)| value.into_owned());
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Route::Start,
            (Some("product"), Some(id), None) if is_product_id(id) => {
                Route::Product { id: id.to_owned(), variant: variant() }
            }
            (Some("tools"), None, None) => Route::Tools,
            (Some("tool"), Some(name), None) => name.parse().map_or(Route::Nowhere, Route::Tool),
            (Some("card"), None, None) => Route::Card { variant: variant() },
            (Some("about"), Some("secrets"), None) => Route::Secrets,
            _ => Route::Nowhere,
        }
    }

    /// The same with another way to connect the product.
    #[must_use]
    pub fn with_variant(&self, variant: String) -> Route {
        match self {
            Route::Product { id, .. } => Route::Product { id: id.clone(), variant: Some(variant) },
            Route::Card { .. } => Route::Card { variant: Some(variant) },
            other => other.clone(),
        }
    }

    /// The product whose guide is shown.
    #[must_use]
    pub fn product(&self) -> Option<&str> {
        match self {
            Route::Product { id, .. } => Some(id),
            Route::Card { .. } => Some(OWN_CARD),
            _ => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
        match self {
            Route::Start | Route::Nowhere => f.write_str("#/"),
            Route::Product { id, variant: None } => write!(f, "#/product/{id}"),
            Route::Product { id, variant: Some(variant) } => {
                write!(f, "#/product/{id}?variant={}", utf8_percent_encode(variant, KEPT))
            }
            Route::Card { variant: None } => f.write_str("#/card"),
            Route::Card { variant: Some(variant) } => {
                write!(f, "#/card?variant={}", utf8_percent_encode(variant, KEPT))
            }
            Route::Tools => f.write_str("#/tools"),
            Route::Tool(tool) => write!(f, "#/tool/{}", tool.name()),
            Route::Secrets => f.write_str("#/about/secrets"),
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[track_caller]
    fn there_and_back(fragment: &str, route: &Route) {
        assert_eq!(Route::parse(fragment), *route);
        assert_eq!(Route::parse(&route.to_string()), *route);
    }

    #[test]
    fn reads_what_it_writes() {
        let product = |variant: Option<&str>| Route::Product {
            id: "verint-recorder".into(),
            variant: variant.map(str::to_owned),
        };
        there_and_back("#/", &Route::Start);
        there_and_back("", &Route::Start);
        there_and_back("#/product/verint-recorder", &product(None));
        there_and_back("#/product/verint-recorder?variant=server-to-server", &product(Some("server-to-server")));
        there_and_back("#/product/verint-recorder?x=1&variant=a%20b", &product(Some("a b")));
        there_and_back("#/card", &Route::Card { variant: None });
        there_and_back("#/card?v=1&c=abc&variant=a", &Route::Card { variant: Some("a".into()) });
        there_and_back("#/tools", &Route::Tools);
        there_and_back("#/about/secrets", &Route::Secrets);
        for tool in Tool::VARIANTS {
            there_and_back(&format!("#/tool/{}", tool.name()), &Route::Tool(*tool));
        }
    }

    #[test]
    fn tools_keep_their_names_and_their_order() {
        let names: Vec<&str> = Tool::VARIANTS.iter().map(|tool| tool.name()).collect();
        let expected = [
            "basic-header",
            "authorize-url",
            "redirect",
            "token-request",
            "token-answer",
            "credential-string",
            "app-type",
            "values",
            "read-header",
            "read-authorize-url",
            "redirect-comparison",
            "error-answer",
            "jwt",
            "scopes",
            "request",
            "discovery",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn leads_nowhere_with_anything_else() {
        for fragment in ["#/product/", "#/product/../x", "#/product/Ä", "#/tool/x", "#/x", "#/product/a/b", "#/about"]
        {
            assert_eq!(Route::parse(fragment), Route::Nowhere, "{fragment}");
        }
    }

    #[test]
    fn a_product_cannot_name_another_file() {
        assert_eq!(Route::parse("#/product/a%2F..%2Fb"), Route::Nowhere);
        assert_eq!(Route::parse("#/product/a.json"), Route::Nowhere);
    }
}
