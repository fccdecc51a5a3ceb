//! One session of a browser for one test.

use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use thirtyfour::WebDriver;
use tokio::runtime::Builder;

use crate::driver::Driver;
use crate::outside::{Connections, Outside, Proxy};
use crate::{Desk, Site};

/// Runs a test in a fresh session on the built page.
///
/// # Panics
///
/// As the test does, after saying what the browser showed at that moment.
pub fn browse(test: impl AsyncFnOnce(&Desk)) {
    Visit::to(Site::of_the_page()).run(test);
}

/// A session that is about to begin.
pub struct Visit {
    site: Site,
    address: String,
    waits_for_load: bool,
    is_watched: bool,
}

impl Visit {
    /// A session on that site.
    #[must_use]
    pub fn to(site: Site) -> Visit {
        let address = site.origin().to_owned();
        Visit { site, address, waits_for_load: true, is_watched: false }
    }

    /// The same page, but delivered by somebody else: the URL of its folder, without a slash at the end.
    #[must_use]
    pub fn at(self, address: String) -> Visit {
        Visit { address, ..self }
    }

    /// Goes on while a page is still loading.
    #[must_use]
    pub fn without_waiting_for_load(self) -> Visit {
        Visit { waits_for_load: false, ..self }
    }

    /// Sends everything through a [`Proxy`], see [`Desk::passed`], and looks at the connections of the browser, see
    /// [`Desk::connections`].
    #[must_use]
    pub fn watched(self) -> Visit {
        Visit { is_watched: true, ..self }
    }

    /// Runs a test in it.
    ///
    /// # Panics
    ///
    /// As the test does, after saying what the browser showed at that moment.
    pub fn run(self, test: impl AsyncFnOnce(&Desk)) {
        let chosen = Driver::chosen();
        let proxy = self.is_watched.then(Proxy::start);
        let running = chosen.start();
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driver = runtime
            .block_on(WebDriver::new(
                running.address(),
                chosen.capabilities(self.waits_for_load, proxy.as_ref().map(Proxy::address)),
            ))
            .unwrap_or_else(|error| panic!("no session of {chosen:?}: {error}"));
        runtime.block_on(driver.set_script_timeout(Duration::from_secs(30))).expect("a time limit for scripts");
        let outside = proxy.map(|proxy| Outside { proxy, connections: Connections::of(running.process()) });
        let desk = Desk::new(driver.clone(), self.site, self.address, outside);
        if chosen != Driver::Chromium {
            runtime.block_on(desk.screen(1280, 900));
        }
        let ended = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&desk))));
        if ended.is_err() {
            eprintln!("{}", runtime.block_on(desk.describe()));
        }
        if let Err(error) = runtime.block_on(driver.quit()) {
            eprintln!("the session did not end: {error}");
        }
        if let Err(cause) = ended {
            panic::resume_unwind(cause);
        }
    }
}
