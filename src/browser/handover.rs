//! From the tab that landed on the redirect URL to the tab that began.
//!
//! The authorize URL opens in a tab of its own, and the code verifier lives in the memory of the tab that made it. So
//! the tab that lands hands its address over, by a `BroadcastChannel`: within the browser, within this origin.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::Listener;

const CHANNEL: &str = "authdesk.landing";
const TAKEN: &str = "taken";

/// Hears what other tabs of this page say until it is dropped.
pub struct Handover {
    channel: Rc<BroadcastChannel>,
    _listener: Option<Listener>,
}

impl Handover {
    /// Begins to listen. `landed` gets the address another tab landed on and says whether this tab takes it; `taken`
    /// is called when another tab took ours.
    #[must_use]
    pub fn open(landed: impl Fn(String) -> bool + 'static, taken: impl Fn() + 'static) -> Option<Handover> {
        let channel = Rc::new(BroadcastChannel::new(CHANNEL).ok()?);
        let answer = Rc::clone(&channel);
        let listener = Listener::on((*channel).clone().into(), "message", move |event| {
            let Some(text) = event.dyn_into::<MessageEvent>().ok().and_then(|event| event.data().as_string()) else {
                return;
            };
            if text == TAKEN {
                taken();
            } else if landed(text) {
                // A channel that is closed has nobody left to tell.
                let _: Result<(), JsValue> = answer.post_message(&JsValue::from_str(TAKEN));
            }
        });
        Some(Handover { channel, _listener: listener })
    }

    /// Offers an address to the other tabs.
    pub fn offer(&self, address: &str) {
        // Nobody may be listening; the address stays here then.
        let _: Result<(), JsValue> = self.channel.post_message(&JsValue::from_str(address));
    }
}

impl Drop for Handover {
    fn drop(&mut self) {
        self.channel.close();
    }
}
