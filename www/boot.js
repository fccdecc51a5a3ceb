// Starts the page. With start.js, the only hand-written JavaScript that is shipped.
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
  root.dataset.route = /^#?\/?$/.test(location.hash) && !location.search ? "start" : "other";
  root.lang = language();

  // Not DOMContentLoaded, which waits for the glue.
  const read = new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
  let told = null;
  read.then(show);

  // A file that does not load tells its own element only, hence the capturing phase.
  addEventListener("error", ({ target, filename }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") askForStyle(target);
    if (target instanceof HTMLScriptElement) askForGlue(target);
    const isGlue = filename && document.querySelector("script[type=module]")?.src === filename;
    if (isGlue && root.dataset.boot === "loading") fail({ cause: "browser" });
  }, true);

  // What the glue and the program find here.
  let lazy;
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
    };
  });

  if (location.protocol === "file:") return fail({ cause: "disk" });
  if (typeof WebAssembly !== "object") return fail({ cause: "webassembly" });

  const PROGRAM = "authdesk_bg.wasm";
  const awaited = new Set([PROGRAM, "authdesk.js"]);
  const arrives = (name, file) => file.then((it) => (awaited.delete(name), it));
  const wasm = own(address(PROGRAM), digests[PROGRAM] ?? "");
  setTimeout(sayWhatIsLate, PATIENCE);
  Promise.all([arrives("authdesk.js", glue), arrives(PROGRAM, wasm), read])
    .then(([init, response]) => init({ module_or_path: response }))
    .then(() => {
      root.dataset.boot = "ready";
      if (told?.title === "program") tell(null);
      addEventListener("error", ({ error }) => stopped(error));
      addEventListener("unhandledrejection", ({ reason }) => stopped(reason));
    })
    .catch((fault) => {
      console.error(fault);
      if (!stopped(fault)) fail(fault.told ?? { cause: "browser" });
    });

  // Fetches a file of ours. What the digest refuses is asked for once more, past every cache: a host's one bad moment
  // may have been kept. The browser does not say why it refused; the bytes without a digest tell.
  async function own(url, integrity) {
    for (const cache of ["default", "reload"]) {
      const response = await fetch(url, { cache, integrity }).catch(() => null);
      if (response?.ok) return response;
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
    for (const part of notice.querySelectorAll("[data-title], [data-why]")) {
      part.hidden = ![told.title, told.cause].includes(part.dataset.title ?? part.dataset.why);
    }
    for (const part of notice.querySelectorAll("[lang]")) part.hidden = part.lang !== root.lang;
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
    const known = (tag) => ["en", "de"].find((name) => String(tag).toLowerCase().split("-")[0] === name);
    let chosen = null;
    try {
      chosen = localStorage.getItem("authdesk.language");
    } catch {
      // Storage is switched off: the browser's languages decide.
    }
    return [chosen, ...navigator.languages].map(known).find(Boolean) ?? "en";
  }
})();
