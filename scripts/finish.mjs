// Finishes dist/ after `trunk build --release`: minifies every file, adds the release's version to every URL, and
// prints what a first visit costs. Run it once on a fresh dist/ (`make dist`).
//
//     node scripts/finish.mjs [dist]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { costs, table } from "./budget.mjs";
import { split } from "./split.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.argv[2] ?? join(here, "../dist"));
const at = (name) => join(dist, name);
const text = (name) => readFileSync(at(name), "utf8");

// The only list of style sheets is index.html's; dist/ gets them as one file.
const SHEET = "authdesk.css";

// Guides and tools: what the start view never runs, by the names of functions. Generic functions of the libraries are
// not named, even where they are about these types: the compiler merges those that compile to the same code.
const LATER = new RegExp(
  String.raw`^\$"<?authdesk\[\w+\]::(?:${[
    "reading|commands",
    "oauth::(?!secret|state_token|pkce)",
    "catalog::(?!index|fault)",
    "page::views::(?:guide|step|tool)(?!\\w)",
    "page::parts::(?!bar|button|foot|icon|missing|paste_box|status)",
    "page::hooks::(?:restoring|following::keep)",
    "desk::(?!action|command_choice|field|route|search|state|step|wanted|work)",
    "desk::wanted::(?:guide|errors|questions|decoded::<authdesk\\[\\w+\\]::catalog::(?!index))",
    "desk::state::Desk>::(?:work_on|type_into|read_anything|wanted_errors)",
    "texts::finding_texts",
  ].join("|")})`,
);

// What the compiler uses of WebAssembly; every browser that Authdesk supports has it.
const FEATURES = ["mutable-globals", "nontrapping-float-to-int", "bulk-memory", "sign-ext", "reference-types", "multivalue"].map(
  (name) => `--enable-${name}`,
);

// Exported by the program but used by nothing: wasm-bindgen starts it by a different name.
const UNUSED = /^(main|__abort_handler|__instance_terminated)$/;

if (text("index.html").includes(SHEET)) fail("dist/ is finished already; build it afresh");

drop((name) => extname(name) === ".md");
shortenNames("authdesk_bg.wasm", "authdesk.js");
splitWasm("authdesk_bg.wasm", "workshop.wasm");
shrinkGlue("authdesk.js");
for (const name of files().filter((name) => extname(name) === ".json")) write(name, JSON.stringify(JSON.parse(text(name))));

let page = text("index.html");
page = joinSheets(page);
writeRelease();
page = version(page, ["./authdesk.js", "./boot.js", `./${SHEET}`, "./icons/icon.svg"]);
write("index.html", shrinkPage(page));

console.log(table(costs(dist)));

/**
 * Program and glue know each other by names such as __wbg_addEventListener_6a37763cf4a1eb88, two hundred of them in
 * both files. wasm-opt writes short ones into the program and prints the mapping; the glue gets the same.
 */
function shortenNames(wasm, glue) {
  const options = ["--minify-imports-and-exports-and-modules", "-g", at(wasm), "-o", at(wasm)];
  const short = JSON.parse(binaryen("wasm-opt", options, { encoding: "utf8" }));
  const names = new Map([...short.imports.map(([, long, name]) => [long, name]), ...short.exports]);
  let source = text(glue);
  for (const [long, name] of names) {
    // A name occurs as a key of the imports or after `wasm.`, and nowhere else.
    const places = new RegExp(`(?<=\\n\\s*|\\bwasm\\.)${long}(?=[:(.,;) ])`, "g");
    const renamed = source.replace(places, () => name);
    if (renamed === source && !UNUSED.test(long)) fail(`${glue} does not know ${long}, which ${wasm} does`);
    source = renamed;
  }
  const [module] = short.imports.map(([module]) => module);
  write(glue, source.replaceAll(`"${module}"`, '"a"'));
}

/**
 * Splits the program in two, see split.mjs. This comes first: wasm-opt inlines functions that are called once, and then
 * their names and the boundaries between them are gone.
 */
function splitWasm(wasm, workshop) {
  const parts = split(binaryen("wasm-dis", [at(wasm)], { encoding: "utf8" }), (name) => LATER.test(name));
  // Without it the page would still work, and nobody would see that a first visit costs three times as much.
  if (parts.entries.length === 0) fail("no function goes by a name of LATER: how does this compiler write names?");
  for (const [name, part] of [[wasm, parts.first], [workshop, parts.second]]) {
    write(`${name}.wat`, part);
    binaryen("wasm-as", [...FEATURES, at(`${name}.wat`), "-o", at(name)]);
    rmSync(at(`${name}.wat`));
    shrinkWasm(name);
  }
}

/** wasm-opt, for size. */
function shrinkWasm(name) {
  const passes = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"];
  // Rust puts the stack lowest and the data after it, so no memory address below 1024 is ever read with an offset.
  const addresses = ["--low-memory-unused", "--optimize-added-constants-propagate", "-Oz", "-Oz", "--reorder-locals"];
  for (const step of [[...passes, "--strip-debug", "--strip-producers"], [...addresses, "--strip-target-features"]]) {
    binaryen("wasm-opt", [...FEATURES, ...step, at(name), "-o", at(name)]);
  }
}

function binaryen(tool, options, how) {
  return execFileSync(process.execPath, [join(here, "node_modules/binaryen/bin", tool), ...options], {
    maxBuffer: 1 << 30,
    ...how,
  });
}

/** The glue that wasm-bindgen wrote. */
function shrinkGlue(name) {
  write(name, esbuild.transformSync(text(name), { minify: true, format: "esm", target: "es2022", legalComments: "none" }).code);
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

/** Tells boot.js the URLs of this release, and the digest that the browser checks the program against. */
function writeRelease() {
  const digest = (name) => `sha384-${createHash("sha384").update(readFileSync(at(name))).digest("base64")}`;
  const source = text("boot.js");
  const release = {
    glue: versioned("./authdesk.js"),
    wasm: versioned("./authdesk_bg.wasm"),
    integrity: digest("authdesk_bg.wasm"),
    workshop: versioned("./workshop.wasm"),
    workshopIntegrity: digest("workshop.wasm"),
  };
  const finished = source.replace(/const release = \{[^}]*\};/, () => `const release = ${JSON.stringify(release)};`);
  if (finished === source) fail("boot.js has no line `const release = {…};`");
  write("boot.js", esbuild.transformSync(finished, { minify: true, target: "es2022" }).code);
}

/** Gives each of the page's own files its version: a new release never gets an old file from a cache. */
function version(html, names) {
  for (const name of names) {
    if (!html.includes(`"${name}"`)) fail(`index.html does not name ${name}`);
    html = html.replaceAll(`"${name}"`, `"${versioned(name)}"`);
  }
  return html;
}

function versioned(name) {
  const hash = createHash("sha256").update(readFileSync(at(name.replace("./", "")))).digest("hex").slice(0, 12);
  return `${name}?v=${hash}`;
}

/** Removes comments and the whitespace between lines. The spaces that a sentence needs between its words stay. */
function shrinkPage(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim()
    .concat("\n");
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
