// Imports as a clerk does them: files dropped or chosen, questions answered by keyboard, a plan applied, stopped, undone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { doubtful, long, messy, namesakes } from './files.mjs';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

/** A new empty workspace. */
export async function emptyOffice(desk) {
  await (await desk.see('start-create')).click();
  await (await desk.see('workspace-name')).fill('Bureau fictif');
  await (await desk.see('workspace-create')).click();
  await desk.see('screen-desk');
}

/** From any step of an import without an open question to its end. */
export async function applyImport(desk) {
  await (await desk.see('step-go-apply')).click();
  await (await desk.see('import-apply')).click();
  await desk.see('import-done');
}

/** What the plan shown counts in one of its lists. */
async function planned(desk, tab) {
  await (await desk.see('step-go-check')).click();
  return Number((await (await desk.see(`plan-count-${tab}`)).innerText()).replaceAll(/\D/g, ''));
}

/** How many files the desk says there are. */
async function filesKept(desk) {
  return desk.page.evaluate(() => fetch('/call/summary', { method: 'POST', body: '{}' }).then((answer) => answer.json()).then(({ files }) => files));
}

export async function droppedFiles(desk) {
  await emptyOffice(desk);
  const office = desk.office();
  await desk.drop(office);
  await (await desk.see('step-go-files')).click();
  await desk.see('step-files');
  assert.equal(await desk.at('import-file').count(), office.length, 'every dropped file is shown');
  assert.ok((await planned(desk, 'new')) > 0, 'the plan adds something');
  await applyImport(desk);

  // The same files again change nothing, and it is said that they are known.
  await desk.drop(office);
  assert.equal(await planned(desk, 'new'), 0);
  assert.equal(await planned(desk, 'changed'), 0);
  assert.ok(await desk.at('step-go-apply').isDisabled(), 'there is nothing to apply');
  await desk.at('step-go-files').click();
  assert.equal(await desk.at('already').count(), office.length, 'each file is said to be known');
}

export async function messyFileByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await emptyOffice(desk);
  await desk.answer({ pick_files: [messy(desk.home)], pick_save: desk.home });
  await keyboard.press('Control+i');

  // The steps that ask nothing are passed over; the focus is on the first question.
  await desk.see('step-columns');
  await focusComesTo(page, id('column-field'));
  assert.match(await page.evaluate(() => document.activeElement.closest('tr').textContent), /Cursus local/);
  await keyboard.type('niveau');
  await keyboard.press('Enter');
  await page.locator('[data-testid="column"][data-column="E4"] [data-state="answered"]').waitFor();

  // The header row can be looked at, and taken again, without answering anything else anew.
  await keyboard.press('Alt+ArrowLeft');
  await desk.see('step-sheets');
  await walkTo(page, '[data-raw-row][tabindex="0"]');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.rawRow), '4', 'the row of the headers has the keyboard');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');
  await walkTo(page, id('step-next'));
  await keyboard.press('Enter');

  await desk.see('step-values');
  await focusComesTo(page, id('value-meaning'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Escape');
  await keyboard.type('formation continue');
  await keyboard.press('Enter');
  await focusComesTo(page, id('step-next'));
  await keyboard.press('Enter');

  await desk.see('step-check');
  assert.equal(await planned(desk, 'new'), 3);
  assert.equal(await filesKept(desk), 0, 'nothing is written before it is applied');
  await page.locator('#step-title').focus();
  await keyboard.press('Enter');
  await desk.see('step-apply');
  await walkTo(page, id('import-apply'));
  await keyboard.press('Enter');
  await desk.see('import-done');
  assert.equal(await filesKept(desk), 3);

  // Undone by name, never silently; the journal says so, and the same file can be imported again.
  await keyboard.press('Control+z');
  assert.match(await (await desk.see('undo-what')).innerText(), /effectifs\.csv/);
  assert.equal(await filesKept(desk), 3, 'it is only offered');
  await keyboard.press('Enter');
  await desk.see('notice-undone');
  assert.equal(await filesKept(desk), 0);
  await walkTo(page, id('nav-journal'), 'Shift+Tab');
  await keyboard.press('Enter');
  await page.locator('[data-testid="journal-line"][data-undoable="undone"]').waitFor();

  // What was answered is remembered: the second time nothing is asked.
  await keyboard.press('Control+i');
  await desk.see('step-check');
  assert.equal(await planned(desk, 'new'), 3, 'importing again is a first import');
}

export async function personConfirmed(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await emptyOffice(desk);
  await desk.drop([namesakes(desk.home)]);
  await desk.see('step-check');
  await applyImport(desk);
  await desk.drop([doubtful(desk.home)]);
  await desk.see('step-check');
  await desk.see('person');
  assert.equal(await desk.at('person').count(), 2, 'each doubtful row is shown');
  assert.equal(await desk.at('person').first().getByTestId('person-this').count(), 2, 'with both persons it may be about');

  // The letter of the frame the focus is in answers; the focus goes to the next question.
  await walkTo(page, id('person-this'));
  await keyboard.press('o');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="person"]:not([data-question])').length === 1);
  await page.waitForFunction(() => document.activeElement?.closest('[data-testid="person"]')?.dataset.question !== undefined);
  await keyboard.press('l');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="person"]:not([data-question])').length === 2);
  await focusComesTo(page, id('step-next'));
  assert.equal(await planned(desk, 'new'), 1, 'one row is about a person now, the other is left out');
  await applyImport(desk);
  assert.equal(await filesKept(desk), 3);
}

export async function answersServeAgain(desk) {
  const { page } = desk;
  await emptyOffice(desk);
  const answers = { pick_files: [messy(desk.home)], pick_save: desk.home };
  await desk.answer(answers);
  const level = page.locator('[data-testid="column"][data-column="E4"]');
  const choose = async () => {
    await (await desk.see('nav-import')).click();
    await (await desk.see('import-choose')).click();
    await level.waitFor();
  };
  await choose();
  // Clicking in a field that shows a choice and typing searches for another.
  await level.getByTestId('column-field').click();
  await page.keyboard.type('niveau');
  await page.keyboard.press('Enter');
  await level.locator('[data-state="answered"]').waitFor();

  // As a file one can share, opened again for files of which nothing was answered.
  await desk.at('mapping-save').click();
  const path = await (await desk.see('notice-mapping')).getByTestId('notice-detail').innerText();
  assert.match(path, /\.toml$/);
  assert.doesNotMatch(readFileSync(path, 'utf8'), /EXEMPLE|21001001/, 'nobody is named in it');
  // What was answered is not given up in silence: Escape goes on with the import, Enter gives it up.
  await desk.at('import-discard').click();
  await desk.see('discard-confirm');
  await page.keyboard.press('Escape');
  await desk.at('discard-confirm').waitFor({ state: 'hidden' });
  assert.ok(await desk.at('import-discard').isVisible(), 'the import goes on');
  await desk.at('import-discard').click();
  await desk.see('discard-confirm');
  await page.keyboard.press('Enter');
  await choose();
  assert.equal(await level.locator('[data-state="answered"]').count(), 0, 'what was not kept is asked again');
  await desk.answer({ ...answers, pick_toml: path });
  await desk.at('mapping-open').click();
  await level.locator('[data-state="answered"]').waitFor({ state: 'attached' });

  // Under a name in the workspace: taken by itself the next time, and forgotten when one says so.
  await desk.at('mapping-keep').click();
  await (await desk.see('mapping-name')).fill('Effectifs du bureau');
  await desk.at('mapping-confirm').click();
  await desk.at('mapping-name').waitFor({ state: 'hidden' });
  await desk.at('import-discard').click();
  await (await desk.see('import-choose')).click();
  await desk.see('step-values');
  await desk.at('step-go-columns').click();
  assert.ok(await (await desk.see('remembered')).isChecked(), 'it says that remembered answers are in use');
  await desk.at('mapping-list').click();
  const kept = await desk.see('mappings');
  assert.match(await kept.innerText(), /Effectifs du bureau/);
  await kept.getByRole('button').click();
  await kept.waitFor({ state: 'hidden' });
}

export async function stoppedImport(desk) {
  const { page } = desk;
  await emptyOffice(desk);
  const list = long(desk.home);
  const reading = desk.drop([list]);
  await (await desk.see('task-cancel')).click();
  await reading;
  await desk.see('notice-cancelled');
  await desk.see('drop-zone');
  await page.getByTestId('notice-cancelled').getByRole('button').click();

  await desk.drop([list]);
  await desk.see('step-check');
  assert.equal(await planned(desk, 'new'), 40_000);
  await (await desk.see('page-next')).click();
  await page.getByText('22000200', { exact: false }).first().waitFor();
  assert.equal(await desk.at('plan-row').count(), 200, 'a page has 200 lines');
  await desk.at('step-go-apply').click();
  await (await desk.see('import-apply')).click();
  await (await desk.see('task-cancel')).click();
  await desk.see('notice-cancelled');
  assert.equal(await filesKept(desk), 0, 'nothing is left behind');
  // The browser calls the command that was stopped a failed request.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
  await desk.see('import-apply');
}
