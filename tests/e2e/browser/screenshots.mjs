// A picture of every state of the window, light and dark.

import { join } from 'node:path';
import { Desk, openBrowser, picturesFolder } from './desk.mjs';
import { tour } from './tour.mjs';

const browser = await openBrowser();
try {
  for (const colorScheme of ['light', 'dark']) {
    const desk = await Desk.open(browser, { colorScheme });
    try {
      for await (const state of tour(desk)) {
        await desk.page.screenshot({ path: join(picturesFolder(), `${state}-${colorScheme}.png`), animations: 'disabled' });
      }
    } finally {
      await desk.close();
    }
  }
} finally {
  await browser.close();
}
