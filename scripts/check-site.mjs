// Checks that what is written in two places is the same, and the rules of the shell and the style sheets.
//
//     node scripts/check-site.mjs

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (name) => readFileSync(join(root, name), "utf8");
const faults = [];
const check = (right, fault) => right || faults.push(fault);
const first = (text, pattern) => text.match(pattern)?.[1];

// The content policy: index.html's, and the same with frame-ancestors wherever a header is meant.
const page = read("index.html");
const policy = first(page, /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/);
const header = `${policy}; frame-ancestors 'none'`;
check(policy, "index.html has no content policy");
check(first(read("Trunk.toml"), /^Content-Security-Policy = "([^"]+)"/m) === header, "Trunk.toml: the policy is not index.html's with frame-ancestors");
const policies = read("docs/hosting.md").match(/default-src [^"\n]+/g) ?? [];
check(policies.length > 0 && policies.every((one) => one === header), "docs/hosting.md: a policy is not index.html's with frame-ancestors");

// What the policy would block.
check(!/\sstyle\s*=/.test(page), "index.html: a style attribute");
check(!/<style\b/.test(page), "index.html: a style element");
check(!/<script(?![^>]*\ssrc=)[^>]*>/.test(page), "index.html: an inline script");
check(!/\son\w+\s*=/.test(page), "index.html: an inline event handler");
check(!/(?:href|src)="(?:https?:)?\/\//.test(page), "index.html: something from another host");
check(!/(?:href|src)="\//.test(page), "index.html: an absolute address; the page must work in any folder");

// The manifest: what it names is there, and its colours are those of the light page.
const manifest = JSON.parse(read("www/manifest.webmanifest"));
const role = (name) => first(read("www/css/tokens.css"), new RegExp(`--${name}: light-dark\\((#[0-9a-f]+),`));
check(page.includes('<link rel="manifest" href="./manifest.webmanifest">'), "index.html does not link the manifest");
check(manifest.theme_color === role("accent"), "manifest.webmanifest: theme_color is not --accent of tokens.css");
check(manifest.background_color === role("paper"), "manifest.webmanifest: background_color is not --paper of tokens.css");
for (const { src } of manifest.icons) check(readdirSync(join(root, "www/icons")).includes(src.replace("./icons/", "")), `manifest.webmanifest: ${src} is not there`);

// wasm-bindgen: the library and the tool that writes its glue must be the same version.
const tool = first(read("scripts/versions.env"), /^WASM_BINDGEN_VERSION=(.+)$/m);
check(first(read("Cargo.toml"), /^wasm-bindgen = \{ version = "=([^"]+)"/m) === tool, `Cargo.toml: wasm-bindgen is not pinned to =${tool}`);
check(first(read("Cargo.lock"), /name = "wasm-bindgen"\nversion = "([^"]+)"/) === tool, `Cargo.lock: wasm-bindgen is not ${tool}`);

// The bare page that scripts/measure compares ours with is compiled like ours.
const bare = read("benches/bare/Cargo.toml");
const profile = (text) => first(text, /^\[profile\.release\]\n((?:[^[\n].*\n)+)/m);
check(first(bare, /^wasm-bindgen = "=([^"]+)"/m) === tool, `benches/bare/Cargo.toml: wasm-bindgen is not pinned to =${tool}`);
check(profile(bare) && profile(bare) === profile(read("Cargo.toml")), "benches/bare/Cargo.toml: the release profile is not Cargo.toml's");
for (const name of ["wasm-bindgen", "yew"]) {
  const version = (lock) => first(read(lock), new RegExp(`name = "${name}"\nversion = "([^"]+)"`));
  check(version("benches/bare/Cargo.lock") === version("Cargo.lock"), `benches/bare/Cargo.lock: ${name} is not Cargo.lock's`);
}

// Lock files name versions and digests, not the place where they were fetched from on one machine.
for (const folder of ["benches", "scripts", "tests/commands/tools", "tests/peer"]) {
  const name = `${folder}/package-lock.json`;
  check(!/"resolved"/.test(read(name)), `${name}: names a registry (run npm where .npmrc is)`);
}

// Style sheets: roles, never raw colors, outside tokens.css; no `!important`; every role used is defined.
const sheets = readdirSync(join(root, "www/css")).filter((name) => name.endsWith(".css"));
const tokens = read("www/css/tokens.css");
for (const name of sheets) {
  const css = read(`www/css/${name}`).replace(/\/\*[\s\S]*?\*\//g, "");
  check(page.includes(`href="./css/${name}"`), `index.html does not link css/${name}`);
  check(!css.includes("!important"), `css/${name}: !important`);
  check(!/url\(|@import/.test(css), `css/${name}: loads something`);
  if (name === "tokens.css") continue;
  check(!/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i.test(css), `css/${name}: a raw colour`);
  for (const [, role] of css.matchAll(/var\((--[\w-]+)\)/g)) {
    check(tokens.includes(`${role}:`) || css.includes(`${role}:`), `css/${name}: ${role} is not in tokens.css`);
  }
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log("in order");
