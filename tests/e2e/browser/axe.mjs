// The accessibility rules over every screen, in each theme and size.

import assert from 'node:assert/strict';
import { AXE, Desk } from './desk.mjs';
import { check } from './report.mjs';
import { tour } from './tour.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each theme, at the size it has and twice as large, which leaves the page half the room. */
const LOOKS = ['light', 'dark', 'contrast'].flatMap((theme) => [100, 200].map((zoom) => ({ theme, zoom })));
const ROOM = { width: 1280, height: 800 };

/**
 * Tests for each state of the window, in French then in English: in one look, another from state to state and from language to
 * language; or in every look.
 */
export async function accessibility(browser, every = false) {
  let turn = 0;
  for (const language of ['fr', 'en']) {
    const desk = await Desk.open(browser, { viewport: ROOM });
    try {
      await check(`axe sees a fault that is there, ${language}`, () => expectFault(desk));
      await check(`the tour of every screen, ${language}`, async () => {
        for await (const state of tour(desk, language)) {
          await check(`every text is there: ${state}, ${language}`, () => expectTexts(desk.page));
          const looks = every ? LOOKS : [LOOKS[turn % LOOKS.length]];
          turn += 1;
          for (const look of looks) {
            await check(`axe finds nothing: ${state}, ${language}, ${look.theme}, ${look.zoom} %`, () => inLook(desk.page, look));
          }
        }
      });
      // Another look for each state in the other language.
      turn = LOOKS.length / 2;
    } finally {
      await desk.close();
    }
  }
}

/** Shows the window in a look, looks at it, and leaves it as it was. */
async function inLook(page, { theme, zoom }) {
  const former = await page.evaluate((theme) => {
    const { dataset } = document.documentElement;
    const former = dataset.theme;
    dataset.theme = theme;
    return former;
  }, theme);
  if (zoom !== 100) await page.setViewportSize({ width: (ROOM.width * 100) / zoom, height: (ROOM.height * 100) / zoom });
  try {
    await expectNothing(page);
  } finally {
    if (zoom !== 100) await page.setViewportSize(ROOM);
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), former);
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

/** A key shows where a text is missing: as `⟦key⟧` when the application words it, else as it is. */
async function expectTexts(page) {
  const shown = await page.evaluate(() => document.body.innerText);
  assert.deepEqual(shown.match(/⟦[^⟧]*⟧|\bui-[a-z]+(?:-[a-z]+)*\b/g) ?? [], []);
}

async function expectNothing(page) {
  const violations = await violationsOf(page);
  if (violations.length > 0) {
    throw new Error(violations.map(({ id, impact, help, nodes }) => `${id} (${impact}): ${help}\n${nodes.join('\n')}`).join('\n\n'));
  }
}

async function violationsOf(page) {
  // A colour half way to another is nobody's choice. What turns as long as a task lasts never ends.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect.getComputedTiming().iterations === Infinity),
  );
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`) }));
  }, TAGS);
}
