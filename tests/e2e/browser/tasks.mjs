// Long tasks: the window goes on meanwhile, one stops them, and nothing half done is left.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { long } from './files.mjs';
import { applyImport, emptyOffice } from './import.mjs';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

const lists = (desk) => readdirSync(desk.home).filter((name) => name.endsWith('.csv') || name.endsWith('.xlsx'));

/** So many files that what is done to all of them lasts. */
async function manyFiles(desk) {
  await emptyOffice(desk);
  await desk.drop([long(desk.home, 8_000)]);
  await desk.see('step-check');
  await applyImport(desk);
}

/** Chooses something by its name in the palette. */
async function byPalette(desk, words) {
  await desk.page.keyboard.press('Control+k');
  await (await desk.see('palette-search')).fill(words);
  await desk.page.keyboard.press('Enter');
}

async function stoppedTasks(desk) {
  const { page } = desk;
  await manyFiles(desk);
  const before = lists(desk);
  await byPalette(desk, 'Exporter le rapport');
  await desk.see('task-cancel');

  // The list of files is opened while the report is being made.
  await desk.at('nav-files').click();
  await desk.see('file-row');
  assert.ok(await desk.at('task-cancel').isVisible(), 'the report is still being made');
  await walkTo(page, id('task-cancel'));
  await page.keyboard.press('Enter');
  await desk.see('notice-cancelled');
  await desk.at('task').waitFor({ state: 'hidden' });
  assert.deepEqual(lists(desk), before, 'no file is left');
  await focusComesTo(page, 'main h1');
  await desk.at('notice-cancelled').getByRole('button').click();

  // Judging by another date is stopped: what was found before is shown, and said to be of before.
  await desk.at('campaign').click();
  await (await desk.see('as-of')).fill('15/07/2024 10:00');
  await page.keyboard.press('Enter');
  await (await desk.see('task-cancel')).click();
  await desk.see('outdated');
  await desk.at('nav-desk').click();
  await desk.see('tile-blocked');
  await desk.see('outdated');
  await walkTo(page, id('judge-again'));
  await page.keyboard.press('Enter');
  await desk.see('task-cancel');
  await desk.at('task').waitFor({ state: 'hidden' });
  await desk.at('outdated').waitFor({ state: 'hidden' });
  await focusComesTo(page, 'main h1');
  // The browser calls a command that was stopped a failed request.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
}

export const taskJourneys = [['an export and a judging are stopped while the window goes on', stoppedTasks]];
