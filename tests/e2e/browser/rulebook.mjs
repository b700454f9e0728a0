// The rulebook by keyboard: a rule with what it reads, the findings it makes, the windows against today, and another rulebook.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

/** From a rule to its findings, from a window to the words it rests on, and to what another rulebook says. */
export async function rulebookByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-rules'));
  await keyboard.press('Enter');
  await desk.see('rule-DRG002');
  await walkTo(page, id('rules-search'));
  await keyboard.type('drg002');
  await desk.at('rule-CVC001').waitFor({ state: 'hidden' });
  await walkTo(page, id('rule-DRG002'));
  await keyboard.press('Enter');
  const parameters = await desk.see('rule-parameters');
  assert.match(await parameters.innerText(), /non fixé/, 'what no source gives is said');
  assert.match(await parameters.innerText(), /hors délai/, 'with the words that leave it open');
  const files = Number.parseInt(await desk.at('rule-files').innerText(), 10);
  await walkTo(page, id('rule-findings'));
  await keyboard.press('Enter');
  await desk.see('finding-row');
  assert.equal(Number.parseInt(await desk.at('findings-count').innerText(), 10), files, 'as many findings as the rule says');

  // The windows: one line each, walked through by arrows; the words each comes from.
  await walkTo(page, id('nav-rules'));
  await keyboard.press('Enter');
  await walkTo(page, id('rules-view-windows'));
  await keyboard.press('Enter');
  await desk.see('window-line');
  await walkTo(page, id('window-line'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const source = desk.at('window-source').locator('blockquote');
  await source.waitFor();
  assert.ok((await source.innerText()).length > 20, 'the sentence it comes from is quoted');
  await walkTo(page, id('chart-windows-table'), 'Shift+Tab');
  await keyboard.press('Enter');
  await page.locator(`${id('chart-windows')} tbody tr`).first().waitFor();

  // Another rulebook, key by key.
  await walkTo(page, id('rules-view-compare'), 'Shift+Tab');
  await keyboard.press('Enter');
  await desk.see('compare-count');
  await walkTo(page, id('compare-one'));
  await focusComesTo(page, id('compare-one'));
  const before = await desk.at('compare-count').innerText();
  await keyboard.press('End');
  await page.waitForFunction(([shown, former]) => document.querySelector(shown)?.innerText !== former, [id('compare-count'), before]);
}
