// Sees to it that the page works without its server, and offers a new release. www/boot.js loads this file when the page is
// there and has nothing else to do, so it is no part of a first visit.
(() => {
  "use strict";

  // scripts/finish.mjs writes the sentences of texts/offline.<language>.json here.
  const sentences = {};

  const LOCAL = "catalog/local.json";

  const workers = navigator.serviceWorker;
  const { address, trusted } = globalThis.authdesk;

  start().catch((fault) => console.info(`Authdesk is not kept for use without its server: ${fault.message}`));

  async function start() {
    const host = await fetch(address(LOCAL), { cache: "no-cache", credentials: "omit" }).then((response) => response.json()).catch(() => null);
    // A worker that is installed has seen it as well, and leaves.
    if (host?.offline === false) return;
    // It is a tenth of the page that a first visit needs; who pays for each byte has not asked for the rest.
    if (!workers.controller && navigator.connection?.saveData) return;
    const scope = new URL("./", location.href).href;
    const known = await workers.getRegistration(scope);
    const isKnown = known?.scope === scope;
    // Its worker has just left, and serves this page to its end.
    if (!isKnown && workers.controller?.scriptURL === new URL("sw.js", scope).href) return;
    const worker = isKnown ? known : await workers.register(trusted("sw.js"), { updateViaCache: "none" });
    const offerIfThere = () => worker.waiting && workers.controller && offer(worker);
    const follow = () => worker.installing?.addEventListener("statechange", offerIfThere);
    offerIfThere();
    follow();
    worker.addEventListener("updatefound", follow);
    // A browser looks for a new release when it likes; one that is asked looks now. Without a server there is none.
    if (isKnown) worker.update().catch(() => null);
    // Somebody took the new release in another tab, and this one is still of the old one.
    if (workers.controller) workers.addEventListener("controllerchange", () => offer(worker));
  }

  // Nothing is forced: whoever is in the middle of something goes on with the release that is there.
  function offer(worker) {
    if (document.getElementById("release")) return;
    const language = document.documentElement.lang in sentences ? document.documentElement.lang : "en";
    const { says, kept, reload, later } = sentences[language];
    const box = element("aside", { id: "release", className: "panel", lang: language });
    box.setAttribute("role", "status");
    // Here and not in a style sheet, which every first visit would pay for.
    Object.assign(box.style, { position: "sticky", insetBlockEnd: "1rem", inlineSize: "fit-content", margin: "1rem auto", zIndex: 2 });
    document.getElementById("page").after(box);
    const buttons = element("p", { className: "row" });
    buttons.append(
      element("button", { type: "button", className: "button", textContent: reload, onclick: () => take(worker) }),
      " ",
      element("button", { type: "button", className: "button", textContent: later, onclick: () => box.remove() }),
    );
    box.append(element("p", { textContent: `${says} ${kept}` }), buttons);
  }

  // What the tab keeps over a reload it keeps all the time (src/page/hooks/following.rs).
  function take({ waiting }) {
    if (!waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("take over");
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }
})();
