//! OAuth 2.0 as texts and plain data: nothing here asks the network, the clock or a source of randomness.
