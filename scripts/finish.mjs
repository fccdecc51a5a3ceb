// Finishes dist/ after `trunk build --release`: minifies every file, adds the release's version to every URL, and
// prints what a first visit costs. Run it once on a fresh dist/ (`make dist`).
//
//     node scripts/finish.mjs [dist]
//     node scripts/finish.mjs <folder> --with-names    the functions keep their names, for `make size`; not to be hosted

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { FIRST_VISIT, costs, table } from "./budget.mjs";
import { shrinkWasm } from "./shrink.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.argv[2] ?? join(here, "../dist"));
const keepsNames = process.argv[3] === "--with-names";
const at = (name) => join(dist, name);
const text = (name) => readFileSync(at(name), "utf8");

// The only list of style sheets is index.html's; dist/ gets them as one file.
const SHEET = "authdesk.css";

// The digests of the files that a first visit does not fetch; src/page/hooks/files.rs reads it.
const LIST = "digests.json";

// The start view, and what other languages say in it, as scripts/dist has it rendered.
const PAINTED = "first-paint.json";

// A host writes into it, so it has no digest.
const LOCAL = "catalog/local.json";

// What makes the page work without its server; boot.js loads the first once the page is there.
const OFFLINE = "offline.js";
const WORKER = "sw.js";

// What whoever publishes a release publishes with it, for `sha256sum -c`.
const SUMS = "SHA256SUMS";

/** Reads numbers as WebAssembly writes them (LEB128). */
class BytesReader {
  constructor(bytes, place) {
    Object.assign(this, { bytes, place });
  }

  byte() {
    return this.bytes[this.place++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
}

if (text("index.html").includes(SHEET)) fail("dist/ is finished already; build it afresh");

const { view, languages, said, notices } = JSON.parse(text(PAINTED));
drop((name) => extname(name) === ".md" || name === PAINTED);
// The start script puts them in text by text.
for (const [language, texts] of Object.entries(notices)) write(`texts/notices.${language}.json`, JSON.stringify(texts));
// The schemas are for whoever writes files, which is done in the source; no file here names one.
rmSync(at("catalog/schema"), { recursive: true });
staysFree("authdesk_bg.wasm", /^<?authdesk(?:\[\w+\])?::(?:reading|commands)::/);
staysUnsaid("authdesk_bg.wasm", `texts/later.${languages.find((language) => language !== "en")}.json`);
await Promise.all(["authdesk_bg.wasm", "lazy.wasm"].map((name) => shrinkWasm(at(name), { keepsNames })));
bundleGlue("start.js", "authdesk.js", "__wasm_split.js");
for (const name of files().filter((name) => extname(name) === ".json")) {
  write(name, JSON.stringify(JSON.parse(text(name), (key, value) => (key === "$schema" ? undefined : value))));
}

let page = joinSheets(text("index.html")).replace('src="./start.js"', 'src="./authdesk.js"');
write("manifest.webmanifest", version(JSON.stringify(JSON.parse(text("manifest.webmanifest"))), ["./icons/icon.svg"]));
fill(OFFLINE, "sentences", offlineSentences());
const digests = writeDigests();
page = askEarly(page, ["authdesk_bg.wasm", "catalog/index.json"]);
page = version(page, ["./boot.js", "./icons/icon.svg", "./manifest.webmanifest"]);
page = version(page, ["./authdesk.js", `./${SHEET}`], (name) => ` integrity="${digest(name)}"`);
write("index.html", paint(shrinkPage(page)));
const shown = ["index.html", "boot.js", "authdesk.js", SHEET, "icons/icon.svg", "manifest.webmanifest"];
fill(WORKER, "digests", { ...digestsOf(shown), ...digests });
write(SUMS, sums());

console.log(table(costs(dist)));

/**
 * The first part holds no function of these names: whatever it calls by its name becomes part of it, and nobody would see
 * that a first visit costs three times as much. This comes first: wasm-opt takes the names away.
 */
function staysFree(name, unwanted) {
  const program = readFileSync(at(name));
  const module = new WebAssembly.Module(program);
  const [section] = WebAssembly.Module.customSections(module, "name");
  const names = section ? functionNames(new Uint8Array(section)) : new Map();
  if (![...names.values()].some((one) => one.includes("authdesk"))) fail(`${name} names no function of ours`);
  const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "function").length;
  const sizes = functionSizes(program);
  // Of functions with the same code the compiler keeps one, under the name of either; only short ones are alike by chance.
  const isShort = (index) => sizes[index - imported] <= 32;
  const strays = [...names].filter(([index, one]) => unwanted.test(one) && !isShort(index)).map(([, one]) => one);
  if (strays.length > 0) fail(`${name} holds what belongs in the lazy part:\n  ${strays.slice(0, 20).join("\n  ")}`);
}

/** Nor does it have a sentence that only the lazy part says: these are the keys of a translation. Short ones may be anything. */
function staysUnsaid(name, translation) {
  const program = readFileSync(at(name));
  const strays = Object.keys(JSON.parse(text(translation))).filter((one) => one.length > 30 && program.includes(one));
  if (strays.length > 0) fail(`${name} has sentences that belong in the lazy part:\n  ${strays.slice(0, 20).join("\n  ")}`);
}

/** The names of functions by their numbers, from a name section (WebAssembly core specification, appendix "Name Section"). */
function functionNames(bytes) {
  const reader = new BytesReader(bytes, 0);
  const names = new Map();
  while (reader.place < bytes.length) {
    const [kind, length] = [reader.byte(), reader.number()];
    const end = reader.place + length;
    for (let left = kind === 1 ? reader.number() : 0; left > 0; left--) {
      const [index, size] = [reader.number(), reader.number()];
      names.set(index, new TextDecoder().decode(bytes.subarray(reader.place, reader.place + size)));
      reader.place += size;
    }
    reader.place = end;
  }
  return names;
}

/** The sizes of the functions that are not imported, in bytes (the same specification, "Code Section"). */
function functionSizes(program) {
  const reader = new BytesReader(program, 8);
  const sizes = [];
  while (reader.place < program.length) {
    const [kind, length] = [reader.byte(), reader.number()];
    const end = reader.place + length;
    for (let left = kind === 10 ? reader.number() : 0; left > 0; left--) {
      const size = reader.number();
      sizes.push(size);
      reader.place += size;
    }
    reader.place = end;
  }
  return sizes;
}

/**
 * Joins what starts the program, the glue that wasm-bindgen wrote and the loader of the lazy part, which import each other,
 * to one file. The loader would fetch the lazy part without a version and a digest; the program has fetched it already.
 */
function bundleGlue(start, glue, loader) {
  const fetching = /fetch\(new URL\("[^"]*", import\.meta\.url\)\)/;
  const streaming = /WebAssembly\.instantiateStreaming\(src, imports\)/;
  const source = text(loader);
  if (!fetching.test(source) || !streaming.test(source)) fail(`${loader} does not fetch the lazy part as it used to`);
  write(loader, source.replace(fetching, "globalThis.authdesk.lazy()").replace(streaming, "WebAssembly.instantiate(await src, imports)"));
  esbuild.buildSync({
    entryPoints: [at(start)],
    outfile: at(glue),
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
  rmSync(at(start));
  rmSync(at(loader));
}

/** Joins the style sheets in the page's order into one file, and the links to them into one link. */
function joinSheets(html) {
  const links = [...html.matchAll(/\s*<link rel="stylesheet" href="\.\/([^"]+)">/g)];
  if (links.length === 0) fail("index.html links no style sheet");
  const css = links.map(([, name]) => text(name)).join("\n");
  const { code, warnings } = esbuild.transformSync(css, { loader: "css", minify: true, target: ["chrome123", "firefox120", "safari17.5"] });
  if (warnings.length > 0) fail(warnings.map((warning) => warning.text).join("\n"));
  write(SHEET, code);
  for (const [, name] of links) rmSync(at(name));
  if (existsSync(at("css")) && readdirSync(at("css")).length === 0) rmSync(at("css"), { recursive: true });
  return links.reduce(
    (rest, [link], index) => rest.replace(link, index === 0 ? `\n  <link rel="stylesheet" href="./${SHEET}">` : ""),
    html,
  );
}

/**
 * Tells boot.js the digest of every file of this release that is fetched. It has those of a first visit and its own itself;
 * the others are in a list, so that a first visit does not pay for every product.
 */
function writeDigests() {
  const names = files().filter((name) => [".wasm", ".json"].includes(extname(name)) && name !== LOCAL);
  const early = (name) => FIRST_VISIT.includes(name) || name === "lazy.wasm" || languages.some((language) => [`texts/${language}.json`, `texts/notices.${language}.json`].includes(name));
  write(LIST, JSON.stringify(digestsOf(names.filter((name) => !early(name)))));
  const digests = digestsOf([...names.filter(early), LIST, OFFLINE]);
  fill("boot.js", "digests", { ...digests, [LOCAL]: "" });
  return digests;
}

/** Writes what only the build knows into a script, and makes it small. */
function fill(script, name, value) {
  const source = text(script);
  const finished = source.replace(`const ${name} = {};`, () => `const ${name} = ${JSON.stringify(value)};`);
  if (finished === source) fail(`${script} has no line \`const ${name} = {};\``);
  write(script, esbuild.transformSync(finished, { minify: true, target: "es2022" }).code);
}

/** What offline.js says, by language; nobody else needs the files. */
function offlineSentences() {
  const all = {};
  for (const file of files()) {
    const [, language] = /^texts\/offline\.([\w-]+)\.json$/.exec(file) ?? [];
    if (language) all[language] = JSON.parse(text(file));
    if (language) rmSync(at(file));
  }
  return all;
}

/** The digest of every file, as sha256sum writes it. */
function sums() {
  const sum = (name) => createHash("sha256").update(readFileSync(at(name))).digest("hex");
  return files().map((name) => `${sum(name)}  ${name}\n`).join("");
}

function digestsOf(names) {
  return Object.fromEntries(names.map((name) => [name, digest(name)]));
}

function digest(name) {
  return `sha256-${createHash("sha256").update(readFileSync(at(name))).digest("base64")}`;
}

/**
 * What boot.js asks for is on its way before boot.js is there. The links come before it: one that is read after boot.js has
 * taken its file fetches it once more.
 */
function askEarly(html, names) {
  const start = html.match(/[ \t]*<script src="\.\/boot\.js"/)[0];
  const links = names.map((name) => `  <link rel="preload" as="fetch" crossorigin href="./${name}">\n`).join("");
  return version(html.replace(start, () => links + start), names.map((name) => `./${name}`));
}

/**
 * Gives each of the page's own files its version, which boot.js and src/browser/files.rs take from the digest too: a new
 * release never gets an old file from a cache.
 */
function version(html, names, more = () => "") {
  for (const name of names) {
    if (!html.includes(`"${name}"`)) fail(`nothing names ${name}`);
    const file = name.replace("./", "");
    const start = digest(file).replace(/^sha256-|\W/g, "").slice(0, 12);
    html = html.replaceAll(`"${name}"`, `"${name}?v=${start}"${more(file)}`);
  }
  return html;
}

/** Removes comments and the whitespace between lines. The spaces that a sentence needs between its words stay. */
function shrinkPage(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim()
    .concat("\n");
}

/**
 * Puts the rendered start view in the place of the shell, in English, and next to it what every other language says in it,
 * which www/boot.js takes. It is data: the policy allows no script in the page, whatever its type.
 */
function paint(html) {
  const shell = /<div id="page" class="page">[\s\S]*<\/div>(?=\s*<\/body>)/;
  if (!shell.test(html)) fail("index.html has no shell to be painted over");
  if (!html.includes(`<html lang="en" data-languages="${languages.join(" ")}">`)) fail("index.html has not the program's languages");
  const data = JSON.stringify(said).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return html.replace(shell, () => `<div id="page" class="page" data-painted="en">${view}</div>\n<template id="said">${data}</template>`);
}

function drop(unwanted) {
  for (const name of files().filter(unwanted)) rmSync(at(name));
}

function files() {
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [relative(dist, join(folder, entry.name)).replaceAll("\\", "/")],
    );
  if (!existsSync(dist) || !statSync(dist).isDirectory()) fail(`${dist} is not there; run \`make dist\``);
  return walk(dist).sort();
}

function write(name, content) {
  writeFileSync(at(name), content);
}

function fail(why) {
  console.error(`finish: ${why}`);
  process.exit(1);
}
