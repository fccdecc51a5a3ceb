// A real authorization server for the browser tests: oidc-provider on loopback, with clients that need care.
//
//     node server.mjs '{"redirect_urls":["http://127.0.0.1:8080/"]}'
//
// With {"tls":{"key":"…","cert":"…"}} it also responds over HTTPS, at Zoom's paths: for a command that goes to zoom.us
// and that the settings of curl connect to this server.
//
// Prints one line of JSON: its URLs and its clients. Ends when its standard input is closed, so that it never outlives
// the test that started it. Keeps everything in memory.

import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import Provider, { errors } from "oidc-provider";

// Standard output belongs to the one line of JSON.
console.info = console.error;

const ACCOUNT_ID = "acc-1234abc";

// Each secret contains what breaks a header, a query or a shell command that is put together carelessly: client_id and
// client_secret are form-encoded inside the Basic credentials and in the body (RFC 6749 section 2.3.1), and the server
// decodes them.
const SECRETS = {
  plain: "pa%73s+word:with&some=odd/signs?",
  pkce: "it's \"a\" $HOME `x` \\ \\\\n #! end",
  server: "server%20to+server:$(false)'s",
  device: "de%76ice \"+ '$x` \\",
  post: "=po%73t+ &client_id=x;'\"$(false)\\ #",
};

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

// Zoom takes client ID and secret as they are (RFC 7617), so nothing in them may change when they are form-decoded.
const AS_ZOOM = { client_id: "bX3hG4UYSRyJWQ3zGn8otg", client_secret: "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb" };

const { redirect_urls: redirectUrls = [], tls } = JSON.parse(process.argv[2] ?? "{}");

const landing = createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end("<!doctype html><html lang=en><link rel=icon href=data:,><title>Landed</title><h1>Somebody else's page</h1>");
});
const server = createServer();
await Promise.all([listening(landing), listening(server)]);

const issuer = `http://127.0.0.1:${server.address().port}`;
const landingUrl = `http://127.0.0.1:${landing.address().port}/landing`;

const web = {
  redirect_uris: [...redirectUrls, landingUrl],
  response_types: ["code"],
  grant_types: ["authorization_code", "refresh_token"],
  token_endpoint_auth_method: "client_secret_basic",
};
const clients = [
  { ...web, client_id: "desk+plain", client_secret: SECRETS.plain },
  { ...web, client_id: "desk-pkce", client_secret: SECRETS.pkce },
  {
    client_id: "desk-server",
    client_secret: SECRETS.server,
    redirect_uris: [],
    response_types: [],
    grant_types: ["client_credentials", "account_credentials"],
    token_endpoint_auth_method: "client_secret_basic",
  },
  {
    client_id: "desk:device",
    client_secret: SECRETS.device,
    redirect_uris: [],
    response_types: [],
    grant_types: [DEVICE_GRANT, "refresh_token"],
    token_endpoint_auth_method: "client_secret_basic",
  },
  {
    ...web,
    client_id: "desk:post & more",
    client_secret: SECRETS.post,
    grant_types: [...web.grant_types, "client_credentials", "account_credentials", DEVICE_GRANT],
    token_endpoint_auth_method: "client_secret_post",
  },
  { ...web, client_id: "desk public", token_endpoint_auth_method: "none" },
  { ...web, ...AS_ZOOM, grant_types: [...web.grant_types, "account_credentials"] },
];

const provider = new Provider(issuer, {
  clients,
  scopes: ["openid", "offline_access", "api:read", "api:write"],
  pkce: { required: (ctx, client) => ["desk-pkce", "desk public"].includes(client.clientId) },
  issueRefreshToken: async (ctx, client) => client.grantTypeAllowed("refresh_token"),
  // Like Zoom: every refresh invalidates the previous refresh token.
  rotateRefreshToken: true,
  ttl: { AccessToken: 3600, AuthorizationCode: 300, ClientCredentials: 3600, Grant: 3600, Interaction: 600, RefreshToken: 86400, Session: 3600 },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    deviceFlow: { enabled: true },
    revocation: { enabled: true, allowedPolicy: async (ctx, client, token) => token.clientId === client.clientId },
  },
  cookies: { keys: ["only for tests"] },
});

// Zoom's own grant type: the Account ID in the form body, the client in the header.
provider.registerGrantType(
  "account_credentials",
  async (ctx) => {
    const { client, params } = ctx.oidc;
    if (params.account_id !== ACCOUNT_ID) {
      throw new errors.InvalidRequest("unknown account_id");
    }
    const token = new provider.ClientCredentials({ client, scope: "api:read" });
    ctx.oidc.entity("ClientCredentials", token);
    const value = await token.save();
    ctx.body = { access_token: value, expires_in: token.expiration, token_type: token.tokenType, scope: token.scope };
  },
  ["account_id"],
);

// What a person does in the server's pages, in one call, for tests without a browser: approves a device, or comes back
// with a code.
provider.use(async (ctx, next) => {
  const { query } = ctx;
  // Like Zoom: the scopes are those of the app, and the authorization URL has none.
  if (query.client_id === AS_ZOOM.client_id && !query.scope) {
    ctx.query = { ...query, scope: "openid offline_access" };
  }
  if (ctx.path === "/test/approve") {
    const code = await provider.DeviceCode.findByUserCode(query.user_code.replace(/\W/g, ""), { ignoreExpiration: true });
    Object.assign(code, await consent(code.clientId));
    await code.save();
    ctx.body = "approved";
  } else if (ctx.path === "/test/code") {
    const client = await provider.Client.find(query.client_id);
    const { challenge: codeChallenge, redirect_uri: redirectUri } = query;
    const given = { client, redirectUri, codeChallenge, codeChallengeMethod: "S256", ...(await consent(client.clientId)) };
    ctx.body = await new provider.AuthorizationCode(given).save();
  } else {
    await next();
  }
});

async function consent(clientId) {
  const scope = "openid offline_access api:read";
  const grant = new provider.Grant({ accountId: "admin", clientId });
  grant.addOIDCScope(scope);
  return { accountId: "admin", grantId: await grant.save(), scope };
}

// oidc-provider takes a secret in the header from a client registered for the body, and the other way round. Other
// servers do not.
provider.use(async (ctx, next) => {
  await next();
  const { client, params } = ctx.oidc ?? {};
  const used = ctx.headers.authorization?.startsWith("Basic ") ? "client_secret_basic" : params?.client_secret && "client_secret_post";
  if (client && used && used !== client.clientAuthMethod) {
    ctx.status = 401;
    ctx.body = { error: "invalid_client", error_description: "this client authenticates in another way" };
  }
});

// The server's own pages request fonts from a font server, and an icon; nothing in these tests reaches beyond loopback.
provider.use(async (ctx, next) => {
  await next();
  if (typeof ctx.body === "string") {
    ctx.body = ctx.body.replace(/@import url\([^)]*\);?/g, "").replace("<head>", '<head><link rel="icon" href="data:,">');
  }
});

for (const event of ["authorization.error", "grant.error", "server_error"]) {
  provider.on(event, (ctx, error) => {
    console.error(`${event}: ${error.error ?? error.name}: ${error.error_description ?? error.message} (${error.error_detail ?? ""})`);
  });
}

server.on("request", provider.callback());

const ZOOM_PATHS = { "/oauth/token": "/token", "/oauth/revoke": "/token/revocation" };
const front = tls && createSecureServer(tls, (request, response) => {
  request.url = ZOOM_PATHS[request.url] ?? "/nothing-there";
  provider.callback()(request, response);
});
if (front) await listening(front);

console.log(
  JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    device_endpoint: `${issuer}/device/auth`,
    revocation_endpoint: `${issuer}/token/revocation`,
    landing_url: landingUrl,
    account_id: ACCOUNT_ID,
    secure_port: front?.address().port,
    clients: {
      plain: { id: "desk+plain", secret: SECRETS.plain },
      pkce: { id: "desk-pkce", secret: SECRETS.pkce },
      server: { id: "desk-server", secret: SECRETS.server },
      device: { id: "desk:device", secret: SECRETS.device },
      post: { id: "desk:post & more", secret: SECRETS.post },
      public: { id: "desk public", secret: "" },
      zoom: { id: AS_ZOOM.client_id, secret: AS_ZOOM.client_secret },
    },
  }),
);

process.stdin.on("end", () => process.exit(0)).resume();

function listening(one) {
  return new Promise((resolve, reject) => {
    one.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
}
