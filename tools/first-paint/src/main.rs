//! Prints what the start view is before the program, as a JSON object. `scripts/finish.mjs` puts it into `index.html`.
//!
//! ```text
//! authdesk-first-paint <folder of the built site>
//! ```

use std::path::Path;
use std::process::ExitCode;

use authdesk::texts::Language;
use authdesk_first_paint::first_paint;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("first-paint: which folder?");
        return ExitCode::FAILURE;
    };
    let languages: Vec<Language> = Language::all().collect();
    match first_paint(Path::new(&folder), &languages) {
        Ok(painted) => {
            println!("{painted}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("first-paint: {fault}");
            ExitCode::FAILURE
        }
    }
}
