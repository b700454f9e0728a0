// What the list of files costs in the window, on a workspace of many files: `cargo xtask bench`. Times go from a key or a
// press to rows painted; scrolling is the processor time of the page's main thread, beside the plain grid of `ui/bench`.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { Desk, openBrowser } from './desk.mjs';

const TIMES = 9;
const FRAMES = 120;
const [data, plainFolder] = process.argv.slice(2);

/** Serves the files of a folder on this computer; its address. */
async function serve(folder) {
  const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : request.url.slice(1);
    try {
      const body = readFileSync(join(folder, name));
      response.setHeader('Content-Type', kinds[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const least = (values) => Math.min(...values);

/** Does something in the page, and gives the milliseconds until what is watched has changed and is painted. */
function painted(page, act, watched) {
  return page.evaluate(
    ([act, watched]) =>
      new Promise((resolve) => {
        const read = new Function(`return (${watched})`);
        const before = read();
        const observer = new MutationObserver(() => {
          // Nothing at all is what is shown while one waits.
          if (!read() || read() === before) return;
          observer.disconnect();
          // The frame that shows it has been drawn when the next one begins.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        const begun = performance.now();
        new Function(act)();
      }),
    [act, watched],
  );
}

const FIRST_ROW = `document.querySelector('[data-testid="file-row"][data-row="0"]')?.textContent`;
const COUNT = `document.querySelector('[data-testid="files-count"]')?.textContent + (${FIRST_ROW})`;
const type = (text) => `const field = document.querySelector('[data-testid="search"]'); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true }))`;
const press = (selector) => `document.querySelector(${JSON.stringify(selector)}).click()`;

async function several(page, acts, watched) {
  const times = [];
  for (const act of acts) {
    times.push(await painted(page, act, watched));
    await page.waitForTimeout(120);
  }
  return times;
}

/** Milliseconds of processor time of the main thread for each frame scrolled. */
async function scrollCost(page, session, selector) {
  const thread = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.evaluate((selector) => (document.querySelector(selector).scrollTop = 0), selector);
  await page.waitForTimeout(300);
  const before = await thread();
  await page.evaluate(
    ([selector, frames]) =>
      new Promise((resolve) => {
        const scroller = document.querySelector(selector);
        let left = frames;
        const step = () => {
          scroller.scrollTop += 96;
          left -= 1;
          if (left > 0) requestAnimationFrame(step);
          else requestAnimationFrame(() => resolve());
        };
        requestAnimationFrame(step);
      }),
    [selector, FRAMES],
  );
  return ((await thread()) - before) / FRAMES;
}

async function measured(browser, plain) {
  const desk = await Desk.open(browser, { data, viewport: { width: 1920, height: 820 } });
  try {
    const { page } = desk;
    await (await desk.see('nav-files')).click();
    await page.locator('[data-testid="file-row"][data-row="0"] [data-column="birth_name"]').waitFor();
    const letters = ['d', 'du', 'dup', 'du', 'd', 'de', 'd', 'du', ''];
    const filter = await several(page, letters.map(type), COUNT);
    const heads = ['student_number', 'birth_name', 'programme', 'student_number', 'birth_name', 'programme', 'student_number', 'birth_name', 'student_number'];
    const sort = await several(page, heads.map((head) => press(`[role="columnheader"][data-column="${head}"] button`)), FIRST_ROW);
    const rows = Array.from({ length: TIMES }, (_, row) => press(`[data-testid="file-row"][data-row="${row + 1}"] [data-column="birth_name"]`));
    const shown = `document.querySelector('[data-testid="drawer"] #findings') && document.querySelector('[data-testid="drawer"]').textContent`;
    const drawer = await several(page, rows, shown);
    await page.keyboard.press('Escape');
    const other = await desk.context.newPage();
    await other.goto(plain);
    await other.locator('[role="row"]').nth(5).waitFor();
    const costs = { own: [], plain: [] };
    const [ours, theirs] = [await desk.context.newCDPSession(page), await desk.context.newCDPSession(other)];
    for (const session of [ours, theirs]) await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // One after the other, so that what else the computer does weighs on both.
    for (let round = 0; round < TIMES; round++) {
      await page.bringToFront();
      costs.own.push(await scrollCost(page, ours, '[role="grid"], [role="treegrid"]'));
      await other.bringToFront();
      costs.plain.push(await scrollCost(other, theirs, '[data-scroller]'));
    }
    return { filter, sort, drawer, costs };
  } finally {
    await desk.close();
  }
}

const plain = await serve(plainFolder);
const browser = await openBrowser();
try {
  const { filter, sort, drawer, costs } = await measured(browser, plain.address);
  const line = (name, values, budget) => console.log(`| ${name} | ${median(values).toFixed(1)} | ${least(values).toFixed(1)} | ${budget} |`);
  console.log('| | median | least | wanted |\n|---|--:|--:|--:|');
  line('a key of the search to rows painted (ms)', filter, '100');
  line('a header pressed to rows painted (ms)', sort, '150');
  line('a row pressed to its file painted (ms)', drawer, '50');
  line('a frame of scrolling (ms of processor)', costs.own, '');
  line('the same, plain grid', costs.plain, '');
  console.log(`| ratio | ${(median(costs.own) / median(costs.plain)).toFixed(2)} | ${(least(costs.own) / least(costs.plain)).toFixed(2)} | 1.25 |`);
} finally {
  await browser.close();
  plain.close();
}
