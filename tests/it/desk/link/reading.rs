//! What is read from a link, and what is not.

use authdesk::desk::link::Why;
use authdesk::desk::{Link, LinkReading, Route, Step};

use super::key;

/// What was left out, as `name: reason`.
fn left_out(reading: &LinkReading) -> Vec<String> {
    let one = |left: &authdesk::desk::link::LeftOut| format!("{}: {:?}", left.name.as_deref().unwrap_or("-"), left.why);
    reading.left_out.iter().map(one).collect()
}

#[track_caller]
fn reads(fragment: &str, as_link: &str, left: &[&str]) {
    let reading = LinkReading::of(fragment);
    assert_eq!(reading.link.write(), as_link, "{fragment}");
    assert_eq!(left_out(&reading), left, "{fragment}");
}

#[test]
fn every_name_is_read_as_it_was_written() {
    let values = [
        ("account_id", "abcdEFGH_ijklmnop1234"),
        ("client_id", "bX3hG4UYSRyJWQ3zGn8otg"),
        ("second_client_id", "cY4iH5VZTSzKXR4aHo9puh"),
        ("redirect_url", "https://www.example.com/oauth?a=1&b=ü"),
        ("scopes", "user:read:admin zcc:token:read +"),
        ("scope_sets", "one-meeting,more"),
        ("language", "de"),
        ("input.host", "chat.example.com:8443"),
        ("input.region", "eu"),
    ];
    let link = Link {
        route: Route::parse("#/product/verint-recorder?variant=oauth"),
        step: Some(Step::Credentials),
        values: values.iter().map(|(name, text)| (key(name), (*text).to_owned())).collect(),
    };
    let written = link.write();
    assert_eq!(
        written,
        "#/product/verint-recorder?v=1&variant=oauth&step=credentials&account_id=abcdEFGH_ijklmnop1234\
         &client_id=bX3hG4UYSRyJWQ3zGn8otg&second_client_id=cY4iH5VZTSzKXR4aHo9puh\
         &redirect_url=https%3A%2F%2Fwww.example.com%2Foauth%3Fa%3D1%26b%3D%C3%BC\
         &scopes=user%3Aread%3Aadmin%20zcc%3Atoken%3Aread%20%2B&scope_sets=one-meeting%2Cmore&language=de\
         &input.host=chat.example.com%3A8443&input.region=eu"
    );
    let reading = LinkReading::of(&written);
    assert_eq!(reading, LinkReading { link, ..LinkReading::default() });
    assert_eq!(Route::parse(&written), reading.link.route, "the first part of the program reads the same route");
}

#[test]
fn a_plain_route_is_no_link() {
    for fragment in [
        "",
        "#/",
        "#/tools",
        "#/tool/scopes",
        "#/about/secrets",
        "#/product/verint-recorder",
        "#/product/verint-recorder?variant=server-to-server",
        "#/card",
        "#/card?variant=a",
    ] {
        let reading = LinkReading::of(fragment);
        assert!(reading.is_plain(), "{fragment}");
        assert_eq!(reading.link.write(), Route::parse(fragment).to_string());
    }
    assert!(!LinkReading::of("#/product/verint-recorder?step=enter").is_plain());
}

#[test]
fn an_older_link_is_read_and_a_newer_one_as_far_as_it_is_known() {
    for version in ["v=0&", "v=1&", ""] {
        let reading = LinkReading::of(&format!("#/tool/values?{version}client_id=a"));
        assert!(!reading.is_newer && left_out(&reading).is_empty(), "{version}");
        assert_eq!(reading.link.write(), "#/tool/values?v=1&client_id=a");
    }
    for version in ["2", "99999999999999999999", "1.1", "new", "", "-1"] {
        let reading = LinkReading::of(&format!("#/tool/values?client_id=a&audience=b&v={version}"));
        assert!(reading.is_newer, "{version}");
        assert_eq!(left_out(&reading), ["audience: Newer"]);
        assert_eq!(reading.link.write(), "#/tool/values?v=1&client_id=a");
    }
    reads("#/tool/values?v=1&v=2&client_id=a", "#/tool/values?v=1&client_id=a", &["v: Repeated"]);
}

#[test]
fn what_the_list_lacks_is_not_read() {
    reads(
        "#/product/kufersql?v=1&token_endpoint=https%3A%2F%2Fevil.example%2F&authorize_endpoint=x&id=1&client_id=a",
        "#/product/kufersql?v=1&client_id=a",
        &["token_endpoint: Unknown", "authorize_endpoint: Unknown", "id: Unknown"],
    );
    reads("#/product/kufersql?Client_ID=a&<b>=c&input.=d&input.A=e", "#/product/kufersql", &["-: Unknown"]);
    reads(
        "#/product/kufersql?step=nowhere&language=xx",
        "#/product/kufersql",
        &["step: NoSuchValue", "language: NoSuchValue"],
    );
    reads("#/tool/values?step=create&variant=a", "#/tool/values", &["step: NoPlace", "variant: NoPlace"]);
    reads("#/?client_id=a", "#/", &["client_id: NoPlace"]);
    reads("#/nowhere?client_id=a", "#/", &["client_id: NoPlace"]);
    reads("#/product/kufersql?client_id=&input.host=", "#/product/kufersql", &[]);
    reads("#/product/kufersql?scope_sets=", "#/product/kufersql?v=1&scope_sets=", &[]);
}

#[test]
fn of_two_values_neither_is_read() {
    reads(
        "#/tool/values?client_id=a&client_id=b&account_id=c",
        "#/tool/values?v=1&account_id=c",
        &["client_id: Repeated"],
    );
    reads("#/product/kufersql?variant=a&variant=b", "#/product/kufersql", &["variant: Repeated"]);
}

#[test]
fn what_is_not_seen_is_not_read() {
    for odd in ["%E2%80%AE", "%E2%80%8B", "%00", "%0A", "%09", "%C2%A0", "%E2%81%A6", "%C2%AD", "%F3%A0%81%81", "%1B"] {
        reads(
            &format!("#/product/kufersql?variant=a{odd}&client_id=a{odd}b&language=de"),
            "#/product/kufersql?v=1&language=de",
            &["variant: OddChar", "client_id: OddChar"],
        );
    }
    // A link that was copied out of HTML is read all the same.
    reads("#/tool/values?v=1&amp;client_id=a&amp;account_id=b", "#/tool/values?v=1&client_id=a&account_id=b", &[]);
    let markup = "#/tool/values?v=1&client_id=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E";
    reads(markup, markup, &[]);
}

#[test]
fn a_link_has_limits() {
    let long = "a ".repeat(Link::LONGEST_VALUE / 2);
    let fits = format!("#/tool/values?v=1&client_id={}", long.replace(' ', "%20"));
    reads(&fits, &fits, &[]);
    reads(&format!("{fits}a"), "#/tool/values", &["client_id: TooLong"]);
    let many = "x=1&".repeat(Link::MOST);
    reads(&format!("#/tool/values?{many}"), "#/tool/values", &["x: Repeated"]);
    reads(&format!("#/tool/values?{many}x=1"), "#/tool/values", &["-: TooMany"]);
    reads(&format!("#/product/kufersql?variant={}", "a".repeat(1_000_000)), "#/product/kufersql", &["-: WholeTooLong"]);
    for long in [fits.as_str(), "#/product/kufersql?variant=x"] {
        assert!(!LinkReading::of(long).is_to_be_cleaned());
    }
    assert!(LinkReading::of(&format!("#/tool/values?client_id={}", "a".repeat(Link::LONGEST))).is_to_be_cleaned());
    assert!(LinkReading::of(&format!("#/tool/values?{many}x=1")).is_to_be_cleaned());
}

#[test]
fn a_secret_is_not_read_whatever_it_is_called() {
    for parameter in [
        "client_secret=abc",
        "clientSecret=abc",
        "CLIENT%5FSECRET=abc",
        "client%E2%80%8B_secret=abc",
        "amp;client_secret=abc",
        "input.client_secret=abc",
        "second_client_secret=abc",
        "secret_token=abc",
        "code=abc",
        "state=abc",
        "code_verifier=abc",
        "verifier=abc",
        "token=abc",
        "access_token=abc",
        "refresh_token=abc",
        "password=abc",
        "Passwort=abc",
        "api_key=abc",
        "authorization=Basic%20YTpi",
        "user_code=abc",
        "redirect_url=https%3A%2F%2Fwww.example.com%2F%3Fcode%3Dabc",
        "redirect_url=https%3A%2F%2Fwww.example.com%2F%3Fcode%3Dabc%26state%3Dd",
        "redirect_url=https%3A%2F%2Fuser%3Apass%40www.example.com%2F",
        "redirect_url=oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb",
        "scopes=Bearer%20oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb",
        "input.host=oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb",
        "client_id=eyJhbGciOiJub25lIn0.e30.",
        "client_id=abc%3Bclient_secret%3Ddef",
        "note=curl%20-u%20abc%3Adef%20https%3A%2F%2Fzoom.us%2Foauth%2Ftoken",
        "variant=client_secret%3Dabc",
    ] {
        let reading = LinkReading::of(&format!("#/product/kufersql?v=1&{parameter}&language=de"));
        assert!(reading.has_secret() && reading.is_to_be_cleaned(), "{parameter}");
        assert_eq!(reading.link.write(), "#/product/kufersql?v=1&language=de", "{parameter}");
        let printed = format!("{reading:?}");
        assert!(!printed.contains("abc") && !printed.contains("oGo4OZ"), "{printed}");
    }
    // A server that returned it in the fragment.
    assert!(LinkReading::of("#access_token=oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb&state=abc").has_secret());
    assert!(LinkReading::of("#/product/kufersql?client_id=a?code=oGo4OZ2GYZbLiDBdQPIz").has_secret());
}

#[test]
fn what_only_looks_like_a_secret_is_read() {
    for parameter in [
        "client_id=bX3hG4UYSRyJWQ3zGn8otg",
        "account_id=abcdEFGH_ijklmnop1234",
        "redirect_url=https%3A%2F%2Fwww.example.com%2Foauth%2Fcode%3Ffrom%3Dzoom",
        "scopes=zcc%3Atoken%3Aread%20code%3Awrite%20user_token%3Aread",
        "input.host=a1b2c3d4.eu-1.example.com",
        "input.tenant=example-dev",
        "input.site=https%3A%2F%2Fwww.example.com%2Fsample",
        "input.mail=admin%40example.com",
        "input.port=8443",
        "step=code",
        "client_secret=",
    ] {
        let reading = LinkReading::of(&format!("#/product/kufersql?v=1&{parameter}"));
        assert!(!reading.has_secret(), "{parameter}: {reading:?}");
    }
    assert!(LinkReading::of("#/tool/values?v=2&code=").left_out.iter().all(|left| left.why == Why::Newer));
}
