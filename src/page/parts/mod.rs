//! Pieces of views, each with its block of the same name in `www/css/parts.css`.
//!
//! They are functions, not components: the desk is one value, so the whole page follows from it at once, and a
//! component of its own for each piece would double the program (`DESIGN.md`).

mod app_chooser;
mod authorize_reading;
mod bar;
mod button;
mod code_reading;
mod command;
mod copy;
mod error_reading;
mod field;
mod findings;
mod foot;
mod header;
mod header_reading;
mod icon;
mod jwt_reading;
mod lines;
mod missing;
mod name_list;
mod open_tool;
mod redirect_comparison;
mod request_reading;
mod scope_reading;
mod scopes;
mod sources;
mod status;
mod table;
mod time;
mod token_reading;
mod urlbox;
mod values;

pub use app_chooser::app_chooser;
pub use authorize_reading::authorize_reading;
pub use bar::bar;
pub use button::button;
pub use code_reading::{code_clock, code_reading};
pub use command::command_box;
pub use copy::{CopyLine, CopyMark, copy_and_tell, copy_button, copy_line, show_button};
pub use error_reading::error_reading;
pub use field::{Choice, FieldBox, choices, field_box};
pub use findings::{finding_list, header_finding_list};
pub use foot::foot;
pub use header::header_box;
pub use header_reading::header_reading;
pub use icon::icon;
pub use jwt_reading::jwt_reading;
pub use lines::lines;
pub use missing::missing;
pub use name_list::{more_sentence, name_list, tick_list};
pub use open_tool::open_tool;
pub use redirect_comparison::{redirect_comparison, redirect_sides};
pub use request_reading::request_reading;
pub use scope_reading::scope_reading;
pub use scopes::scopes;
pub use sources::{source_list, sure_mark};
pub use status::status;
pub use table::table;
pub use time::time;
pub use token_reading::token_reading;
pub use urlbox::url_box;
pub use values::values;
