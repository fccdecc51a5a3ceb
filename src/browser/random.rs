//! Randomness, from the browser's cryptographic source only.

use web_sys::window;

/// That many random bytes; none where the browser has no such source.
#[must_use]
pub fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
