//! The page in a real browser: what the tests in `tests/` are based on.
//!
//! | module | contains |
//! |---|---|
//! | [`driver`] | the WebDriver program that is started for a test binary, and ends with it |
//! | [`site`] | the static server of the built page, with its headers; it records every request |
//! | [`host`] | real web servers with the configurations of `docs/hosting.md` |
//! | [`release`] | another release of the built page |
//! | [`desk`] | the page as a person uses it: fields, buttons and values by name; all selectors are there |
//! | [`heap`] | what scripts of the page can still reach |
//! | [`outside`] | what the browser does with the network: a proxy, and the tables of the kernel |
//! | [`watch`] | what the browser noted: console messages and requests |
//! | [`axe`] | the accessibility checks of axe-core |
//! | [`peer`] | the authorization server of `tests/peer`, and commands run against it |
//! | [`sample`] | values as Zoom generates them |
//!
//! `AUTHDESK_DIST` names the folder of the built page (otherwise `dist` of the workspace), `AUTHDESK_DRIVER` the browser
//! (otherwise `chromium`; `firefox` and `webkit` are known too), `AUTHDESK_BROWSER` its program where the driver does not
//! find it by itself, `AUTHDESK_HOSTS` the folder of web servers that are not installed.
//!
//! Firefox and WebKit run the suites that `scripts/engines` lists. Not among them: `access` and `every_product` are about
//! what is on the page, whoever shows it; `languages` compares what a browser writes with itself; `short_steps` measures
//! fonts; `hosts`, `offline` and `single` need files that arrive as they are, but those two note in the page itself what
//! happens to it (see [`watch`]). Single tests that need [`Desk::devtools`] say so and do nothing there.
//!
//! Nothing here waits for a time: every wait is for a state, with [`PATIENCE`] as the end of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod axe;
pub mod desk;
pub mod driver;
pub mod heap;
pub mod host;
pub mod outside;
pub mod peer;
pub mod release;
pub mod sample;
pub mod site;
pub mod watch;

mod browse;

use std::time::Duration;

pub use browse::{Visit, browse};
pub use desk::Desk;
pub use host::{Host, Server};
pub use release::OtherRelease;
pub use site::{Fault, Site, workspace};

/// How long a state is waited for before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How often a state is looked at while it is waited for.
pub const GLANCE: Duration = Duration::from_millis(30);
