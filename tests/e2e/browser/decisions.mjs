// A finding is waived by keyboard with its reason; the file's state follows; the waiver is undone by name.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

/** Opens the file whose only error is one finding that can be waived, and waives it with a reason. */
export async function waivedByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-files'));
  await keyboard.press('Enter');
  await desk.see('file-row');
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  await desk.see('finding');
  const count = () => page.locator('#findings').innerText();
  const before = await count();

  await walkTo(page, id('waive'));
  await keyboard.press('Enter');
  await desk.see('waive-form');
  assert.ok(await desk.at('waive-confirm').isDisabled(), 'a reason is to be chosen first');
  await page.waitForFunction(() => document.querySelector('[data-testid="waive-effect"]')?.innerText.trim() !== '');
  await keyboard.press('Escape');
  await desk.at('waive-form').waitFor({ state: 'hidden' });

  // The focus is back where it was; from anywhere in the finding, the letter alone opens it.
  assert.ok(await page.evaluate(() => document.activeElement?.matches('[data-testid="waive"]')), 'the focus is back on the button');
  const code = await page.evaluate(() => document.activeElement?.closest('[data-finding]')?.dataset.finding);
  await keyboard.press('l');
  await desk.see('waive-form');
  assert.ok(await page.evaluate(() => document.activeElement?.id === 'waive-reason'), 'the list of reasons has the focus');
  await keyboard.press('ArrowDown');
  await walkTo(page, id('waive-text'));
  await keyboard.type('Attestation vue au guichet');
  await walkTo(page, id('waive-confirm'));
  await keyboard.press('Enter');
  await desk.at('waive-form').waitFor({ state: 'hidden' });
  await focusComesTo(page, `[data-finding="${code}"]`);
  const waiver = page.locator(`[data-finding="${code}"] [data-waiver="active"]`);
  await waiver.waitFor();
  assert.match(await waiver.innerText(), /Attestation vue au guichet/);
  assert.notEqual(await count(), before, 'it counts no more');

  await keyboard.press('Control+z');
  const what = await desk.see('undo-what');
  assert.match(await what.innerText(), new RegExp(`Constats levés.*${code}`));
  await walkTo(page, id('undo-confirm'));
  await keyboard.press('Enter');
  await desk.at('undo-confirm').waitFor({ state: 'hidden' });
  await waiver.waitFor({ state: 'detached' });
  await page.waitForFunction((words) => document.querySelector('#findings')?.innerText === words, before);
}
