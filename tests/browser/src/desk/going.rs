//! Where one goes: views, addresses, tabs.

use super::*;

impl Desk {
    /// Loads the page anew at a route such as `#/tools`, and waits until it works.
    pub async fn open(&self, route: &str) {
        self.load(route).await;
        self.ready().await;
    }

    /// Loads a URL of the site anew, and does not wait for the program.
    pub async fn load(&self, target: &str) {
        self.console().await;
        // From one fragment to the next the page would not load again.
        self.driver.goto("about:blank").await.expect("an empty page");
        self.driver.goto(format!("{}/{target}", self.address)).await.expect("the site opens");
    }

    /// Runs a script in each document that is loaded from now on, before the page does anything.
    pub async fn before_each_document(&self, script: &str) {
        if Driver::chosen() == Driver::Chromium {
            self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        } else {
            self.site.run_first(script);
        }
    }

    /// Gives the page a screen of that size in pixels; a narrow one is that of a phone. Only Chromium has screens that
    /// are narrower than 500: in the other two the page gets the narrowest window that there is.
    pub async fn screen(&self, width: u32, height: u32) {
        if Driver::chosen() == Driver::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700 });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await;
            return;
        }
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
        let frame: [u32; 2] = serde_json::from_value(self.script(frame, &[]).await).expect("the frame of the window");
        let set = self.driver.set_window_rect(0, 0, width + frame[0], height + frame[1]).await;
        set.expect("the window has another size");
        let is_set = |now: &Value| now.as_u64().is_some_and(|now| now == u64::from(width) || width < 500 && now <= 500);
        self.until("the screen is that wide", "return innerWidth;", &[], is_set).await;
    }

    /// Follows a route inside of the page, as a link does.
    pub async fn follow(&self, route: &str) {
        self.script("location.hash = arguments[0];", &[json!(route)]).await;
    }

    /// Loads the page again where it is, and waits until it works.
    pub async fn reload(&self) {
        self.console().await;
        self.driver.refresh().await.expect("the page loads again");
        self.ready().await;
    }

    /// Waits until the program of the page has taken over.
    pub async fn ready(&self) {
        self.until("the page is ready", IS_READY, &[], |value| value == &json!(true)).await;
    }

    /// Scheme to fragment, as the address bar has it.
    pub async fn address(&self) -> String {
        self.text_of_script("return location.href;").await
    }

    /// Opens a new tab and goes there.
    pub async fn open_tab(&self) {
        self.console().await;
        let tab = self.driver.new_tab().await.expect("a new tab");
        self.driver.switch_to_window(tab).await.expect("the new tab");
    }

    /// The tabs of the session, in no certain order.
    pub async fn tabs(&self) -> Vec<WindowHandle> {
        self.driver.windows().await.expect("the tabs")
    }

    /// Goes to a tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.console().await;
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is there");
    }
}
