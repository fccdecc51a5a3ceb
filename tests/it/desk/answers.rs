//! What the desk shows for token responses, JSON Web Tokens and scopes.

use super::person::{Person, START, first_file, loaded};
use crate::notation::{assert_said, the};
use authdesk::desk::tools::{jwt, scopes, token_answer};
use authdesk::desk::{
    AnswerView, ClockAction, Field, FieldAction, FixAction, GivenScopesView, GuideAction, Loading, NameList, Resource,
    Route, Tool, ViewAction, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::FindingKind;
use authdesk::texts::{Language, Text};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

fn answered(person: &Person) -> AnswerView {
    token_answer::view(&person.0).unwrap()
}

fn given(person: &Person) -> GivenScopesView {
    scopes::view(&person.0).as_ref().clone()
}

fn jwt(claims: &str) -> String {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let signature = "s".repeat(86);
    format!("{}.{}.{signature}", part(r#"{"alg":"HS512","v":"2.0"}"#), part(claims))
}

fn answer(access: &str, more: &str) -> String {
    format!(r#"{{"access_token":"{access}","token_type":"bearer"{more}}}"#)
}

fn shown(list: Option<&NameList>) -> Vec<&str> {
    list.map(|list| list.shown.iter().map(String::as_str).collect()).unwrap_or_default()
}

fn written(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

// Token responses.

#[test]
fn an_answer_tells_when_it_ends_where_it_comes_from_and_for_which_region() {
    let mut person = Person::at("#/tool/token-answer");
    let more = r#","refresh_token":"r","expires_in":3599,"scope":"user:read:user","api_url":"https://api-eu.zoom.us""#;
    person.types(Field::Answer, &answer("opaque", more));
    let view = answered(&person);
    assert_said(&view.findings, "tokens-read refresh-rotates region-named", Field::Answer);
    let told = view.told.unwrap();
    let (end, from) = told.expiry.unwrap();
    assert_eq!(end.words, "in 59 minutes");
    assert_eq!(end.local.as_deref(), Some("2024-03-01 01:58 UTC+01:00"));
    assert_eq!(end.utc, "2024-03-01 00:58 UTC");
    assert_eq!(from, Text::ExpiryFromPaste);
    assert_eq!(told.grant, Some(Text::AnswerFromPerson));
    assert_eq!(told.region_host.as_deref(), Some("api-eu.zoom.us"));
    assert_eq!(shown(told.granted.as_ref()), ["user:read:user"]);
    assert!(told.missing.is_none() && told.extra.is_none(), "a tool knows of no product");

    // It is dated by its paste, not by when it is shown.
    assert!(person.does(ClockAction::ClockRead(START + 20 * 60_000)));
    assert_eq!(answered(&person).told.unwrap().expiry.unwrap().0.words, "in 39 minutes");
    assert!(person.does(ClockAction::ClockRead(START + 4 * 3_600_000)));
    assert_eq!(answered(&person).told.unwrap().expiry.unwrap().0.words, "3 hours ago");
}

#[test]
fn what_a_token_says_of_its_end_counts_more_than_the_paste() {
    let mut person = Person::at("#/tool/token-answer");
    person.types(Field::Answer, &answer(&jwt(r#"{"exp":1709251260,"iat":1709247660}"#), r#","expires_in":3599"#));
    let (end, from) = answered(&person).told.unwrap().expiry.unwrap();
    assert_eq!((end.words.as_str(), from), ("in 2 minutes", Text::ExpiryFromToken));
    assert!(person.does(ClockAction::ClockRead(START + 120_000)));
    assert_said(&answered(&person).findings, "tokens-read refresh-token-absent jwt-expired", Field::Answer);
    assert_eq!(answered(&person).told.unwrap().expiry.unwrap().0.words, "now");
    assert_eq!(answered(&person).told.unwrap().grant, None, "nothing of the request is known");
    // In UTC, the time is not shown twice.
    person.does(ClockAction::ZoneRead(0));
    assert_eq!(answered(&person).told.unwrap().expiry.unwrap().0.local, None);
}

#[test]
fn the_time_is_kept_while_nothing_happens() {
    let mut person = Person::at("#/tool/token-answer");
    assert!(!person.does(ClockAction::ClockRead(START + 1000)), "one second is nothing to show");
    assert!(person.does(ClockAction::ClockRead(START + 600_000)));
    person.types(Field::Answer, &answer("opaque", r#","expires_in":3600"#));
    assert_eq!(answered(&person).told.unwrap().expiry.unwrap().0.words, "in 60 minutes");
}

#[test]
fn a_product_that_needs_a_refresh_token_is_known_by_its_fields() {
    let rotating = answer("a", r#","expires_in":3599,"refresh_token":"r""#);
    let client = answer("a", r#","expires_in":3599"#);
    for (fragment, pasted, expected) in [
        ("#/product/verint-recorder?variant=oauth", &client, "tokens-read refresh-token-missing scopes-absent"),
        ("#/product/verint-recorder?variant=oauth", &rotating, "tokens-read refresh-rotates scopes-absent"),
        ("#/product/kufersql", &client, "tokens-read no-refresh-token scopes-absent"),
        // Its provider is not known to rotate refresh tokens, and its field may stay empty.
        ("#/product/other-server?variant=authorization-code", &rotating, "tokens-read"),
        ("#/product/other-server?variant=client-credentials", &client, "tokens-read no-refresh-token"),
    ] {
        let mut person = Person::at(fragment);
        person.types(Field::Answer, pasted);
        assert_said(&answered(&person).findings, expected, fragment);
    }
}

#[test]
fn scopes_of_an_answer_are_held_against_those_that_are_taken() {
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    person.does(GuideAction::ChoseScopeSet { set: "one-meeting".into(), chosen: true });
    let variant = person.0.variant().unwrap();
    let needed: Vec<String> = person.0.session().scopes(variant).into_iter().map(str::to_owned).collect();
    assert_eq!(needed.len(), 6);
    let classic: Vec<String> = variant.classic.clone();
    let paste = |person: &mut Person, names: &[String]| {
        person.types(Field::Answer, &answer("a", &format!(r#","refresh_token":"r","scope":"{}""#, names.join(" "))));
        let view = answered(person);
        let told = view.told.unwrap();
        let owned = |list: Option<&NameList>| shown(list).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (owned(told.missing.as_ref()), owned(told.extra.as_ref()), view.findings)
    };
    let (missing, extra, findings) = paste(&mut person, &needed);
    assert_eq!((missing.len(), extra.len()), (0, 0));
    assert_said(&findings, "tokens-read refresh-rotates", Field::Answer);

    let (missing, extra, findings) = paste(&mut person, &[needed[..4].to_vec(), vec!["a:b".into()]].concat());
    assert_eq!(missing.len(), 2);
    assert!(missing.iter().all(|name| needed[4..].contains(name)));
    assert_eq!(extra, ["a:b"]);
    assert_said(&findings, "tokens-read refresh-rotates scopes-missing=2 scopes-extra=1", Field::Answer);

    // The vendor's classic scopes are enough if the table leads from them to the granular ones, by inference for two of
    // these, and are not too much.
    let (missing, extra, _) = paste(&mut person, &classic);
    assert_eq!((missing.len(), extra.len()), (0, 0));

    // A set that is left out is not reported as missing.
    person.does(GuideAction::ChoseScopeSet { set: "one-meeting".into(), chosen: false });
    let (missing, ..) = paste(&mut person, &needed[..4]);
    assert_eq!(missing.len(), 1);
}

#[test]
fn the_form_for_the_account_is_told_apart() {
    let mut person = Person::at("#/product/zappysys-zoom-connector?variant=granular");
    let variant = person.0.variant().unwrap();
    let needed: Vec<&str> = person.0.session().scopes(variant);
    let first = needed[0];
    let granted = format!("{} {first}:admin", needed[1..].join(" "));
    person.types(Field::Answer, &answer("a", &format!(r#","refresh_token":"r","scope":"{granted}""#)));
    let told = answered(&person).told.unwrap();
    assert!(told.missing.is_none() && told.extra.is_none());
    assert_eq!(shown(told.by_admin.as_ref()).len(), 1);
}

#[test]
fn an_answer_is_fixed_and_the_fix_is_undone() {
    let mut person = Person::at("#/tool/token-answer");
    let plain = answer("a", "");
    let quoted = format!("'{plain}'");
    for (pasted, kind) in
        [(&quoted, FindingKind::AnswerQuoted), (&format!("$ curl …\n{plain}"), FindingKind::TextAroundAnswer)]
    {
        person.types(Field::Answer, pasted);
        let finding = the(kind, &answered(&person).findings).to_owned();
        assert!(person.does(FixAction::Fixed(Field::Answer, finding)));
        assert_eq!(person.entry(Field::Answer), plain);
        assert!(person.does(FixAction::Undone));
        assert_eq!(person.entry(Field::Answer), pasted);
    }
}

// JSON Web Tokens.

#[test]
fn a_token_is_a_table_with_times_in_words() {
    let mut person = Person::at("#/tool/jwt");
    assert!(jwt::view(&person.0).is_none());
    person.types(
        Field::Jwt,
        &jwt(r#"{"iss":"zm:cid:x","exp":1709254740,"iat":"1709251140","aud":["a","b"],"nbf":"soon"}"#),
    );
    let view = jwt::view(&person.0).unwrap();
    assert_said(&view.findings, "jwt-read", Field::Jwt);
    let row = |at: usize| {
        let row = &view.claims.rows[at];
        let words = row.time.as_ref().map_or("", |time| time.words.as_str());
        format!("{} {} {words}", row.name, written(&row.value))
    };
    assert_eq!(row(0), r#"iss "zm:cid:x" "#);
    assert_eq!(row(1), "exp 1709254740 in 60 minutes");
    assert_eq!(row(2), r#"iat "1709251140" now"#);
    assert_eq!(row(3), r#"aud ["a","b"] "#);
    assert_eq!(row(4), r#"nbf "soon" "#);
    assert_eq!(view.claims.rows[1].time.as_ref().unwrap().local.as_deref(), Some("2024-03-01 01:59 UTC+01:00"));
    assert_eq!(view.claims.rows[1].means, Some(Text::ClaimExpires));
    assert_eq!(view.header.rows[0].name, "alg");

    person.types(Field::Jwt, "no token");
    let view = jwt::view(&person.0).unwrap();
    assert_said(&view.findings, "jwt-not-a-token", Field::Jwt);
    assert!(view.header.rows.is_empty() && view.claims.rows.is_empty());
}

#[test]
fn a_token_is_opened_from_an_answer() {
    let mut person = Person::at("#/product/kufersql");
    let token = jwt("{}");
    person.types(Field::Answer, &answer(&token, ""));
    let entries = vec![(Field::Jwt, Secret::new(token.as_str()))];
    assert!(person.does(FieldAction::Opened { tool: Tool::Jwt, entries }));
    assert_eq!(person.0.route, Route::Tool(Tool::Jwt));
    assert_eq!(person.entry(Field::Jwt), token);
    // The address bar follows, and says so.
    assert!(!person.does(ViewAction::Went(Route::Tool(Tool::Jwt))));
    assert!(person.0.kept().iter().all(|kept| kept.fields.is_empty()), "and none of it is kept");
}

// Scopes.

#[test]
fn the_table_of_scopes_is_asked_for_by_its_tool_alone() {
    for (fragment, expected) in [("#/tool/scopes", true), ("#/tool/jwt", false), ("#/", false)] {
        let mut person = Person::first_at(Language::ENGLISH, fragment);
        for wanted in [Resource::Lazy, Resource::Index, Resource::Provider("zoom".into())] {
            person.gets(wanted);
        }
        let mut desk = person.0;
        let wanted = Resource::Scopes("zoom".into());
        assert_eq!(desk.wanted().contains(&wanted), expected, "{fragment}");
        let waiting = first_file(&wanted);
        assert_eq!(waiting.file, "catalog/scopes/zoom.json");
        desk = desk.after(loaded(Loading::Waits(waiting))).unwrap();
        assert!(!desk.wanted().contains(&wanted));
        assert!(first_file(&wanted).arrived("[]").is_err());
    }
}

#[test]
fn each_needed_scope_has_its_standing() {
    let mut person = Person::at("#/tool/scopes");
    let needed = "user:read:user meeting:read:list_meetings user:read:list_users:admin meeting:read:meeting:admin meeting:delete:meeting";
    person.types(Field::NeededScopes, needed);
    assert!(given(&person).waits && given(&person).to_tick.is_none(), "nothing is missing before there is anything");
    person.types(
        Field::PastedScopes,
        "user:read:user meeting:read:list_meetings:admin user:read:list_users:master meeting:read:admin a:b",
    );
    let view = given(&person);
    assert!(!view.waits && view.table.is_compared);
    let rows: Vec<_> = view.table.rows.iter().map(|row| (row.says.as_str(), row.is_missing, row.is_inferred)).collect();
    assert_eq!(
        rows,
        [
            ("yes", false, false),
            ("yes, through `meeting:read:list_meetings:admin`, the account-level scope", false, true),
            ("**missing**; `user:read:list_users:master` has a different level", true, false),
            ("yes, through the classic `meeting:read:admin`", false, false),
            ("**missing**", true, false),
        ]
    );
    assert_eq!(view.table.rows[3].granular, ["meeting:read:meeting:admin"]);
    assert!(view.table.rows[3].classic.contains(&"meeting:read:admin".to_owned()));
    // In the order of the provider's table.
    let to_tick = view.to_tick.unwrap();
    assert_eq!(to_tick.count(), 2);
    assert_eq!(written(&to_tick.all), shown(Some(&to_tick)).join("\n"));
    assert_eq!(shown(view.extra.as_ref()), ["a:b"]);
    assert_eq!(shown(view.unknown.as_ref()), ["a:b"]);
    assert_said(
        &view.findings,
        "scopes-read=5 scope-unknown@95+3=1 scopes-missing=2 scope-level@48+27=1 \
         scope-classic@76+18=1 scopes-mixed@76+18=1 scopes-extra@95+3=1",
        Field::PastedScopes,
    );
    assert_said(&view.needed_findings, "scopes-read=5", Field::NeededScopes);
}

#[test]
fn given_scopes_alone_stand_beside_their_other_names() {
    let mut person = Person::at("#/tool/scopes");
    person.types(Field::PastedScopes, "user:read:admin\nuser:read:user");
    let view = given(&person);
    assert!(!view.table.is_compared && !view.waits);
    let rows = &view.table.rows;
    assert_eq!((rows[0].says.as_str(), rows[1].says.as_str()), ("account", "user"));
    assert_eq!(rows[0].classic, ["user:read:admin"]);
    assert!(rows[0].granular.contains(&"user:read:list_users:admin".to_owned()));
    assert_eq!(rows[1].granular, ["user:read:user"]);
    assert!(view.to_tick.is_none() && view.extra.is_none() && view.unknown.is_none());
}

#[test]
fn an_error_asks_for_one_of_its_scopes() {
    let error = "Invalid access token, does not contain scopes:[user:read:list_users:admin, user:read:admin].";
    let mut person = Person::at("#/tool/scopes");
    person.types(Field::PastedScopes, error);
    let view = given(&person);
    assert_said(&view.findings, "scopes-read=2 one-is-enough@47+43=2", Field::PastedScopes);
    assert!(view.table.rows.is_empty() && view.to_tick.is_none());
    assert_eq!(shown(view.one_of[0].granular.as_ref()), ["user:read:list_users:admin"]);
    assert_eq!(shown(view.one_of[0].classic.as_ref()), ["user:read:admin"]);
    assert_eq!(view.one_of[0].had, None, "an error names what is not there");

    person.types(Field::NeededScopes, error);
    person.types(Field::PastedScopes, "user:read:admin");
    let view = given(&person);
    assert_eq!(view.one_of[0].had.as_deref(), Some("You have one of them: `user:read:admin`"));
    assert!(!view.waits && view.to_tick.is_none());
}

#[test]
fn repeats_are_fixed_in_both_fields() {
    let mut person = Person::at("#/tool/scopes");
    for field in [Field::PastedScopes, Field::NeededScopes] {
        person.types(field, "user:read:user user:read:user");
        let view = given(&person);
        let all = if field == Field::PastedScopes { view.findings } else { view.needed_findings };
        let finding = the(FindingKind::ScopeRepeated, &all).to_owned();
        person.does(FixAction::Fixed(field, finding));
        assert_eq!(person.entry(field), "user:read:user");
        person.does(FixAction::Undone);
        assert_eq!(person.entry(field), "user:read:user user:read:user");
    }
}

#[test]
fn a_guide_hands_its_scopes_over() {
    let mut person = Person::at("#/product/kufersql");
    let entries = scopes::to_compare(&person.0);
    assert_eq!(entries.len(), 1, "nothing was granted yet");
    person.types(Field::Answer, &answer("a", r#","scope":"user:read:user:admin a:b""#));
    let entries = scopes::to_compare(&person.0);
    assert_eq!(written(&entries[1].1), "user:read:user:admin\na:b");
    let count = guide::scopes_view(&person.0).unwrap().taken_count();
    person.does(FieldAction::Opened { tool: Tool::Scopes, entries });
    person.gets(Resource::Scopes("zoom".into()));
    let view = given(&person);
    assert_eq!(view.table.rows.len(), count);
    assert_eq!(shown(view.extra.as_ref()), ["a:b"]);
    assert!(view.to_tick.is_some_and(|names| names.count() >= count - 1));
}

#[test]
fn a_long_list_is_cut_for_the_eye_alone() {
    let mut person = Person::at("#/tool/scopes");
    let many: String = (0..50_000).map(|at| format!("a{at}:read ")).collect();
    person.types(Field::PastedScopes, "user:read:user");
    person.types(Field::NeededScopes, &many);
    let view = given(&person);
    assert_eq!((view.table.rows.len(), view.table.left_out), (NameList::MOST, 50_000 - NameList::MOST));
    let to_tick = view.to_tick.unwrap();
    assert_eq!((to_tick.shown.len(), to_tick.count()), (NameList::MOST, 50_000));
    assert_eq!(written(&to_tick.all).lines().count(), 50_000);
}

#[test]
fn a_text_without_a_scope_is_told_and_an_empty_one_is_not() {
    let mut person = Person::at("#/tool/scopes");
    person.types(Field::PastedScopes, "%%% nothing here");
    let view = given(&person);
    assert_said(&view.findings, "no-scope-found", Field::PastedScopes);
    assert_said(&view.needed_findings, "", Field::NeededScopes);
    person.types(Field::PastedScopes, " \n");
    assert_said(&given(&person).findings, "", Field::PastedScopes);
}
