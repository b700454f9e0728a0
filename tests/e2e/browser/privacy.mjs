// What is held on persons, by keyboard: handed to them whole, and purged when it is no longer to be kept.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './files.mjs';
import { applyImport } from './import.mjs';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

/** A year long finished, and a row of a later one that names somebody of it. */
const finished = (folder) =>
  write(folder, 'anciens.csv', [
    'Numéro étudiant;Nom de naissance;Prénom;Né(e) le;Niveau;Code étape;Année universitaire;Régime;Remarque',
    '21009001;PURGEABLE;Une;23/04/1991;L2;LDROIT2;2015-2016;Formation initiale;',
    '21009002;ESSAI;Deux;24/05/1992;L3;LDROIT3;2015-2016;Formation initiale;',
    '21009003;RESTANTE;Trois;25/06/2003;L2;LDROIT2;2024-2025;Formation initiale;sœur de Une Purgeable',
  ]);

/** Opens the fictitious office, with the finished year in it. */
async function withFinished(desk) {
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await desk.drop([finished(desk.home)]);
  await applyImport(desk);
}

/** Opens the file of a number from the list. */
async function openFile(desk, number) {
  const { page } = desk;
  await walkTo(page, id('nav-files'));
  await page.keyboard.press('Enter');
  await (await desk.see('search')).fill(number);
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="file-row"]').length === 1);
  await page.locator('[data-testid="file-row"][data-row="0"] [data-column="birth_name"]').click();
  await desk.see('drawer-held');
}

/** Opens the preview of the purge of a finished year. */
export async function askPurge(desk, year) {
  const { page } = desk;
  await walkTo(page, id('nav-settings'));
  await page.keyboard.press('Enter');
  await desk.see('purge-year');
  await walkTo(page, `[data-year="${year}"] button`);
  await page.keyboard.press('Enter');
  await desk.see('purge-counts');
}

async function heldIsHandedOver(desk) {
  const { page } = desk;
  await withFinished(desk);
  await openFile(desk, '21009001');
  await walkTo(page, id('held-json'));
  await page.keyboard.press('Enter');
  await desk.see('notice-person-exported');
  const held = JSON.parse(readFileSync(join(desk.home, 'donnees-detenues.json'), 'utf8'));
  assert.equal(held.records.person[0].birth_name, 'PURGEABLE');
  assert.ok(!JSON.stringify(held).includes('ESSAI'), 'nothing of anybody else');
  await walkTo(page, id('held-xlsx'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /\.xlsx/.test(document.querySelector('[data-testid="notice-person-exported"]')?.textContent ?? ''));
  assert.ok(statSync(join(desk.home, 'donnees-detenues.xlsx')).size > 1000);
}

async function yearIsPurged(desk) {
  const { page } = desk;
  await withFinished(desk);
  const files = await desk.at('file-count').innerText();
  await askPurge(desk, 2015);
  assert.match(await desk.at('purge-mentions').innerText(), /21009003 RESTANTE Trois[^]*sœur de Une Purgeable/);
  await focusComesTo(page, id('purge-confirm'));
  await page.keyboard.type('2014-2015');
  assert.ok(await desk.at('purge-go').isDisabled(), 'another year is not taken for it');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2015-2016');
  await walkTo(page, id('purge-blank'), 'Shift+Tab');
  await page.keyboard.press('Space');
  await walkTo(page, id('purge-go'));
  await page.keyboard.press('Enter');
  const record = await (await desk.see('purge-record')).innerText();
  assert.match(record, /2015-2016/);
  assert.ok(!/purgeable/i.test(record), 'the record names nobody');
  await focusComesTo(page, id('purge-save'));
  await page.keyboard.press('Enter');
  await desk.see('notice-record-saved');
  await walkTo(page, id('purge-close'));
  await page.keyboard.press('Enter');
  await page.locator('[data-year="2015"]').waitFor({ state: 'detached' });
  assert.notEqual(await desk.at('file-count').innerText(), files, 'the workspace is open, with fewer files');
  // The other way round: below lies the list of every licence.
  await walkTo(page, id('last-backup'), 'Shift+Tab');
  assert.match(await desk.at('last-backup').innerText(), /\d\d:\d\d/);
  await page.keyboard.press('Enter');
  await desk.see('backup-line');
  assert.equal(await desk.at('backup-line').count(), 1, 'one backup, of what is left');
}

async function personIsPurged(desk) {
  const { page } = desk;
  await withFinished(desk);
  await openFile(desk, '21009002');
  await walkTo(page, id('purge-person'));
  await page.keyboard.press('Enter');
  await focusComesTo(page, id('purge-confirm'));
  await page.keyboard.type('essai');
  await page.keyboard.press('Enter');
  assert.match(await (await desk.see('purge-record')).innerText(), /une personne/);
  await page.keyboard.press('Escape');
  await desk.at('purge-record').waitFor({ state: 'detached' });
  await walkTo(page, id('nav-files'));
  await page.keyboard.press('Enter');
  await (await desk.see('search')).fill('21009002');
  await desk.see('clear-filters');
}

export const privacyJourneys = [
  ['everything held on a person is handed over by keyboard', heldIsHandedOver],
  ['a finished year is purged by keyboard, once it is typed', yearIsPurged],
  ['one person is purged from their file', personIsPurged],
];
