// What a first visit to the start page costs over the network (brotli, quality 11), and the limit it must keep.
//
//     node scripts/budget.mjs [dist] [lean|ordinary]      fails when a limit is passed

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** What a first visit may cost, in bytes, by how the site was built (scripts/environment.bash). */
const LIMITS = { lean: 145_500, ordinary: 158_500 };

/** What the lazy part may cost, in bytes, by the same. */
const LAZY_LIMITS = { lean: 815_000, ordinary: 860_000 };

/**
 * What the browser fetches to show the start page; the rest is loaded when it is needed. What is kept for use without the
 * server is fetched after that, by offline.js and sw.js, and nobody waits for it.
 */
export const FIRST_VISIT = [
  "index.html",
  "authdesk.css",
  "boot.js",
  "authdesk.js",
  "authdesk_bg.wasm",
  "catalog/index.json",
  "catalog/local.json",
  "icons/icon.svg",
  "manifest.webmanifest",
];

/** Every file of the finished folder: its name, its size, its size over the network, whether a first visit fetches it. */
export function costs(dist) {
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return walk(dist)
    .sort()
    .map((path) => {
      const name = relative(dist, path).replaceAll("\\", "/");
      const bytes = readFileSync(path);
      return { name, raw: bytes.length, brotli: brotli(bytes), first: FIRST_VISIT.includes(name) };
    });
}

export function table(rows) {
  const line = (name, raw, small, mark) => `${String(raw).padStart(9)} ${String(small).padStart(9)}  ${mark} ${name}`;
  const firsts = rows.filter((row) => row.first);
  const sum = (of, key) => of.reduce((total, row) => total + row[key], 0);
  return [
    line("(* = fetched by a first visit to the start page)", "bytes", "brotli", " "),
    ...rows.map((row) => line(row.name, row.raw, row.brotli, row.first ? "*" : " ")),
    line(`all ${rows.length} files`, sum(rows, "raw"), sum(rows, "brotli"), " "),
    line("first visit", sum(firsts, "raw"), sum(firsts, "brotli"), "*"),
  ].join("\n");
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const dist = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../dist"));
  const way = process.argv[3] ?? "lean";
  const limit = LIMITS[way];
  const lazyLimit = LAZY_LIMITS[way];
  const rows = costs(dist);
  const missing = [...FIRST_VISIT, "lazy.wasm"].filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) {
    console.error(`budget: dist/ has no ${missing.join(", ")}`);
    process.exit(1);
  }
  const first = rows.filter((row) => row.first).reduce((sum, row) => sum + row.brotli, 0);
  const lazy = rows.find((row) => row.name === "lazy.wasm").brotli;
  console.log(`first visit: ${first} bytes of ${limit} (brotli)`);
  console.log(`lazy part: ${lazy} bytes of ${lazyLimit} (brotli)`);
  if (first > limit || lazy > lazyLimit) {
    console.error(table(rows));
    console.error("budget: that is too much");
    process.exit(1);
  }
}
