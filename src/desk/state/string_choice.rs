//! What the tool for credential strings writes, and how it reads.

use core::str::FromStr;

use strum::VariantArray;

use crate::blocks::BlockFormat;

/// What is chosen in the tool for credential strings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StringChoice {
    /// The product whose values are written; without one, what `kind` says.
    pub product: Option<ChosenProduct>,
    /// What is written without a product.
    pub kind: StringKind,
    /// The format in which a pasted text is read; absent: the likeliest.
    pub read_as: Option<BlockFormat>,
}

/// A product, and what of it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenProduct {
    /// Its `id`.
    pub id: String,
    /// The way to connect it; absent: the first.
    pub variant: Option<String>,
    /// Its value or block; absent: the first.
    pub part: Option<ProductPart>,
}

/// A value or a block of a way to connect, by its place in the product's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductPart {
    /// What goes into a field.
    Value(usize),
    /// A file or a command.
    Block(usize),
}

/// What is written without a product: one of a closed list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StringKind {
    /// Values joined by a template.
    #[default]
    Template,
    /// The `Authorization` header (RFC 7617).
    BasicHeader,
    /// The token endpoint with the parameters that are no secret.
    TokenUrl,
    /// A URL with a user name and a password (RFC 3986 §3.2.1).
    UserInfo,
    /// A Secret of Kubernetes.
    KubernetesSecret,
    /// Lines in a format.
    Block(BlockFormat),
}

impl StringKind {
    /// All of them, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = StringKind> {
        use StringKind::{BasicHeader, KubernetesSecret, Template, TokenUrl, UserInfo};
        let blocks = BlockFormat::VARIANTS.iter().map(|format| StringKind::Block(*format));
        [Template, BasicHeader, TokenUrl, UserInfo, KubernetesSecret].into_iter().chain(blocks)
    }

    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            StringKind::Template => "template",
            StringKind::BasicHeader => "basic_header",
            StringKind::TokenUrl => "token_url",
            StringKind::UserInfo => "user_info",
            StringKind::KubernetesSecret => "kubernetes_secret",
            StringKind::Block(format) => format.name(),
        }
    }
}

impl FromStr for StringKind {
    type Err = ();

    fn from_str(name: &str) -> Result<StringKind, ()> {
        StringKind::all().find(|kind| kind.name() == name).ok_or(())
    }
}

impl ProductPart {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            ProductPart::Value(at) => format!("value-{at}"),
            ProductPart::Block(at) => format!("block-{at}"),
        }
    }
}
