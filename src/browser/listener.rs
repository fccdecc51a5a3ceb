//! A listener that ends when it is dropped.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// Calls a function on each event until it is dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    function: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen. `None` if the browser does not allow it.
    pub(super) fn on(
        target: EventTarget,
        event: &'static str,
        function: impl FnMut(Event) + 'static,
    ) -> Option<Listener> {
        let function = Closure::new(function);
        target.add_event_listener_with_callback(event, function.as_ref().unchecked_ref()).ok()?;
        Some(Listener { target, event, function })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // A listener that cannot be removed is one that is not there.
        let _: Result<(), JsValue> =
            self.target.remove_event_listener_with_callback(self.event, self.function.as_ref().unchecked_ref());
    }
}
