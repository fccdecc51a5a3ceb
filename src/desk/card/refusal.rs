//! Why a text is not taken into a card, or a card is not opened.

/// Why a text is not taken into a card, or a card is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardRefusal {
    /// No JSON, from that place on; both from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// JSON, but no file of a product.
    NoCard,
    /// A name is in one object twice.
    Twice(String),
    /// Objects and lists are in each other more than [`DEEPEST`](super::DEEPEST) times.
    TooDeep,
    /// More than [`MOST`](super::MOST) values.
    TooMany,
    /// More characters than are read.
    TooLong,
    /// The link is cut off, or is none of a card.
    NoLink,
    /// The link is of a version that this page does not know.
    Version(String),
    /// The files are not those of a product: what the reader says.
    Unfinished(String),
    /// It contains this character, which nobody sees or which changes how others are shown.
    Unseen(char),
    /// It looks like a secret, or is one that is entered on this page.
    Secret,
    /// It is for a provider that the catalog does not have.
    Provider(String),
    /// The address of a source that does not begin with `https://`.
    Insecure(String),
}
