// What is lost is had again, by keyboard: a backup put back, and a workspace that does not open.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesakes } from './files.mjs';
import { applyImport } from './import.mjs';
import { id, walkTo } from './keyboard.mjs';

const DEMO = ['data', 'workspaces', 'demonstration'];

/** Leaves the fictitious workspace, alters one byte in the middle of its database, and opens it as a file. */
export async function openDamaged(desk) {
  const { page } = desk;
  await (await desk.see('workspace')).click();
  // The last of its menu.
  await page.locator('[role="menuitem"]').last().click();
  await desk.see('start-open');
  const folder = join(desk.home, ...DEMO);
  const database = join(folder, 'data.db');
  const bytes = readFileSync(database);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(database, bytes);
  await desk.answer({ pick_workspace: join(folder, 'workspace.guichet'), pick_save: desk.home });
  await walkTo(page, id('start-open'));
  await page.keyboard.press('Enter');
  await desk.see('rescue-problem');
  // Opening it was refused, and that was meant.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
  return folder;
}

export async function backupPutBack(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  await walkTo(page, id('nav-backups'));
  await keyboard.press('Enter');
  await walkTo(page, id('backup-now'));
  await keyboard.press('Enter');
  await desk.see('notice-backed-up');
  await page.locator('[data-testid="backups-state"][data-complete="true"]').waitFor();
  const files = await desk.at('file-count').innerText();

  await desk.drop([namesakes(desk.home)]);
  await applyImport(desk);
  assert.notEqual(await desk.at('file-count').innerText(), files, 'files came');

  await walkTo(page, id('nav-backups'));
  await keyboard.press('Enter');
  await desk.see('backup-line');
  const count = await desk.at('backup-line').count();
  await walkTo(page, id('backup-verify'));
  await keyboard.press('Enter');
  await page.waitForFunction(() => /Saine|Sound/.test(document.querySelector('[data-testid="backup-sound"]')?.textContent ?? ''));
  await walkTo(page, id('backup-restore'));
  await keyboard.press('Enter');
  await desk.see('restore-lost');
  assert.match(await desk.at('restore-lost').innerText(), /homonymes\.csv/, 'what would be taken back is named');
  await walkTo(page, id('restore-confirm'));
  await keyboard.press('Enter');
  await desk.see('notice-restored');
  assert.equal(await desk.at('file-count').innerText(), files, 'the files are those of the backup');
  await page.waitForFunction((before) => document.querySelectorAll('[data-testid="backup-line"]').length > before, count);
}

export async function damagedIsRescued(desk) {
  const { page } = desk;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  const files = await desk.at('file-count').innerText();
  const folder = await openDamaged(desk);
  await walkTo(page, id('rescue-folder'));
  await walkTo(page, id('rescue-restore'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await desk.see('notice-rescued');
  assert.equal(await desk.at('file-count').innerText(), files, 'nothing is lost');
  assert.ok(readdirSync(folder).some((name) => name.startsWith('corrompu-')), 'the damaged files are kept');

  const again = await openDamaged(desk);
  assert.equal(again, folder);
  await walkTo(page, id('rescue-salvage'));
  await page.keyboard.press('Enter');
  await desk.see('notice-rescued');
  assert.match(await desk.at('file-count').innerText(), /[1-9]/, 'what can be read is there');
}
