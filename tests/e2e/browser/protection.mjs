// A passphrase, by keyboard alone: chosen, locked behind, opened again, lost and found.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

export const PASSPHRASE = 'un cheval gris dans la cour';
const OTHER = 'une pomme verte sur le toit';

/** Protects the open workspace through its settings, and puts the recovery code away; the code. */
export async function protect(desk, name = 'Ada Première') {
  const { page } = desk;
  await (await desk.see('nav-settings')).click();
  await (await desk.see('protect')).click();
  await (await desk.see('account-name')).fill(name);
  await desk.at('secret-new').fill(PASSPHRASE);
  await desk.at('secret-again').fill(PASSPHRASE);
  await page.locator(`${id('secret-said')}.accepted`).waitFor();
  await desk.at('secret-confirm').click();
  const code = await (await desk.see('recovery-code-shown')).innerText();
  assert.match(code, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  return code;
}

/** Types into the element that has the focus, once it has. */
async function type(page, name, text) {
  await walkTo(page, id(name));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

export async function lockedAndOpenedByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await page.keyboard.press('Control+l');
  assert.ok(await desk.at('tile-blocked').isVisible(), 'without a passphrase there is nothing to lock');
  await walkTo(page, id('nav-settings'));
  await keyboard.press('Enter');
  await desk.see('protect');
  await walkTo(page, id('protect'));
  await keyboard.press('Enter');
  await focusComesTo(page, id('account-name'));
  await keyboard.type('Ada Première');
  await type(page, 'secret-new', 'motdepasse2024');
  await page.locator(`${id('secret-said')}.refused`).waitFor();
  await type(page, 'secret-new', PASSPHRASE);
  await page.locator(`${id('secret-said')}.accepted`).waitFor();
  await type(page, 'secret-again', `${PASSPHRASE}.`);
  await keyboard.press('Enter');
  await desk.see('failure');
  await type(page, 'secret-again', PASSPHRASE);
  await keyboard.press('Enter');
  const code = await (await desk.see('recovery-code-shown')).innerText();
  await walkTo(page, id('recovery-done'));
  await keyboard.press('Enter');
  assert.match(await (await desk.see('status-account')).innerText(), /Ada Première/);

  await walkTo(page, id('nav-files'), 'Shift+Tab');
  await keyboard.press('Enter');
  const row = await (await desk.see('file-row')).innerText();
  const names = row.split('\n').filter((text) => /^[\p{L}' -]{4,}$/u.test(text));
  assert.ok(names.length > 0, 'a name is on screen');
  await keyboard.press('Control+l');
  await desk.see('lock-screen');
  const shown = await page.content();
  for (const name of [...names, 'Ada Première', 'Scolarité fictive']) assert.ok(!shown.includes(name), `${name} is not in the page`);
  assert.equal(await page.title(), 'Guichet');

  await focusComesTo(page, id('secret'));
  await keyboard.type('pas celle-ci du tout');
  await keyboard.press('Enter');
  await desk.see('failure');
  await page.waitForTimeout(1500);
  await focusComesTo(page, id('secret'));
  await keyboard.type(PASSPHRASE);
  await keyboard.press('Enter');
  await desk.see('file-row');
  assert.equal(await desk.at('nav-files').getAttribute('aria-current'), 'page', 'the same screen comes back');

  await keyboard.press('Control+l');
  await desk.see('lock-screen');
  await walkTo(page, id('recover'));
  await keyboard.press('Enter');
  await focusComesTo(page, id('recovery-code'));
  await keyboard.type(code.toLowerCase().replaceAll('-', ' '));
  await type(page, 'secret-new', OTHER);
  await type(page, 'secret-again', OTHER);
  await keyboard.press('Enter');
  await desk.see('file-row');
  // The browser's console tells of each refused call: the wrong passphrase was meant to be.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
}

export async function whoReadsSeesWhatTheyMay(desk) {
  const { page } = desk;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await protect(desk);
  await desk.at('recovery-done').click();
  await desk.at('account-add').click();
  await (await desk.see('account-name')).fill('Bob Second');
  await desk.at('account-role').selectOption('read');
  await desk.at('secret-new').fill(OTHER);
  await desk.at('secret-again').fill(OTHER);
  await desk.at('secret-confirm').click();
  await page.locator(id('account-line')).nth(1).waitFor();
  await desk.at('lock').click();
  await (await desk.see('account')).fill('bob second');
  await desk.at('secret').fill(OTHER);
  await desk.at('unlock').click();
  await desk.see('account-line');
  assert.equal(await desk.at('nav-import').count(), 0, 'who reads has nothing to import');
  assert.equal(await desk.at('account-add').count(), 0, 'nor anybody to add');
  assert.ok(await desk.at('campaign').isDisabled());
  await desk.at('nav-journal').click();
  await desk.see('journal');
  // What the screen was asking while it was locked is refused, and the browser's console tells of it.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
}
