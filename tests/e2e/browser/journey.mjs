// What a clerk does on the first day, by keyboard alone, and with files dropped on the window.

import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derogationByKeyboard, nextAfterWaiving, severalByKeyboard, waivedByKeyboard } from './decisions.mjs';
import { Desk } from './desk.mjs';
import { rulebookWrittenByKeyboard } from './editor.mjs';
import { findingsByKeyboard, nextFindingAfterWaiving, placeKept } from './findings.mjs';
import { guideJourneys } from './guide.mjs';
import { helpJourneys } from './help.mjs';
import { answersServeAgain, applyImport, droppedFiles, messyFileByKeyboard, personConfirmed, stoppedImport } from './import.mjs';
import { focusIsIn, id, walkTo } from './keyboard.mjs';
import { columnsByKeyboard, pagedTable, systemColours, viewsByKeyboard, wayToAFile } from './list.mjs';
import { privacyJourneys } from './privacy.mjs';
import { lockedAndOpenedByKeyboard, whoReadsSeesWhatTheyMay } from './protection.mjs';
import { check } from './report.mjs';
import { rulebookByKeyboard } from './rulebook.mjs';
import { backupPutBack, damagedIsRescued } from './safety.mjs';
import { settingsJourneys } from './settings.mjs';
import { taskJourneys } from './tasks.mjs';
import { dayByKeyboard } from './today.mjs';

async function withDesk(browser, test) {
  const desk = await Desk.open(browser);
  try {
    await test(desk);
    assert.deepEqual(desk.complaints, [], 'the page complained');
  } finally {
    await desk.close();
  }
}

async function keyboardAlone(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await desk.see('start-demo');
  await walkTo(page, id('start-demo'));
  await keyboard.press('Enter');
  await desk.see('tile-blocked');
  assert.ok(await desk.at('demo-badge').isVisible(), 'fictitious data is said to be fictitious');

  await walkTo(page, id('nav-files'));
  await keyboard.press('Enter');
  await desk.see('file-row');
  const all = await desk.at('files-count').innerText();
  await walkTo(page, id('filter-states'));
  await keyboard.press('Enter');
  await desk.see('filter-states-blocked');
  await walkTo(page, id('filter-states-blocked'));
  await keyboard.press('Space');
  await page.waitForFunction((before) => document.querySelector('[data-testid="files-count"]')?.innerText !== before, all);
  await keyboard.press('Escape');
  await desk.at('filter-states-blocked').waitFor({ state: 'hidden' });

  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  await desk.see('finding');
  const name = await desk.at('drawer-name').innerText();
  await keyboard.press('F8');
  await walkTo(page, id('evidence-open'));
  await keyboard.press('Enter');
  const marked = await desk.see('extract-marked-cell');
  assert.equal(await desk.at('extract-marked-cell').count(), 1, 'one cell is marked');
  assert.ok((await marked.getAttribute('aria-label'))?.length, 'the marked cell says that it is');

  await keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  const row = await page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent ?? '');
  assert.ok(name.split(' ').every((word) => row.includes(word)), `the focus is back on the file's row (${name}): ${row}`);

  await keyboard.press('Control+e');
  await desk.see('notice-exported');
  const reports = readdirSync(desk.home).filter((file) => file.endsWith('.xlsx'));
  assert.equal(reports.length, 1, 'one report is written');
  assert.ok(statSync(join(desk.home, reports[0])).size > 0);

  // The menu of all exports, then the list for a mail merge.
  await walkTo(page, id('exports'));
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /relances/ }).focus();
  await keyboard.press('Enter');
  await desk.see('notice-list-exported');
  const lists = readdirSync(desk.home).filter((file) => file.startsWith('relances-'));
  assert.equal(lists.length, 1, 'the list is written');
  assert.ok(statSync(join(desk.home, lists[0])).size > 0);
}

async function requestsLeadToFiles(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-requests'));
  await keyboard.press('Enter');
  await desk.see('request-row');
  const count = await desk.at('requests-count').innerText();
  assert.match(count, /[1-9]/, 'the requests are counted');

  // Space shows the request of the row; Escape gives the focus back to the row.
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Space');
  await desk.see('request-name');
  assert.ok(await focusIsIn(page, 'request'), 'the focus is on the request');
  await keyboard.press('Escape');
  await desk.at('request').waitFor({ state: 'hidden' });
  assert.ok(await focusIsIn(page, 'request-row'), 'the focus is back on the row');

  // Enter opens the student's file.
  const name = await page.evaluate(() => document.activeElement?.closest('[data-row]')?.querySelector('[data-column="name"]')?.textContent?.trim() ?? '');
  await keyboard.press('Enter');
  await desk.see('file-request');
  assert.equal(await desk.at('drawer-name').innerText(), name, 'the file is that of the row');
  assert.ok(await focusIsIn(page, 'drawer'), 'the focus is on the file');
  await keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  await keyboard.press('Escape');
  await desk.at('request').waitFor({ state: 'hidden' });

  // A request of somebody who is not registered says why it leads to no file.
  const apart = join(desk.home, 'demandes-isolees.csv');
  writeFileSync(apart, 'N° étudiant;Nom de naissance;Prénom;Demande;Niveau demandé;Date de la demande;Décision\n99999001;EXEMPLE;Isabelle;Dérogation;L3;12/07/2024;En attente\n');
  await desk.drop([apart]);
  await applyImport(desk);
  await (await desk.see('nav-requests')).click();
  await (await desk.see('requests-unattached')).click();
  await page.waitForFunction(() => [...document.querySelectorAll('[data-testid="request-row"]')].some((row) => row.textContent.includes('99999001')));
  await desk.at('requests-search').fill('exemple isabelle');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="request-row"]').length === 1);
  await walkTo(page, '[role="gridcell"]');
  await keyboard.press('Enter');
  await desk.see('request-unattached');
  assert.ok(await focusIsIn(page, 'request-unattached'), 'the focus is on the reason');
}

/** What the desk counts, and what the journal holds. */
async function kept(desk) {
  await (await desk.see('nav-desk')).click();
  await desk.see('tile-ready');
  const tiles = await Promise.all(['blocked', 'to-check', 'ready', 'cancelled'].map((state) => desk.at(`tile-${state}`).innerText()));
  await desk.at('nav-journal').click();
  const journal = await (await desk.see('journal')).innerText();
  return { tiles, journal };
}

async function simulationKeepsNothing(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  const before = await kept(desk);
  await walkTo(page, id('nav-simulation'));
  await keyboard.press('Enter');
  await walkTo(page, id('simulation-as-of'));
  await desk.at('simulation-as-of').fill('01/12/2024 09:00');
  await keyboard.press('Enter');
  const banner = await desk.see('simulation-banner');
  assert.match(await banner.innerText(), /SIMULATION.*01\/12\/2024 09:00/, 'the banner says what is simulated');
  assert.match(await desk.at('simulation-count').innerText(), /^[1-9]/, 'the files that would change are counted first');

  await walkTo(page, '[role="gridcell"]');
  const changed = await page.evaluate(() => document.activeElement?.closest('[data-row]')?.querySelector('[data-before]')?.dataset.before);
  await keyboard.press('Enter');
  await desk.see('difference');
  await walkTo(page, '[data-testid="quiet-rules"] summary');
  await keyboard.press('Enter');
  assert.match(await page.locator('[data-testid="quiet-rules"] li').last().innerText(), /^[A-Z]{3}\d{3} /, 'the rules that have nothing against the file are told when they are opened');
  assert.equal(await page.locator('[data-testid="drawer"] header [data-state]').getAttribute('data-state'), changed, 'the file is shown as it is kept');
  await keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  await walkTo(page, id('simulation-back'), 'Shift+Tab');
  await keyboard.press('Enter');
  await desk.at('simulation-banner').waitFor({ state: 'hidden' });
  assert.equal(await desk.at('simulation-as-of').inputValue(), '25/09/2024 09:00', 'the date is that of the workspace again');
  assert.deepEqual(await kept(desk), before, 'nothing is kept');
}

async function bothLanguages(desk) {
  const { page } = desk;
  await (await desk.see('language-en')).click();
  await page.locator('html[lang="en"]').waitFor();
  const english = await desk.at('start-demo').innerText();
  await desk.at('language-fr').click();
  await page.locator('html[lang="fr"]').waitFor();
  assert.notEqual(await desk.at('start-demo').innerText(), english);
  await desk.at('language-en').click();
  await page.locator('html[lang="en"]').waitFor();
  await page.reload();
  await page.locator('html[lang="en"]').waitFor();
}

/** Every journey, each on a desk of its own. */
export async function journeys(browser) {
  await check('from the first start to the report by keyboard alone', () => withDesk(browser, keyboardAlone));
  await check('files dropped on the window are planned, applied, and change nothing twice', () => withDesk(browser, droppedFiles));
  await check('a messy file is understood, applied and undone by keyboard alone', () => withDesk(browser, messyFileByKeyboard));
  await check('a person to confirm is confirmed side by side', () => withDesk(browser, personConfirmed));
  await check('answers serve again, as a file and under a name', () => withDesk(browser, answersServeAgain));
  await check('a reading and an import that are stopped leave nothing behind', () => withDesk(browser, stoppedImport));
  await check('columns are chosen, moved and widened by keyboard, and no identifier is ever cut', () => withDesk(browser, columnsByKeyboard));
  await check('views are kept, renamed, taken away and found in the palette, with their groups', () => withDesk(browser, viewsByKeyboard));
  await check('the list as an ordinary table selects and opens', () => withDesk(browser, pagedTable));
  await check('what is chosen or open is readable in the colours of the system', () => withDesk(browser, systemColours));
  await check('a file is reached from anywhere, and says what was done about it', () => withDesk(browser, wayToAFile));
  await check('requests are listed and lead to their files, or say why to none', () => withDesk(browser, requestsLeadToFiles));
  await check('a simulation shows what would change and keeps nothing', () => withDesk(browser, simulationKeepsNothing));
  await check('the pictures of the desk open their lists by keyboard, and each has its table', () => withDesk(browser, dayByKeyboard));
  await check('the rulebook is read, laid out in time and compared by keyboard', () => withDesk(browser, rulebookByKeyboard));
  await check('a rulebook is written, published and undone by keyboard', () => withDesk(browser, rulebookWrittenByKeyboard));
  await check('findings are grouped, walked through and opened by keyboard', () => withDesk(browser, findingsByKeyboard));
  await check('a decision on a group leaves the list where it was', () => withDesk(browser, placeKept));
  await check('after a waiver the next finding is one key away', () => withDesk(browser, nextFindingAfterWaiving));
  await check('after a waiver the next file is one key away', () => withDesk(browser, nextAfterWaiving));
  await check('a finding is waived by keyboard with a reason, and that is undone', () => withDesk(browser, waivedByKeyboard));
  await check('several files are selected and decided by keyboard, and that is undone', () => withDesk(browser, severalByKeyboard));
  await check('a derogation is entered by keyboard from its finding, and undone', () => withDesk(browser, derogationByKeyboard));
  await check('a passphrase is chosen, locks and opens by keyboard alone', () => withDesk(browser, lockedAndOpenedByKeyboard));
  await check('who only reads is offered nothing else', () => withDesk(browser, whoReadsSeesWhatTheyMay));
  await check('a backup is made, read again and put back by keyboard', () => withDesk(browser, backupPutBack));
  await check('a damaged workspace is rescued, and what can be read is saved', () => withDesk(browser, damagedIsRescued));
  for (const [name, journey] of [...privacyJourneys, ...settingsJourneys, ...helpJourneys, ...guideJourneys, ...taskJourneys]) await check(name, () => withDesk(browser, journey));
  await check('the language changes at once and is kept', () => withDesk(browser, bothLanguages));
}
