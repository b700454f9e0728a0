// Findings are waived and derogations entered by keyboard, on one file or several; states follow; all of it is undone by name.

import assert from 'node:assert/strict';
import { focusComesTo, focusIsIn, id, walkTo } from './keyboard.mjs';

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
  await walkTo(page, id('waive-until'));
  await desk.at('waive-until').fill('24/09/2024');
  await refusedAt(desk, 'waive-until', 'avant la date de situation (25/09/2024)');
  assert.ok(await desk.at('waive-confirm').isDisabled(), 'it would have ended already');
  await desk.at('waive-until').fill('');
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

/** A file that leaves the list by a decision keeps its place between the others: the next one is one key away. */
export async function nextAfterWaiving(desk) {
  const { page } = desk;
  await onTheList(desk);
  await desk.at('filter-states').click();
  await (await desk.see('filter-states-blocked')).check();
  await page.keyboard.press('Escape');
  await page.locator(`${id('file-row')}[data-row="0"] [data-state="blocked"]`).waitFor();
  const nameAt = (row) => page.locator(`${id('file-row')}[data-row="${row}"] [data-column="student_number"]`).innerText();
  const next = await nameAt(1);
  await page.locator(`${id('file-row')}[data-row="0"] [data-column="student_number"]`).click();
  await desk.see('waive');
  assert.ok(await page.evaluate(() => { const grid = document.querySelector('[role="grid"]'); return grid.scrollWidth <= grid.clientWidth; }), 'beside an open file the list is whole');
  await desk.at('waive').click();
  assert.match(await (await desk.see('decision-subject')).innerText(), /\S+ \S+ .*\d{8}/, 'who it is about is said where one decides');
  await (await desk.see('waive-reason')).selectOption('proof-seen');
  await desk.at('waive-confirm').click();
  await desk.at('waive-form').waitFor({ state: 'hidden' });
  await says(page, 'drawer-place', '—');
  assert.ok(await desk.at('drawer-previous').isDisabled(), 'nothing stood before it');
  await walkTo(page, id('drawer-next'));
  await page.keyboard.press('Enter');
  await says(page, 'drawer-place', '1 /');
  assert.match(await desk.at('drawer').innerText(), new RegExp(next), 'the file that came after it');
}

/** Opens the list of files of the fictitious office, with the focus on its first row. */
async function onTheList(desk) {
  const { page } = desk;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-files'));
  await page.keyboard.press('Enter');
  await desk.see('file-row');
  await walkTo(page, '[role="gridcell"]');
}

/** Waits until an element says something. */
const says = (page, testId, words) =>
  page.waitForFunction(([selector, wanted]) => document.querySelector(selector)?.innerText.includes(wanted), [id(testId), words]);

/** Waits until a field is refused, in words said with it and nowhere else. */
async function refusedAt(desk, field, words) {
  const { page } = desk;
  await page.waitForFunction(([selector, wanted]) => {
    const input = document.querySelector(selector);
    const said = document.getElementById(input?.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    return input?.getAttribute('aria-invalid') === 'true' && said.includes(wanted);
  }, [id(field), words]);
  assert.equal(await page.locator(id('failure')).count(), 0, 'it is said at the field alone');
  // What is refused is an answer, not a failure of the page.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
}

/** Undoes the last operation, whose name must say this. */
export async function undo(desk, named) {
  const { page } = desk;
  await page.keyboard.press('Control+z');
  assert.match(await (await desk.see('undo-what')).innerText(), named);
  await walkTo(page, id('undo-confirm'));
  await page.keyboard.press('Enter');
  await desk.at('undo-confirm').waitFor({ state: 'hidden' });
}

/** Rows are selected by keyboard, across filters; their findings are waived at once, looked at in the list of waivers, and undone. */
export async function severalByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await onTheList(desk);
  await keyboard.press('Space');
  await says(page, 'selection-count', '1 dossier sélectionné');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await says(page, 'selection-count', '3 dossiers sélectionnés');
  await keyboard.press('Shift+ArrowUp');
  await says(page, 'selection-count', '2 dossiers sélectionnés');
  assert.equal(await page.locator('[data-testid="file-row"][aria-selected="true"]').count(), 2);
  await keyboard.press('Control+a');
  await says(page, 'selection-count', '188 dossiers sélectionnés');

  // The selection survives a filter, and says what lies outside.
  await desk.at('search').fill('Bellier');
  await says(page, 'selection-count', 'hors de la liste');
  await desk.at('search').fill('');
  await page.waitForFunction((selector) => !document.querySelector(selector)?.innerText.includes('hors'), id('selection-count'));

  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('l');
  await desk.see('waive-form');
  await page.waitForFunction(() => document.activeElement?.id === 'waive-code');
  await page.waitForFunction(() => document.querySelectorAll('#waive-code option').length > 2);
  await desk.at('waive-code').selectOption('CVC001');
  await walkTo(page, id('waive-reason'));
  await keyboard.press('ArrowDown');
  await page.waitForFunction((selector) => /anomalies seront levées/.test(document.querySelector(selector)?.innerText ?? ''), id('waive-effect'));
  assert.match(await desk.at('waive-effect').innerText(), /dossiers? passeront? de|passera de/, 'the effect is shown before');
  await walkTo(page, id('waive-confirm'));
  await keyboard.press('Enter');
  await desk.at('waive-form').waitFor({ state: 'hidden' });

  await walkTo(page, id('nav-waivers'));
  await keyboard.press('Enter');
  await desk.see('waiver-line');
  const lines = () => page.locator(id('waiver-line')).count();
  const before = await lines();
  assert.ok(before > 1);
  await walkTo(page, '[data-line]');
  await keyboard.press('Enter');
  await desk.see('then-now');
  await keyboard.press('Delete');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length === count, [id('waiver-line'), before - 1]);
  await focusComesTo(page, '[data-line]');

  // One undo takes the withdrawal back, one more all the waivers at once.
  await undo(desk, /Levées retirées\s: CVC001 × 1/);
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length === count, [id('waiver-line'), before]);
  await undo(desk, /CVC001/);
}

/** A derogation is entered by keyboard from the finding it settles; its effect is shown before; it is undone. */
export async function derogationByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await onTheList(desk);
  await desk.at('filter-codes').click();
  await (await desk.see('filter-codes-RPT001')).check();
  await keyboard.press('Escape');
  await page.locator('.chips').waitFor();
  await page.waitForFunction((selector) => !document.querySelector(selector)?.innerText.startsWith('188'), id('files-count'));
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  await page.locator('[data-finding="RPT001"]').waitFor();
  const finding = page.locator('[data-finding="RPT001"]');
  await finding.focus();
  await keyboard.press('d');
  await desk.see('entry-form');
  assert.ok(await desk.at('entry-confirm').isDisabled(), 'who decided and when are to be said first');
  await walkTo(page, id('entry-by'));
  await keyboard.type('Doyen de la faculté');
  await walkTo(page, id('entry-on'));
  await desk.at('entry-on').fill('26/09/2024');
  await refusedAt(desk, 'entry-on', 'après la date de situation (25/09/2024)');
  assert.ok(await desk.at('entry-confirm').isDisabled(), 'what is decided later is not decided yet');
  await desk.at('entry-on').fill('2024-09-12');
  await walkTo(page, id('entry-reference'));
  await keyboard.type('D-2024-17');
  await page.waitForFunction((selector) => (document.querySelector(selector)?.innerText ?? '') !== '', id('entry-effect'));
  await walkTo(page, id('entry-confirm'));
  await keyboard.press('Enter');
  await desk.at('entry-form').waitFor({ state: 'hidden' });
  await finding.waitFor({ state: 'detached' });
  assert.match(await (await desk.see('desk-mark')).innerText(), /Saisi au guichet/);
  assert.ok(await focusIsIn(page, 'drawer'), 'the focus stays in the file');
  await undo(desk, /Dérogation saisie au guichet/);
  await finding.waitFor();
}
