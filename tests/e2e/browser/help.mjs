// The help by keyboard: the page of each screen, a search over screens and rules, every key.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

const SCREENS = ['desk', 'files', 'findings', 'requests', 'waivers', 'simulation', 'import', 'rules', 'journal', 'backups', 'settings'];
const title = (page) => page.locator(`${id('help-page')} .level-1`);

async function helpOfEveryScreen(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await desk.see('start-demo');
  await keyboard.press('F1');
  await title(page).waitFor();
  const first = await title(page).innerText();
  await keyboard.press('Escape');
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  const titles = new Set([first]);
  for (const screen of SCREENS) {
    await (await desk.see(`nav-${screen}`)).click();
    const name = await desk.at(`nav-${screen}`).innerText();
    await desk.see(`screen-${screen}`);
    await keyboard.press('F1');
    await title(page).waitFor();
    assert.equal(await title(page).innerText(), name.trim(), 'the page is that of the screen');
    titles.add(name);
    await keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  assert.equal(titles.size, SCREENS.length + 1);

  // Every shortcut is listed, one reads a rule, and goes to it.
  await keyboard.press('F1');
  await focusComesTo(page, id('help-search'));
  await walkTo(page, id('help-keys'));
  await keyboard.press('Enter');
  const keys = await (await desk.see('shortcuts')).innerText();
  for (const key of ['Ctrl+I', 'Ctrl+E', 'Ctrl+K', 'Ctrl+,', 'F1', 'F8', 'F6']) assert.ok(keys.includes(key), key);
  await walkTo(page, id('help-search'), 'Shift+Tab');
  await keyboard.type('cvc001');
  await walkTo(page, id('help-CVC001'));
  await keyboard.press('Enter');
  await walkTo(page, id('help-to-rules'));
  await keyboard.press('Enter');
  await desk.see('rule-page');
  assert.match(await desk.at('rule-page').innerText(), /CVC001/);

  // From the commands, by words that only a page has.
  await keyboard.press('Control+k');
  await desk.see('palette-search');
  await keyboard.type('publipostage cvec');
  await page.locator('[role="option"]').first().waitFor();
  await keyboard.press('Enter');
  await desk.see('help-page');
  await title(page).waitFor();
  assert.equal(await title(page).innerText(), 'Exporter');
}

/** Each journey with its name. */
export const helpJourneys = [['the help has a page for each screen, is searched with the rules, and lists every key', helpOfEveryScreen]];
