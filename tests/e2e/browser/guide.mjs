// The first minutes: three paths through the fictitious workspace, by keyboard, and its removal.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { id, walkTo } from './keyboard.mjs';

async function guidedPaths(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await walkTo(page, id('start-demo'));
  await keyboard.press('Enter');
  const begin = async (name) => {
    await desk.see(`guide-${name}`);
    await walkTo(page, id(`guide-${name}`));
    await keyboard.press('Enter');
    await desk.see('guide-words');
  };
  const next = async () => {
    const before = await desk.at('guide-words').innerText();
    await page.locator(`${id('guide-next')}:enabled`).waitFor();
    await walkTo(page, id('guide-next'), 'F6');
    await keyboard.press('Enter');
    await page.waitForFunction(([words, before]) => document.querySelector(words)?.innerText !== before, [id('guide-words'), before]);
  };

  await begin('blocked');
  await page.locator(`${id('file-row')}[data-row="0"] [data-state="blocked"]`).waitFor();
  await next();
  await desk.see('finding');
  await next();
  await desk.see('extract-marked-cell');
  await next();
  await next();
  await desk.see('screen-desk');

  await begin('roster');
  await desk.see('values');
  await next();
  await desk.see('step-columns');
  await next();
  await desk.see('plan-count-new');
  await next();
  await desk.see('screen-desk');

  await begin('date');
  await desk.see('simulation-as-of');
  await next();
  await desk.see('simulation-banner');
  await next();
  await next();
  await desk.see('screen-desk');
  assert.equal(await desk.at('simulation-banner').count(), 0);

  // One press takes all of it away; it can be had again.
  const workspaces = join(desk.home, 'data', 'workspaces');
  assert.equal(readdirSync(workspaces).length, 1);
  await walkTo(page, id('demo-remove'));
  await keyboard.press('Enter');
  await desk.see('start-demo');
  assert.ok(!existsSync(workspaces) || readdirSync(workspaces).length === 0, 'nothing is left of it');
  await page.reload();
  await walkTo(page, id('start-demo'));
  await keyboard.press('Enter');
  await desk.see('tile-blocked');
}

/** Each journey with its name. */
export const guideJourneys = [['three paths lead through the fictitious workspace, which one press takes away', guidedPaths]];
