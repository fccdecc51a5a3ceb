//! A card of one's own: the form that makes the files of a product, and the link that contains them.
//!
//! A card is the same two files that the catalog has, as trees of JSON, and the form is a view of them: what it does not
//! show stays as it is. Whether they are right says the code that reads the catalog.

mod begun;
mod checked;
mod draft;
mod edit;
mod files;
mod form;
mod lines;
mod link;
mod offered;
mod place;
mod refusal;
mod rows;
mod seen;
mod state;
mod tree;
mod unknown;
mod view;
mod written;

pub(in crate::desk) use begun::{FirstSays, wanted};
pub use checked::OWN_CARD;
pub use draft::{CardFile, Draft, LONGEST_FILE};
pub(in crate::desk) use edit::Editing;
pub use edit::{CardList, Way};
pub use files::{CardFiles, ProviderFiles};
pub use form::{
    Control, FaultAdd, FaultFix, FaultView, FormField, FormList, FormRow, FormSection, FormView, Insertion, add_id,
    form, list_name,
};
pub use link::{LONGEST as LONGEST_LINK, is_link, read as read_link, write as write_link};
pub use offered::OfferView;
pub use place::{Part, Place};
pub use refusal::CardRefusal;
pub use seen::{refused, refused_in};
pub(in crate::desk) use seen::{refused_here, refused_in_here, refused_together};
pub(in crate::desk) use state::{Offer, Output, change, each_text, settle, state, variant_place};
pub use tree::{DEEPEST, Key, MOST, Path, Tree};
pub use view::{CardView, OutputView, draft, is_kept_alike, is_offered, is_shown, kept, view};
pub use written::{Written, packed};
