//! How a provider compares redirect URLs, by the settings of an app.

use super::Sure;
use crate::json::{FromJson, Json, Misfits, object, word};

/// A setting under which redirect URLs are compared, and what is known of it.
#[derive(Debug, PartialEq)]
pub struct ComparisonMode {
    /// Its stable name; its sentence in the prose has the same.
    pub id: String,
    /// What is known; the first rule that fits counts. Where none fits, nothing is known.
    pub rules: Vec<ComparisonRule>,
}

/// What is known of some differences.
#[derive(Debug, PartialEq)]
pub struct ComparisonRule {
    /// The parts that may differ; empty for every part.
    pub parts: Vec<ComparedPart>,
    /// What else must be so.
    pub shape: ComparedShape,
    /// Whether the provider then accepts the redirect URL; otherwise it rejects it.
    pub accepts: bool,
    /// How sure it is.
    pub sure: Sure,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// In what two redirect URLs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedPart {
    /// The scheme.
    Scheme,
    /// The host.
    Host,
    /// The capitalization of the host.
    HostCase,
    /// `www.` before the host.
    Www,
    /// The port.
    Port,
    /// The port of the scheme, written or not.
    DefaultPort,
    /// The path.
    Path,
    /// The capitalization of the path.
    PathCase,
    /// The slash at the end.
    Slash,
    /// How characters are encoded.
    Encoding,
    /// The query.
    Query,
    /// What comes after `#`.
    Fragment,
    /// A space.
    Blank,
}

/// How a requested redirect URL relates to a registered one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComparedShape {
    /// In any way.
    #[default]
    Any,
    /// It begins with the registered one and goes on.
    Longer,
    /// Its host is below the registered host.
    Subdomain,
    /// It has a different domain.
    OtherDomain,
    /// The registered one has neither path nor query.
    BaseOnly,
    /// Both hosts are `127.0.0.1`.
    Loopback,
}

impl FromJson for ComparisonMode {
    fn of(value: Json, misfits: &mut Misfits) -> ComparisonMode {
        object(value, misfits, |fields| ComparisonMode { id: fields.need("id"), rules: fields.need("rules") })
    }
}

impl FromJson for ComparisonRule {
    fn of(value: Json, misfits: &mut Misfits) -> ComparisonRule {
        object(value, misfits, |fields| ComparisonRule {
            parts: fields.may("parts"),
            shape: fields.may("shape"),
            accepts: fields.need("accepts"),
            sure: fields.may("sure"),
            source: fields.need("source"),
        })
    }
}

impl FromJson for ComparedPart {
    fn of(value: Json, misfits: &mut Misfits) -> ComparedPart {
        const WORDS: [(&str, ComparedPart); 13] = [
            ("scheme", ComparedPart::Scheme),
            ("host", ComparedPart::Host),
            ("host_case", ComparedPart::HostCase),
            ("www", ComparedPart::Www),
            ("port", ComparedPart::Port),
            ("default_port", ComparedPart::DefaultPort),
            ("path", ComparedPart::Path),
            ("path_case", ComparedPart::PathCase),
            ("slash", ComparedPart::Slash),
            ("encoding", ComparedPart::Encoding),
            ("query", ComparedPart::Query),
            ("fragment", ComparedPart::Fragment),
            ("blank", ComparedPart::Blank),
        ];
        word(&value, misfits, &WORDS, ComparedPart::Path)
    }
}

impl FromJson for ComparedShape {
    fn of(value: Json, misfits: &mut Misfits) -> ComparedShape {
        const WORDS: [(&str, ComparedShape); 6] = [
            ("any", ComparedShape::Any),
            ("longer", ComparedShape::Longer),
            ("subdomain", ComparedShape::Subdomain),
            ("other_domain", ComparedShape::OtherDomain),
            ("base_only", ComparedShape::BaseOnly),
            ("loopback", ComparedShape::Loopback),
        ];
        word(&value, misfits, &WORDS, ComparedShape::Any)
    }
}
