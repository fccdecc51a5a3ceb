//! Which format a text has.

use authdesk::blocks::BlockFormat::{self, *};
use authdesk::reading::block_formats;

#[track_caller]
fn is_first(format: BlockFormat, texts: &[&str]) {
    for text in texts {
        assert_eq!(block_formats(text).first(), Some(&format), "{text}");
    }
}

/// The blocks of vendors' own manuals, as they print them.
#[test]
fn blocks_of_vendors() {
    is_first(
        Env,
        &[
            "ZOOM_ACCOUNT_ID=abc\nZOOM_CLIENT_ID=def",
            "ZOOM_CLIENT_ID=\"abc\"\nZOOM_CLIENT_SECRET=\"def\"",
            "ZOOM_CLIENT_ID=abc\nZOOM_REDIRECT_URI=\"${APP_URL}/admin/zoom/oauth\"",
            "# Zoom\nGOTRUE_EXTERNAL_ZOOM_ENABLED=true\r\nGOTRUE_EXTERNAL_ZOOM_SECRET=abc\r\n",
        ],
    );
    is_first(
        Json,
        &[
            "{\"account_id\":\"abc\",\"authorization_endpoint\":\"https://zoom.us/oauth/token\"}",
            "\"thirdPartyRef\":{\"resources\":[{\"serviceType\":\"Zoom\"}]}",
            "[{\"a\": 1}]",
            "{ \u{201c}client_id\u{201d}: \u{201c}abc\u{201d} }",
        ],
    );
    is_first(
        Toml,
        &[
            "refreshToken = \"abc\"\nrefreshUrl = \"https://zoom.us/oauth/token\"\nuserId = \"me\"",
            "[zoom]\nclientId = \"abc\"\nretry = 5",
        ],
    );
    is_first(Ini, &["[secrets]\nvideo_zoom_client_secret = abc", "video_zoom_client_secret = abc"]);
    is_first(
        Python,
        &[
            "VIDEO_ZOOM_CLIENT_ID = \"abc\"\nVIDEO_ZOOM_SERVER_TO_SERVER_ACCOUNT_ID = \"def\"",
            "VIDEO_ZOOM_CLIENT_ID = 'abc'",
            "zoom_enabled = True",
        ],
    );
    is_first(
        Yaml,
        &["zoom:\n  client_id: abc\n  secret_token: def", "zoom_account_id: \"abc\"", "- name: A\n  value: b"],
    );
    is_first(Hcl, &["provider \"zoom\" {\n  account_id = \"abc\"\n}", "terraform {\n  required_providers {\n  }\n}"]);
    is_first(Shell, &["export ZOOM_ACCOUNT_ID=\"abc\"", "$ export A=b\n$ ./run", "set -e\nexport A=b"]);
    is_first(
        DockerRun,
        &["docker run -e A=b img", "$ sudo docker container run \\\n  -e A=b img", "podman run -e A=b img"],
    );
    is_first(
        PowerShellCommand,
        &["Import-Module PSZoom\nConnect-PSZoom -AccountID 'abc'", "Connect-PSZoom `\n  -AccountID 'abc'"],
    );
    is_first(
        ShellCommand,
        &["zmprov mcf +zimbraOAuthConsumerCredentials 'abc:def:zoom'", "zmprov mcf +a 'b'\nzmprov mcf +c d"],
    );
    is_first(ConnectionString, &["Profile=Zoom.apip;Authscheme=OAuth;OAuthClientId=abc;"]);
    is_first(
        Url,
        &[
            "https://a.example/setup?client_id=abc",
            "  https://a.example/?a=b\n",
            "postgres://user:word@db.example/zoom",
        ],
    );
}

#[test]
fn other_texts_are_no_blocks() {
    for text in [
        "",
        " \n\u{feff}",
        "Hello, this is a sentence.",
        "Dear all: please note = nothing.",
        "bX3hG4UYSRyJWQ3zGn8otg",
        "https://zoom.us/oauth/token",
        "ssh://git@a.example/x",
        "Authorization: Basic eDp5",
        "curl -X POST https://zoom.us/oauth/token -d grant_type=x",
        "# only a comment",
    ] {
        assert_eq!(block_formats(text), [], "{text}");
    }
}
