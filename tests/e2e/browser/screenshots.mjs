// A picture of every state of the window, light and dark, on a small and on a large screen.

import { join } from 'node:path';
import { Desk, openBrowser, picturesFolder } from './desk.mjs';
import { tour } from './tour.mjs';

const browser = await openBrowser();
/** Every state, on a desk of its own. */
async function take(colorScheme, viewport) {
  const desk = await Desk.open(browser, { colorScheme, viewport });
  try {
    for await (const state of tour(desk)) {
      const name = `${state}-${colorScheme}-${viewport.width}x${viewport.height}.png`;
      await desk.page.screenshot({ path: join(picturesFolder(), name), animations: 'disabled' });
    }
  } finally {
    await desk.close();
  }
}

try {
  for (const colorScheme of ['light', 'dark']) {
    await take(colorScheme, { width: 1280, height: 800 });
    await take(colorScheme, { width: 1920, height: 1080 });
  }
} finally {
  await browser.close();
}
