//! The names of scopes in pasted texts, and the findings about them, compared with the provider's table and the
//! product.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use crate::notation::{assert_said, the};
use authdesk::catalog::{
    Choice, KnownScope, NeededScopes, OneOf, Product, ScopeComparison, ScopeIndex, ScopeLevel, ScopeTable, ScopeUse,
    Standing,
};
use authdesk::desk::tools::scopes::facts;
use authdesk::oauth::joined;
use authdesk::reading::{FindingKind, ScopeForm, ScopeList, read_scopes, scope_findings};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

use super::fixed;

static TABLE: LazyLock<ScopeTable> = LazyLock::new(|| file("catalog/scopes/zoom.json"));
static INDEX: LazyLock<ScopeIndex<'static>> = LazyLock::new(|| ScopeIndex::new(&TABLE));

fn file<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_str(&fs::read_to_string(format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn is_known(name: &str) -> bool {
    INDEX.find(name).is_some()
}

fn read(text: &str) -> ScopeList {
    let list = read_scopes(text, &is_known);
    let chars: Vec<char> = text.chars().collect();
    for scope in &list.names {
        let there: String = chars[scope.span.start..][..scope.span.length].iter().collect();
        assert!(
            there == scope.name || there.contains(['%', '\u{200b}', '\u{ad}', '\u{feff}']),
            "{there:?} in {text:?}"
        );
    }
    list
}

#[track_caller]
fn reads(text: &str, form: ScopeForm, names: &str) {
    let list = read(text);
    assert_eq!(joined(list.texts()), names, "{text:?}");
    assert_eq!(list.form, form, "{text:?}");
}

/// The names that a product's file has always, and the others.
fn product(id: &str, variant: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let product: Product = file(&Product::file(id));
    let variant = product.variants.into_iter().find(|known| known.id == variant).unwrap();
    let (always, others): (Vec<_>, Vec<_>) =
        variant.scopes.into_iter().partition(|set| matches!(set.choice, Choice::Always));
    let names = |sets: Vec<authdesk::catalog::ScopeSet>| sets.into_iter().flat_map(|set| set.names).collect();
    (names(always), names(others), variant.classic)
}

fn strs(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

fn compare<'n>(given: &str, needed: &NeededScopes<'_, 'n>) -> (ScopeList, ScopeComparison<'n>) {
    let list = read(given);
    let index: &ScopeIndex<'n> = &INDEX;
    let comparison = ScopeComparison::new(index, &list.texts(), needed);
    (list, comparison)
}

#[track_caller]
fn finds(given: &str, needed: &NeededScopes<'_, '_>, expected: &str) {
    let (list, comparison) = compare(given, needed);
    let missing = (!needed.all.is_empty()).then(|| comparison.missing().count());
    assert_said(&scope_findings(&list, &facts(&comparison), missing), expected, given);
}

// What is read.

#[test]
fn lists_with_any_separator() {
    let names = "user:read:user:admin meeting:read:meeting";
    for text in [
        names,
        "user:read:user:admin,meeting:read:meeting",
        "user:read:user:admin, meeting:read:meeting.",
        "user:read:user:admin;\n meeting:read:meeting;\n",
        "\u{feff}user:read:user:admin\r\n\r\nmeeting:read:meeting\r\n",
        "  • user:read:user:admin;\n  • meeting:read:meeting",
        "- user:read:user:admin\n- `meeting:read:meeting`",
        "[\"user:read:user:admin\", \"meeting:read:meeting\"]",
        "['user:read:user:admin','meeting:read:meeting']",
        "„user:read:user:admin“ “meeting:read:meeting”",
        "user:read:user:admin\u{a0}meeting:read:meeting",
        "user:read:\u{200b}user:admin meeting:read:meeting\u{200b}",
        "user%3Aread%3Auser%3Aadmin+meeting%3Aread%3Ameeting",
    ] {
        reads(text, ScopeForm::List, names);
    }
    reads("", ScopeForm::Words, "");
    reads(" ,;\n•", ScopeForm::Words, "");
    // Names without a colon are only recognized by the table.
    reads("user_profile scim2 imchat:bot", ScopeForm::List, "user_profile scim2 imchat:bot");
    reads("openid profile", ScopeForm::Words, "");
    assert_eq!(read_scopes("openid profile", &|_| true).texts(), ["openid", "profile"]);
    // The capitalization is kept.
    reads("Meeting:Read:Admin", ScopeForm::List, "Meeting:Read:Admin");
}

#[test]
fn tables_and_sentences() {
    reads(
        "Scope name\tDescription\nmeeting:read:meeting:admin\tView a meeting\nuser:read:list_users:admin\tView users\n",
        ScopeForm::Words,
        "meeting:read:meeting:admin user:read:list_users:admin",
    );
    reads("View all user meetings     meeting:read:admin     Optional", ScopeForm::Words, "meeting:read:admin");
    reads("Scopes: user:read:user", ScopeForm::Words, "user:read:user");
    reads("scope:user:read:user", ScopeForm::List, "user:read:user");
    // The table that PowerShell prints.
    reads(
        "access_token : eyJhbGciOi\nscope        : user:read:user:admin meeting:read:meeting:admin\napi_url      : https://api-eu.zoom.us",
        ScopeForm::Words,
        "user:read:user:admin meeting:read:meeting:admin",
    );
    // Moodle's own text, errors.md, related facts.
    reads(
        "The Zoom OAuth configuration is missing these required scopes: meeting:read:admin, meeting:write:admin, user:read:admin",
        ScopeForm::Words,
        "meeting:read:admin meeting:write:admin user:read:admin",
    );
}

#[test]
fn errors_that_ask_for_scopes() {
    // Pitfall P17.
    let text = "Invalid access token, does not contain scopes:[user:read:list_users:admin].";
    reads(text, ScopeForm::ErrorText, "user:read:list_users:admin");
    assert_eq!(read(text).asked(), [["user:read:list_users:admin"]]);
    // R1 and R2.
    reads(
        r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:list_users:admin]."}"#,
        ScopeForm::ErrorText,
        "user:read:list_users:admin",
    );
    reads(
        r#"{"code":201,"message":"Invalid access token, does not contain scopes:[marketplace:write:app:master]."}"#,
        ScopeForm::ErrorText,
        "marketplace:write:app:master",
    );
    let two = "does not contain scopes:[user:read:list_users:admin, user:read:user:admin]";
    assert_eq!(read(two).asked(), [["user:read:list_users:admin", "user:read:user:admin"]]);
    // Two errors of a log: the same name counts for each.
    let log = "10:15 GET https://api.zoom.us/v2/users does not contain scopes:[user:read:user, user:read:user:admin]\n\
               10:16 does not contain scopes: [user:read:user:admin]\n10:17 does not contain scopes:[a:b";
    assert_eq!(
        read(log).asked(),
        [vec!["user:read:user", "user:read:user:admin"], vec!["user:read:user:admin"], vec!["a:b"]]
    );
    assert_eq!(read("user:read:user").asked(), [[""; 0]; 0]);
}

#[test]
fn members_of_answers() {
    let names = "user:read:user:admin meeting:read:meeting:admin";
    for text in [
        r#"{"access_token":"eyJ.e:x.y","scope":"user:read:user:admin meeting:read:meeting:admin","api_url":"https://api.zoom.us"}"#,
        r#"{"scope" : ["user:read:user:admin","meeting:read:meeting:admin"], "note":"a:b"}"#,
        r#""{\"scope\":\"user:read:user:admin meeting:read:meeting:admin\",\"a\":\"b:c\"}""#,
        r#"{"scopes":[{"scope":"user:read:user:admin","optional":false},{"scope":"meeting:read:meeting:admin"}]}"#,
        // Cut off.
        r#"{"access_token":"eyJ","scope":"user:read:user:admin meeting:read:meeting:admin"#,
        "{'scope': 'user:read:user:admin meeting:read:meeting:admin'}",
    ] {
        reads(text, ScopeForm::Member, names);
    }
    reads(r#"{"scope":"openid user_profile"}"#, ScopeForm::Member, "openid user_profile");
    reads(r#"{"scope":null,"api_url":"https://api.zoom.us:443"}"#, ScopeForm::Words, "");
}

#[test]
fn parameters_of_addresses() {
    let start = "https://zoom.us/oauth/authorize?response_type=code&client_id=a:b&scope=";
    for text in [
        "user%3Aread%3Auser+meeting%3Aread%3Ameeting&state=x:y",
        "user:read:user%20meeting:read:meeting&state=x:y",
        "user%253Aread%253Auser%2520meeting%253Aread%253Ameeting#c:d",
        "user:read:user meeting:read:meeting",
        "user:read:user%2Cmeeting:read:meeting\nc:d",
    ] {
        reads(&format!("{start}{text}"), ScopeForm::Parameter, "user:read:user meeting:read:meeting");
    }
    reads("?scope=openid%20user:read:user and then", ScopeForm::Parameter, "openid user:read:user");
    reads("?my_scope=a:b&x=1", ScopeForm::Words, "");
    // RFC 6750 §3.
    reads(
        "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"openid user:read:user\"",
        ScopeForm::Parameter,
        "openid user:read:user",
    );
}

#[test]
fn what_is_no_scope() {
    for text in [
        "https://zoom.us/oauth/authorize?response_type=code",
        "10:15",
        "localhost:8080",
        "std::fmt",
        "mail to:",
        ":",
        "Größe:9",
        "scopes:",
        // A client ID and secret, and a header.
        "qGdXyKQkRfGqIqx0pZ7aRg:h9T2ksbJZ4xWv0mEo8Qy7uLc1fNd5gHa",
        "Authorization: Basic cUdkWHlLUWtSZkdxSXF4MHBaN2FSZw==",
        "scope=qGdXyKQkRfGqIqx0pZ7aRg:h9T2ksbJZ4xWv0mEo8Qy7uLc1fNd5gHa",
    ] {
        assert_eq!(read(text).texts(), [""; 0], "{text:?}");
    }
    assert_eq!(read(&"a:".repeat(300)).texts(), [""; 0]);
}

#[test]
fn a_name_is_not_printed() {
    let list = read("hidden:name other:name");
    assert!(!format!("{list:?}").contains("hidden"));
    let needed = NeededScopes { all: &["user:read:user"], ..NeededScopes::default() };
    let comparison = ScopeComparison::new(&INDEX, &list.texts(), &needed);
    assert!(!format!("{comparison:?}").contains("hidden"));
}

// The vendors' guides.

#[test]
fn the_guide_with_thirty_seven_lines() {
    let guide = "    • meeting:read;\n    • meeting:write;\n    • user:read;\n    • user:write;\n    • user_info:read;\n    \
        • meeting:read:admin;\n    • chat_channel:read;\n    • chat_channel:write;\n    • chat_contact:read;\n    \
        • chat_message:read;\n    • chat_message:write;\n    • contact:read;\n    • pac:read;\n    • pac:write;\n    \
        • phone:read;\n    • phone:write\n    • phone_call_control:read;\n    • phone_call_control:write;\n    \
        • phone_call_log:read;\n    • phone_call_log:write;\n    • phone_e911:read;\n    • phone_recording:read;\n    \
        • phone_recording:write;\n    • phone_sms:read;\n    • phone_sms:write;\n    • phone_voicemail:read;\n    \
        • phone_voicemail:write;\n    • recording:read;\n    • recording:write;\n    • tsp:read\n    • tsp:write;\n    \
        • user:read;\n    • user:write;\n    • user_info:read;\n    • user_zak:read;\n    • webinar:read;\n    \
        • webinar:write\n";
    let (list, comparison) = compare(guide, &NeededScopes::default());
    assert_eq!((list.form, list.names.len(), list.repeats.len()), (ScopeForm::List, 34, 3));
    let unknown: Vec<&str> = list
        .texts()
        .into_iter()
        .zip(&comparison.given)
        .filter(|(_, given)| given.known.is_none())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(unknown, ["pac:write", "phone_call_control:read", "phone_call_control:write", "phone_e911:read"]);
    let full: BTreeSet<&String> = comparison
        .given
        .iter()
        .filter_map(|given| given.known?.classic)
        .flat_map(|classic| &classic.granular)
        .collect();
    // scopes.md §4.4.
    assert_eq!(full.len(), 245);
    let at = guide[..guide.find("pac:write").unwrap()].chars().count();
    let again = guide[..guide.rfind("• user:read").unwrap()].chars().count() + 2;
    finds(
        guide,
        &NeededScopes::default(),
        &format!("scopes-read=34 scope-unknown@{at}+9=4 scope-classic@6+12=30 scope-repeated@{again}+9=3"),
    );
    // The other table of the same guide names each twice.
    reads(
        "Option Value\nmeeting:read meeting:read\ntsp:read tsp:write tsp:read tsp:write\n",
        ScopeForm::Words,
        "meeting:read tsp:read tsp:write",
    );
}

#[test]
fn the_guide_that_was_scanned() {
    // KuferSQL: the scan garbles some names; what it leaves of them is not taken for a scope of the table.
    let scan = "earch the scope type\t\tView and manage sub account's user meetings meeting:master\nMeeting Webinar Recording \
        User\t\tView all user meetings meeting:read:admin Get a meeting:read:admin.sip_dialing weeting:read:admin:sip_dialing \
        View and manage all user meetings\nmeeting.write:admin\n<li>View all user information user-read:admin</li>";
    let (list, comparison) = compare(scan, &NeededScopes::default());
    assert_eq!(
        list.texts(),
        [
            "meeting:master",
            "meeting:read:admin",
            "meeting:read:admin.sip_dialing",
            "weeting:read:admin:sip_dialing",
            "meeting.write:admin",
            "user-read:admin"
        ]
    );
    let known: Vec<bool> = comparison.given.iter().map(|given| given.known.is_some()).collect();
    assert_eq!(known, [true, true, false, false, false, false]);
}

#[test]
fn the_guide_with_sections() {
    let guide = "a) In the \"Meeting\" section, press to add the scope of:\n\n  • View all user meetings meeting:read:admin\n  \
        • View and manage all user meetings meeting:write:admin\n\n\ne) In the \"Report\" section add the scopes of\n\n  \
        • View report data report:read:admin\n\nPress \"Done\"\n";
    reads(guide, ScopeForm::Words, "meeting:read:admin meeting:write:admin report:read:admin");
}

// Compared with the table.

#[test]
fn the_index_knows_what_the_table_has() {
    for scope in &TABLE.classic {
        let known = INDEX.find(&scope.classic).unwrap();
        assert_eq!(known.classic, Some(scope));
        for granular in &scope.granular {
            assert!(INDEX.leading_to(granular).any(|leading| leading == scope), "{granular}");
            assert!(INDEX.find(granular).unwrap().granular.is_some());
        }
    }
    for granular in &TABLE.granular_without_classic {
        assert!(INDEX.find(granular).unwrap().granular.is_some());
        // What products require in the place of a classic scope is inferred.
        assert!(INDEX.leading_to(granular).all(|leading| leading.supplement.contains(granular)), "{granular}");
    }
    let both: Vec<&str> = TABLE
        .classic
        .iter()
        .filter(|scope| !INDEX.find(&scope.classic).unwrap().is_classic_only())
        .map(|scope| scope.classic.as_str())
        .collect();
    assert_eq!(both, ["meeting:write:sip_dialing", "webinar:write:sip_dialing"], "names of both kinds");
    for absent in ["", "a", "meeting", "user:read:list_users", "zzz", "Meeting:read"] {
        assert_eq!(INDEX.find(absent), None, "{absent}");
    }
    assert_eq!(INDEX.find_in_lower_case("Meeting:READ").map(|known| known.name), Some("meeting:read"));
    assert_eq!(INDEX.find_in_lower_case("meeting:read"), None);
    assert_eq!(ScopeIndex::default().find("meeting:read"), None);
}

#[test]
fn levels() {
    for (name, level) in [
        ("user:read:user", ScopeLevel::User),
        ("user:read:user:admin", ScopeLevel::Admin),
        ("meeting:master", ScopeLevel::Master),
        ("meeting_token:read:admin:local_recording", ScopeLevel::Admin),
        ("scim2", ScopeLevel::User),
        ("admin", ScopeLevel::User),
        ("not:in:the:table:master", ScopeLevel::Master),
    ] {
        assert_eq!(INDEX.level(name), level, "{name}");
    }
    let mut counts = [0; 3];
    let granular: BTreeSet<&str> = TABLE
        .classic
        .iter()
        .flat_map(|scope| &scope.granular)
        .chain(&TABLE.granular_without_classic)
        .map(String::as_str)
        .collect();
    granular.iter().for_each(|name| counts[INDEX.level(name) as usize] += 1);
    // scopes.md §1.
    assert_eq!(counts, [566, 1300, 635]);
    // "of them 8 where Zoom's granular row has another level than the classic scope"
    let other = TABLE.classic.iter().flat_map(|scope| scope.granular.iter().map(move |name| (&scope.classic, name)));
    assert_eq!(other.filter(|(classic, name)| INDEX.level(classic) != INDEX.level(name)).count(), 8);
}

// Compared with a product.

#[test]
fn granted_missing_and_more() {
    let (always, optional, classic) = product("kufersql", "server-to-server");
    let needed = NeededScopes { all: &strs(&always), optional: &strs(&optional), ..NeededScopes::default() };
    // Everything, and no more.
    let (_, comparison) = compare(&joined(&always), &needed);
    assert!(comparison.needed.iter().zip(0..).all(|(scope, at)| scope.standing == Standing::Granted(at)));
    assert_eq!((comparison.to_tick.len(), comparison.extra().count()), (0, 0));
    finds(&joined(&always), &needed, "scopes-read=7");
    finds(&joined([always.clone(), optional.clone()].concat()), &needed, "scopes-read=16");
    // One at a different level, one too many, two missing.
    let given = "{\"scope\":\"user:read:user meeting:read:meeting:admin meeting:read:list_meetings:admin \
        meeting:write:meeting:admin user:write:user:admin user:update:user:admin report:read:user:admin\"}";
    finds(given, &needed, "scopes-read=7 scopes-missing=2 scope-level@10+14=1 scopes-extra@158+22=1");
    let (_, comparison) = compare(given, &needed);
    assert_eq!(comparison.to_tick, ["user:read:list_users:admin", "user:read:user:admin"]);
    assert_eq!(
        comparison.missing().map(|scope| scope.standing).collect::<Vec<_>>(),
        [Standing::OtherLevel(0), Standing::Missing]
    );
    // The classic scopes of the guide are enough for an app that has them.
    let (list, comparison) = compare(&joined(&classic), &needed);
    assert_eq!(comparison.to_tick, [""; 0]);
    assert!(comparison.needed.iter().all(|scope| matches!(scope.standing, Standing::ByClassic(_))));
    let extra: Vec<&str> = comparison.extra().map(|at| list.texts()[at]).collect();
    assert_eq!(extra, [""; 0], "the master forms belong to a set that was left out");
    finds(&joined(&classic), &needed, "scopes-read=6 scope-classic@0+14=6");
    // A classic one among granular ones.
    finds(
        "meeting:read:admin user:read:user:admin",
        &NeededScopes::default(),
        "scopes-read=2 scope-classic@0+18=1 scopes-mixed@0+18=1",
    );
    finds("meeting:write:sip_dialing user:read:user", &NeededScopes::default(), "scopes-read=2");
}

#[test]
fn the_list_to_tick_follows_the_table() {
    for (id, variant) in [
        ("kufersql", "server-to-server"),
        ("cae-learningspace", "user-managed"),
        ("cirqlive-meets", "server-to-server"),
        ("zappysys-zoom-connector", "server-to-server"),
    ] {
        let (always, _, _) = product(id, variant);
        assert!(!always.is_empty(), "{id}");
        let (_, comparison) = compare("", &NeededScopes { all: &strs(&always), ..NeededScopes::default() });
        let places: Vec<usize> =
            comparison.to_tick.iter().map(|name| INDEX.find(name).unwrap().granular.unwrap()).collect();
        assert!(places.is_sorted(), "{id}");
        assert_eq!(comparison.to_tick.iter().copied().collect::<BTreeSet<_>>(), strs(&always).into_iter().collect());
    }
    // A classic scope by its granular ones, one without any and an unknown one as they are.
    let needed = ["report:read:daily_usage:admin", "recording:read", "imchat:bot", "user_info:read"];
    let (_, comparison) = compare("", &NeededScopes { all: &needed, ..NeededScopes::default() });
    let (known, others) = comparison.to_tick.split_at(comparison.to_tick.len() - 2);
    assert_eq!(others, ["report:read:daily_usage:admin", "imchat:bot"]);
    assert!(known.len() > 7 && known.iter().all(|name| INDEX.find(name).unwrap().granular.is_some()));
    // And by all of them it is replaced.
    let granular = joined(&TABLE.classic("recording:read").unwrap().granular);
    let (_, comparison) = compare(&granular, &NeededScopes { all: &["recording:read"], ..NeededScopes::default() });
    assert_eq!(comparison.needed[0].standing, Standing::ByGranular(0));
    assert_eq!(comparison.extra().count(), 0);
    let (_, comparison) = compare(
        granular.split_once(' ').unwrap().1,
        &NeededScopes { all: &["recording:read"], ..NeededScopes::default() },
    );
    assert_eq!(comparison.to_tick, [granular.split(' ').next().unwrap()]);
}

#[test]
fn levels_confused() {
    let one = |given: &str, needed: &str, levels: &[ScopeLevel]| {
        let (_, comparison) =
            compare(given, &NeededScopes { all: &[needed], app_levels: levels, ..NeededScopes::default() });
        (comparison.needed[0].standing, comparison.given[0].is_other_level())
    };
    let user = [ScopeLevel::User];
    assert_eq!(one("user:read:user", "user:read:user:admin", &[]), (Standing::OtherLevel(0), true));
    assert_eq!(one("user:read:user:master", "user:read:user:admin", &[]), (Standing::OtherLevel(0), true));
    assert_eq!(one("user:read:user:master", "user:read:user", &[]), (Standing::OtherLevel(0), true));
    assert_eq!(one("user:read:user:admin", "user:read:user", &[]), (Standing::ByAdmin(0), false));
    // A user-managed app has no admin scopes.
    assert_eq!(one("user:read:user:admin", "user:read:user", &user), (Standing::OtherLevel(0), true));
    assert_eq!(one("user:read:user", "user:read:user", &user), (Standing::Granted(0), false));
    // A level that is not in the table.
    assert_eq!(one("user:read:list_users", "user:read:list_users:admin", &[]), (Standing::OtherLevel(0), true));
    // By a classic scope of a different level.
    assert_eq!(one("meeting:read", "meeting:read:meeting:admin", &[]), (Standing::OtherLevel(0), true));
    assert_eq!(one("user:read:user", "meeting:read:meeting", &[]), (Standing::Missing, false));
    // An app of users, whatever is needed.
    let needed = NeededScopes { app_levels: &user, ..NeededScopes::default() };
    finds("user:read:user user:read:user:admin", &needed, "scopes-read=2 scope-level@15+20=1");
}

#[test]
fn one_of_several_is_enough() {
    // moodle-mod_zoom issue 474 has four names in the list; here the levels of one operation.
    let text = "Invalid access token, does not contain scopes:[user:read:list_users:admin, user:read:admin, \
        user:read:list_users:master, no:such:scope].";
    let list = read(text);
    let asked = list.asked();
    let given = ["user:read:user:admin"];
    let compared = |given: &[&str], app_levels: &[ScopeLevel]| -> OneOf<'static> {
        let needed = NeededScopes { one_of: &asked, app_levels, ..NeededScopes::default() };
        let comparison = ScopeComparison::new(&INDEX, given, &needed);
        comparison.one_of.into_iter().next().unwrap()
    };
    let one_of = compared(&given, &[]);
    assert_eq!(one_of.granted, None);
    // In the order of the table, not of the error.
    assert_eq!(one_of.granular, ["user:read:list_users:master", "user:read:list_users:admin"]);
    assert_eq!((one_of.classic, one_of.others), (vec!["user:read:admin"], 1));
    let one_of = compared(&given, &[ScopeLevel::Admin]);
    assert_eq!((one_of.granular, one_of.others), (vec!["user:read:list_users:admin"], 2));
    assert_eq!(compared(&["a:b", "user:read:list_users:master"], &[]).granted, Some(1));
    assert_eq!(compared(&["user:read:admin"], &[]).granted, Some(0));
    let start = text.find('[').unwrap() + 1;
    let length = text.find(']').unwrap() - start;
    let unknown = text.find("no:such").unwrap();
    finds(
        text,
        &NeededScopes::default(),
        &format!("scopes-read=4 one-is-enough@{start}+{length}=4 scope-unknown@{unknown}+13=1"),
    );
    // One alone is no choice.
    finds(
        "Invalid access token, does not contain scopes:[user:read:list_users:admin].",
        &NeededScopes::default(),
        "scopes-read=1",
    );
}

#[test]
fn case_is_told() {
    let needed = NeededScopes { all: &["user:read:user", "meeting:read:admin"], ..NeededScopes::default() };
    finds("user:read:user Meeting:Read:Admin", &needed, "scopes-read=2 scope-case@15+18=1 scopes-missing=1");
    let (_, comparison) = compare("Meeting:Read:Admin a:b", &needed);
    assert_eq!(comparison.given[0].purpose, ScopeUse::Extra);
    assert_eq!(comparison.extra().collect::<Vec<_>>(), [1], "it is meant for something");
}

#[test]
fn nothing_is_said_of_nothing_or_without_a_table() {
    finds("", &NeededScopes::default(), "");
    finds("Hello!", &NeededScopes { all: &["a:b"], ..NeededScopes::default() }, "");
    let list = read("no:such:scope");
    assert_said(&scope_findings(&list, &[], None), "scopes-read=1", "no table");
}

#[test]
fn repeats_are_fixed_in_a_list_only() {
    let text = "user:read:user, meeting:read user:read:user\tuser:read:user";
    let findings = scope_findings(&read(text), &[], None);
    assert_said(&findings, "scopes-read=2 scope-repeated@29+14=2", text);
    let finding = the(FindingKind::ScopeRepeated, &findings);
    let after = fixed(finding, text).unwrap();
    assert_eq!(after, "user:read:user meeting:read");
    assert_said(&scope_findings(&read(&after), &[], None), "scopes-read=2", &after);
    let fixed_of = |text: &str| fixed(the(FindingKind::ScopeRepeated, &scope_findings(&read(text), &[], None)), text);
    assert_eq!(fixed_of("a:b;\nc:d;\na:b;\n").as_deref(), Some("a:b\nc:d"));
    assert_eq!(fixed_of("View a user a:b a:b"), None);
    assert_eq!(fixed_of("?scope=a:b+a:b"), None);
}

// Properties.

fn scope() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z][a-z_]{0,8}(:[a-z][a-z_]{0,8}){1,3}",
        (0..TABLE.classic.len()).prop_map(|at| TABLE.classic[at].classic.clone()),
        (0..TABLE.granular_without_classic.len()).prop_map(|at| TABLE.granular_without_classic[at].clone()),
    ]
    // A label before a name is no part of it.
    .prop_filter("a label", |name| !name.starts_with("scope:") && !name.starts_with("scopes:"))
}

fn each_once(names: &[String]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    names.iter().map(String::as_str).filter(|name| seen.insert(*name)).collect()
}

proptest! {
    #[test]
    fn every_way_to_write_a_list_is_read_the_same(names in prop::collection::vec(scope(), 1..20)) {
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let bullets: String = names.iter().map(|name| format!("  • {name};\n")).collect();
        let rows: String = names.iter().map(|name| format!("{name}\tView it\t2\n")).collect();
        let encoded = names.join(" ").replace(':', "%3A");
        for text in [
            names.join(" "),
            names.join(","),
            names.join(", "),
            names.join(";"),
            names.join("\r\n"),
            names.join("\t"),
            format!("[{}]", quoted.join(",")),
            quoted.join(" "),
            format!("'{}'", names.join("' '")),
            bullets,
            rows,
            format!("{{\"access_token\":\"a:b\",\"scope\":\"{}\",\"token_type\":\"c:d\"}}", names.join(" ")),
            format!("https://a.example/?client_id=a:b&scope={}&state=c:d", encoded.replace(' ', "+")),
            format!("https://a.example/?client_id=a:b&scope={}", encoded.replace(' ', "%20")),
            format!("does not contain scopes:[{}].", names.join(", ")),
        ] {
            let list = read(&text);
            prop_assert_eq!(list.texts(), each_once(&names), "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "(\\PC|[\\x00-\\x20]|scopes?|not contain scope|[\"'=:\\[\\]{}%+&\\\\]|%25|%3A|a:b|[^\\x00-\\x7f]){0,60}") {
        let list = read_scopes(&text, &is_known);
        let length = text.chars().count();
        for place in list.names.iter().map(|scope| scope.span).chain(list.repeats.iter().copied()) {
            prop_assert!(place.length > 0 && place.start + place.length <= length);
        }
        let mut sorted: Vec<_> = list.names.iter().map(|scope| (scope.message, &scope.name)).collect();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(sorted.len(), list.names.len());
        let needed = NeededScopes { all: &["user:read:user", "meeting:read"], one_of: &list.asked(), ..NeededScopes::default() };
        let comparison = ScopeComparison::new(&INDEX, &list.texts(), &needed);
        for finding in scope_findings(&list, &facts(&comparison), None) {
            if let Some(after) = fixed(&finding, &text) {
                prop_assert!(read_scopes(&after, &is_known).repeats.is_empty());
            }
        }
    }

    #[test]
    fn what_is_granted_is_never_missing(
        names in prop::collection::vec(scope(), 1..12),
        given in prop::collection::vec(scope(), 0..12),
    ) {
        let needed = each_once(&names);
        let given: Vec<String> = given.into_iter().chain(names.iter().skip(1).cloned()).collect();
        let given = each_once(&given);
        let comparison = ScopeComparison::new(&INDEX, &given, &NeededScopes { all: &needed, ..NeededScopes::default() });
        for scope in &comparison.needed {
            prop_assert_eq!(given.contains(&scope.name), matches!(scope.standing, Standing::Granted(at) if given[at] == scope.name));
        }
        // Once it is selected, nothing is missing.
        let all: Vec<String> = given.iter().chain(&comparison.to_tick).map(|name| (*name).to_owned()).collect();
        let after = ScopeComparison::new(&INDEX, &each_once(&all), &NeededScopes { all: &needed, ..NeededScopes::default() });
        prop_assert_eq!(after.to_tick, Vec::<&str>::new());
        prop_assert!(comparison.extra().all(|at| !needed.contains(&given[at])));
    }
}

#[test]
fn long_texts_take_no_long_time() {
    let many: String = (0..60_000).map(|at| format!("a{at}:read ")).collect();
    let same = "user:read:user ".repeat(60_000);
    let open = "\"scopes\":[{".repeat(90_000);
    let errors = "not contain scopes:[a:b,".repeat(40_000);
    let equals = "scope=".repeat(150_000);
    for text in [many, same, open, errors, equals, "%25".repeat(300_000), "a".repeat(1_000_000), "é".repeat(500_000)] {
        let list = read_scopes(&text, &is_known);
        let comparison = ScopeComparison::new(
            &INDEX,
            &list.texts(),
            &NeededScopes { all: &list.texts(), ..NeededScopes::default() },
        );
        assert_eq!(comparison.given.len(), list.names.len());
        assert!(scope_findings(&list, &facts(&comparison), None).len() < 10);
    }
}

#[test]
fn a_name_of_both_kinds_is_not_classic() {
    let known: KnownScope<'_> = INDEX.find("meeting:write:sip_dialing").unwrap();
    assert!(known.classic.is_some() && known.granular.is_some() && !known.is_classic_only());
}
