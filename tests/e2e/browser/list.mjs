// The list of files as a clerk arranges it, by keyboard: columns, views, groups, pages, and the way to a file.

import assert from 'node:assert/strict';
import { focusIsIn, id, walkTo } from './keyboard.mjs';

const heads = (page) => page.evaluate(() => [...document.querySelectorAll('[role="columnheader"][data-column]')].map((head) => head.dataset.column).filter((key) => key !== 'box'));

/** What must never be cut and is: the column and the text of each. */
export const cut = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role="gridcell"] [data-whole], [role="gridcell"].words.whole')]
      .filter((text) => {
        if (!text.textContent.trim()) return false;
        const cell = text.closest('[role="gridcell"]');
        const room = cell.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(text);
        const own = range.getBoundingClientRect();
        return cell.scrollWidth > cell.clientWidth || own.right > room.right + 0.5 || own.left < room.left - 0.5 || text.scrollWidth > text.clientWidth;
      })
      .map((text) => `${text.closest('[data-column]').dataset.column}: ${text.textContent}`),
  );

async function openFiles(desk) {
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(desk.page, id('nav-files'));
  await desk.page.keyboard.press('Enter');
  await desk.see('file-row');
}

/** Chooses an entry of the menu of views by the beginning of its name. */
async function chooseView(desk, name) {
  const { page } = desk;
  await walkTo(page, id('views'));
  await page.keyboard.press('Enter');
  await page.getByRole(/^(Colonnes|Enregistrer)/.test(name) ? 'menuitem' : 'menuitemcheckbox', { name }).focus();
  await page.keyboard.press('Enter');
}

export async function columnsByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFiles(desk);
  assert.ok((await page.locator('[role="gridcell"].words.whole').count()) > 0);
  assert.deepEqual(await cut(page), [], 'no identifier and no date is cut');
  const before = await heads(page);
  await chooseView(desk, 'Colonnes…');
  await desk.see('column');
  // The number goes two places down, the component is added, wide as ten digits; nothing but the keyboard is used.
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-key]')?.dataset.key), 'student_number', 'the focus follows the column');
  await walkTo(page, '[data-key="component"] [data-part="shown"]');
  await keyboard.press('Space');
  await walkTo(page, '[data-key="component"] [data-part="width"]');
  await keyboard.type('10');
  await walkTo(page, '[data-key="programme"] [data-part="width"]');
  await keyboard.type('6');
  await walkTo(page, id('columns-apply'));
  await keyboard.press('Enter');
  await page.locator('[role="columnheader"][data-column="component"]').waitFor();
  const after = await heads(page);
  assert.ok(after.indexOf('student_number') > after.indexOf('birth_name'), `${after}`);
  await page.waitForFunction(() => /\p{L}/u.test(document.querySelector('[data-testid="file-row"] [data-column="component"]')?.textContent ?? ''));
  assert.deepEqual(await cut(page), [], 'nor when columns are many');
  const short = page.locator('[data-testid="file-row"][data-row="0"] [data-column="programme"]');
  assert.ok(await short.evaluate((cell) => cell.scrollWidth > cell.clientWidth), 'six digits are too few for a programme');
  await short.hover();
  assert.equal(await short.getAttribute('title'), (await short.innerText()).trim(), 'what is cut tells all of itself to the pointer');
  await page.reload();
  await (await desk.see('nav-files')).click();
  await page.locator('[role="columnheader"][data-column="component"]').waitFor();
  assert.deepEqual(await heads(page), after, 'the workspace keeps its columns');
  await chooseView(desk, 'Colonnes…');
  await walkTo(page, id('columns-usual'));
  await keyboard.press('Enter');
  await page.locator('[role="columnheader"][data-column="component"]').waitFor({ state: 'detached' });
  assert.deepEqual(await heads(page), before);
}

export async function viewsByKeyboard(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFiles(desk);
  await chooseView(desk, 'Bloqués');
  await page.waitForFunction(() => [...document.querySelectorAll('[data-testid="file-row"] [data-state]')].every((state) => state.dataset.state === 'blocked'));
  await desk.at('files-by').selectOption('level');
  await desk.see('file-band');
  const bands = await desk.at('file-band').allInnerTexts();
  await chooseView(desk, 'Enregistrer');
  await desk.see('view-name');
  await keyboard.type('Bloqués par niveau');
  await keyboard.press('Enter');
  await desk.at('view-name').waitFor({ state: 'detached' });
  await chooseView(desk, 'Tous les dossiers');
  await desk.at('file-band').first().waitFor({ state: 'detached' });
  // The palette leads to it too.
  await keyboard.press('Control+k');
  await desk.see('palette-search');
  await keyboard.type('bloqués par');
  await keyboard.press('Enter');
  await desk.see('file-band');
  assert.deepEqual(await desk.at('file-band').allInnerTexts(), bands, 'filters and groups are those that were kept');
  // A group closes and opens by the arrows.
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Control+Home');
  const rows = await desk.at('file-row').count();
  await keyboard.press('ArrowLeft');
  await page.waitForFunction((rows) => document.querySelectorAll('[data-testid="file-row"]').length !== rows || document.querySelector('[data-testid="file-band"]')?.getAttribute('aria-expanded') === 'false', rows);
  await keyboard.press('ArrowRight');
  await page.locator('[data-testid="file-band"][aria-expanded="true"]').first().waitFor();
  await chooseView(desk, 'Enregistrer');
  await walkTo(page, id('view-rename'));
  await keyboard.press('Control+a');
  await keyboard.type('À appeler');
  await keyboard.press('Tab');
  await page.getByRole('button', { name: 'Supprimer la vue À appeler' }).focus();
  await keyboard.press('Enter');
  await desk.at('view-rename').waitFor({ state: 'detached' });
  await keyboard.press('Escape');
  await chooseView(desk, 'Dérogations en attente');
  await desk.see('screen-requests');
}

export async function pagedTable(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFiles(desk);
  await chooseView(desk, 'Colonnes…');
  await walkTo(page, id('paged'));
  await keyboard.press('Space');
  await walkTo(page, id('columns-apply'));
  await keyboard.press('Enter');
  await desk.see('table-open');
  assert.equal(await page.locator('[role="grid"]').count(), 0, 'an ordinary table takes the place of the grid');
  await walkTo(page, id('table-box'));
  await keyboard.press('Space');
  assert.match(await (await desk.see('selection-count')).innerText(), /1/);
  await walkTo(page, id('table-open'));
  await keyboard.press('Enter');
  await desk.see('finding');
  assert.ok(await focusIsIn(page, 'drawer'), 'the focus is on the file');
  await keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  assert.ok(await focusIsIn(page, 'files-table'), 'the focus is back in the table');
}

export async function wayToAFile(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await openFiles(desk);
  const name = await page.locator('[data-testid="file-row"][data-row="1"] [data-column="birth_name"]').innerText();
  const number = await page.locator('[data-testid="file-row"][data-row="1"] [data-column="student_number"]').innerText();
  await walkTo(page, id('nav-journal'));
  await keyboard.press('Enter');
  await desk.see('journal');
  await keyboard.press('Control+g');
  await desk.see('goto-search');
  await keyboard.type(number);
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="goto-row"]').length === 1);
  await keyboard.press('Enter');
  await desk.see('drawer-name');
  await page.waitForFunction((name) => document.querySelector('[data-testid="drawer-name"]')?.textContent?.includes(name), name);
  await page.waitForFunction(() => document.activeElement?.closest('[data-testid="drawer"]') !== null);
  await walkTo(page, '[data-testid="drawer-journal"] summary');
  await keyboard.press('Enter');
  await desk.see('journal-line');
}

/** In the colours that the system imposes, what is chosen or open keeps them, so that it stays readable, and has an outline. */
export async function systemColours(desk) {
  const { page } = desk;
  await page.emulateMedia({ forcedColors: 'active' });
  await openFiles(desk);
  const of = (row) =>
    page.locator(`[data-testid="file-row"][data-row="${row}"]`).evaluate((row) => {
      const looks = [row, ...row.querySelectorAll('[role="gridcell"], [data-state]')].map((element) => getComputedStyle(element));
      const { outlineStyle, outlineWidth } = looks[0];
      return { own: looks.some(({ forcedColorAdjust }) => forcedColorAdjust === 'none'), outline: outlineStyle === 'solid' ? outlineWidth : '' };
    });
  await page.locator('[data-testid="file-row"][data-row="1"] [data-testid="file-box"]').click();
  await desk.see('selection');
  await page.locator('[data-testid="file-row"][data-row="2"] [data-column="birth_name"]').click();
  await desk.see('drawer-name');
  await page.locator('[data-testid="file-row"][data-row="2"][aria-current="true"]').waitFor();
  assert.deepEqual(await of(0), { own: false, outline: '' });
  for (const row of [1, 2]) assert.deepEqual(await of(row), { own: false, outline: '2px' }, `row ${row}`);
  await (await desk.see('nav-rules')).click();
  const rule = await desk.see('rule-CVC001');
  await rule.click();
  await desk.see('rule-page');
  assert.equal(await rule.evaluate((rule) => getComputedStyle(rule).outlineStyle), 'solid');
}
