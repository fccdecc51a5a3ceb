//! Links for a colleague: a view, a place in it, and values for its fields, all in the fragment of a URL.
//!
//! [`LinkName`] is the list of all that a link can contain. It is written and read by that list alone, and nothing in it
//! is used before the page has shown it and somebody has selected it. A secret is never written, and one in a link that
//! somebody else made is not read.
//!
//! | file | contains |
//! |---|---|
//! | `name` | the names of the list |
//! | `written`, `read` | a [`Link`] as it is written, and as it is read |
//! | `place` | where the values belong in the view that is shown |
//! | `offer` | what a link to this view would contain |
//! | `arrival` | what a link brought, next to what is entered |
//! | `message`, `qr_code` | the text that it is sent with, and its QR code |
//! | `state` | what the desk knows of links |

mod arrival;
mod message;
mod name;
mod offer;
pub(in crate::desk) mod place;
mod qr_code;
mod read;
pub(in crate::desk) mod state;
mod written;

pub use arrival::{ArrivalView, LeftOutView, LinkRow, address, arrival_view, open_step};
pub(in crate::desk) use arrival::{finish, selected_values, settle};
pub use message::message;
pub use name::{LinkKey, LinkName};
pub use offer::{LinkView, OfferedValue, link_url, link_view, offered_values, qr_code_of, written_link};
pub use qr_code::QrCode;
pub use read::{LeftOut, LinkReading, Why};
pub use written::Link;
