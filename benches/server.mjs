// A server on loopback that sends files as a good host does: compressed with brotli, each with its type.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves the files of these folders, of the first that has it. Everything is compressed when it is first asked for. */
export async function serve(folders) {
  const ready = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname === "/" ? "index.html" : decodeURIComponent(pathname.slice(1));
    if (!ready.has(name)) ready.set(name, packed(folders, name));
    const body = ready.get(name);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Content-Encoding": "br",
      "Content-Length": body.length,
      "Cache-Control": "no-cache",
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** The brotli stream of a file, or nothing if no folder has it. Only names that a folder lists are read. */
function packed(folders, name) {
  const folder = folders.find((folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).includes(name));
  if (!folder) return undefined;
  const bytes = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}
