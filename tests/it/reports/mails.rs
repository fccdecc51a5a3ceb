//! What people forward: a page in the words of the server, and what a server announces to its customers.

use super::{are_no_errors, leads_to};

#[test]
fn an_app_that_only_its_developer_may_install() {
    leads_to(
        "app-not-shared/app-not-published",
        &[
            "From: Ines <ines@client.example.com>\nSubject: Cannot connect Zoom\n\nHello,\n\nwhen I click \"Connect\" I am sent to Zoom, and it only says:\n\n    Unable to install this app without the developer's account. Please contact the app developer to install.\n\nKind regards\nInes",
            "Unable to install this app without the developer\u{2019}s account. Please contact the app developer to install.",
            "Zoom zeigt nur: \u{201e}Unable to install this app without the developer's account.\u{201c} Was m\u{fc}ssen wir tun?",
            "> Something went wrong\n> Unable to install this app without the developer's account. Please contact the app developer to install.",
        ],
    );
    are_no_errors(&[
        "Install the app with the developer's account first, then share it with your team.",
        "From: a@client.example.com\nSubject: Zoom\n\nThe app was installed and works. Thank you!",
    ]);
}

#[test]
fn a_notice_about_webhooks() {
    leads_to(
        "webhook-notice/webhook-not-validated",
        &[
            "Action Required: Webhook URL Validation Enforcement\n--\nHi Owner/Admin,\n\nWe have identified apps on your account that have not yet implemented webhook URL validation.\n\nWhat You Need to Do:\n  - Identify which apps on your account are subscribed to webhook events",
            "Wir haben diese Mail bekommen:\n\n> any webhook URL that is not validated by June 27, 2025, will no longer receive events. In addition, we will be sunsetting the verification token",
            "Zoom schreibt uns: We have identified apps on your account that have not yet implemented webhook URL validation. Was ist zu tun?",
        ],
    );
    are_no_errors(&[
        "The webhook URL was validated, and events arrive.",
        "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"},\"event_ts\":1654503849680}",
    ]);
}
