//! A link as a QR code.

use core::fmt::Write;

use qrcodegen::{QrCode as Code, QrCodeEcc, QrSegment, Version};

/// A QR code (ISO/IEC 18004) as one path of an SVG: each run of dark modules is a rectangle, a module is 1 wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// The width and the height, with the quiet zone around the code.
    pub size: i32,
    /// How wide and high it is drawn, in CSS pixels.
    pub pixels: i32,
    /// The value of `d`.
    pub path: String,
}

/// The light modules that a reader needs around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The width that it has about, in CSS pixels, so that it fits on a phone: modules are whole pixels.
const WIDTH: i32 = 280;

/// The largest version that is made: 117 modules in a row, with room for 997 bytes. That a phone should not have to read
/// more from a screen is an opinion.
const LARGEST: u8 = 25;

impl QrCode {
    /// The code of a text; nothing if it is too long for one that can be read from a screen.
    #[must_use]
    pub fn of(text: &str) -> Option<QrCode> {
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let code = Code::encode_segments_advanced(
            &segments,
            QrCodeEcc::Medium,
            Version::MIN,
            Version::new(LARGEST),
            None,
            true,
        );
        let code = code.ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
                let length = i32::try_from(length).unwrap_or_default();
                if length > 0 {
                    // A text takes whatever is written into it.
                    let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
                }
                x += length + 1;
            }
        }
        let size = code.size() + 2 * QUIET;
        Some(QrCode { size, pixels: size * (WIDTH / size).clamp(2, 5), path })
    }
}
