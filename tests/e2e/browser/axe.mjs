// The accessibility rules over every screen, light and dark.

import assert from 'node:assert/strict';
import { AXE, Desk } from './desk.mjs';
import { check } from './report.mjs';
import { tour } from './tour.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One test for each state of the window, light in French and dark in English. */
export async function accessibility(browser) {
  for (const [colorScheme, language] of [['light', 'fr'], ['dark', 'en']]) {
    const desk = await Desk.open(browser, { colorScheme });
    try {
      await check(`axe sees a fault that is there, ${colorScheme}`, () => expectFault(desk));
      await check(`the tour of every screen, ${colorScheme}`, async () => {
        for await (const state of tour(desk, language)) {
          await check(`axe finds nothing: ${state}, ${colorScheme}`, () => expectNothing(desk.page));
        }
      });
    } finally {
      await desk.close();
    }
  }
}

/** Without this, rules that never ran would find nothing either. */
async function expectFault(desk) {
  const { page } = desk;
  await desk.see('start-demo');
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  const found = await violationsOf(page);
  assert.deepEqual(found.map(({ id }) => id), ['button-name']);
  await page.reload();
}

async function expectNothing(page) {
  const violations = await violationsOf(page);
  if (violations.length > 0) {
    throw new Error(violations.map(({ id, impact, help, nodes }) => `${id} (${impact}): ${help}\n${nodes.join('\n')}`).join('\n\n'));
  }
}

async function violationsOf(page) {
  // A colour half way to another is nobody's choice.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`) }));
  }, TAGS);
}
