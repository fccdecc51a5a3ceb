// The service worker: keeps one release of the page in the browser, so that the page works without its server.
// www/offline.js registers it, and nothing here is part of a first visit.
//
// A release is kept whole or not at all, and each of its files was compared with its digest on the way. It is given for no
// address but its own, which has its version; only the page itself has none, and comes from the release of this worker. So
// files of two releases never meet. What the host has written has no digest: the server is asked first, and its last response
// kept. No address is kept but those of files.
"use strict";

// scripts/finish.mjs writes the digests of the release here, and the version of the page, which names it: the page contains
// the digests of what it loads, and so the digest of the page is one of the release. This file itself has none.
const digests = {};

// The digests of all other files, as in www/boot.js.
const LIST = "digests.json";

// What the host writes, and what is written for it.
const LOCAL = "catalog/local.json";
const ADDED = /^catalog\/(?:local|products\/[a-z0-9.-]+)\.json$/;

// The page as a visitor requests it; some hosts redirect index.html to it.
const PAGE = "index.html";

// How long the server may take for a file of which a copy is kept, in milliseconds.
const PATIENCE = 5_000;

// So few files at the same time that the page does not wait for its own.
const LANES = 4;

// Other pages of the same origin have caches as well, and a copy of this page in another folder has other ones.
const OURS = `authdesk ${registration.scope} `;
const CACHE = OURS + version(PAGE);

addEventListener("install", (event) => event.waitUntil(keepRelease().catch(giveUp)));
addEventListener("activate", (event) => event.waitUntil(Promise.all([dropOthers(), clients.claim()])));
// The page says so when somebody wants the new release; otherwise it waits until the last tab is closed.
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, href, search } = new URL(request.url);
  const folder = new URL(registration.scope);
  if (request.method !== "GET" || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return;
  const name = pathname.slice(folder.pathname.length);
  if (request.mode === "navigate") {
    // Whatever is in the query stays in the address bar: a code that comes back is kept nowhere.
    if (name !== "" && name !== PAGE) return;
    event.respondWith(page(request));
    event.waitUntil(Promise.all([leaveIfRemoved(), dropOthers()]));
  } else if (request.cache !== "reload" && /^\?v=\w+$/.test(search)) {
    event.respondWith(released(href, request));
  } else if (search === "" && ADDED.test(name)) {
    event.respondWith(latest(href, name));
  }
});

async function keepRelease() {
  const cache = await caches.open(CACHE);
  const host = await fetch(address(LOCAL), { cache: "no-cache", credentials: "omit" }).catch(() => null);
  if (host && (await isSwitchedOff(host.clone()))) throw new Error("the host wants no copy");
  await keep(cache, LIST);
  const list = await cache.match(address(LIST));
  const all = { ...digests, ...(await list.json()) };
  Object.assign(digests, all);
  const waiting = Object.keys(all);
  const lane = async () => {
    for (let name = waiting.pop(); name; name = waiting.pop()) await keep(cache, name);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (host) await keepAdded(cache, host);
}

// As www/boot.js does it: what the digest refuses is requested once more, past every cache.
async function keep(cache, name) {
  const url = address(name);
  if (await cache.match(url, { ignoreVary: true })) return;
  for (const how of ["default", "reload"]) {
    const options = { cache: how, integrity: digests[name], credentials: "omit", priority: "low" };
    const response = await fetch(url, options).catch(() => null);
    if (response?.ok && !response.redirected) return cache.put(url, response);
  }
  const bare = await fetch(url, { cache: "reload", credentials: "omit" }).catch(() => null);
  throw Object.assign(new Error(`${name} is not the one of this release`), { isOther: bare?.ok || bare?.status === 404 });
}

// A server that has something else in the place of this release will not have it the next time either. Whoever kept an
// older one gets what the server has, and not the old one for good.
async function giveUp(fault) {
  await caches.delete(CACHE);
  // Not waited for: it comes after the installation that this is the end of.
  if (fault.isOther) registration.unregister();
  throw fault;
}

// The host's own products: each with its sentences in every language; that there are none in one is kept as well.
async function keepAdded(cache, host) {
  await cache.put(address(LOCAL), host.clone());
  const { products = [] } = await host.json().catch(() => ({}));
  const languages = Object.keys(digests).flatMap((name) => /^texts\/findings(\.[\w-]+)\.json$/.exec(name)?.[1] ?? []);
  const names = products.flatMap((id) => ["", ...languages].map((language) => `catalog/products/${id}${language}.json`));
  for (const name of names.filter((name) => ADDED.test(name))) await latest(address(name), name);
}

async function page(request) {
  return (await caches.match(address(PAGE), { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

// Its own release first. A tab that is still open with an older one finds that as long as it is open (dropOthers).
async function released(url, request) {
  for (const name of [CACHE, ...(await others())]) {
    const kept = await caches.match(url, { cacheName: name, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

async function latest(url, name) {
  const isKept = await caches.has(CACHE);
  const cache = isKept && (await caches.open(CACHE));
  try {
    const response = await fetch(url, { cache: "no-cache", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
    if (cache && (response.ok || response.status === 404)) await cache.put(url, response.clone());
    if (name === LOCAL && (await isSwitchedOff(response.clone()))) await leave();
    return response;
  } catch {
    return (cache && (await cache.match(url, { ignoreVary: true }))) || Response.error();
  }
}

async function isSwitchedOff(response) {
  const list = await response.json().catch(() => null);
  return list?.offline === false;
}

// A host that has removed this file wants no worker either.
async function leaveIfRemoved() {
  const answer = await fetch("./sw.js", { cache: "no-cache", credentials: "omit" }).catch(() => null);
  if ([404, 410].includes(answer?.status)) await leave();
}

async function leave() {
  for (const name of [CACHE, ...(await others())]) await caches.delete(name);
  await registration.unregister();
}

// Other tabs may be of an older release, and have not loaded all of it. One that is newer is not for this worker to drop.
async function dropOthers() {
  if (registration.waiting || registration.installing) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) return;
  for (const name of await others()) await caches.delete(name);
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

function address(name) {
  const url = name === PAGE ? "./" : version(name) ? `./${name}?v=${version(name)}` : `./${name}`;
  return new URL(url, registration.scope).href;
}

// As in www/boot.js.
function version(name) {
  return digests[name]?.replace(/^sha256-|\W/g, "").slice(0, 12);
}
