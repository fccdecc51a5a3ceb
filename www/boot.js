// Starts the page. The other hand-written JavaScript that is shipped is start.js, and what makes the page work without its
// server: offline.js and sw.js.
//
// It runs while the document is still being read (no `defer`), so that the first paint is in the right language, and it
// fetches the program at once. <html data-boot="…"> says how far the start got; a notice of index.html says the rest:
//   (missing)  this file never ran: no JavaScript, or a browser too old to read it
//   loading    waiting for the program
//   ready      the program has taken over #page
//   failed     the program did not start
//   stopped    the program crashed later; what it had in memory is gone
(() => {
  "use strict";

  // scripts/finish.mjs writes the digests of the release here; `trunk serve` uses the line as it is. Those of the style
  // sheet and the glue are in index.html, where the browser looks for them. This file and index.html have none.
  const digests = {};

  // The file that has the digests of all files that a first visit does not fetch.
  const LIST = "digests.json";

  // How long a file may take until the page says that it is waiting for it, in milliseconds.
  const PATIENCE = 10_000;

  const root = document.documentElement;
  root.dataset.boot = "loading";
  root.lang = language();
  // What is painted in English is not seen by others, before the view in their language takes its place.
  root.toggleAttribute("data-repaint", root.lang !== "en");
  foresee();

  // Not DOMContentLoaded, which waits for the glue.
  const read = new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
  let told = null;
  let isTranslated = root.lang === "en";
  read.then(show);
  read.then(paint);
  addEventListener("hashchange", foresee);

  // A file that does not load tells its own element only, hence the capturing phase.
  addEventListener("error", ({ target, filename }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") askForStyle(target);
    if (target.type === "module") askForGlue(target);
    const isGlue = filename && document.querySelector("script[type=module]")?.src === filename;
    if (isGlue && root.dataset.boot === "loading") fail({ cause: "browser" });
  }, true);

  // What the glue and the program find here.
  let lazy;
  const early = {};
  const glue = new Promise((done) => {
    globalThis.authdesk = {
      start: done,
      // Empty if the file is none of the release; undefined if only the list can tell.
      digest: (name) => digests[name] ?? (LIST in digests ? undefined : ""),
      address,
      learn: (list) => {
        delete digests[LIST];
        Object.assign(digests, JSON.parse(list));
      },
      // The program fetches its lazy part itself; the loader in the glue takes it from here.
      give: (bytes) => (lazy = bytes),
      lazy: async () => lazy,
      // What the start view is made of is asked for together with the program. Once: what comes to nothing is asked for again.
      early: (name) => {
        const file = early[name];
        delete early[name];
        return file;
      },
    };
  });

  if (location.protocol === "file:") return fail({ cause: "disk" });
  if (typeof WebAssembly !== "object") return fail({ cause: "webassembly" });

  const PROGRAM = "authdesk_bg.wasm";
  const awaited = new Set([PROGRAM, "authdesk.js"]);
  const arrives = (name, file) => file.then((it) => (awaited.delete(name), it));
  const wasm = preloaded(PROGRAM, WebAssembly.compileStreaming).then((module) => module ?? own(address(PROGRAM), digests[PROGRAM] ?? ""));
  for (const name of ["catalog/index.json", `texts/${root.lang}.json`]) if (digests[name]) early[name] = preloaded(name);
  setTimeout(sayWhatIsLate, PATIENCE);
  Promise.all([arrives("authdesk.js", glue), arrives(PROGRAM, wasm), read])
    .then(([init, program]) => init({ module_or_path: program }))
    .then(() => {
      root.dataset.boot = "ready";
      if (told?.title === "program") tell(null);
      (globalThis.requestIdleCallback ?? setTimeout)(keepOffline);
      addEventListener("error", ({ error }) => stopped(error));
      addEventListener("unhandledrejection", ({ reason }) => stopped(reason));
    })
    .catch((fault) => {
      console.error(fault);
      if (!stopped(fault)) fail(fault.told ?? { cause: "browser" });
    });

  // Loads what makes the page work without its server: of a release, and where the browser allows it (HTTPS, localhost). The
  // policy hands out the addresses of two scripts and nothing else.
  function keepOffline() {
    const name = "offline.js";
    if (!digests[name] || !navigator.serviceWorker) return;
    const rules = { createScriptURL: (script) => address(/^(?:offline|sw)\.js$/.exec(script)[0]) };
    const policy = globalThis.trustedTypes?.createPolicy("authdesk", rules) ?? rules;
    authdesk.trusted = (script) => policy.createScriptURL(script);
    const script = document.createElement("script");
    script.integrity = digests[name];
    script.src = authdesk.trusted(name);
    document.head.append(script);
  }

  // A file that index.html has asked for already, if it is the one of this release; or what is made of it while it arrives,
  // which must not run. The browser holds no preloaded file to a digest (crbug.com/981419), and gives no part of a file that
  // it does, so it is compared here. Anything else is for whoever asks for it as usual.
  async function preloaded(name, make = (response) => response) {
    try {
      if (!digests[name]) return;
      const response = await fetch(address(name));
      const [made, bytes] = await Promise.all([make(response.clone()), response.arrayBuffer()]);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      if (response.ok && digests[name] === `sha256-${btoa(String.fromCharCode(...digest))}`) return made;
    } catch {
      // No secure context, no response, or nothing that can be made.
    }
  }

  // Fetches a file of ours. What the digest refuses is asked for once more, past every cache: a host's one bad moment
  // may have been kept. The browser does not say why it refused; the bytes without a digest tell.
  async function own(url, integrity) {
    for (const cache of ["default", "reload"]) {
      // Firefox gives a response of which the rest may never come.
      const response = await fetch(url, { cache, integrity }).catch(() => null);
      const bytes = response?.ok && (await response.arrayBuffer().catch(() => null));
      if (bytes) return new Response(bytes, response);
    }
    const bare = await fetch(url, { cache: "reload" })
      .then((response) => response.arrayBuffer().then(() => response))
      .catch(() => null);
    const told = { url, cause: bare?.ok ? "different" : "missing", detail: bare ? `HTTP ${bare.status}` : "" };
    throw Object.assign(new Error(`${url}: ${told.cause}`), { told });
  }

  // The page works without its style, only not as well.
  async function askForStyle(link) {
    if ("again" in link.dataset) return tell({ title: "style", cause: "missing", url: link.href });
    try {
      await own(link.href, link.integrity);
      putAgain(link);
    } catch (fault) {
      link.dataset.again = "";
      tell({ title: "style", ...fault.told });
    }
  }

  // An element that was put in by a script does not hold up the first paint.
  function putAgain(link) {
    const again = link.cloneNode();
    again.dataset.again = "";
    again.addEventListener("load", () => told?.title === "style" && tell(null));
    link.replaceWith(again);
  }

  // A script that was refused stays refused until the document is loaded again; by then the right one is in the cache.
  async function askForGlue(script) {
    try {
      await own(script.src, script.integrity);
      const [visit] = performance.getEntriesByType("navigation");
      if (visit?.type !== "reload") return location.reload();
      fail({ cause: "different", url: script.src });
    } catch (fault) {
      fail(fault.told);
    }
  }

  // The build has painted the start view in English. What other languages say in the places of its texts is in the page too:
  // the English texts, and in the same order those of each language, where they differ. tools/first-paint holds that against
  // the view in that language.
  function paint() {
    const page = document.getElementById("page");
    const said = JSON.parse(document.getElementById("said")?.content.textContent ?? "{}");
    if (said[root.lang]) {
      translate(page, new Map(said[""].map((text, at) => [text, said[root.lang][at]])));
      for (const option of page.querySelectorAll("option[lang]")) option.toggleAttribute("selected", option.lang === root.lang);
      page.dataset.painted = root.lang;
    }
    root.removeAttribute("data-repaint");
    foresee();
  }

  // 0 is in the place of what is the same.
  function translate(part, texts) {
    const say = (text, then) => typeof texts.get(text) === "string" && then(texts.get(text));
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) say(walker.currentNode.data, (text) => (walker.currentNode.data = text));
    for (const name of ["aria-label", "placeholder", "title", "alt"]) {
      for (const it of part.querySelectorAll(`[${name}]`)) say(it.getAttribute(name), (text) => it.setAttribute(name, text));
    }
  }

  // A notice is rare: its words in another language come when there is one, and it is in English until then.
  async function translateNotice(notice) {
    const name = `texts/notices.${root.lang}.json`;
    const texts = await own(address(name), digests[name]).then((response) => response.json(), () => ({}));
    translate(notice, new Map(Object.entries(texts)));
  }

  // Of a guide the name is there already, as that of its card.
  function foresee() {
    root.dataset.route = /^#?\/?$/.test(location.hash) && !location.search ? "start" : "other";
    const main = document.querySelector("[data-painted] .main");
    const [, product] = /^#\/product\/([\w-]+)/.exec(location.hash) ?? [];
    const name = product && document.getElementById(`product-${product}`)?.textContent;
    main?.querySelector(":scope > h1")?.remove();
    if (!main || !name) return;
    main.prepend(Object.assign(document.createElement("h1"), { textContent: name }));
  }

  function sayWhatIsLate() {
    const styles = [...document.querySelectorAll('link[rel="stylesheet"]')].filter((link) => !link.sheet && !("again" in link.dataset));
    const [url] = root.dataset.boot === "loading" ? awaited : [];
    if (styles.length > 0) {
      tell({ title: "style", cause: "late", url: styles[0].href });
      styles.forEach(putAgain);
      // The glue waits for the style sheets, as every script does.
      setTimeout(sayWhatIsLate, PATIENCE);
    } else if (url) {
      tell({ title: "program", cause: "late", url });
    }
  }

  function fail(fault) {
    if (root.dataset.boot === "failed") return;
    root.dataset.boot = "failed";
    tell({ title: "program", ...fault });
  }

  function stopped(fault) {
    if (!(fault instanceof WebAssembly.RuntimeError)) return false;
    root.dataset.boot = "stopped";
    tell({ title: "stopped" });
    return true;
  }

  function tell(what) {
    if (what?.title === "style" && told?.title === "program") return;
    told = what;
    root.toggleAttribute("data-told", Boolean(told));
    read.then(show);
  }

  // By attributes, not by style sheets: the notice is most needed when one is missing.
  function show() {
    const notice = document.getElementById("notice");
    notice.hidden = !told;
    if (!told) return;
    if (!isTranslated) translateNotice(notice);
    isTranslated = true;
    for (const part of notice.querySelectorAll("[data-title], [data-why]")) {
      part.hidden = ![told.title, told.cause].includes(part.dataset.title ?? part.dataset.why);
    }
    const file = told.url ? new URL(told.url, document.baseURI).pathname.split("/").pop() : "";
    for (const part of notice.querySelectorAll("[data-file]")) part.textContent = file;
    for (const part of notice.querySelectorAll("[data-detail]")) part.textContent = told.detail ? ` (${told.detail})` : "";
    for (const button of notice.querySelectorAll("button")) {
      button.parentElement.hidden = ["disk", "webassembly"].includes(told.cause);
      button.onclick = reload;
    }
  }

  // A reload takes a script and a style sheet from the cache, which may have kept the wrong ones.
  async function reload() {
    if (told.url && told.cause !== "late") await fetch(told.url, { cache: "reload" }).catch(() => null);
    location.reload();
  }

  // The version, the start of the digest, keeps a cache from giving a file of a different release.
  function address(name) {
    const version = digests[name]?.replace(/^sha256-|\W/g, "").slice(0, 12);
    return version ? `./${name}?v=${version}` : `./${name}`;
  }

  function language() {
    // Language::of_tag does the same: the tag itself, or else the first that begins alike.
    const all = (root.dataset.languages ?? "en").split(" ");
    const main = (tag) => tag.toLowerCase().split("-")[0];
    const is = (tag) => (one) => one.toLowerCase() === tag.toLowerCase();
    const known = (tag) => all.find(is(String(tag))) ?? all.find((one) => main(one) === main(String(tag)));
    let chosen = null;
    try {
      chosen = localStorage.getItem("authdesk.language");
    } catch {
      // Storage is switched off: the browser's languages decide.
    }
    return [chosen, ...navigator.languages].map(known).find(Boolean) ?? "en";
  }
})();
