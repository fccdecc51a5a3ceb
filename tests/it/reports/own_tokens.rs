//! Programs that make a token themselves, keep the tokens of a response, or check an event.

use super::{leads_to, says_nothing_of};

const SIGNS: &str = "const token = jwt.sign(payload, secret, { algorithm: 'HS256' });\n";

#[test]
fn a_time_in_milliseconds() {
    let script = |claims: &str| format!("const payload = {{ iss: key, {claims} }};\n{SIGNS}");
    leads_to(
        "jwt-in-milliseconds",
        &[
            &script("exp: Date.now() + 3600"),
            &script("iat: new Date().getTime(), exp: new Date().getTime() + 5000"),
            &script("iat: Date.now(),\n  exp: Date.now() + 60 * 60 * 1000"),
            &format!("const now = Date.now();\n{}", script("iat: now, exp: now + 3600")),
            &format!("let issued = new Date().getTime();\n{}", script("'iat': issued")),
            &format!("const payload = {{}};\npayload.exp = Date.now() + 3600;\n{SIGNS}"),
            &format!("claims['exp'] = Date.now() + 3600\n{}", SIGNS.replace("payload", "claims")),
            &script("exp: Math.floor(Date.now()) + 60 * 60"),
            "const t = jwt.sign({ user: id, exp: Date.now() + 3600 }, key, { algorithm: 'HS256' });",
            "const data = { user: id, exp: Date.now() + 3600 };\nconst t = jwt.sign(data, key, { algorithm: 'HS256' });",
            "data = {'user': 1}\ndata['exp'] = time.time() * 1000\ntoken = jwt.encode(data, secret, algorithm='HS256')",
            "const data = { user: id, exp: Date.now() + 3600 };\nconst body = encode(data);\nconst t = sign(head + '.' + body, key); // HS256",
            "String t = Jwts.builder().claim(\"exp\", System.currentTimeMillis() + 3600).signWith(key, SignatureAlgorithm.HS256).compact();",
            "const t = await new SignJWT({ exp: Date.now() }).setProtectedHeader({ alg: 'HS256' }).sign(key);",
            &script("iat: parseInt(Date.now(), 10)"),
            &script("iat: Number(Date.now() - 30000)"),
            &script("exp: 60 * 1000 + Date.now()"),
            "payload = {'iss': key, 'exp': int(time.time() * 1000) + 5000}\ntoken = jwt.encode(payload, secret, algorithm='HS256')",
            "$payload = ['iss' => $key, 'exp' => round(time()) * 1000];\n$token = JWT::encode($payload, $secret, 'HS256');",
            "payload = {'iss': key, 'iat': int(datetime.now().timestamp() * 1000)}\ntoken = jwt.encode(payload, secret, algorithm='HS256')",
            "payload.put(\"iat\", System.currentTimeMillis());\nMac mac = Mac.getInstance(\"HmacSHA256\");",
            "long iat = System.currentTimeMillis();\npayload.put(\"iat\", iat);\nMac mac = Mac.getInstance(\"HmacSHA256\");",
            "var payload = new { iat = 1, exp = 2 };\nclaims[\"exp\"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();\nvar alg = \"HS256\";",
            "$payload = ['iss' => $key, 'exp' => time() * 1000 + 60];\n$token = JWT::encode($payload, $secret, 'HS256');",
            "payload = {'iss': key, 'exp': time.time() * 1000}\ntoken = jwt.encode(payload, secret, algorithm='HS256')",
            "payload = { iss: key, exp: (Time.now.to_f * 1000).to_i + 5000 }\ntoken = JWT.encode(payload, secret, 'HS256')",
            "var payload = new Dictionary<string, object> {\n  { \"iss\", key },\n  { \"exp\", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds() }\n};\nvar token = encoder.Encode(payload, secret); // HS256",
            "claims := jwt.MapClaims{\n\t\"iss\": key,\n\t\"exp\": time.Now().UnixMilli(),\n}\n// HS256",
            &format!(
                "{}\n\n ERROR  [Error: Error= 1 (invalidArguments), internalErrorCode=0]",
                script("iat: Date.now()")
            ),
        ],
    );
    says_nothing_of(
        "jwt-in-milliseconds",
        &[
            &script("exp: Math.floor(Date.now() / 1000) + 3600"),
            &script("iat: Math.round(new Date().getTime() / 1000) - 30"),
            &script("iat: (Date.now() / 1e3) | 0"),
            &format!("const now = Math.floor(Date.now() / 1000);\n{}", script("iat: now, exp: now + 3600")),
            &format!("const now = Date.now();\n{}", script("iat: Math.floor(now / 1000)")),
            &format!("const now = Date.now();\n{}", script("iat: seconds(now)")),
            "payload.put(\"iat\", TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()));\nMac mac = Mac.getInstance(\"HmacSHA256\");",
            &script("iat: dayjs(Date.now()).unix()"),
            &script("iat: getUnixTime(Date.now())"),
            &script("iat: moment(new Date().getTime()).unix() - 30"),
            &script("iat: Math.floor(Date.now() * 0.001)"),
            &script("iat: Math.floor((Date.now() + 500) * 0.001)"),
            &script("iat: parseInt(Date.now().toString().slice(0, 10))"),
            &script("iat: Number(String(Date.now()).slice(0, 10))"),
            &script("exp: Math.trunc(Date.now() * 1e-3) + 3600"),
            &script("iat: toSeconds(Date.now())"),
            "payload = {'iss': key, 'exp': int(time.time()) + 60 * 1000}\ntoken = jwt.encode(payload, secret, algorithm='HS256')",
            &format!("const exp = Date.now() + tokens.expires_in * 1000;\n{}", script("sub: user")),
            &format!("{}if (decoded.exp < Date.now()) refresh();\n", script("exp: inOneHour()")),
            "Jwts.builder().setIssuedAt(new Date(System.currentTimeMillis())).signWith(SignatureAlgorithm.HS256, secret).claim(\"exp\", new Date(System.currentTimeMillis() + 3600000))",
            "$payload = ['iat' => time(), 'exp' => time() + 3600];\n$token = JWT::encode($payload, $secret, 'HS256');",
            "payload = {'exp': datetime.utcnow() + timedelta(hours=1)}\ntoken = jwt.encode(payload, secret, algorithm='HS256')",
            "payload = { iss: key, exp: Time.now.to_i + 4 * 3600 }\ntoken = JWT.encode(payload, secret, 'HS256')",
            // Zoom's JWT apps no longer exist, whatever the times are.
            "import jwt, time, requests\ntoken = jwt.encode({'iss': KEY, 'exp': time.time() * 1000}, SECRET, algorithm='HS256')\nr = requests.get('https://api.zoom.us/v2/users', headers={'Authorization': 'Bearer ' + token})",
            // What has a time in milliseconds is not what is signed.
            "const t = jwt.sign({ sub: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); cache.set(id, { token: t, exp: Date.now() + 3600 * 1000 });",
            "const token = jwt.sign(payload, key, { algorithm: 'HS256' });\nlocalStorage.setItem('session', JSON.stringify({ token, exp: Date.now() + 3600000 }));",
            "token = jwt.encode(payload, secret, algorithm='HS256')\nsession['exp'] = int(time.time() * 1000) + 3600000",
            "const t = jwt.sign(claims, key, { algorithm: 'HS256' });\nconst payload = { token: t, exp: Date.now() + 3600000 };\nres.json(payload);",
            "String jwt = Jwts.builder().setClaims(claims).signWith(HS256, key).compact();\ncache.put(\"exp\", System.currentTimeMillis() + 3600000);",
            "const t = jwt.sign({ sub: id }, key, { algorithm: 'HS256' });\nconst entry = Object.assign({ exp: Date.now() + 3600000 }, rest);",
            // No token is made.
            "session = { exp: Date.now() + 3600 * 1000 };",
        ],
    );
}

#[test]
fn a_time_that_a_float_rounds() {
    let java = |time: &str| {
        format!(
            "long iat = {time};\nJSONObject payload = new JSONObject();\npayload.put(\"iat\", iat);\nMac mac = Mac.getInstance(\"HmacSHA256\");\n"
        )
    };
    leads_to(
        "jwt-time-rounded",
        &[
            &java("Math.round(new Date().getTime() / (float) 1000) - 30"),
            &java("Math.round(new Date().getTime() / 1000f)"),
            &java("Math.round(System.currentTimeMillis() / 1000.0f)"),
            &java("(long) ((float) System.currentTimeMillis() / 1000)"),
            &java("Math.round(System.currentTimeMillis() / 1000F)")
                .replace("iat", "issued")
                .replace("\"issued\"", "\"iat\""),
            &java("(System.currentTimeMillis().toFloat() / 1000).toLong()").replace("long", "val"),
            "issued := int64(float32(time.Now().Unix()))\nclaims := map[string]any{\"iat\": issued}\n// HS256",
            &format!(
                "{{\"type\":\"JOIN_MEETING_FAILED\",\"reason\":\"Signature is invalid.\",\"errorCode\":3712}}\n\n{}",
                java("Math.round(new Date().getTime() / (float) 1000)")
            ),
        ],
    );
    says_nothing_of(
        "jwt-time-rounded",
        &[
            &java("new Date().getTime() / 1000 - 30"),
            &java("Math.round(new Date().getTime() / 1000.0)"),
            &java("Math.round(System.currentTimeMillis() / 1000d)"),
            &java("Instant.now().getEpochSecond() - 60"),
            &format!("float share = System.currentTimeMillis() / 1000f;\n{}", java("Instant.now().getEpochSecond()")),
            "$iat = (int) ((float) $date->getTime() / 1000);\n$payload = ['iat' => $iat];\nJWT::encode($payload, $key, 'HS256');",
            "long seconds = Math.round(new Date().getTime() / (float) 1000);",
        ],
    );
}

#[test]
fn tokens_in_each_others_place() {
    let failed = "\n\n{\"error\":\"invalid_grant\",\"error_description\":\"Incorrect or invalid refresh token\"}";
    leads_to(
        "tokens-crossed",
        &[
            &format!(
                "$row->access_token = $t->getRefreshToken();\n$row->refresh_token = $t->getAccessToken();{failed}"
            ),
            "user.access_token = tokens['refresh_token']\nuser.refresh_token = tokens['access_token']\nuser.save()",
            "await db.update({ refreshToken: res.data.access_token, accessToken: res.data.refresh_token });",
            "$user->update(['access_token' => $t->refreshToken, 'refresh_token' => $t->accessToken]);",
            "account.setAccessToken(response.getRefreshToken());\naccount.setRefreshToken(response.getAccessToken());",
            &format!(
                "$db->prepare('UPDATE qbo SET access_token = ?, refresh_token = ?')->execute([$t->getRefreshToken(), $t->getAccessToken()]);{failed}"
            ),
            "cur.execute(\"INSERT INTO tokens (access_token, refresh_token) VALUES (%s, %s)\", (t.refresh_token, t.access_token))",
            "sql = 'INSERT INTO tokens (access_token, refresh_token) VALUES (?, ?)'\ncur.execute(sql, (t.refresh_token, t.access_token))",
            "$stmt = $db->prepare('UPDATE t SET access_token = ?, refresh_token = ?');\n$stmt->execute([$t->getRefreshToken(), $t->getAccessToken()]);",
            "$db->prepare('UPDATE t SET access_token = ?, refresh_token = ?, realm = ?')\n   ->execute([\n       $t->getRefreshToken(),\n       $t->getAccessToken(),\n       $realm,\n   ]);",
            "const stmt = db.prepare('UPDATE t SET access_token = ?, refresh_token = ?');\nconst info = await stmt.run(t.refresh_token, t.access_token);",
            "$stmt = $db->prepare(\"UPDATE t SET access_token = ?, refresh_token = ?\");\n$stmt->bind_param(\"ss\", $refresh_token, $access_token);",
            "await db.query(\n  'UPDATE t SET access_token = $1, refresh_token = $2',\n  [t.refresh_token, t.access_token]\n);",
            "db.Exec(\"UPDATE t SET access_token = ?, refresh_token = ?\", t.RefreshToken, t.AccessToken)",
            "const { access_token: refreshToken } = data; store({ access_token: data.refresh_token, refresh_token: data.access_token })",
        ],
    );
    says_nothing_of(
        "tokens-crossed",
        &[
            &format!(
                "$row->access_token = $t->getAccessToken();\n$row->refresh_token = $t->getRefreshToken();{failed}"
            ),
            "const accessToken = await renew(refreshToken);\nconst refreshToken = rotated ?? old;",
            "access_token = refresh_access_token(refresh_token)\nrefresh_token = store.refresh_token",
            "UPDATE t SET access_token = ?, refresh_token = ?', [t.access_token, t.refresh_token]",
            "INSERT INTO tokens (refresh_token, access_token) VALUES (?, ?)', [t.refresh_token, t.access_token]",
            "db.run('UPDATE t SET access_token = ?, refresh_token = ? WHERE refresh_token = ?', [t.access_token, t.refresh_token, old])",
            "{\"access_token\":\"eyJh\",\"refresh_token\":\"abc\",\"scope\":\"read\"}",
            "INSERT = \"INSERT INTO tokens (access_token, refresh_token) VALUES (?, ?)\"\nSELECT = \"SELECT refresh_token, access_token FROM tokens\"",
            "db.run(\"UPDATE t SET access_token = ?, refresh_token = ?\", pair);\nconst { refresh_token, access_token } = await renew(old);",
            "db.run(\"UPDATE t SET access_token = ?, refresh_token = ?\", pair);\nlog(refresh_token, access_token);",
            "db.run('UPDATE t SET access_token = ?, refresh_token = ?', pair)\nreturn refresh_token, access_token",
            "cur.execute('INSERT INTO t (access_token, refresh_token) VALUES (%s, %s)', pair)\ncur.execute('SELECT refresh_token, access_token FROM t')",
            "access_token = renew(token=refresh_token)\nrefresh_token = rotate(access=access_token)",
            "accessToken = await renew({ token: session.refreshToken });\nrefreshToken = await rotate({ with: session.accessToken });",
            "grant_type=refresh_token&refresh_token=$REFRESH_TOKEN\n\n{\"access_token\": \"x\"}",
            "if (!accessToken && refreshToken) { accessToken = await refresh(refreshToken); }",
        ],
    );
}

#[test]
fn an_event_that_is_checked_with_a_retired_token() {
    leads_to(
        "verification-token-retired",
        &[
            "// zoom webhook\nif (req.header('authorization') == process.env.ZOOM_VERIFICATION_TOKEN) { handle() } else { res.status(403).send('no') }",
            "if (req.headers.authorization !== process.env.ZOOM_WEBHOOK_VERIFICATION_TOKEN) return res.status(401).end();",
            "if request.headers.get('Authorization') != settings.ZOOM_VERIFICATION_TOKEN:\n    return HttpResponse(status=403)",
            "if request.META['HTTP_AUTHORIZATION'] != ZOOM_VERIFICATION_TOKEN:\n    raise PermissionDenied",
            "$token = $request->header('Authorization');\nif ($token !== config('zoom.verification_token')) { abort(403); }",
            "if req.Header.Get(\"Authorization\") != cfg.ZoomVerificationToken {\n\thttp.Error(w, \"no\", 403)\n}",
            "String token = request.getHeader(\"Authorization\");\nif (!zoomVerificationToken.equals(token)) { return 401; }",
            "const { event } = req.body; // zoom\nconst ours = process.env.ZOOM_VERIFICATION_TOKEN;\nconst sent = req.headers['authorization'];\nif (!sent || sent !== ours) return res.status(401).end();",
            "sent = request.headers.get('Authorization')  # zoom\nif not debug and not secrets.compare_digest(sent, VERIFICATION_TOKEN):\n    abort(403)",
            "h := r.Header.Get(\"Authorization\")\nif h != cfg.VerificationToken { // zoom\n\tw.WriteHeader(403)\n}",
            "const a = Buffer.from(req.headers.authorization);\nconst b = Buffer.from(process.env.ZOOM_VERIFICATION_TOKEN);\nif (!crypto.timingSafeEqual(a, b)) return res.sendStatus(401);",
            "if (!hash_equals($request->header('Authorization'), config('zoom.verification_token'))) { abort(403); }",
            "const secret = process.env.ZOOM_VERIFICATION_TOKEN\nif (req.header('authorization') == secret) next()\n\n--- what arrives ---\nPOST /event 403\n  x-zm-signature: v0=6c66\n  {\"event\":\"meeting.started\"}",
        ],
    );
    says_nothing_of(
        "verification-token-retired",
        &[
            "ZOOM_CLIENT_ID=abc\nZOOM_CLIENT_SECRET=def\nZOOM_VERIFICATION_TOKEN=ghi\n",
            "// zoom: the verification token is gone\nconst hash = crypto.createHmac('sha256', secret).update(message).digest('hex');\nif (req.header('authorization') || old === verificationToken) {}",
            "if (req.headers.authorization !== `Bearer ${process.env.API_TOKEN}`) return res.status(401).end(); // zoom",
            "if (body.token !== process.env.SLACK_VERIFICATION_TOKEN) return res.status(403).end(); // Authorization",
            "const verifyToken = (req, res, next) => { const token = req.headers.authorization?.split(' ')[1]; jwt.verify(token, process.env.JWT_SECRET, next); };\napp.get('/m', verifyToken, (q, r) => axios.get('https://api.zoom.us/v2/users/me/meetings'));",
            "function verifyToken(req, res, next) {\n  const header = req.headers['authorization'];\n  if (header === undefined) return res.sendStatus(403);\n  next();\n}\napp.post('/zoom', verifyToken, handler);",
            "const header = req.headers.authorization; // zoom\nif (verifyToken(header) === null || header === '') return res.status(401).end();",
            "if (req.headers.authorization == null && config.zoomVerificationToken) warn();",
            "token = request.headers.get('Authorization')  # of our own API\nuser = verify(token)\nif event.token != ZOOM_VERIFICATION_TOKEN:\n    abort(403)",
            "Zoom retires the verification token; the header Authorization is no longer sent with events.",
        ],
    );
}

#[test]
fn an_endpoint_in_the_place_of_the_discovery_url() {
    let page = "\n\nCould not reach the OpenID Connect provider.";
    let table = |url: &str| {
        format!(
            "+----+------+-----------+------+\n| ID | Name | Discovery endpoint | Client |\n+----+------+-----------+------+\n| 2  | SSO  | {url} | abc    |\n+----+------+-----------+------+{page}"
        )
    };
    leads_to(
        "endpoint-as-discovery",
        &[
            &table("https://sso.example.com/auth/realms/a/protocol/openid-connect/auth"),
            &table("https://sso.example.com/realms/a/protocol/openid-connect/token"),
            &format!("Discovery endpoint: https://sso.example.com/oauth2/authorize{page}"),
            &format!(
                "occ user_oidc:provider SSO --discoveryuri=\"https://id.example.com/oauth2/v2.0/authorize\"{page}"
            ),
            &format!("occ user_oidc:provider SSO --discoveryuri https://id.example.com/oauth2/token{page}"),
            &format!(
                "Discovery Endpoint (.well-known): https://login.example.com/realms/a/protocol/openid-connect/auth{page}"
            ),
            "OIDC_DISCOVERY_URL=https://id.example.com/oauth2/authorize",
            "export APP_OIDC_DISCOVERY_URL=\"https://id.example.com/oauth2/authorize\"",
            "docker run -e OIDC_DISCOVERY_URL=https://id.example.com/oauth2/authorize app",
            "spring.oidc.discovery-url=https://id.example.com/oauth2/authorize",
            "- **OpenID Connect Discovery URL:** https://id.example.com/oauth2/authorize",
            "1. Discovery document URL: https://id.example.com/oauth2/authorize",
            "{\"clientId\": \"abc\", \"discoveryUrl\": \"https://id.example.com/oauth2/authorize\"}",
            "oidc: { clientId: 'abc', wellKnownUrl: 'https://id.example.com/oauth2/authorize' }",
            "{\"discoveryUrl\": \"https://id.example.com/realms/a/protocol/openid-connect/auth\"}",
            "discovery_endpoint: 'https://id.example.com/connect/authorize'",
        ],
    );
    says_nothing_of(
        "endpoint-as-discovery",
        &[
            &table("https://sso.example.com/realms/a/.well-known/openid-configuration"),
            &format!("Discovery endpoint: https://sso.example.com/oauth2/.well-known/openid-configuration{page}"),
            "Authorization endpoint: https://sso.example.com/oauth2/authorize",
            "The discovery document names https://sso.example.com/oauth2/authorize as the authorization endpoint.",
            "discoveryUrl: https://sso.example.com/auth",
            "The authorize URL in the discovery document: https://id.example.com/oauth2/authorize",
            "authorization_endpoint from the discovery document = https://id.example.com/oauth2/authorize",
            "Authorization URL as in the discovery document: https://id.example.com/oauth2/authorize",
            "Autorisierungs-URL laut Discovery document: https://id.example.com/oauth2/authorize",
            "I took the token endpoint out of discovery_url: https://id.example.com/oauth2/token",
            "| Authorization URL (from the discovery document) |\n| https://sso.example.com/oauth2/authorize |",
            "| URL named in the discovery document |\n| https://sso.example.com/oauth2/authorize |",
            "| Name | Authorization URL |\n| SSO | https://sso.example.com/oauth2/authorize |",
        ],
    );
}
