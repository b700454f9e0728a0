// Every test in the browser. The last line is `N passed, N failed`.

import { accessibility } from './axe.mjs';
import { openBrowser } from './desk.mjs';
import { journeys } from './journey.mjs';
import { reflow } from './reflow.mjs';
import { check, end } from './report.mjs';
import { startIsLight } from './size.mjs';

await check('what the window loads at first is small', startIsLight);
await check('the tests in the browser ran to their end', async () => {
  const browser = await openBrowser();
  try {
    await journeys(browser);
    await accessibility(browser);
    await reflow(browser);
  } finally {
    await browser.close();
  }
});
end();
