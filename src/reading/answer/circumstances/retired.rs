//! What a text tells of a way to sign that Zoom has retired.

use crate::reading::variables::is_of_name;

/// Names of settings with the key of a JWT app, in lowercase: Zoom's own ("API Key", "API Secret"), and that of
/// MacsiDigital's package before version 5.
const KEYS: [&str; 3] = ["zoom_api_key", "zoom_api_secret", "zoom_client_key"];

/// Whether the settings in the text, which is in lowercase, are those of a JWT app, and not also of one of today.
pub(super) fn has_names_of_key(lower: &str) -> bool {
    let is_there = |name: &str| {
        lower.match_indices(name).any(|(at, _)| {
            let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
            !before.ends_with(is_of_name) && !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name)
        })
    };
    KEYS.iter().any(|name| is_there(name)) && !lower.contains("account_id") && !lower.contains("account_credentials")
}

/// Names that a token for Zoom's Meeting SDK has, and one of a JWT app has not, in lowercase.
const OF_SDK: [&str; 7] = ["sdkkey", "sdk_key", "appkey", "app_key", "tokenexp", "role_type", "tpc"];

/// Whether a call of Zoom's API has a token that the app has signed itself (HS256, RFC 7518 §3.2): with an issuer and a
/// time of expiry, and for no audience.
pub(in crate::reading) fn has_token_of_app(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("zoom") {
        return false;
    }
    let signs = ["hs256", "jwt.sign(", "jwt.encode(", "jwt::encode("];
    let has_claim = |name: &str| {
        lower.match_indices(name).any(|(at, _)| {
            let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
            let behind = behind.get(name.len()..).unwrap_or_default();
            let joint = behind.trim_start_matches(['"', '\'', '`', '\\', ' ', ']']);
            !before.ends_with(is_of_name) && joint.starts_with([':', '='])
        })
    };
    signs.iter().any(|sign| lower.contains(sign))
        && has_claim("iss")
        && has_claim("exp")
        && !has_claim("sub")
        && !OF_SDK.iter().any(|name| lower.contains(name))
        && ["grant_type", "account_id", "id_token"].iter().all(|part| !lower.contains(part))
}

/// Whether a program makes a signature for the Meeting SDK of its parts, and not as a JWT.
pub(super) fn has_signature_of_parts(lower: &str) -> bool {
    const MEETING: [&str; 4] = ["meetingnumber", "meeting_number", "meetingid", "meeting_id"];
    const HASH: [&str; 2] = ["hmac", "hash_mac"];
    const TOKENS: [&str; 4] = ["jwt", "jws", "jsonwebtoken", "hs256"];
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&MEETING)
        && has(&HASH)
        && lower.contains("role")
        && has(&["base64", "b64", "btoa"])
        && has_time(lower)
        && !has(&TOKENS)
}

/// Whether a program has the current time.
fn has_time(lower: &str) -> bool {
    ["timestamp", "gettime()", "date.now()", "time()", "getts", "ts"].iter().any(|name| {
        lower.match_indices(name).any(|(at, _)| {
            let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
            !before.ends_with(is_of_name) && !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_jwt_app() {
        for text in [
            "zoom_client_key=a\nzoom_client_secret=b",
            "zoom_api_key=a",
            "env('zoom_api_secret')",
            "process.env.zoom_api_key",
            "\"zoom_api_key\": \"a\"",
            "export zoom_api_key='a'",
            "zoom_api_key: a\nzoom_api_secret: b",
            "os.environ[\"zoom_api_secret\"]",
            "$zoom_api_key = 'a';".replace('$', "").as_str(),
            "zoom_client_key : a",
        ] {
            assert!(has_names_of_key(text), "{text}");
        }
        for text in [
            "",
            "zoom_client_id=a\nzoom_client_secret=b",
            "zoom_account_id=c\nzoom_client_key=a",
            "zoom_api_key=a\ngrant_type=account_credentials",
            "my_zoom_api_key_old=a",
            "zoom_api_keys=a",
            "zoom_sdk_key=a",
            "api_key=a",
            "zoom api key",
            "zoom_api_url=https://api.zoom.us/v2",
        ] {
            assert!(!has_names_of_key(text), "{text}");
        }
    }

    #[test]
    fn a_token_that_an_app_signed() {
        let call = "\nGET https://api.zoom.us/v2/users/me -> 401";
        for text in [
            "{\"alg\":\"HS256\",\"typ\":\"JWT\"}\n{\"iss\":\"Kx7vQ2mT\",\"exp\":1795953600000}",
            "{\n  \"alg\": \"HS256\"\n}\n{\n  \"aud\": null,\n  \"iss\": \"Kx7vQ2mT\",\n  \"exp\": 1795953600,\n  \"iat\": 1795950000\n}",
            "const token = jwt.sign({ iss: process.env.ZOOM_API_KEY, exp: Date.now() + 5000 }, secret)",
            "token = jwt.encode({'iss': key, 'exp': time() + 60}, secret, algorithm='HS256')",
            "$jwt = JWT::encode(array(\"iss\" => $key, \"exp\" => time() + 60), $secret, 'HS256');",
        ] {
            assert!(has_token_of_app(&(text.to_owned() + call)), "{text}");
            assert!(!has_token_of_app(text) || text.contains("ZOOM"), "{text}");
        }
        for text in [
            "",
            "jwt.sign({ sdkKey: key, mn: number, role: 0, iat, exp, tokenExp: exp, iss: 'a' }, secret, { algorithm: 'HS256' })",
            "{\"alg\":\"HS512\"}\n{\"iss\":\"https://zoom.us\",\"exp\":1795953600,\"aud\":\"https://oauth.zoom.us\"}",
            "{\"alg\":\"HS256\"}\n{\"iss\":\"app\",\"sub\":\"user-7\",\"exp\":1795953600}",
            "grant_type=account_credentials\n{\"alg\":\"HS256\"}\n{\"iss\":\"app\",\"exp\":1795953600}",
        ] {
            assert!(!has_token_of_app(&(text.to_owned() + call)), "{text}");
        }
    }

    #[test]
    fn a_signature_of_its_parts() {
        let js = "const timestamp = new date().gettime() - 30000\nconst msg = buffer.from(apikey + meetingnumber + timestamp + role).tostring('base64')\nconst hash = crypto.createhmac('sha256', apisecret).update(msg).digest('base64')";
        let php = "$time = time() * 1000 - 30000;\n$data = base64_encode($api_key . $meeting_number . $time . $role);\n$hash = hash_hmac('sha256', $data, $api_secret, true);";
        let python = "ts = int(round(time.time() * 1000)) - 30000\nmsg = data['apikey'] + str(data['meetingnumber']) + str(ts) + str(data['role'])\nmessage = base64.b64encode(bytes(msg, 'utf-8'))\nhash = hmac.new(secret, message, hashlib.sha256)";
        for text in [js, php, python] {
            assert!(has_signature_of_parts(text), "{text}");
        }
        for text in [
            "",
            "const signature = kjur.jws.jws.sign('hs256', header, payload, secret) // meetingnumber, role, timestamp, base64, hmac",
            "jwt.encode({'mn': meeting_number, 'role': 0, 'iat': time()}, secret)",
            "hmac(timestamp + body).digest('base64')",
            "meetingnumber: 1, role: 0",
        ] {
            assert!(!has_signature_of_parts(text), "{text}");
        }
    }
}
