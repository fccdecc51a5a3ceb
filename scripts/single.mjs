// Makes one file of a finished site, which works when it is opened from a disk. Its policy allows it no connection at all,
// and no script and no style but those of their digests.
//
//     node scripts/single.mjs <dist> <file> [<folder with products>]

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [dist, target, products] = process.argv.slice(2).map((path) => resolve(path));
if (!target) fail("say where the finished site is, and where the file goes");
if (!existsSync(join(dist, "authdesk.css"))) fail(`${dist} has no finished site; run \`make dist\``);
const text = (name) => readFileSync(join(dist, name), "utf8");

const LOCAL = "catalog/local.json";
const PROGRAMS = ["authdesk_bg.wasm", "lazy.wasm"];

const style = text("authdesk.css");
const files = minified(readFileSync(join(here, "single-files.js"), "utf8"));
// A page on a disk starts, and keeps no copy of itself.
const start = replaced(
  replaced(text("boot.js"), /location\.protocol===?"file:"/, "!1", "boot.js does not refuse a disk as it used to"),
  /"offline\.js":"sha256-[^"]+"/,
  '"offline.js":""',
  "boot.js does not know offline.js as it used to",
);
const glue = text("authdesk.js");
for (const script of [files, start, glue]) if (/<\/script|<!--/i.test(script)) fail("a script has what ends an element");
if (/<\/style/i.test(style)) fail("the style sheet has what ends an element");

const policy = [
  "default-src 'none'",
  `script-src ${[files, start, glue].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const icon = `data:image/svg+xml,${encodeURIComponent(text("icons/icon.svg"))}`;
const contents = [
  ...PROGRAMS.map((name) => content(name, readFileSync(join(dist, name)))),
  content("texts", JSON.stringify(texts())),
].join("\n");

let page = text("index.html");
const put = (pattern, what) => (page = replaced(page, pattern, what, `index.html has no ${pattern}`));
put(/(?<=http-equiv="Content-Security-Policy" content=")[^"]+/, policy);
put(/<link rel="icon"[^>]*>/, `<link rel="icon" type="image/svg+xml" href="${icon}">`);
put(/<link rel="manifest"[^>]*>\n/, "");
put(/(?:<link rel="preload"[^>]*>\n)+/, "");
// Before the scripts, which read them.
put(/<script src="\.\/boot\.js[^>]*><\/script>/, `${contents}\n<script>${files}</script>\n<script>${start}</script>`);
put(/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
put(/<script type="module"[^>]*><\/script>/, `<script type="module">${glue}</script>`);
put(/(?<=<!doctype html>)/i, `\n<!--\n${text("LICENSE-MIT").trim()}\n-->`);
const left = page.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "").match(/(?:src|href)="\.\/[^"]*"/);
if (left) fail(`index.html needs ${left[0]}`);
writeFileSync(target, page);
console.log(`${relative(process.cwd(), target)}: ${Buffer.byteLength(page)} bytes, SHA-256 ${createHash("sha256").update(page).digest("hex")}`);

/** Every file that the program reads, by its name, with the products of the host. */
function texts() {
  const all = {};
  for (const name of below(dist)) if (extname(name) === ".json") all[name] = text(name);
  if (!products) return all;
  const local = JSON.parse(all[LOCAL]);
  for (const name of readdirSync(products).filter((name) => extname(name) === ".json")) {
    const added = `catalog/products/${name}`;
    if (added in all) fail(`${name} is a product of the release already`);
    all[added] = readFileSync(join(products, name), "utf8");
    const [id, ending] = name.split(/\.(.*)/);
    if (ending === "json") local.products.push(id);
  }
  all[LOCAL] = JSON.stringify(local);
  return all;
}

function content(name, bytes) {
  // The clock is no part of a file, so that the same site gives the same bytes.
  return `<script type="text/plain" data-content="${name}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;
}

function below(folder) {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => (statSync(join(folder, name)).isDirectory() ? below(join(folder, name)) : [relative(dist, join(folder, name)).replaceAll("\\", "/")]));
}

function minified(script) {
  return esbuild.transformSync(script, { minify: true, target: "es2022" }).code.trim();
}

function hash(content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

function replaced(source, pattern, what, fault) {
  if (!pattern.test(source)) fail(fault);
  return source.replace(pattern, () => what);
}

function fail(why) {
  console.error(`single: ${why}`);
  process.exit(1);
}
