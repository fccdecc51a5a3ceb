//! What the page knows: plain values, and the small questions that they answer by themselves.

pub(in crate::desk) mod anything;
pub(in crate::desk) mod before;
mod command_choice;
mod desk;
mod field;
mod installation;
pub(in crate::desk) mod kept;
pub(in crate::desk) mod leaving;
mod loaded_guide;
pub(in crate::desk) mod made_up;
pub(in crate::desk) mod picked;
pub(in crate::desk) mod readings;
pub(in crate::desk) mod report_choice;
mod request_kind;
pub(in crate::desk) mod route;
pub(in crate::desk) mod session;
pub(in crate::desk) mod string_choice;
pub(in crate::desk) mod used_codes;

pub use command_choice::CommandChoice;
pub use desk::{Desk, Said};
pub use field::{Field, PlainField};
pub use installation::Installation;
pub use kept::Kept;
pub use loaded_guide::LoadedGuide;
pub use report_choice::ReportChoice;
pub use request_kind::RequestKind;
pub use route::{About, Route};
pub use session::Session;
pub use string_choice::{ChosenProduct, ProductPart, StringChoice, StringKind};
