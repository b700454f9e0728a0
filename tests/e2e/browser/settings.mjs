// The settings by keyboard: how the window looks and hears keys, what is kept of that, what the application is made of.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

/** A part of the root element's data, once it is this. */
const rootSays = (page, name, value) => page.locator(`html[data-${name}="${value}"]`).waitFor();

/** The height of the first row of the list of files. */
const rowHeight = (page) => page.locator(`${id('file-row')}[data-row="1"]`).evaluate((row) => row.getBoundingClientRect().height);

async function settingsAreKept(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await keyboard.press('Control+,');
  await desk.see('settings-display');
  await focusComesTo(page, 'h1');
  await walkTo(page, id('theme-system'));
  for (const theme of ['light', 'dark', 'contrast']) {
    await keyboard.press('ArrowRight');
    await rootSays(page, 'theme', theme);
  }
  await walkTo(page, id('density-standard'));
  await keyboard.press('ArrowRight');
  await rootSays(page, 'density', 'airy');
  await walkTo(page, id('system-font'));
  await keyboard.press('Space');
  await rootSays(page, 'font', 'system');
  assert.doesNotMatch(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /Inter/);
  await walkTo(page, id('letters'));
  await keyboard.press('Space');
  await page.keyboard.press('Control+Equal');
  await page.waitForFunction((zoom) => document.querySelector(zoom)?.textContent?.startsWith('110'), id('zoom'));

  // A start anew finds all of it; the letters do nothing any more.
  await page.reload();
  await rootSays(page, 'theme', 'contrast');
  await rootSays(page, 'density', 'airy');
  assert.equal(await page.evaluate(() => document.documentElement.style.zoom), '110%');
  await page.keyboard.press('Control+0');
  await (await desk.see('nav-files')).click();
  await desk.see('file-row');
  assert.equal(await rowHeight(page), 40);
  await page.locator(`${id('file-row')}[data-row="1"] [data-column]`).first().waitFor();
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('l');
  await keyboard.press('F8');
  await desk.see('finding');
  assert.equal(await desk.at('waive-form').count(), 0, 'a letter alone does nothing');
  assert.deepEqual(await page.evaluate(() => [document.activeElement?.matches('[data-testid="finding"]'), document.querySelector('dialog')]), [true, null]);
}

async function languageAndData(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await keyboard.press('Control+,');
  await walkTo(page, id('in-fr'));
  await keyboard.press('ArrowRight');
  await page.locator('html[lang="en"]').waitFor();
  assert.equal(await page.locator('h1').innerText(), 'Settings');
  await keyboard.press('ArrowLeft');
  await page.locator('html[lang="fr"]').waitFor();

  const folder = join(desk.home, 'exports');
  mkdirSync(folder);
  await desk.answer({ pick_folder: folder });
  for (const round of [1, 2]) {
    await walkTo(page, id('export-all'));
    await keyboard.press('Enter');
    await desk.see('notice-all-exported');
    const written = readdirSync(folder).sort();
    assert.equal(written.length, round, 'each export has a folder of its own');
    const files = readdirSync(join(folder, written.at(-1)));
    assert.equal(files.filter((name) => name.endsWith('.xlsx')).length, 5, `the report and four lists: ${files}`);
    assert.ok(files.some((name) => name.endsWith('.jsonl')), 'and the journal');
    await desk.at('notice-all-exported').getByRole('button').last().click();
    await desk.at('notice-all-exported').waitFor({ state: 'hidden' });
  }

  await walkTo(page, id('parts-search'));
  await keyboard.type('sqlcipher');
  await page.locator(`${id('parts')} tbody tr:only-child`).waitFor();
  assert.match(await desk.at('parts').innerText(), /BSD-3-Clause/);
  // Its text is fetched when it is shown; Escape gives the keyboard back to its name.
  await walkTo(page, id('part'));
  await keyboard.press('Enter');
  assert.match(await (await desk.see('licence-text')).innerText(), /ZETETIC/);
  await keyboard.press('Escape');
  await desk.at('licence-text').waitFor({ state: 'hidden' });
  assert.ok(await page.evaluate((selector) => document.activeElement.matches(selector), id('part')));
}

/** The keys by which a browser reloads, prints and searches: what is on screen stays, also half an answer. */
async function browserKeysDoNothing(desk) {
  const { page } = desk;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await (await desk.see('nav-files')).click();
  await (await desk.see('search')).fill('exemple');
  await page.evaluate(() => {
    globalThis.taken = [];
    addEventListener('keydown', (event) => globalThis.taken.push([event.key, event.isTrusted, event.defaultPrevented]));
  });
  for (const key of ['F5', 'F3', 'Control+r', 'Control+p', 'Control+s', 'Control+Shift+R']) await page.keyboard.press(key);
  const taken = (await page.evaluate(() => globalThis.taken)).filter(([key]) => !['Control', 'Shift'].includes(key));
  assert.deepEqual(taken, ['F5', 'F3', 'r', 'p', 's', 'R'].map((key) => [key, true, true]));
  assert.equal(await desk.at('search').inputValue(), 'exemple');
}

/** Each journey with its name. */
export const settingsJourneys = [
  ['the settings are found, chosen and kept by keyboard', settingsAreKept],
  ['the language changes in the settings, everything is exported, the licences are searched', languageAndData],
  ['the keys of a browser do nothing', browserKeysDoNothing],
];
