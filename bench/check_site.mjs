// Checks a site with html-validate and with axe in headless Chromium, in both colour schemes, and
// tries its search and its side-by-side page there. No page may load anything or break its policy.
//
//   mkdir /tmp/check && cd /tmp/check && npm install html-validate axe-core puppeteer-core
//   laddereditor export ladders/technology.yaml --to html -o /tmp/site
//   NODE_PATH=/tmp/check/node_modules node bench/check_site.mjs /tmp/site [PAGES]
//
// PAGES is how many pages of each folder are checked (default 12, 0 for all). CHROMIUM names the
// browser (default /usr/bin/chromium).
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH || "."}/`);
const { HtmlValidate, StaticConfigLoader } = require("html-validate");
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const folder = resolve(process.argv[2]);
const most = Number(process.argv[3] ?? 12) || Infinity;
const pages = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory()
    ? readdirSync(join(folder, one.name)).slice(0, most).map((name) => join(one.name, name))
    : one.name.endsWith(".html")
      ? [one.name]
      : [],
);
const problems = [];

const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:recommended"], rules: {} }),
);
for (const page of pages) {
  const report = await validator.validateFile(join(folder, page));
  for (const result of report.results)
    for (const one of result.messages)
      problems.push(`html-validate ${page}:${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
}
console.log(`html-validate: ${pages.length} pages`);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
  protocolTimeout: 600_000, // a busy machine
});
const tab = await browser.newPage();
await tab.setBypassCSP(false);
let requests = 0;
tab.on("request", (request) => {
  if (!request.isNavigationRequest()) problems.push(`loads ${request.url()}`);
  requests += 1;
});
tab.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) problems.push(`console: ${message.text()}`);
});
tab.on("pageerror", (error) => problems.push(`script: ${error.message}`));

const open = (page) => tab.goto(pathToFileURL(join(folder, page)).href);
const violations = async (page, scheme) => {
  // Over the protocol of the developer tools, which the policy of the page does not concern.
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const one of found.violations)
    problems.push(
      `axe ${scheme} ${page} ${one.id} (${one.nodes.length}): ${one.help}: ${one.nodes[0].html.slice(0, 150)} ${one.nodes[0].failureSummary.replaceAll("\n", " ")}`,
    );
};
for (const scheme of ["light", "dark"]) {
  await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  for (const width of [1280, 320]) {
    await tab.setViewport({ width, height: 800 });
    for (const page of pages) {
      await open(page);
      await violations(page, `${scheme} ${width}`);
      const wide = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) problems.push(`${page} is ${wide} px too wide at ${width} px`);
    }
  }
  console.log(`axe, ${scheme}: ${pages.length} pages at 1280 and 320 px`);
}

// -- the search, by keyboard ----------------------------------------------------------------------

await tab.setViewport({ width: 1280, height: 800 });
await open("index.html");
const words = await tab.evaluate(() => {
  const { pages } = JSON.parse(document.getElementById("index").textContent);
  const title = pages[0][0].split(" ").filter((word) => /^\p{L}{3,}$/u.test(word));
  return [...title, title.join(" "), title.map((word) => word.slice(0, 2)).join(" ")];
});
const times = await tab.evaluate((words) => {
  const taken = [];
  for (let round = 0; round < 20; round += 1)
    for (const word of words)
      for (let length = 1; length <= word.length; length += 1) {
        const start = performance.now();
        window.ladderSearch(word.slice(0, length));
        taken.push(performance.now() - start);
      }
  return taken.sort((a, b) => a - b);
}, words);
const at = (share) => times[Math.floor((times.length - 1) * share)]?.toFixed(1);
if (times.length)
  console.log(`search: ${times.length} searches, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(1)} ms`);
if (words[0]) {
  await tab.keyboard.press("/");
  await tab.keyboard.type(words[0]);
  await violations("index.html with results", "dark");
  await tab.keyboard.press("ArrowDown");
  const there = await tab.evaluate(() => document.activeElement.href);
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
  if (tab.url() !== there) problems.push(`the search went to ${tab.url()}, not ${there}`);
  await tab.keyboard.press("/");
  await tab.keyboard.type(words[0]);
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
  const shown = await tab.$$eval("#results-list a", (links) => links.length);
  if (!shown) problems.push("the search field of a page does not lead to results");
}

// -- side by side -----------------------------------------------------------------------------------

await open("side-by-side.html");
if (await tab.$("#table table")) {
  const rows = () => tab.$$eval("#table tbody tr", (found) => found.length);
  const all = await rows();
  await tab.click("#differences");
  const less = await rows();
  if (less > all) problems.push("differences only shows more rows");
  await violations("side-by-side.html, differences only", "dark");
  await tab.select("#family-2", await tab.$eval("#family-0", (one) => one.value));
  const columns = await tab.$$eval("#table thead th", (heads) => heads.length);
  if (columns !== 3) problems.push(`${columns} columns beside each other, not 3`);
  const address = tab.url();
  await open("index.html");
  await tab.goto(address);
  const again = await tab.$$eval("#table thead th", (heads) => heads.length);
  if (again !== 3) problems.push("the address of the page does not choose the profiles");
  console.log(`side by side: ${all} rows, ${less} of them differ`);
}
await browser.close();
console.log(`${requests} requests, ${problems.length} problems`);
for (const one of problems.slice(0, 60)) console.log(one);
process.exit(problems.length ? 1 : 0);
