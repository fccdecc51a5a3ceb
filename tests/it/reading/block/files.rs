//! Files: env, INI, Python, JSON, YAML, TOML, HCL.

use super::{faulty, sound};
use authdesk::blocks::BlockFormat::{Env, Hcl, Ini, Json, Python, Toml, Yaml};
use authdesk::reading::FindingKind as Kind;

#[test]
fn env_files() {
    sound(Env, "A=b\r\nB=\"c d\"\r\n", &[("A", "b"), ("B", "c d")]);
    sound(Env, "# x\n\nexport A='b$c#d'\nB=\nC = d # e\n", &[("A", "b$c#d"), ("B", ""), ("C", "d")]);
    sound(Env, "A=\"-----BEGIN\nab\n-----END\"\nB=1", &[("A", "-----BEGIN\nab\n-----END"), ("B", "1")]);
    sound(
        Env,
        "A=\"$HOME/x\"\nB=${C}\nD=\"${E}-x\"\nF=$G\nH=i$",
        &[("A", "$HOME/x"), ("B", "${C}"), ("D", "${E}-x"), ("F", "$G"), ("H", "i$")],
    );
    sound(Env, "A='it\\'s'\nB=\"a\\nb\\\"c\"\nC=`d`", &[("A", "it's"), ("B", "a\nb\"c"), ("C", "d")]);
    sound(
        Env,
        "A=\"5$ each\"\nB='b' # c\nC=https://a.example/?x=1",
        &[("A", "5$ each"), ("B", "b"), ("C", "https://a.example/?x=1")],
    );

    // A quote inside of others is a part of the value; around nothing it was copied.
    sound(Env, "CLIENT_SECRET=\"abcdefgh`\"", &[("CLIENT_SECRET", "abcdefgh`")]);
    faulty(Env, "A=\"b\nC=d", (Kind::QuoteNotClosed, "\""), "");
    faulty(Env, "A='b\nC='d'", (Kind::QuoteNotClosed, "'¦b"), "");
    faulty(Env, "A=\"b\"c\"", (Kind::TextAfterQuote, "c\""), "");
    faulty(Env, "A=b#c", (Kind::HashInValue, "#"), "A='b#c'");
    faulty(Env, "A=\"b$cD\"", (Kind::DollarInEnv, "$"), "A='b$cD'");
    faulty(Env, "A=b$1c", (Kind::DollarInEnv, "$"), "A='b$1c'");
    faulty(Env, "A=b\nhello world", (Kind::LineNotRead, "hello world"), "");
    faulty(Env, "A=b\nKEY: value", (Kind::LineNotRead, "KEY: value"), "");
    faulty(Env, "A=b\nA=c", (Kind::KeyRepeated, "c"), "");
}

#[test]
fn ini_files() {
    sound(Ini, "a = b\n[x.y]\nc: d\n; e\n# f\ng =\n", &[("a", "b"), ("x.y.c", "d"), ("x.y.g", "")]);
    sound(
        Ini,
        "[z]\na = 100%% %(b)s\nb = https://x/?a=b#c\nlong = a\n  b",
        &[("z.a", "100%% %(b)s"), ("z.b", "https://x/?a=b#c"), ("z.long", "a")],
    );
    faulty(Ini, "a = 100%", (Kind::PercentInIni, "%"), "");
    faulty(Ini, "a = b\nc", (Kind::LineNotRead, "c"), "");
    faulty(Ini, "client_id = \"b\"", (Kind::QuotesAround, "\"¦b"), "client_id = b");
}

#[test]
fn settings_of_python() {
    sound(
        Python,
        "import os\nA = \"b\"\nB = 'it\\'s'  # c\nC = r'\\d'\n_D: str = \"\"\"x\ny\"\"\"\n",
        &[("A", "b"), ("B", "it's"), ("C", "\\d"), ("_D", "x\ny")],
    );
    sound(
        Python,
        "A = os.environ[\"B\"]\nC = env('D')\nE = \"a\" \"b\"\nif A == 'x': pass\nF = True\nG = (1,)\nH = zoom_client_secret",
        &[("F", "True")],
    );
    sound(Python, "A = \"it's\"\nB = \"\\d\"\nC = 'x';", &[("A", "it's"), ("B", "\\d"), ("C", "x")]);

    faulty(Python, "A = \u{201c}b\u{201d}", (Kind::CurlyQuotes, "\u{201c}"), "A = \"b\"");
    faulty(Python, "A = \u{2018}b\u{2019}", (Kind::CurlyQuotes, "\u{2018}"), "A = \"b\"");
    faulty(Python, "A = 'it's'", (Kind::TextAfterQuote, "s'"), "");
    faulty(Python, "A = \"b\nC = 1", (Kind::QuoteNotClosed, "\""), "");
    let bare = "A = bX3hG4UYSRyJWQ3zGn8otg";
    faulty(Python, bare, (Kind::QuotesMissing, "bX3hG4UYSRyJWQ3zGn8otg"), "A = 'bX3hG4UYSRyJWQ3zGn8otg'");
}

#[test]
fn json_objects() {
    sound(
        Json,
        "{\"a\": \"b\", \"c\": {\"d\": \"\\u00e9\\n\"}, \"e\": [1, {\"f\": true}]}",
        &[("a", "b"), ("c.d", "\u{e9}\n"), ("e.0", "1"), ("e.1.f", "true")],
    );
    sound(Json, "\"a\": {\"b\": [{\"c\": \"d\"}]},\n", &[("a.b.0.c", "d")]);
    sound(Json, "{\"a\": \"it\u{2019}s \u{201c}b\u{201d}\"}", &[("a", "it\u{2019}s \u{201c}b\u{201d}")]);
    sound(Json, "{}", &[]);

    let curly = "{\u{201c}a\u{201d}: \u{201c}it\u{2019}s\u{201d}}";
    faulty(Json, curly, (Kind::CurlyQuotes, "\u{201c}¦a"), "{\"a\": \"it\u{2019}s\"}");
    faulty(Json, "{'a': 'b'}", (Kind::QuotesOfOtherFormat, "'¦a"), "{\"a\": \"b\"}");
    faulty(Json, "{\"a\": \"b\",}", (Kind::CommaExtra, ","), "{\"a\": \"b\"}");
    faulty(Json, "{\"a\": [1, 2,]}", (Kind::CommaExtra, ",¦]"), "{\"a\": [1, 2]}");
    faulty(Json, "{\"a\": \"b\"\n \"c\": 1}", (Kind::CommaMissing, "\"¦c"), "{\"a\": \"b\",\n \"c\": 1}");
    faulty(Json, "{a: \"b\"}", (Kind::QuotesMissing, "a"), "{\"a\": \"b\"}");
    faulty(Json, "{\"a\": \"\\d\"}", (Kind::EscapeUnknown, "\\d"), "{\"a\": \"\\\\d\"}");
    faulty(Json, "{\"a\": \"b\n\"}", (Kind::QuoteNotClosed, "\"¦b"), "");
    faulty(Json, "{\"a\": 1 // x\n}", (Kind::LineNotRead, "/¦/ x"), "");
}

#[test]
fn yaml_mappings() {
    let text = "zoom:\n  client_id: abc\n  client_secret: !secret zoom_secret\n  n: 5\n# c\nlist:\n- a: 1\n  b: x\n-   c: y\n    \
                d:\n      e: z\n- plain\nother:\n  - nginx:latest\nlast: 'it''s' # d\n";
    let values = [
        ("zoom.client_id", "abc"),
        ("zoom.n", "5"),
        ("list.0.a", "1"),
        ("list.0.b", "x"),
        ("list.1.c", "y"),
        ("list.1.d.e", "z"),
        ("list.2", "plain"),
        ("other.0", "nginx:latest"),
        ("last", "it's"),
    ];
    sound(Yaml, text, &values);
    sound(
        Yaml,
        "---\nurl: https://a.example:8080/x#y\ntime: 12:30\nlong: a b\n  c:d e\nend: \"a\n  b\"\n",
        &[("url", "https://a.example:8080/x#y"), ("time", "12:30"), ("long", "a b"), ("end", "a b")],
    );
    sound(
        Yaml,
        "a: |\n  b:c\n  d: e\nf: {g: h}\ni: [j,\n  k]\nl: on\nm: \"{n}\"\n\"o\": \"\\x41\\u00e9\"\n",
        &[("l", "on"), ("m", "{n}"), ("o", "A\u{e9}")],
    );
    sound(Yaml, "a:\r\n  b: c\r\n", &[("a.b", "c")]);

    faulty(Yaml, "zoom:\n\tid: a\n\tname: b", (Kind::TabInIndent, "\t¦id"), "zoom:\n  id: a\n  name: b");
    faulty(Yaml, "zoom:\n  id:abc\n", (Kind::SpaceAfterColon, ":¦a"), "zoom:\n  id: abc\n");
    faulty(Yaml, "client_id: 0123", (Kind::ValueNotText, "0123"), "client_id: \"0123\"");
    faulty(Yaml, "client_secret: yes", (Kind::ValueNotText, "yes"), "client_secret: \"yes\"");
    faulty(Yaml, "client_secret: 12e3", (Kind::ValueNotText, "12e3"), "client_secret: \"12e3\"");
    faulty(Yaml, "a: @b", (Kind::QuotesMissing, "@b"), "a: \"@b\"");
    faulty(Yaml, "a: b: c", (Kind::QuotesMissing, "b: c"), "a: \"b: c\"");
    faulty(Yaml, "a: \"b\nc: d", (Kind::QuoteNotClosed, "\""), "");
    faulty(Yaml, "a: 'it's'", (Kind::TextAfterQuote, "s'"), "");
    faulty(Yaml, "a: \"\\d\"", (Kind::EscapeUnknown, "\\d"), "a: \"\\\\d\"");
    faulty(Yaml, "a: b\nhello", (Kind::LineNotRead, "hello"), "");
    faulty(Yaml, "client_id: \u{201c}abc\u{201d}", (Kind::TypographicQuotes, "\u{201c}"), "client_id: abc");
}

#[test]
fn toml_documents() {
    sound(
        Toml,
        "a = \"b\\u00e9\" # c\nd.e = 'f\\g'\nn = 5\nt = 2026-11-29T10:00:00Z\nx = 0x1F\ny = inf\n",
        &[("a", "b\u{e9}"), ("d.e", "f\\g"), ("n", "5"), ("t", "2026-11-29T10:00:00Z"), ("x", "0x1F"), ("y", "inf")],
    );
    sound(
        Toml,
        "[a.\"b\"]\nc = [\"d\", # e\n  \"f\"]\ng = { h = \"i\", j = [1, 2] }\n[[l]]\nm = \"\"\"\nn \"o\"\n\"\"\"\n[[l]]\nm = ''\n",
        &[
            ("a.b.c.0", "d"),
            ("a.b.c.1", "f"),
            ("a.b.g.h", "i"),
            ("a.b.g.j.0", "1"),
            ("a.b.g.j.1", "2"),
            ("l.0.m", "n \"o\"\n"),
            ("l.1.m", ""),
        ],
    );

    faulty(Toml, "a = b", (Kind::QuotesMissing, "b"), "a = \"b\"");
    faulty(Toml, "a = 0abc", (Kind::QuotesMissing, "0abc"), "a = \"0abc\"");
    faulty(Toml, "a = \u{201c}b\u{201d}", (Kind::CurlyQuotes, "\u{201c}"), "a = \"b\"");
    faulty(Toml, "a = \"C:\\path\"", (Kind::EscapeUnknown, "\\p"), "a = \"C:\\\\path\"");
    faulty(Toml, "a = 'b\nc = 1", (Kind::QuoteNotClosed, "'"), "");
    faulty(Toml, "a = \"b\"c\"", (Kind::TextAfterQuote, "c\""), "");
    faulty(Toml, "a = 1\nb: c", (Kind::LineNotRead, "b: c"), "");
}

#[test]
fn blocks_of_hcl() {
    let text = "terraform {\n  required_providers {\n    zoom = {\n      source = \"a/zoom\"\n    }\n  }\n}\n\n# c\nprovider \"zoom\" {\n  \
                account_id = \"abc\" // d\n  client_id = var.zoom_client_id_of_this_app\n  client_secret = \"${var.secret}\"\n  x = \
                \"$${a}%%{b}\"\n  n = 5\n}\n";
    sound(
        Hcl,
        text,
        &[
            ("terraform.required_providers.zoom.source", "a/zoom"),
            ("provider.zoom.account_id", "abc"),
            ("provider.zoom.client_secret", "${var.secret}"),
            ("provider.zoom.x", "${a}%{b}"),
            ("provider.zoom.n", "5"),
        ],
    );
    sound(Hcl, "a = local.b\nc = file(\"d\")\ne = true\nf = [\"g\"]\nh = <<EOT\ni\nEOT\n", &[("e", "true")]);

    let bare = "a = bX3hG4UYSRyJWQ3zGn8otg";
    faulty(Hcl, bare, (Kind::QuotesMissing, "bX3hG4UYSRyJWQ3zGn8otg"), "a = \"bX3hG4UYSRyJWQ3zGn8otg\"");
    faulty(Hcl, "a = 'b${c}'", (Kind::QuotesOfOtherFormat, "'¦b"), "a = \"b$${c}\"");
    faulty(Hcl, "a = \"b${c\"", (Kind::InsertionNotClosed, "${"), "a = \"b$${c\"");
    faulty(Hcl, "a = \u{201c}b\u{201d}", (Kind::CurlyQuotes, "\u{201c}"), "a = \"b\"");
    faulty(Hcl, "a = \"b\nc = 1", (Kind::QuoteNotClosed, "\""), "");
    faulty(Hcl, "a = \"b\"c\"", (Kind::TextAfterQuote, "c\""), "");
    faulty(Hcl, "a = \"\\d\"", (Kind::EscapeUnknown, "\\d"), "a = \"\\\\d\"");
}
