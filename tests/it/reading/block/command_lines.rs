//! Command lines, connection strings and URLs.

use super::{faulty, sound};
use authdesk::blocks::BlockFormat::{ConnectionString, DockerRun, PowerShellCommand, Shell, ShellCommand, Url};
use authdesk::reading::{FindingKind as Kind, read_block};

#[test]
fn exports() {
    sound(
        Shell,
        "export A='abc' B=\"d e\" # f\n$ export C=g\nD=h\nexport PATH=\"$PATH:/x\" FOO\n",
        &[("A", "abc"), ("B", "d e"), ("C", "g"), ("D", "h"), ("PATH", "$PATH:/x")],
    );
    sound(
        Shell,
        "export A='it'\\''s $x!y' B=\"$C\" D=\"${E}f\" G=\"$(cat h)\" I=\"\\$j\" K=\"wow! l\" L=\"m!\"",
        &[
            ("A", "it's $x!y"),
            ("B", "$C"),
            ("D", "${E}f"),
            ("G", "$(cat h)"),
            ("I", "$j"),
            ("K", "wow! l"),
            ("L", "m!"),
        ],
    );
    sound(
        Shell,
        "export A= B=c\nexport -n D=e\nexport F=\"\u{201c}g\u{201d}\"",
        &[("A", ""), ("B", "c"), ("D", "e"), ("F", "\u{201c}g\u{201d}")],
    );

    faulty(Shell, "export A = b", (Kind::SpaceAtEquals, " ¦= b"), "export A=b");
    faulty(Shell, "export A =b", (Kind::SpaceAtEquals, " ¦=b"), "export A=b");
    faulty(Shell, "export A= b", (Kind::SpaceAtEquals, " ¦b"), "export A=b");
    faulty(Shell, "export A=b c.d", (Kind::SpaceNotQuoted, "c.d"), "");
    faulty(Shell, "export A=\u{201c}b\u{201d}", (Kind::CurlyQuotes, "\u{201c}"), "export A=\"b\"");
    faulty(Shell, "export A=\u{2018}b\u{2019}", (Kind::CurlyQuotes, "\u{2018}"), "export A=\"b\"");
    faulty(Shell, "export A=\"b$cD\"", (Kind::VariableInValue, "$"), "export A='b$cD'");
    faulty(Shell, "export A=b$1", (Kind::VariableInValue, "$"), "export A='b$1'");
    faulty(Shell, "export A=\"it's$cD\"", (Kind::VariableInValue, "$"), "");
    faulty(Shell, "export A=\"b!c\"", (Kind::HistoryInValue, "!"), "export A='b!c'");
    faulty(Shell, "export A=\"b", (Kind::CommandCutOff, "\""), "");
    faulty(Shell, "export A=https://b/?c=d&e=f", (Kind::AmpersandNotQuoted, "&"), "");
}

#[test]
fn containers() {
    let text = "docker run --rm -it -v $(pwd):/out -e A -e B=\"c d\" --env=E='f' --env G=h \\\n  --env-file .env -p 80:80 --name \
                x img:latest I=j -f \"/k\"\n";
    sound(DockerRun, text, &[("B", "c d"), ("E", "f"), ("G", "h")]);
    sound(DockerRun, "sudo podman run -d -e \"A=b c\" -eX=1 --network host -e C='d' img", &[("A", "b c"), ("C", "d")]);

    let missing = "docker run -e A=b C=d img";
    faulty(DockerRun, missing, (Kind::OptionMissing, "C=d"), "docker run -e A=b -e C=d img");
    faulty(DockerRun, "docker run \u{2013}e A=b img", (Kind::DashNotHyphen, "\u{2013}"), "docker run -e A=b img");
    let long = "docker run \u{2014}rm -e A=b img";
    faulty(DockerRun, long, (Kind::DashNotHyphen, "\u{2014}"), "docker run --rm -e A=b img");
    let two = "docker run \u{2013}\u{2013}env A=b img";
    faulty(DockerRun, two, (Kind::DashNotHyphen, "\u{2013}\u{2013}"), "docker run --env A=b img");
    faulty(DockerRun, "docker run -e A = b img", (Kind::SpaceAtEquals, " ¦="), "docker run -e A=b img");
    faulty(DockerRun, "docker run -e A=\"b$cD\" img", (Kind::VariableInValue, "$"), "docker run -e A='b$cD' img");
    faulty(DockerRun, "docker run -e A='b img", (Kind::CommandCutOff, "'"), "");
    faulty(DockerRun, "docker run -e A=b \\ \n  -e C=d img", (Kind::LineNotJoined, "\\ \n"), "");
}

#[test]
fn commands_with_a_value() {
    sound(
        ShellCommand,
        "zmprov mcf +a 'b:c'\nzmprov mcf +d \"https://e/f\"\n",
        &[("+a", "b:c"), ("+d", "https://e/f")],
    );
    faulty(ShellCommand, "zmprov mcf +a \u{2018}b\u{2019}", (Kind::CurlyQuotes, "\u{2018}"), "zmprov mcf +a \"b\"");
    faulty(ShellCommand, "zmprov mcf +a \"b$cd:e\"", (Kind::VariableInValue, "$"), "zmprov mcf +a 'b$cd:e'");
    faulty(ShellCommand, "zmprov mcf +a 'b", (Kind::CommandCutOff, "'"), "");
}

#[test]
fn commands_of_powershell() {
    let text = "Import-Module PSZoom\nConnect-PSZoom -A 'b' -C \"d\" -E 'f$g''h' -Force:$true \u{2013}T $token -X \
                \u{201c}smart\u{201d} -N 5 -V \"$env:X\" -W \"a`$b\"\n";
    sound(
        PowerShellCommand,
        text,
        &[
            ("-A", "b"),
            ("-C", "d"),
            ("-E", "f$g'h"),
            ("-Force", "$true"),
            ("-T", "$token"),
            ("-X", "smart"),
            ("-N", "5"),
            ("-V", "$env:X"),
            ("-W", "a$b"),
        ],
    );
    sound(PowerShellCommand, "Connect-PSZoom `\n  -A 'b' `\r\n  -C 'd'", &[("-A", "b"), ("-C", "d")]);

    faulty(PowerShellCommand, "Connect-X -A \"b$cD\"", (Kind::VariableInValue, "$"), "Connect-X -A 'b$cD'");
    faulty(PowerShellCommand, "Connect-X -A 'b", (Kind::CommandCutOff, "'"), "");
    faulty(PowerShellCommand, "Connect-X -A 'b'\n -C 'd'", (Kind::LineNotJoined, "\n"), "");
}

#[test]
fn connection_strings() {
    let text =
        "Profile=Zoom.apip;Authscheme = OAuth ; A=\"b;c\"\"d\";E='f\"g';H=\"i\n\";J=k=l;M=no \"escaping\" 'required';";
    sound(
        ConnectionString,
        text,
        &[
            ("Profile", "Zoom.apip"),
            ("Authscheme", "OAuth"),
            ("A", "b;c\"d"),
            ("E", "f\"g"),
            ("H", "i\n"),
            ("J", "k=l"),
            ("M", "no \"escaping\" 'required'"),
        ],
    );
    faulty(ConnectionString, "A=b;c;D=e", (Kind::SemicolonInValue, "c"), "");
    faulty(ConnectionString, "A='b;C=d", (Kind::QuoteNotClosed, "'"), "");
    faulty(ConnectionString, "A=\"b\"c;D=e", (Kind::TextAfterQuote, "c"), "");
    let curly = "OAuthClientId=\u{201c}b\u{201d};C=d";
    faulty(ConnectionString, curly, (Kind::TypographicQuotes, "\u{201c}"), "OAuthClientId=b;C=d");
}

#[test]
fn urls() {
    sound(Url, "https://a.example/x?b=c&d=e%20f%2Bg+h&i=#j?k=l", &[("b", "c"), ("d", "e f+g h"), ("i", "")]);
    for (address, user, password) in [
        ("https://id:secret@a.example/x", "id", "secret"),
        ("postgres://user:p%40s+s@db.example:5432/zoom", "user", "p@s+s"),
        ("https://a:b:c@d@a.example", "a", "b:c@d"),
        ("https://:secret@a.example?#", "", "secret"),
        ("https://a:k9/Q2xw8Zt@a.example/x", "a", "k9/Q2xw8Zt"),
    ] {
        sound(Url, address, &[("userinfo.user", user), ("userinfo.password", password)]);
        assert!(read_block(address, Url).values[1].is_secret, "{address}");
    }
    let both = "https://id:secret@a.example/?user=x&password=y";
    let names = [("userinfo.user", "id"), ("userinfo.password", "secret"), ("user", "x"), ("password", "y")];
    sound(Url, both, &names);
    sound(Url, "https://git@a.example/x:y@z", &[]);
    sound(Url, "https://a.example:8080/users/me@b.example", &[]);
    sound(Url, "https://host:port/users/me@b.example", &[]);
    faulty(Url, "https://id:100%@a.example", (Kind::PercentNotEncoded, "%"), "https://id:100%25@a.example");
    faulty(Url, "https://a.example/?b=c d", (Kind::SpaceNotEncoded, " "), "https://a.example/?b=c%20d");
    faulty(Url, "https://a.example/?b=100%&c=d", (Kind::PercentNotEncoded, "%"), "https://a.example/?b=100%25&c=d");
}
