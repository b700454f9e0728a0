// What the rules found: grouped, folded, filtered and walked through by keyboard, down to the cell and the file.

import assert from 'node:assert/strict';
import { undo } from './decisions.mjs';
import { focusComesTo, focusIsIn, id, walkTo } from './keyboard.mjs';
import { cut } from './list.mjs';

/** The list of findings of the fictitious office, by keyboard. */
async function openFindings(desk) {
  const { page } = desk;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-findings'));
  await page.keyboard.press('Enter');
  await desk.see('finding-row');
}

/** From the groups to a finding, to the next ones across groups, to its file, and back to its line. */
export async function findingsByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFindings(desk);
  assert.deepEqual(await cut(page), [], 'no number, date or cell of evidence is cut');
  const bands = await desk.at('finding-band').count();
  assert.ok(bands > 2, 'one group for each rule');
  assert.equal(await desk.at('finding-band').first().getAttribute('aria-expanded'), 'true', 'the first group is open');

  // The head of a group folds and unfolds by the arrows.
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Control+Home');
  const opened = await desk.at('finding-row').count();
  await keyboard.press('ArrowLeft');
  await page.waitForFunction((wanted) => document.querySelector(wanted)?.getAttribute('aria-expanded') === 'false', id('finding-band'));
  assert.ok((await desk.at('finding-row').count()) < opened, 'its findings are put away');
  await keyboard.press('ArrowRight');
  await desk.see('finding-row');

  // F8 shows the first finding of the group, with its cell framed; Shift+F8 has nothing before it.
  await keyboard.press('F8');
  await desk.see('finding-panel');
  await desk.see('extract-marked-cell');
  await focusComesTo(page, '[data-finding]');
  const code = await page.evaluate(() => document.activeElement?.dataset.finding);
  assert.ok(await desk.at('finding-rule-words').isVisible(), 'the rule is told in words');
  assert.ok(await desk.at('finding-quote').first().isVisible(), 'the words it rests on are quoted');
  assert.match(await desk.at('finding-panel-place').innerText(), /^1\s/);
  await keyboard.press('Shift+F8');
  assert.match(await desk.at('finding-panel-place').innerText(), /^1\s/);

  // F8 goes on into the next group, which it opens.
  for (let pressed = 0; pressed < opened + 1; pressed += 1) {
    const place = await desk.at('finding-panel-place').innerText();
    await keyboard.press('F8');
    await page.waitForFunction(([wanted, before]) => document.querySelector(wanted)?.innerText !== before, [id('finding-panel-place'), place]);
    await focusComesTo(page, '[data-finding]');
    if ((await page.evaluate(() => document.activeElement?.dataset.finding)) !== code) break;
  }
  assert.notEqual(await page.evaluate(() => document.activeElement?.dataset.finding), code, 'another rule');
  assert.equal(await page.locator(`${id('finding-band')}[aria-expanded="true"]`).count(), 2, 'its group is open too');

  // Escape returns to the line; Enter opens its file at that finding.
  await keyboard.press('Escape');
  await desk.at('finding-panel').waitFor({ state: 'hidden' });
  await focusComesTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  await desk.see('drawer');
  await focusComesTo(page, '[data-finding]');
  await keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  await keyboard.press('Escape');

  // Only what cannot be told, by deadline.
  const before = await desk.at('findings-count').innerText();
  await walkTo(page, id('filter-outcomes'), 'Shift+Tab');
  await keyboard.press('Enter');
  await walkTo(page, id('filter-outcomes-cannot_tell'));
  await keyboard.press('Space');
  await page.waitForFunction(([wanted, former]) => document.querySelector(wanted)?.innerText !== former, [id('findings-count'), before]);
  await keyboard.press('Escape');
  await walkTo(page, id('findings-by'));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await page.waitForFunction((wanted) => /\d{2}\/\d{2}\/\d{4}|Sans échéance/.test(document.querySelector(wanted)?.innerText ?? ''), id('finding-band'));
  const total = (await desk.at('findings-count').innerText()).match(/^[\d\s]+/)?.[0].replace(/\s/g, '');
  const counts = await page.locator(`${id('finding-band')} .count`).evaluateAll((elements) => elements.map((element) => Number.parseInt(element.firstChild?.textContent?.replace(/\s/g, '') ?? '', 10)));
  assert.equal(counts.reduce((sum, count) => sum + count, 0), Number(total), 'the groups add up to the list');
  assert.ok(!(await focusIsIn(page, 'findings-grid')), 'the choice keeps the focus');

  // The findings of the group in which the list stands are waived together: the effect first, then one undo for all.
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Control+End');
  const band = await desk.at('finding-band').last().innerText();
  const bar = await desk.at('selection-count').innerText();
  assert.ok(band.includes(bar.match(/«\s(.*)\s»/)[1]), `the bar names the group: ${bar}`);
  await keyboard.press('F6');
  await walkTo(page, id('selection-waive'));
  await keyboard.press('Enter');
  await desk.see('waive-form');
  await focusComesTo(page, id('waive-code'));
  await keyboard.press('ArrowDown');
  await walkTo(page, id('waive-reason'));
  await keyboard.press('ArrowDown');
  await page.waitForFunction((wanted) => /\d+ anomalies? /.test(document.querySelector(wanted)?.innerText ?? ''), id('waive-effect'));
  const waived = Number((await desk.at('waive-effect').innerText()).match(/\d+/)[0]);
  await walkTo(page, id('waive-confirm'));
  await keyboard.press('Enter');
  await desk.at('waive-form').waitFor({ state: 'hidden' });
  const comesTo = (count) =>
    page.waitForFunction(([selector, wanted]) => Number.parseInt(document.querySelector(selector)?.innerText, 10) === wanted, [id('findings-count'), count]);
  await comesTo(Number(total) - waived);
  await undo(desk, /Constats levés/);
  await comesTo(Number(total));
}

/** After a decision on a whole group, the list stays where one was, and the keyboard in it. */
export async function placeKept(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFindings(desk);
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Control+End');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+End');
  const place = () =>
    page.evaluate(() => {
      const grid = document.querySelector('[role="treegrid"]');
      const cell = grid.querySelector('[tabindex="0"]');
      return { row: Number(cell.closest('[data-row]').dataset.row), top: grid.scrollTop, lines: Number(grid.getAttribute('aria-rowcount')) };
    });
  const before = await place();
  assert.ok(before.top > 0 && before.row > 20, 'one is far down the list');

  await walkTo(page, id('selection-waive'));
  await keyboard.press('Enter');
  await desk.see('waive-form');
  await walkTo(page, id('waive-reason'));
  await keyboard.press('ArrowDown');
  await page.waitForFunction((selector) => /comptera|levé/.test(document.querySelector(selector)?.innerText ?? ''), id('waive-effect'));
  await walkTo(page, id('waive-confirm'));
  await keyboard.press('Enter');
  await desk.at('waive-form').waitFor({ state: 'hidden' });
  await page.waitForFunction((lines) => Number(document.querySelector('[role="treegrid"]').getAttribute('aria-rowcount')) < lines, before.lines);
  const after = await place();
  const gone = before.lines - after.lines;
  assert.ok(after.row >= before.row - gone && after.row > 0, `the row at the same place, or the last one: ${JSON.stringify([before, after])}`);
  assert.ok(after.top > 0 && before.top - after.top <= (gone + 1) * 40, 'the list did not go back to its beginning');
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'the keyboard is somewhere');
}

/** A finding that leaves the list by a waiver keeps its place between the others: the next one is one key away. */
export async function nextFindingAfterWaiving(desk) {
  const { page } = desk;
  await openFindings(desk);
  await desk.at('finding-row').first().locator('[role="gridcell"]').first().click();
  await (await desk.see('waive')).click();
  await (await desk.see('waive-reason')).selectOption('proof-seen');
  await desk.at('waive-confirm').click();
  await desk.at('waive-form').waitFor({ state: 'hidden' });
  const place = (words) => page.waitForFunction(([selector, wanted]) => document.querySelector(selector)?.innerText.startsWith(wanted), [id('finding-panel-place'), words]);
  await place('—');
  assert.ok(await desk.at('finding-panel-previous').isDisabled(), 'nothing stood before it');
  await walkTo(page, id('finding-panel-next'));
  await page.keyboard.press('Enter');
  await place('1');
}
