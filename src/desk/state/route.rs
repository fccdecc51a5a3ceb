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
    /// A page about this page.
    About(About),
    /// The list of all findings.
    Findings,
    /// What a finding means, with an example. Whether there is one of that name, only the lazy part of the program knows:
    /// the names of all of them would be a burden on every first visit.
    Finding(String),
    /// A URL that leads nowhere.
    Nowhere,
}

/// What is told about this page, in paragraphs of a file of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// How it keeps secrets.
    Secrets,
    /// How a release is compared with what its makers have published.
    Check,
}

impl About {
    /// Its name in URLs and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            About::Secrets => "secrets",
            About::Check => "check",
        }
    }
}

/// What is written as it is in the parameters of a URL of the page (RFC 3986 §2.3).
pub(in crate::desk) const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What the name of a product or a finding may contain; that of a product becomes the name of a file.
fn is_name(text: &str) -> bool {
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
            (Some("product"), Some(id), None) if is_name(id) => {
                Route::Product { id: id.to_owned(), variant: variant() }
            }
            (Some("tools"), None, None) => Route::Tools,
            (Some("tool"), Some(name), None) => name.parse().map_or(Route::Nowhere, Route::Tool),
            (Some("card"), None, None) => Route::Card { variant: variant() },
            (Some("about"), Some("secrets"), None) => Route::About(About::Secrets),
            (Some("about"), Some("check"), None) => Route::About(About::Check),
            (Some("findings"), None, None) => Route::Findings,
            (Some("finding"), Some(name), None) if is_name(name) => Route::Finding(name.to_owned()),
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
            Route::About(about) => write!(f, "#/about/{}", about.name()),
            Route::Findings => f.write_str("#/findings"),
            Route::Finding(name) => write!(f, "#/finding/{name}"),
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
        there_and_back("#/about/secrets", &Route::About(About::Secrets));
        there_and_back("#/about/check", &Route::About(About::Check));
        there_and_back("#/findings", &Route::Findings);
        there_and_back("#/finding/blanks-around", &Route::Finding("blanks-around".into()));
        there_and_back("#/finding/utf-16-pair?x=1", &Route::Finding("utf-16-pair".into()));
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
            "report",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn leads_nowhere_with_anything_else() {
        let products = ["#/product/", "#/product/../x", "#/product/Ä", "#/product/a/b"];
        let findings = ["#/finding", "#/finding/", "#/finding/a/b", "#/findings/a", "#/finding/A", "#/finding/a%20b"];
        for fragment in products.into_iter().chain(findings).chain(["#/tool/x", "#/x", "#/about"]) {
            assert_eq!(Route::parse(fragment), Route::Nowhere, "{fragment}");
        }
    }

    #[test]
    fn a_finding_of_a_hostile_name_is_none() {
        for name in [
            "<script>alert(1)</script>",
            "%3Cscript%3E",
            "\"onload=alert(1)",
            "javascript:alert(1)",
            "..%2F..",
            "a\u{202e}b",
        ] {
            assert_eq!(Route::parse(&format!("#/finding/{name}")), Route::Nowhere, "{name}");
        }
    }

    #[test]
    fn a_product_cannot_name_another_file() {
        assert_eq!(Route::parse("#/product/a%2F..%2Fb"), Route::Nowhere);
        assert_eq!(Route::parse("#/product/a.json"), Route::Nowhere);
    }
}
