//! From the tab that landed on the redirect URL to the tab that began.
//!
//! The authorization URL opens in its own tab, and the code verifier is in the memory of the tab that generated it. So
//! the tab that lands hands over the returned URL through a `BroadcastChannel`: within the browser, within this origin.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::Listener;

const CHANNEL: &str = "authdesk.landing";
const TAKEN: &str = "taken";

/// Listens to the other tabs of this page until it is dropped.
pub struct Handover {
    channel: Rc<BroadcastChannel>,
    _listener: Option<Listener>,
}

impl Handover {
    /// Begins to listen. `landed` gets the returned URL of a different tab and returns whether this tab takes it;
    /// `taken` is called when a different tab took ours.
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

    /// Offers a returned URL to the other tabs.
    pub fn offer(&self, address: &str) {
        // If nobody is listening, the URL stays here.
        let _: Result<(), JsValue> = self.channel.post_message(&JsValue::from_str(address));
    }
}

impl Drop for Handover {
    fn drop(&mut self) {
        self.channel.close();
    }
}
