// The whole matrix of the accessibility rules: every state of the window, in every look, in both languages. The tests run its diagonal.

import { accessibility } from './axe.mjs';
import { openBrowser } from './desk.mjs';
import { check, end } from './report.mjs';

await check('the audit ran to its end', async () => {
  const browser = await openBrowser();
  try {
    await accessibility(browser, true);
  } finally {
    await browser.close();
  }
});
end();
