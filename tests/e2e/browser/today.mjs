// The desk of the day by keyboard: its pictures are walked through by arrows, each opens its list, and each has its table.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

const numberIn = (text) => Number(text.replaceAll(/\s/g, '').match(/\d+/)?.[0]);

/** From each picture of the desk to the list that it stands for. */
export async function dayByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  const home = async () => {
    await walkTo(page, id('nav-desk'));
    await keyboard.press('Enter');
    await desk.see('chart-funnel');
  };
  /** Waits until the list of files is that long. */
  const listOf = (count) =>
    page.waitForFunction(([shown, wanted]) => Number.parseInt(document.querySelector(shown)?.innerText.replaceAll(/\s/g, '') ?? '', 10) === wanted, [id('files-count'), count]);
  await (await desk.see('start-demo')).click();
  await desk.see('chart-funnel');

  // What waits opens its list, as long as it says.
  const blocked = numberIn(await desk.at('task-blocked').innerText());
  await walkTo(page, id('task-blocked'));
  await keyboard.press('Enter');
  await listOf(blocked);
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  const name = await (await desk.see('drawer-name')).innerText();
  await desk.see('finding');
  await home();
  assert.match(await desk.at('resume-file').innerText(), new RegExp(name), 'the last file can be resumed');

  // The steps are one stop of Tab; arrows go from one to the next.
  const complete = numberIn((await desk.at('chart-funnel-text').innerText()).split(',')[1]);
  await walkTo(page, id('funnel-imported'));
  await keyboard.press('ArrowDown');
  await focusComesTo(page, id('funnel-complete'));
  await keyboard.press('Enter');
  await listOf(complete);
  await home();

  // The calendar: a mark opens those concerned.
  await walkTo(page, '[data-testid="chart-agenda"] [data-mark]');
  await keyboard.press('End');
  const told = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.match(told ?? '', /\d{2}\/\d{2}\/\d{4}/, 'a mark says its day');
  await keyboard.press('Enter');
  await page.locator(`${id('files-grid')}, ${id('findings-grid')}`).waitFor();
  await home();

  // Each picture has its table.
  for (const chart of ['agenda', 'funnel', 'programmes']) {
    await walkTo(page, id(`chart-${chart}-table`));
    await keyboard.press('Enter');
    await page.locator(`${id(`chart-${chart}`)} table.table tbody tr`).first().waitFor();
    assert.equal(await page.locator(`${id(`chart-${chart}`)} [data-mark]`).count(), 0);
  }
}
