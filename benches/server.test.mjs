// `node --test benches/server.test.mjs`: the server sends what scripts/measure counts.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./server.mjs";

test("files are sent compressed, the first folder's first", async () => {
  const [over, under] = ["over", "under"].map((name) => mkdtempSync(join(tmpdir(), `authdesk-${name}-`)));
  writeFileSync(join(over, "a.js"), "// ours");
  writeFileSync(join(under, "a.js"), "// theirs");
  writeFileSync(join(under, "index.html"), "word ".repeat(1000));
  const server = await serve([over, under]);
  try {
    const page = await fetch(server.address);
    assert.equal(page.headers.get("content-encoding"), "br");
    assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
    assert.ok(Number(page.headers.get("content-length")) < 100);
    assert.equal((await page.text()).length, 5000);
    assert.equal(await (await fetch(`${server.address}a.js`)).text(), "// ours");
    for (const missing of ["b.js", "..%2fa.js"]) assert.equal((await fetch(server.address + missing)).status, 404, missing);
  } finally {
    server.close();
    for (const folder of [over, under]) rmSync(folder, { recursive: true });
  }
});
