//! What is said of a host name, a base URL, a name, a port and an email address, and what is left after the fix.

use authdesk::reading::{InputShape, input_findings};

use super::fixed;
use crate::notation::{assert_said, at};

#[track_caller]
fn says(shape: InputShape, text: &str, expected: &str) {
    assert_said(&input_findings(text, shape), expected, text);
}

/// One finding, whose fix leaves this.
#[track_caller]
fn fixes(shape: InputShape, text: &str, expected: &str, after: &str) {
    says(shape, text, expected);
    assert_eq!(fixed(&input_findings(text, shape)[0], text).as_deref(), Some(after), "{text}");
    says(shape, after, "");
}

/// One finding, without a fix.
#[track_caller]
fn told(shape: InputShape, text: &str, expected: &str) {
    says(shape, text, expected);
    assert_eq!(fixed(&input_findings(text, shape)[0], text), None, "{text}");
}

#[test]
fn nothing_is_said_of_what_is_right() {
    for host in [
        "",
        "zulip.example.com",
        "zulip.example.com:8443",
        "localhost",
        "intranet",
        "192.0.2.7",
        "192.0.2.7:80",
        "[2001:db8::1]",
        "[2001:db8::1]:8443",
        "xn--bcher-kva.example",
        "chat_1.example.com",
        "A.Example.COM",
    ] {
        says(InputShape::Host, host, "");
    }
    for site in [
        "",
        "https://moodle.example.com",
        "https://www.example.com/moodle",
        "https://example.com:8443/a/b",
        "http://intranet/wiki",
        "HTTPS://Example.com",
    ] {
        says(InputShape::Site, site, "");
        says(InputShape::Url, site, "");
    }
    says(InputShape::Url, "https://example.com/a?b=c&d=%20", "");
    says(InputShape::Url, "https://example.com/", "");
    for word in ["", "acme", "acme-2.eu_1", "0"] {
        says(InputShape::Word, word, "");
    }
    for port in ["", "1", "443", "65535"] {
        says(InputShape::Port, port, "");
    }
    for email in ["", "admin@example.com", "o'brien+zoom@mail.example.co", "jörg@example.de", "a@localhost"] {
        says(InputShape::Email, email, "");
    }
}

#[test]
fn a_host_name_is_found_in_a_url() {
    let host = InputShape::Host;
    for url in ["https://zulip.example.com", "https://zulip.example.com/", "HTTP://zulip.example.com/login?next=/#x"] {
        fixes(host, url, "input-whole-url", "zulip.example.com");
    }
    fixes(host, "https://zulip.example.com:8443/", "input-whole-url", "zulip.example.com:8443");
    told(host, "https://me@zulip.example.com/", "input-whole-url");
    told(host, "https:///", "input-whole-url");
    for text in ["zulip.example.com/", "zulip.example.com/a/b", "zulip.example.com?x=1", "zulip.example.com#top"] {
        let place = at(text, text.trim_start_matches("zulip.example.com"));
        fixes(host, text, &format!("input-beyond-base{place}"), "zulip.example.com");
    }
}

#[test]
fn what_is_no_host_name_is_told_with_its_character() {
    let host = InputShape::Host;
    told(host, "zulip,example.com", "input-no-host@5+1=U+002C");
    told(host, "bücher.example", "input-no-host@1+1=U+00FC");
    told(host, "me@example.com", "input-no-host@2+1=U+0040");
    told(host, "example.com:port", "input-no-host@12+1=U+0070");
    told(host, "example.com:70000", "input-no-host@12+1=U+0037");
    told(host, ":443", "input-no-host");
    fixes(host, " zulip.example.com", "blanks-around@0+1", "zulip.example.com");
    fixes(host, "\"zulip.example.com\"", "quotes-around@0+1", "zulip.example.com");
    told(host, "zulip example.com", "blank-in-address@5+1");
    // What surrounds a URL is told first; the fix of the rest would have to know what becomes of it.
    says(host, " https://zulip.example.com/", "blanks-around@0+1 input-whole-url");
}

#[test]
fn a_base_url_has_a_scheme_and_no_end() {
    let site = InputShape::Site;
    fixes(site, "moodle.example.com", "input-no-scheme", "https://moodle.example.com");
    fixes(site, "moodle.example.com/a", "input-no-scheme", "https://moodle.example.com/a");
    told(site, "//moodle.example.com", "input-no-scheme");
    told(site, "moodle example", "blank-in-address@6+1");
    fixes(site, "https://moodle.example.com/", "input-slash-at-end@26+1", "https://moodle.example.com");
    fixes(site, "https://example.com/a//", "input-slash-at-end@21+2", "https://example.com/a");
    fixes(site, "https://example.com?a=1", "input-beyond-base@19+4", "https://example.com");
    fixes(site, "http://example.com/a#b", "input-beyond-base@20+2", "http://example.com/a");
    told(site, "ftp://example.com", "no-address");
    told(site, "https://", "no-address");
    told(site, "https://me@example.com", "user-in-address@10+1");
    told(site, "https://example.com:x", "no-address@20+1");
    let url = InputShape::Url;
    fixes(url, "example.com/a?b=1", "input-no-scheme", "https://example.com/a?b=1");
    told(url, "https://example.com/#x", "fragment-in-address@20+1");
}

#[test]
fn a_name_a_port_and_an_address_are_told_apart_from_other_texts() {
    told(InputShape::Word, "acme/eu", "input-no-word@4+1=U+002F");
    told(InputShape::Word, "https://acme", "input-no-word@5+1=U+003A");
    told(InputShape::Word, "ärzte", "input-no-word@0+1=U+00E4");
    fixes(InputShape::Word, "ac me", "blank-inside@2+1", "acme");
    fixes(InputShape::Word, " acme", "blanks-around@0+1", "acme");
    says(InputShape::Word, " acme!", "blanks-around@0+1 input-no-word@5+1=U+0021");
    for port in ["0", "65536", "-1", "+1", "http", "80a", "8080/tcp"] {
        told(InputShape::Port, port, "input-no-port");
    }
    for email in ["admin", "admin@", "@example.com", "a@b@c", "mailto:a@b", "a@https://b"] {
        told(InputShape::Email, email, "input-no-email");
    }
}
