//! The time.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// Milliseconds of the Unix epoch.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float holds this whole number exactly")]
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// How many minutes this computer's clock is ahead of UTC now, or behind it if that is negative.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "less than a day")]
pub fn minutes_ahead() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// Calls a function every second until it is dropped.
pub struct Seconds {
    id: i32,
    _function: Closure<dyn FnMut()>,
}

impl Seconds {
    /// Begins to count.
    #[must_use]
    pub fn count(function: impl FnMut() + 'static) -> Option<Seconds> {
        let function = Closure::<dyn FnMut()>::new(function);
        let id = window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(function.as_ref().unchecked_ref(), 1000)
            .ok()?;
        Some(Seconds { id, _function: function })
    }
}

impl Drop for Seconds {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}
