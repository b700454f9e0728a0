// The help by keyboard: the page of each screen, a search over screens and rules, every key.

import assert from 'node:assert/strict';
import { focusComesTo, id, walkTo } from './keyboard.mjs';

const SCREENS = ['desk', 'files', 'findings', 'requests', 'waivers', 'simulation', 'import', 'rules', 'journal', 'backups', 'settings'];
const title = (page) => page.locator(`${id('help-page')} .level-1`);

async function helpOfEveryScreen(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await desk.see('start-demo');
  await keyboard.press('F1');
  await title(page).waitFor();
  const first = await title(page).innerText();
  await keyboard.press('Escape');
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  const titles = new Set([first]);
  for (const screen of SCREENS) {
    await (await desk.see(`nav-${screen}`)).click();
    const name = await desk.at(`nav-${screen}`).innerText();
    await desk.see(`screen-${screen}`);
    await keyboard.press('F1');
    await title(page).waitFor();
    assert.equal(await title(page).innerText(), name.trim(), 'the page is that of the screen');
    titles.add(name);
    await keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  assert.equal(titles.size, SCREENS.length + 1);

  // Every shortcut is listed, one reads a rule, and goes to it.
  await keyboard.press('F1');
  await focusComesTo(page, id('help-search'));
  await walkTo(page, id('help-keys'));
  await keyboard.press('Enter');
  const keys = await (await desk.see('shortcuts')).innerText();
  for (const key of ['Ctrl+I', 'Ctrl+E', 'Ctrl+K', 'Ctrl+,', 'F1', 'F8', 'F6']) assert.ok(keys.includes(key), key);
  await walkTo(page, id('help-search'), 'Shift+Tab');
  await keyboard.type('cvc001');
  await walkTo(page, id('help-CVC001'));
  await keyboard.press('Enter');
  await walkTo(page, id('help-to-rules'));
  await keyboard.press('Enter');
  await desk.see('rule-page');
  assert.match(await desk.at('rule-page').innerText(), /CVC001/);

  // From the commands, by words that only a page has.
  await keyboard.press('Control+k');
  await desk.see('palette-search');
  await keyboard.type('cve');
  await page.locator('[role="option"]').first().waitFor();
  // Enter before the answer has come chooses what the words find, not what former ones did.
  await (await desk.see('palette-search')).fill('');
  desk.hold();
  await keyboard.type('publipostage cvec');
  await keyboard.press('Enter');
  assert.ok(await desk.at('palette-search').isVisible(), 'nothing is chosen yet');
  desk.goOn();
  await desk.see('help-page');
  await title(page).waitFor();
  assert.equal(await title(page).innerText(), 'Exporter');
}

/** The picture of the page shown, once it is decoded: where it comes from and what it measures. */
async function pictureShown(desk, name = 'help-picture') {
  const image = desk.page.locator(`img${id(name)}, ${id(name)} img`);
  await image.waitFor();
  return image.evaluate(async (image) => {
    await image.decode();
    const { top, height } = image.getBoundingClientRect();
    const of = image.closest('dialog').getBoundingClientRect();
    return { path: new URL(image.src).pathname, alt: image.alt, width: image.naturalWidth, shown: height, inside: top >= of.top && top + height <= of.bottom };
  });
}

async function picturesOfTheScreens(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await desk.see('start-demo');
  const fetched = [];
  page.on('request', (request) => request.resourceType() === 'image' && fetched.push(request.url()));
  await keyboard.press('F1');
  const light = await pictureShown(desk);
  assert.match(light.path, /start\.light\.fr/);
  assert.equal(light.width, 1000);
  assert.match(light.alt, /trois choix/);
  assert.equal(fetched.length, 1, 'only the picture that is shown is fetched');
  await keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');

  // Each page has its own, and none before it is shown.
  await keyboard.press('F1');
  const seen = new Set();
  for (const name of [...SCREENS, 'start', 'exports']) {
    await (await desk.see(`help-${name}`)).click();
    await page.waitForFunction((name) => document.querySelector('[data-testid="help-picture"] img')?.src.includes(`/${name}.light.fr`), name);
    const { width, alt, path } = await pictureShown(desk);
    assert.equal(width, 1000, path);
    seen.add(alt);
  }
  assert.equal(seen.size, SCREENS.length + 2, 'each says what it shows');

  // Larger, by keyboard; the focus comes back, and the help stays.
  await walkTo(page, id('help-picture'));
  await keyboard.press('Enter');
  const large = await pictureShown(desk, 'help-picture-large');
  assert.ok(large.inside && large.shown === 625, 'the whole picture is in sight');
  await keyboard.press('Escape');
  await desk.at('help-picture-large').waitFor({ state: 'detached' });
  await focusComesTo(page, id('help-picture'));
  await walkTo(page, id('help-keys'), 'Shift+Tab');
  await keyboard.press('Enter');
  await desk.see('shortcuts');
  assert.equal(await desk.at('help-picture').count(), 0);
  await keyboard.press('Escape');

  // The theme and the language in use.
  await page.locator('dialog').waitFor({ state: 'detached' });
  await (await desk.see('language-en')).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await keyboard.press('F1');
  const dark = await pictureShown(desk);
  assert.match(dark.path, /desk\.dark\.en/);
  assert.match(dark.alt, /^The desk/);
}

async function messagesStay(desk) {
  const { page } = desk;
  const { keyboard } = page;
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  assert.equal(await desk.at('messages').count(), 0, 'nothing was said yet');
  await keyboard.press('Control+e');
  const written = await (await desk.see('notice-exported')).locator('[data-testid="notice-detail"]').innerText();
  await (await desk.see('nav-backups')).click();
  await (await desk.see('backup-now')).click();
  await desk.see('notice-backed-up');
  for (const name of ['exported', 'backed-up']) await desk.at(`notice-${name}`).locator('button').click();
  assert.equal(await page.locator('.notice').count(), 0);

  // Dismissed, both are still said, and one leads to where it stays.
  await (await desk.see('nav-desk')).click();
  await desk.see('screen-desk');
  await walkTo(page, id('messages'));
  await keyboard.press('Enter');
  const told = await (await desk.see('messages-list')).locator('li').allInnerTexts();
  assert.equal(told.length, 2);
  assert.match(told[0], /Sauvegarde faite/);
  assert.ok(told[1].includes(written), 'where the report is');
  await walkTo(page, `${id('message-backed-up')} button`);
  await keyboard.press('Enter');
  await desk.see('screen-backups');

  // What was said of a workspace is not told in the next.
  await keyboard.press('Control+k');
  await (await desk.see('palette-search')).fill('fermer l’espace');
  await keyboard.press('Enter');
  await (await desk.see('start-demo')).click();
  await desk.see('tile-blocked');
  assert.equal(await desk.at('messages').count(), 0);
}

/** Each journey with its name. */
export const helpJourneys = [
  ['the help has a page for each screen, is searched with the rules, and lists every key', helpOfEveryScreen],
  ['what a notice said stays among the messages once dismissed', messagesStay],
  ['each page of the help shows its screen, in the theme and the language in use, larger by keyboard', picturesOfTheScreens],
];
