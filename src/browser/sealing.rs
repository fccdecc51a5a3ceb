//! Bytes that nobody can read while the page does not need them: encrypted with a key that only the browser has (Web
//! Cryptography API, AES-GCM with 256 bits).

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::{random, window};

/// Encrypted bytes, on the side of the browser, with their own key, which no script can read. Without it they are lost.
pub struct Vault {
    key: CryptoKey,
    parameters: Object,
    encrypted: Object,
}

/// Encrypts bytes. `None` where the browser has no Web Cryptography (a page over HTTP), or if it fails.
pub async fn seal(bytes: &[u8]) -> Option<Vault> {
    let parameters = parameters()?;
    let usages = Array::of2(&JsValue::from_str("encrypt"), &JsValue::from_str("decrypt"));
    let key = done(subtle()?.generate_key_with_object(&parameters, false, &usages)).await?.unchecked_into();
    // The browser takes its copy of the bytes at once, from where they are.
    let encrypted = done(subtle()?.encrypt_with_object_and_u8_array(&parameters, &key, bytes)).await?.unchecked_into();
    Some(Vault { key, parameters, encrypted })
}

impl Vault {
    /// The bytes; `None` if it fails, which a browser has no reason for.
    pub async fn open(&self) -> Option<Vec<u8>> {
        let Vault { key, parameters, encrypted } = self;
        let opened = done(subtle()?.decrypt_with_object_and_buffer_source(parameters, key, encrypted)).await?;
        Some(Uint8Array::new(&opened).to_vec())
    }
}

/// What all three calls need: each reads the members that it knows (Web IDL, dictionaries). An object of its own for each
/// would cost every visitor the code that fills it in.
fn parameters() -> Option<Object> {
    let parameters = Object::new();
    let iv: Array = random::bytes::<12>()?.into_iter().map(JsValue::from).collect();
    for (name, value) in
        [("name", JsValue::from_str("AES-GCM")), ("length", 256.into()), ("iv", Uint8Array::new(&iv).into())]
    {
        Reflect::set(&parameters, &JsValue::from_str(name), &value).ok()?;
    }
    Some(parameters)
}

/// Not there where the page came over HTTP from another computer; what is asked of it fails then.
fn subtle() -> Option<SubtleCrypto> {
    Some(window()?.crypto().ok()?.subtle())
}

async fn done(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
