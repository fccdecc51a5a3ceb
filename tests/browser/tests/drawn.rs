//! What is drawn in a guide: where each value comes from and goes, the way of the code, sketches of the provider's pages.

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{ACCOUNT_ID, CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, axe, browse};
use serde_json::{Value, json};

async fn unfold(desk: &Desk) {
    let script = "for (const one of all('[data-drawing], [data-sketch]')) one.open = true; return null;";
    desk.script(script, &[]).await;
}

/// What of a picture is there: `to` of each line whose value is.
async fn filled_lines(desk: &Desk) -> Value {
    let script = "return all('.guide__head .drawing__line[data-there]').map((one) => one.dataset.to);";
    desk.script(script, &[]).await
}

#[test]
fn the_drawing_is_filled_as_values_come_and_has_none_of_them() {
    browse(async |desk| {
        desk.screen(1280, 900).await;
        desk.open("#/product/cirqlive-meets").await;
        unfold(desk).await;
        assert_eq!(filled_lines(desk).await, json!([]));
        desk.fill("Account ID", ACCOUNT_ID).await;
        let lines = "return all('.guide__head .drawing__line[data-there]').length;";
        desk.until("the first part", lines, &[], |count| *count == 1).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        // Both parts, the joint's own line, and the secret.
        desk.until("everything", lines, &[], |count| *count == 4).await;
        let markup = desk.script("return document.querySelector('[data-drawing]').outerHTML;", &[]).await;
        let markup = markup.as_str().unwrap_or_default();
        assert!(markup.contains("2 of 2 filled in"), "{markup}");
        for value in [ACCOUNT_ID, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET] {
            assert!(!markup.contains(value), "{value} is in the drawing");
        }
        assert!(!markup.contains("style="), "the policy of the page forbids it");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_picture_gives_way_to_its_sentences_where_there_is_no_room() {
    const IS_SEEN: &str =
        "const box = (name) => document.querySelector(`.guide__head ${name}`).getBoundingClientRect();
      return [box('.drawing > svg').width > 1, box('.drawing__says').width > 1];";
    browse(async |desk| {
        for product in [
            "verint-recorder",
            "verint-recorder?variant=server-to-server",
            "zappysys-zoom-connector",
            "cae-learningspace",
        ] {
            for (width, seen) in
                [(1280, json!([true, false])), (390, json!([false, true])), (320, json!([false, true]))]
            {
                desk.screen(width, 900).await;
                desk.open(&format!("#/product/{product}")).await;
                unfold(desk).await;
                assert_eq!(desk.script(IS_SEEN, &[]).await, seen, "{product} at {width}");
                assert_eq!(desk.wider_than_the_screen().await, None, "{product} at {width}");
            }
        }
    });
}

#[test]
fn what_is_drawn_is_faultless_for_axe_light_and_dark() {
    if !Driver::has_devtools("a dark screen") {
        return;
    }
    browse(async |desk| {
        for (width, scheme) in [(1280, "light"), (320, "dark")] {
            desk.screen(width, 900).await;
            let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            desk.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            for product in ["verint-recorder", "cirqlive-meets"] {
                desk.open(&format!("#/product/{product}")).await;
                desk.open_all_steps().await;
                unfold(desk).await;
                let found: Vec<String> = axe::violations(desk).await.iter().map(ToString::to_string).collect();
                assert!(found.is_empty(), "{product} at {width}: {}", found.join("\n"));
                assert_eq!(desk.wider_than_the_screen().await, None, "{product} at {width}");
            }
        }
    });
}

#[test]
fn a_screen_reader_has_the_sentences_and_not_the_picture() {
    browse(async |desk| {
        desk.screen(1280, 900).await;
        desk.open("#/product/cirqlive-meets").await;
        unfold(desk).await;
        let script = "return [document.querySelector('.drawing > svg').getAttribute('aria-hidden'),
          all('.guide__head .drawing__says > li').map((one) => one.textContent)];";
        let joined = "Still missing: API Key is made of Account ID and Client ID: Account ID:Client ID.";
        let plain = "Still missing: Client Secret goes into API Secret.";
        assert_eq!(desk.script(script, &[]).await, json!(["true", [joined, plain]]));
    });
}

#[test]
fn the_way_of_the_code_says_where_one_is() {
    const HERE: &str =
        "return document.querySelector('[data-step=authorize] .code-way [aria-current]')?.dataset.stage ?? null;";
    browse(async |desk| {
        let redirect = "https://www.example.com/";
        desk.open("#/product/verint-recorder").await;
        desk.until("at its beginning", HERE, &[], |stage| stage == "authorize").await;
        desk.fill("Redirect URL", redirect).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}")).await;
        desk.until("the code is exchanged next", HERE, &[], |stage| stage == "exchange").await;
        let clock = "return document.querySelector('[data-step=exchange] .code-way [data-stage=code] .clock')?.textContent ?? '';";
        desk.until("its clock", clock, &[], |text| text.as_str().is_some_and(|text| text.contains(':'))).await;
        desk.open("#/product/cirqlive-meets").await;
        assert_eq!(desk.script("return all('.code-way').length;", &[]).await, json!(0), "no code, no way");
    });
}

#[test]
fn a_sketch_is_folded_and_says_what_it_is() {
    browse(async |desk| {
        desk.open("#/product/cirqlive-meets").await;
        desk.open_all_steps().await;
        let script = "return all('[data-sketch=app-types]').map((one) => [one.open, one.textContent]);";
        let sketches = desk.script(script, &[]).await;
        let (open, text) = (&sketches[0][0], sketches[0][1].as_str().unwrap_or_default());
        assert_eq!(*open, json!(false));
        assert!(text.contains("Server-to-Server OAuth AppLook here"), "{text}");
        assert!(text.contains("General AppServer-to-Server"), "nothing is marked that is not to be chosen: {text}");
        assert!(text.contains("A sketch, not a screenshot: Zoom may look different."), "{text}");
    });
}
