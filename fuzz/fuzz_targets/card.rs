#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|text: &str| authdesk_fuzz::card(text));
