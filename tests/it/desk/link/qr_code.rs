//! A QR code is read back by a decoder.

use authdesk::desk::link::QrCode;
use rqrr::PreparedImage;

use super::{HERE, fragment, view};
use crate::desk::person::Person;
use authdesk::desk::Field;

/// The modules that a path draws: `M4 4h7v1h-7z` is a rectangle of seven by one.
fn drawn(code: &QrCode) -> Vec<Vec<bool>> {
    let size = usize::try_from(code.size).unwrap();
    let mut modules = vec![vec![false; size]; size];
    for rectangle in code.path.split('M').skip(1) {
        let (place, width) = rectangle.strip_suffix('z').unwrap().split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (there, back) = width.split_once("v1h-").unwrap();
        assert_eq!(there, back);
        let (x, y, width): (usize, usize, usize) = (x.parse().unwrap(), y.parse().unwrap(), there.parse().unwrap());
        modules[y][x..x + width].fill(true);
    }
    modules
}

#[track_caller]
fn read_back(code: &QrCode) -> String {
    const SCALE: usize = 4;
    let modules = drawn(code);
    let pixels = modules.len() * SCALE;
    let grey = |x: usize, y: usize| if modules[y / SCALE][x / SCALE] { 0 } else { 255 };
    let mut image = PreparedImage::prepare_from_greyscale(pixels, pixels, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_decoder_reads_the_link() {
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    person.types(Field::RedirectUrl, "https://www.example.com/ü?a=b");
    person.unfolds_link();
    let code = view(&person.0).qr_code.as_ref().clone().unwrap();
    assert_eq!(read_back(&code), format!("{HERE}{}", fragment(&person.0)));
}

#[test]
fn short_and_long_texts_are_read_and_one_that_is_longer_than_the_longest_has_no_code() {
    for length in [1, 14, 100, 331, 700, 997] {
        let text = "https://authdesk.example/#/".chars().cycle().take(length).collect::<String>();
        let code = QrCode::of(&text).unwrap();
        assert_eq!(read_back(&code), text, "{length}");
        assert!(code.pixels <= 280 && code.pixels % code.size == 0, "{length}: {}", code.pixels);
    }
    assert_eq!(QrCode::of(&"a".repeat(998)), None);
}
