// The rulebook editor by keyboard: another edition, one date changed with its source, what it changes, published, undone.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

const WINDOW = 'entry-window.l2-l3-deust2';

/** Types in the field that has the focus, in the place of what stands there. */
async function retype(page, text) {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Opens the editions of the rulebook. */
export async function openEditions(desk) {
  const { page } = desk;
  await walkTo(page, id('nav-rules'));
  await page.keyboard.press('Enter');
  await desk.see('rules-view-editions');
  await walkTo(page, id('rules-view-editions'));
  await page.keyboard.press('Enter');
  await desk.see('edition');
}

/** Begins a new edition of the rulebook in force. */
export async function beginEdition(desk) {
  const { page } = desk;
  await walkTo(page, `[data-id="amu-allsh-2024-2025"] ${id('edition-clone')}`);
  await page.keyboard.press('Enter');
  await desk.see('clone-form');
  await focusComesTo(page, id('clone-same'));
  await walkTo(page, id('clone-confirm'));
  await page.keyboard.press('Enter');
  await desk.see('draft-editor');
}

/** Makes the last day of the window of L2 and L3 another one, with its source. */
export async function changeWindow(desk) {
  const { page } = desk;
  await walkTo(page, id('entries-search'));
  await page.keyboard.type('l2-l3');
  await walkTo(page, id(WINDOW));
  await page.keyboard.press('Enter');
  await focusComesTo(page, id('entry-opens-0'));
  await walkTo(page, id('entry-closes-1'));
  await retype(page, '30/11/2024 12:00');
  await walkTo(page, id('cite-document'));
  await retype(page, 'Décision du 15 juillet 2024');
  await walkTo(page, id('cite-heading'));
  await retype(page, 'Article 2');
  await walkTo(page, id('cite-quote'));
  await retype(page, 'jusqu’au 30 novembre 2024 à 12 h');
  await walkTo(page, id('entry-keep'));
  await page.keyboard.press('Enter');
  await desk.at(WINDOW).filter({ hasText: '30/11/2024 12:00' }).waitFor();
}

/** From the list of editions to a published one, and back by Ctrl+Z. */
export async function rulebookWrittenByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  const blocked = await (await desk.see('tile-blocked')).innerText();
  await openEditions(desk);
  await beginEdition(desk);

  // What cannot be read is refused where it is typed, and nothing is kept.
  await walkTo(page, id('entries-search'));
  await keyboard.type('notice');
  await walkTo(page, id('entry-calendar.notice_days'));
  await keyboard.press('Enter');
  await focusComesTo(page, id('entry-value'));
  await retype(page, 'sept');
  await walkTo(page, id('entry-keep'));
  await keyboard.press('Enter');
  assert.match(await (await desk.see('failure')).innerText(), /calendar\.notice_days.*nombre/s, 'refused by its key');
  await walkTo(page, id('entries-search'), 'Shift+Tab');
  await retype(page, '');
  await keyboard.press('Delete');

  await changeWindow(desk);
  // What was typed before is still there, marked, and said not to be published.
  await walkTo(page, id('entries-search'), 'Shift+Tab');
  await retype(page, 'notice');
  assert.match(await (await desk.see('entry-calendar.notice_days')).innerText(), /Saisie non gardée/);
  await walkTo(page, id('entry-calendar.notice_days'));
  await keyboard.press('Enter');
  await focusComesTo(page, id('entry-value'));
  assert.equal(await desk.at('entry-value').inputValue(), 'sept');
  assert.match(await desk.at('draft-counts').innerText(), /une entrée modifiée/);
  await walkTo(page, id('rulebook-publish'), 'Shift+Tab');
  await keyboard.press('Enter');
  const count = await desk.see('publish-count');
  const files = Number.parseInt(await count.innerText(), 10);
  assert.match(await desk.at('publish-dialog').innerText(), /n’est pas gardée[^:]*: Rappel avant une fermeture\./);
  assert.ok(files > 0, 'how many files change is said before');
  assert.equal(await page.locator(`${id('publish-files')} tbody tr`).count(), files, 'and which');
  await walkTo(page, id('publish-confirm'));
  await keyboard.press('Enter');
  await desk.see('notice-rulebook-published');
  const own = page.locator('[data-id="amu-allsh-2024-2025-e2"]');
  await own.filter({ hasText: 'appliqué' }).waitFor();

  // Ctrl+Z gives the former rulebook back, and the draft.
  await keyboard.press('Control+z');
  await desk.see('undo-confirm');
  await walkTo(page, id('undo-confirm'));
  await keyboard.press('Enter');
  await desk.see('draft');
  assert.equal(await own.count(), 0);
  await walkTo(page, id('nav-desk'));
  await keyboard.press('Enter');
  assert.equal(await (await desk.see('tile-blocked')).innerText(), blocked, 'the files are judged as before');
  // What was refused above is an answer, not a failure of the page.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
}
