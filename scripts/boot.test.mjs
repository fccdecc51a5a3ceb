// `node --test scripts/boot.test.mjs`: the start script chooses the language that the program would choose.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const boot = readFileSync(join(root, "www/boot.js"), "utf8");
const { languages, tags } = JSON.parse(readFileSync(join(root, "tests/tags.json"), "utf8"));

/** The language of the document after the start script; it goes no further, as it was opened from a disk. */
function started(dataset, wanted, chosen) {
  const element = { dataset, toggleAttribute() {}, lang: "" };
  const nothing = () => {};
  vm.runInNewContext(boot, {
    document: { documentElement: element, addEventListener: nothing, querySelector: () => null },
    location: { protocol: "file:", hash: "", search: "" },
    navigator: { languages: wanted },
    localStorage: { getItem: () => chosen },
    addEventListener: nothing,
  });
  return element.lang;
}

test("a tag leads to the same language as in the program", () => {
  for (const [tag, code] of Object.entries(tags)) {
    assert.equal(started({ languages: languages.join(" ") }, [tag], null), code || "en", tag);
  }
});

test("what was chosen comes first, and then what the browser asks for, in its order", () => {
  const all = { languages: languages.join(" ") };
  assert.equal(started(all, ["fr"], "ja"), "ja");
  assert.equal(started(all, ["it", "pt-PT", "de"], "xx"), "pt-BR");
  assert.equal(started(all, ["it"], null), "en");
});

test("a page that was not told of any language is in English", () => {
  assert.equal(started({}, ["de"], null), "en");
});
