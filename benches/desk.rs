//! What a render and a keystroke cost, without a browser: everything that the page asks the desk for.
//!
//!     cargo bench --no-default-features --bench desk
//!
//! A reading is made once for a text, so a render after it must not depend on how long the text is.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/it/desk/person.rs"]
mod person;

use authdesk::desk::parts::{command, diagnosis, explanation, test_call};
use authdesk::desk::tools::{
    authorize_url, basic_header, compare_redirects, error_answer, jwt, read_authorize_url, read_header, redirect,
    request, scopes, token_answer,
};
use authdesk::desk::{Action, ClockAction, CodeAction, Desk, Field, FieldAction, FoundIn, Step, guide};
use authdesk::oauth::Secret;
use authdesk::reading::Finding;
use divan::{Bencher, black_box};
use person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START};

fn main() {
    divan::main();
}

/// A recording of a browser: many pages, and one token request that was rejected.
fn har(bytes: usize) -> String {
    let page = |number: usize| {
        format!(
            r#"{{"request":{{"method":"GET","url":"https://www.example.com/{number}","headers":[{{"name":"Accept","value":"{}"}}]}},"response":{{"status":200,"content":{{"text":"{}"}}}}}},"#,
            "text/html,".repeat(10),
            "<p>A paragraph of a page.</p>".repeat(30)
        )
    };
    let token = r#"{"request":{"method":"POST","url":"https://zoom.us/oauth/token?grant_type=authorization_code&code=abc","headers":[{"name":"Content-Type","value":"application/json"}],"postData":{"text":"{}"}},"response":{"status":400,"content":{"text":"{\"reason\":\"Invalid authorization code abc\",\"error\":\"invalid_request\"}"}}}"#;
    let mut all = String::from(r#"{"log":{"entries":["#);
    for number in 0.. {
        if all.len() + token.len() > bytes {
            break;
        }
        all.push_str(&page(number));
    }
    all + token + "]}}"
}

fn show(desk: &Desk, field: Field, findings: &[Finding]) {
    for finding in findings {
        let texts = FoundIn { field: Some(field), ..FoundIn::default() };
        black_box((desk.finding_sentence(finding, texts), desk.finding_excerpt(finding, texts)));
        black_box((desk.can_fix(field, finding), desk.fix_label(finding)));
    }
}

/// What every view asks for, and what the hooks ask for after each action.
fn frame(desk: &Desk) {
    black_box((desk.heading(), desk.title(), desk.wanted(), desk.failures(), desk.kept()));
}

fn tool(desk: &Desk) {
    frame(desk);
    let view = request::view(desk).expect("a request");
    show(desk, Field::Request, &view.findings);
    black_box(view);
}

fn whole_guide(desk: &Desk) {
    frame(desk);
    black_box((guide::progress_sentence(desk), guide::values(desk)));
    for step in guide::steps(desk) {
        black_box((guide::progress(desk, step), guide::current(desk), guide::is_open(desk, step)));
        black_box((guide::step_title(desk, step), guide::ticked(desk, step), guide::lines(desk, step)));
        black_box((redirect::view(desk), guide::app_sentence(desk)));
    }
    for field in guide::needed_fields(desk) {
        show(desk, field, &desk.field_findings(field));
    }
    black_box((guide::scopes_view(desk), authorize_url::view(desk).ok(), basic_header::view(desk)));
    if let Some(view) = redirect::view(desk) {
        show(desk, Field::Landed, &view.findings);
        black_box((compare_redirects::landing_pair(desk, &view), explanation::of_landing(desk)));
    }
    black_box((command::view(desk, desk.request_kind()).ok(), explanation::of_answer(desk)));
    if let Some(view) = token_answer::view(desk) {
        show(desk, Field::Answer, &view.findings);
    }
    black_box((test_call::view(desk), explanation::of_call(desk)));
}

fn at_request(bytes: usize) -> Person {
    let mut person = Person::at("#/tool/request");
    person.types(Field::Request, &har(bytes));
    person
}

/// Verint's guide with everything filled in, up to the response.
fn at_guide() -> Person {
    let mut person = Person::at("#/product/verint-recorder");
    for step in guide::steps(&person.0) {
        person.ticks(step);
    }
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.does(CodeAction::OpenedAuthorizeUrl);
    let state = person.0.session().state().map(|state| state.expose().to_owned()).unwrap_or_default();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    let answer = format!(
        r#"{{"access_token":"{}","token_type":"bearer","refresh_token":"{}","expires_in":3599,"scope":"{}"}}"#,
        "a".repeat(600),
        "r".repeat(600),
        required(&person.0),
    );
    person.types(Field::Answer, &answer);
    person
}

/// The names of the scopes that the guide asks for.
fn required(desk: &Desk) -> String {
    let sets = guide::scopes_view(desk).expect("a guide").sets;
    let names = sets.iter().flat_map(|set| set.rows.iter().map(|row| row.granular));
    names.collect::<Vec<_>>().join(" ")
}

/// The first render: the text is read.
#[divan::bench(args = [5_000, 5_000_000])]
fn request_is_pasted(bencher: Bencher, bytes: usize) {
    let person = Person::at("#/tool/request");
    let text = har(bytes);
    bencher.with_inputs(|| text.clone()).bench_local_values(|text| {
        let desk = person.0.after(FieldAction::Typed(Field::Request, Secret::new(text))).unwrap();
        tool(&desk);
    });
}

/// Every other render: after a tick of the clock, a fold, a button.
#[divan::bench(args = [5_000, 5_000_000])]
fn request_is_rendered(bencher: Bencher, bytes: usize) {
    let desk = at_request(bytes).0;
    tool(&desk);
    bencher.bench_local(|| tool(&desk));
}

#[divan::bench(args = [5_000, 5_000_000])]
fn clock_ticks_with_a_request(bencher: Bencher, bytes: usize) {
    let desk = at_request(bytes).0;
    tool(&desk);
    bencher.bench_local(|| {
        let desk = desk.after(ClockAction::ClockRead(START + 10_000)).expect("it keeps the time");
        tool(&desk);
    });
}

#[divan::bench]
fn guide_is_rendered(bencher: Bencher) {
    let desk = at_guide().0;
    bencher.bench_local(|| whole_guide(&desk));
}

/// One character into a field of a guide with everything filled in, and the render after it.
#[divan::bench]
fn keystroke_in_a_guide(bencher: Bencher) {
    let desk = at_guide().0;
    assert!(guide::progress(&desk, Step::Exchange).name() == "done", "everything is filled in");
    whole_guide(&desk);
    let typed = format!("{CLIENT_ID}x");
    bencher.with_inputs(|| Secret::new(typed.as_str())).bench_local_values(|text| {
        let desk = desk.after(FieldAction::Typed(Field::ClientId, text)).unwrap();
        whole_guide(&desk);
    });
}

/// The readers of the other tools, each with a text of a megabyte that was read before.
#[divan::bench(args = ["read-header", "read-authorize-url", "redirect", "token-answer", "error-answer", "jwt", "scopes", "compare-redirects"])]
fn other_tools_are_rendered(bencher: Bencher, name: &str) {
    let field = match name {
        "read-header" => Field::Header,
        "read-authorize-url" => Field::AuthorizeUrl,
        "redirect" => Field::Landed,
        "token-answer" => Field::Answer,
        "error-answer" => Field::Error,
        "jwt" => Field::Jwt,
        "scopes" => Field::PastedScopes,
        _ => Field::Requested,
    };
    let mut person = Person::at(&format!("#/tool/{name}"));
    person.types(field, &"https://www.example.com/?a=b&c=d user:read:user \"error\" ".repeat(1_000_000 / 58));
    let desk = person.0;
    let render = || {
        frame(&desk);
        match field {
            Field::Header => drop(black_box(read_header::view(&desk))),
            Field::AuthorizeUrl => drop(black_box(read_authorize_url::view(&desk))),
            Field::Landed => drop(black_box((redirect::view(&desk), explanation::of_landing(&desk)))),
            Field::Answer => drop(black_box((token_answer::view(&desk), explanation::of_answer(&desk)))),
            Field::Error => drop(black_box(error_answer::view(&desk))),
            Field::Jwt => drop(black_box(jwt::view(&desk))),
            Field::PastedScopes => drop(black_box(scopes::view(&desk))),
            _ => drop(black_box(compare_redirects::pairs(&desk))),
        }
    };
    render();
    bencher.bench_local(render);
}

/// A megabyte of what people paste, by what it consists of.
fn pasted(kind: &str) -> String {
    const BYTES: usize = 1_000_000;
    let unit = match kind {
        "log" => {
            "2026-03-12 10:00:01,123 ERROR [oauth.client] Token request failed with status=400: {\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}\n"
        }
        "trace" => {
            "Caused by: org.example.OAuthException: invalid_client: Client authentication failed\n\tat org.example.Client.token(Client.java:123)\n"
        }
        "commands" => {
            "curl -X POST https://id.example.com/oauth/token -u demo:secret -d grant_type=refresh_token -d refresh_token=abc\n{\"error\":\"invalid_client\"}\n"
        }
        "prose" => {
            "The authorization server redirects the user to the page of the app, which requests a token with the code that it got. "
        }
        "lines" => "The authorization server redirects the user to the page of the app.\n\n",
        "line" => {
            "error_description=The+code+has+expired&error=invalid_grant&redirect_uri=https%3A%2F%2Fa.example.com%2Fcb&"
        }
        "json" => {
            "{\"id\":12,\"name\":\"A name\",\"error\":null,\"url\":\"https://a.example.com/b\",\"tags\":[\"a\",\"b\"]},\n"
        }
        other => panic!("{other}"),
    };
    let text = unit.repeat(BYTES / unit.len());
    if kind == "json" { format!("{{\"items\":[{}{{}}]}}", text) } else { text }
}

/// What the start view does with a text: it is read, and the diagnosis is shown.
#[divan::bench(args = ["log", "trace", "commands", "prose", "lines", "line", "json"])]
fn anything_is_pasted(bencher: Bencher, kind: &str) {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new("error")));
    person.fetches();
    let text = pasted(kind);
    bencher.with_inputs(|| Secret::new(text.as_str())).bench_local_values(|text| {
        let desk = person.0.after(Action::TypedAnything(text)).unwrap();
        frame(&desk);
        black_box(diagnosis::view(&desk).map(|view| view.lead.clone()));
    });
}
