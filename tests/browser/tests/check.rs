//! How a release is compared with what its makers have published.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use authdesk_browser_tests::browse;
use authdesk_browser_tests::site::{built_page, files_below};

#[test]
fn the_sums_of_a_release_are_right_and_of_all_its_files() {
    let dist = built_page();
    let check = Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(&dist).output();
    let check = check.expect("sha256sum runs");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    let sums = fs::read_to_string(dist.join("SHA256SUMS")).unwrap();
    let listed: BTreeSet<String> = sums.lines().map(|line| line.split_once("  ").unwrap().1.to_owned()).collect();
    let there = files_below(&dist).into_iter().filter(|name| name != "SHA256SUMS");
    assert_eq!(listed, there.collect());
}

#[test]
fn the_page_says_how_in_both_languages() {
    browse(async |desk| {
        desk.open("#/about/secrets").await;
        let links = desk.links().await;
        assert_eq!(links.iter().filter(|link| *link == "#/about/check").count(), 2, "in the view and in the foot");
        desk.follow("#/about/check").await;
        for part in ["Check this release", "sha256sum -c SHA256SUMS", "make reproduce"] {
            desk.until(part, "return document.querySelector('main').innerText;", &[], |text| {
                text.as_str().is_some_and(|text| text.contains(part))
            })
            .await;
        }
        desk.choose("Language", "de").await;
        desk.until("it is German", "return document.querySelector('main').innerText;", &[], |text| {
            text.as_str().is_some_and(|text| text.contains("Diese Version prüfen") && text.contains("Jede Zeile"))
        })
        .await;
        assert_eq!(desk.console().await, []);
    });
}
