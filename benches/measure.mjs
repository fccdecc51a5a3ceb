// Measures how long pages take until one can type, in a real browser whose CPU is slowed down. scripts/measure runs it.
//
//     AUTHDESK_BROWSER=/usr/bin/chromium node benches/measure.mjs dist [other builds of the page]
//
// Each page is opened several times, each time in a browser of its own, so that neither files nor compiled programs are
// left from before. The pages take turns: what else the machine does meets all of them.

import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const RUNS = Number(process.env.AUTHDESK_RUNS ?? 9);
const SLOWED_DOWN = 4;

/** What is typed: it finds one product. */
const TYPED = "kufer";

/** The network: none of its own, and a slow one (Lighthouse's "Slow 4G": 1.6 Mbit/s, 150 ms). */
const NETWORKS = [
  { name: "from the same machine" },
  { name: "by 1.6 Mbit/s with a latency of 150 ms", conditions: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } },
];

/**
 * The pages: what is served, the fragment, and the field that can be typed into once `ready` is there too. `click` is
 * clicked as soon as it is there. What is typed into the field then is answered when there are fewer of `fewer`.
 */
const pages = [
  ...process.argv.slice(2).flatMap((folder) => [
    {
      name: `${relative("", folder)}, start view`,
      folders: [folder],
      fragment: "",
      field: "#search-products",
      ready: ".cards a[href^='#/product/']",
      fewer: ".cards a",
    },
    {
      name: `${relative("", folder)}, a deep link`,
      folders: [folder],
      fragment: "#/tool/basic-header",
      field: "#field-client-id",
      ready: "main label",
    },
  ]),
  { name: "a bare Yew page", folders: [join(here, "../target/bare/dist")], fragment: "", field: "#name", ready: "main p" },
  {
    name: "Swagger UI, its OAuth dialog",
    folders: [join(here, "swagger"), join(here, "node_modules/swagger-ui-dist")],
    fragment: "",
    click: ".btn.authorize",
    field: ".auth-container input[type=text]",
    ready: ".auth-container label",
  },
];

for (const page of pages) page.server = await serve(page.folders);
for (const network of NETWORKS) console.log(`${await measured(network)}\n`);
for (const page of pages) page.server.close();

async function measured(network) {
  const results = new Map(pages.map((page) => [page, []]));
  for (let run = 0; run <= RUNS; run++) {
    for (const page of pages) {
      const result = await visit(page, network);
      // The first visit of all is not counted: the server compresses then.
      if (run > 0) results.get(page).push(result);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${run} of ${RUNS} `);
  }
  if (process.stderr.isTTY) process.stderr.write("\r");
  return table(results, network);
}

/** Opens the page in a new browser, waits until one can type, types, and says what it took. */
async function visit({ name, server, fragment, click, field, ready, fewer }, { conditions }) {
  const browser = await chromium.launch({
    executablePath: process.env.AUTHDESK_BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const page = await browser.newPage({ locale: "en" });
    const tools = await page.context().newCDPSession(page);
    // Time that the thread ran: what else the machine does is not counted.
    await tools.send("Performance.enable", { timeDomain: "threadTicks" });
    await tools.send("Network.enable");
    await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED_DOWN });
    if (conditions) await tools.send("Network.emulateNetworkConditions", conditions);
    let bytes = 0;
    let files = 0;
    tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      files++;
    });
    await page.addInitScript(watch, { click, field, ready, fewer, typed: TYPED });
    await page.goto(server.address + fragment, { waitUntil: "commit" });
    const typable = await page.evaluate(() => globalThis.benchReady);
    const answered = await page.evaluate(() => globalThis.benchAnswered);
    const { metrics } = await tools.send("Performance.getMetrics");
    const metric = (wanted) => metrics.find((one) => one.name === wanted).value * 1000;
    const paint = await page.evaluate(firstPaint);
    if (!fewer && !(await page.evaluate(typeInto, [field, TYPED]))) throw new Error(`${name}: the field takes no text`);
    await page.waitForLoadState("networkidle");
    return { paint, typable, answered, main: metric("TaskDuration"), script: metric("ScriptDuration"), bytes, files };
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page before its own scripts: benchReady becomes the time at which the field is there and painted. Where
 * there is something to be answered, a word is typed into it then, and benchAnswered becomes the time at which what it
 * changes is painted.
 */
function watch({ click, field, ready, fewer, typed }) {
  /** Calls `is` at every change until it is so; becomes the time after the next frame, when nothing else waits. */
  const when = (is, what) =>
    new Promise((done, failed) => {
      setTimeout(() => failed(new Error(`no ${what} after a minute`)), 60_000);
      const look = () => {
        if (!is()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true });
      look();
    });
  let clicked = false;
  const input = () => document.querySelector(field);
  const isUsable = () => input() && !input().disabled && !input().readOnly && input().getClientRects().length > 0;
  globalThis.benchReady = when(() => {
    const button = click && !clicked && document.querySelector(click);
    if (button) {
      clicked = true;
      // Not here: this runs in the middle of the page's own rendering.
      setTimeout(() => button.click());
    }
    return document.querySelector(ready) && isUsable();
  }, `${field} and ${ready}`);
  globalThis.benchAnswered = globalThis.benchReady.then(() => {
    if (!fewer) return NaN;
    const before = document.querySelectorAll(fewer).length;
    input().focus();
    document.execCommand("insertText", false, typed);
    return when(() => document.querySelectorAll(fewer).length < before, `fewer ${fewer}`);
  });
}

/** Runs in the page: types as the keyboard does. */
function typeInto([field, typed]) {
  const input = document.querySelector(field);
  input.focus();
  document.execCommand("insertText", false, typed);
  return document.activeElement === input && input.value === typed;
}

/** Runs in the page. */
function firstPaint() {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
}

function table(results, network) {
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const rows = pages.map((page) => {
    const of = (key) => Math.round(median(results.get(page).map((result) => result[key])));
    return [page.name, of("paint"), of("typable"), of("answered"), of("main"), of("script"), of("bytes"), of("files")];
  });
  const head = ["", "first paint", "ready to type", "answered", "main thread", "of it scripts", "bytes", "files"];
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = ([name, ...cells]) => [name.padEnd(width), ...cells.map((cell, at) => (Number.isNaN(cell) ? "" : String(cell)).padStart(head[at + 1].length))].join("  ");
  return [
    `Median of ${RUNS} visits with nothing cached, ${network.name}, CPU slowed down ${SLOWED_DOWN} times; milliseconds, and bytes over the network (brotli)`,
    "",
    line(head),
    ...rows.map(line),
  ].join("\n");
}
