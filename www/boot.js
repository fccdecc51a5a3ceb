// Starts the page. The only hand-written JavaScript that is shipped.
//
// It runs while the document is still being read (no `defer`), so that the first paint is in the right language, and it
// fetches the program at once. <html data-boot="…"> says how far the start got; layout.css shows the notices by it:
//   (missing)  this file never ran: no JavaScript, or a browser too old to read it
//   loading    waiting for the program
//   ready      the program has taken over #page
//   failed     no WebAssembly, or a file could not be loaded
//   stopped    the program crashed later; what it had in memory is gone
(() => {
  "use strict";

  // scripts/finish.mjs writes the release's own versions and digest here; `trunk serve` uses the line as it is.
  const release = { glue: "./authdesk.js", wasm: "./authdesk_bg.wasm", integrity: "", lazy: "", lazyIntegrity: "" };

  const root = document.documentElement;
  root.dataset.boot = "loading";
  root.dataset.route = /^#?\/?$/.test(location.hash) && !location.search ? "start" : "other";
  root.lang = language();

  if (typeof WebAssembly !== "object") {
    root.dataset.boot = "failed";
    return;
  }

  const glue = import(release.glue);
  const wasm = own(release.wasm, release.integrity);
  const read = new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });

  const program = Promise.all([glue, wasm, read]).then(([{ default: init }, response]) => init({ module_or_path: response }));

  // The lazy part of the program: guides and tools. The glue asks for it (scripts/finish.mjs), and the program for the
  // reason why it did not come. Its bytes are compiled whatever type the host gives them.
  let lazyFailure = "";
  globalThis.authdeskLazy = () =>
    own(release.lazy, release.lazyIntegrity)
      .then((response) => response.arrayBuffer())
      .catch((fault) => {
        lazyFailure = String(fault.message ?? fault);
        throw fault;
      });
  globalThis.authdeskLazyFailure = () => lazyFailure;

  program
    .then(() => {
      root.dataset.boot = "ready";
      addEventListener("error", (event) => stopped(event.error));
      addEventListener("unhandledrejection", (event) => stopped(event.reason));
    })
    .catch((fault) => {
      root.dataset.boot = "failed";
      console.error(fault);
    });

  async function own(address, integrity) {
    const response = await fetch(address, { integrity });
    if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
    return response;
  }

  function stopped(fault) {
    if (fault instanceof WebAssembly.RuntimeError) root.dataset.boot = "stopped";
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
