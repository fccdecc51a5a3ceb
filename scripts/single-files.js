// In the page that is one file: gives each file of the site from inside of it. Nothing can be fetched there.
(() => {
  "use strict";

  const content = (name) => document.querySelector(`script[data-content="${name}"]`).textContent;

  // Compressed, because the file may go through an e-mail.
  const unpacked = (name) => {
    const bytes = Uint8Array.from(atob(content(name)), (letter) => letter.charCodeAt(0));
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  };

  // All files but the programs, by name.
  let texts;

  async function body(name) {
    if (name.endsWith(".wasm")) return unpacked(name);
    texts ??= new Response(unpacked("texts")).json();
    return (await texts)[name];
  }

  globalThis.fetch = async (request) => {
    const { pathname } = new URL(request.url ?? request, document.baseURI);
    const name = pathname.slice(new URL("./", document.baseURI).pathname.length);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/json";
    const found = await body(name);
    return new Response(found ?? null, { status: found === undefined ? 404 : 200, headers: { "Content-Type": type } });
  };
})();
