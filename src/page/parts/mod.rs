//! Pieces that more than one view has. Their style is in `www/css/parts.css`, and what they show in `desk/parts/`.
//!
//! What is a thing of its own is a component (`<PasteBox … />`); what is only markup of the view that it is in is a
//! function that returns it. `DESIGN.md` says when to write which.

mod authentication_choice;
mod bar;
mod block;
mod check_line;
mod choices;
mod command;
mod copy;
mod diagnosis;
mod discovery;
mod entry;
mod explanation;
mod failures;
mod field;
mod findings;
mod foot;
mod icon;
mod keys;
mod link;
mod loading;
mod made_up;
mod marked_text;
mod name_list;
mod open_tool;
mod paste_box;
mod pasted_reading;
mod report;
mod save;
mod select;
mod show;
mod sources;
mod status;
mod support;
mod table;
mod test_call;
mod time;

pub use authentication_choice::authentication_choice;
pub use bar::Bar;
pub use block::block_box;
pub use check_line::check_line;
pub use choices::{RadioChoice, choices};
pub use command::{brief_command_box, command_box};
pub use copy::{
    CopyLine, CopyMark, copy_and_tell, copy_button, copy_line, copying, dotted_copy_line, entry_button, show_button,
};
pub use diagnosis::diagnosis;
pub use discovery::{discovery_box, folded_discovery};
pub use entry::Entry;
pub use explanation::explanation;
pub use failures::failures;
pub use field::{FieldBox, field_box};
pub use findings::{excerpt, finding_list, header_finding_list};
pub use foot::Foot;
pub use icon::icon;
pub use keys::keys_help;
pub use link::{arrived_link, qr_code};
pub use loading::loading;
pub use made_up::{made_up_box, made_up_mark, made_up_note};
pub use marked_text::{marked_text, prose_text};
pub use name_list::{copy_list, more_sentence, name_list, tick_list};
pub use open_tool::open_tool;
pub use paste_box::PasteBox;
pub use pasted_reading::{opened_note, pasted_reading};
pub use save::save_button;
pub use select::select_box;
pub use show::{entry_button, show_button};
pub use sources::{source_list, sure_mark};
pub use status::Status;
pub use support::support;
pub use table::table;
pub use test_call::{call_box, call_reading, known_calls};
pub use time::time;
