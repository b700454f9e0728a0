// The accessibility rules over every screen, light and dark.

import { AXE, Desk } from './desk.mjs';
import { check } from './report.mjs';
import { tour } from './tour.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One test for each state of the window in each theme. */
export async function accessibility(browser) {
  for (const colorScheme of ['light', 'dark']) {
    const desk = await Desk.open(browser, { colorScheme });
    try {
      await check(`the tour of every screen, ${colorScheme}`, async () => {
        for await (const state of tour(desk)) {
          await check(`axe finds nothing: ${state}, ${colorScheme}`, () => expectNothing(desk.page));
        }
      });
    } finally {
      await desk.close();
    }
  }
}

async function expectNothing(page) {
  // A colour half way to another is nobody's choice.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`) }));
  }, TAGS);
  if (violations.length > 0) {
    throw new Error(violations.map(({ id, impact, help, nodes }) => `${id} (${impact}): ${help}\n${nodes.join('\n')}`).join('\n\n'));
  }
}
