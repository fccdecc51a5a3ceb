// Takes the pictures of the README and of docs/ from a built page, so that none shows what is no longer so. scripts/pictures
// runs it.
//
//     AUTHDESK_BROWSER=/usr/bin/chromium node benches/pictures.mjs dist docs

import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const [dist, folder] = process.argv.slice(2);

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Made up for the pictures, in the shape of real ones. */
const VALUES = {
  "Account ID": "DemoAccountId000000001",
  "Client ID": "DemoClientId0000000001",
  "Client Secret": "DemoSecret0000000000000000000001",
};

const VERINT = "#/product/verint-recorder?variant=oauth";

/** The pictures: where they are taken, what is done before, and what is in them; the whole window if nothing is named. */
const PICTURES = [
  { name: "start", fragment: "#/", size: DESKTOP },
  { name: "guide", fragment: "#/product/cirqlive-meets", size: DESKTOP, before: enterAll },
  { name: "guide-dark", fragment: "#/product/cirqlive-meets", size: DESKTOP, colorScheme: "dark", before: enterAll },
  { name: "guide-phone", fragment: "#/product/cirqlive-meets", size: PHONE, before: enterAll },
  { name: "drawing", fragment: "#/product/cirqlive-meets", size: DESKTOP, before: drawValues, of: "[data-drawing]" },
  { name: "link", fragment: VERINT, size: DESKTOP, before: makeLink, of: "#link-box" },
  { name: "report", fragment: VERINT, size: { width: 900, height: 1100 }, before: pasteReport },
];

const server = await serve([dist]);
const browser = await chromium.launch({ executablePath: process.env.AUTHDESK_BROWSER, args: ["--no-sandbox"] });
try {
  for (const picture of PICTURES) await take(picture);
} finally {
  await browser.close();
  server.close();
}

async function take({ name, fragment, size, colorScheme = "light", before, of }) {
  const context = await browser.newContext({ viewport: size, colorScheme, locale: "en", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(server.address + fragment);
  await page.waitForSelector("html[data-boot=ready] main h1");
  await before?.(page);
  const target = of ? page.locator(of) : page;
  await target.screenshot({ path: join(folder, `${name}.png`), caret: "hide" });
  await context.close();
  console.log(join(folder, `${name}.png`));
}

async function enter(page, values) {
  for (const [label, value] of Object.entries(values)) {
    const field = page.getByLabel(label, { exact: true });
    // A field in a step that is folded.
    await field.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
    await field.fill(value);
  }
}

async function enterAll(page) {
  await enter(page, VALUES);
  await page.getByLabel("Client Secret", { exact: true }).blur();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Two of three values are there. */
async function drawValues(page) {
  await enter(page, { "Account ID": VALUES["Account ID"], "Client ID": VALUES["Client ID"] });
  await page.locator("[data-drawing] > summary").click();
}

async function makeLink(page) {
  await enter(page, { "Redirect URL": "https://recorder.example.com/", "Client ID": VALUES["Client ID"] });
  await page.getByRole("button", { name: "Link for a colleague" }).click();
  await page.locator("[data-output=link]").waitFor();
}

/** The report of an admin who is stuck, in the box of a support engineer. */
async function pasteReport(page) {
  await enter(page, { "Client ID": `${VALUES["Client ID"]} `, "Client Secret": "DemoSecret" });
  await page.getByRole("button", { name: "Report for support" }).click();
  const report = await page.locator("[data-output=report]").textContent();
  await page.goto(`${server.address}#/`);
  await page.getByLabel("Paste anything here").fill(report);
  await page.getByRole("button", { name: "Report for support" }).first().click();
  const differs = page.getByRole("heading", { name: "What differs from a complete set-up" });
  await differs.waitFor();
  await differs.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 24));
}
