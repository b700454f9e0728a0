// The pictures of the help and of the README: fictitious people, on a day and in a folder that are nobody's.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Desk, openBrowser } from './desk.mjs';
import { tour } from './tour.mjs';

/** The state of the window that each page of the help shows. */
const PAGES = {
  start: 'first-start',
  desk: 'desk-alone',
  files: 'drawer',
  findings: 'finding',
  requests: 'request',
  waivers: 'waivers',
  simulation: 'simulation',
  import: 'import-columns',
  rules: 'rules',
  journal: 'journal',
  backups: 'backups',
  settings: 'settings',
  exports: 'exported',
};
/** The window, in pixels. */
const WINDOW = { width: 1280, height: 800 };
/** What a picture of the help measures; `ui/src/text/pictures.ts` keeps that much room for it. */
const SMALL = { width: 1000, height: 625 };

/** The states that the README shows. */
const README = { bureau: 'desk-alone', preuve: 'evidence', import: 'import-field', reglement: 'rules-publish' };

/** Of 1: letters stay sharp, and no picture of the help weighs 60 KB. */
const QUALITY = 0.64;

/** The day, the hour and the folder that the pictures show for those of the run. */
const DAY = '2024-09-25';
const HOUR = '09:00';
const FOLDER = '/home/scolarite';

const french = (day) => day.split('-').reverse().join('/');

/** Has the window told of that day and folder; what it sends back is put right again. */
async function disguise(desk) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  const told = (text) =>
    text
      .replaceAll(new RegExp(`${today}T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?`, 'g'), `${DAY}T${HOUR}:00`)
      .replaceAll(new RegExp(`${french(today)} \\d\\d:\\d\\d`, 'g'), `${french(DAY)} ${HOUR}`)
      .replaceAll(new RegExp(`${today} \\d\\d:\\d\\d`, 'g'), `${DAY} ${HOUR}`)
      .replaceAll(/"last_backup":"\d\d:\d\d"/g, `"last_backup":"${HOUR}"`)
      .replaceAll(today, DAY)
      .replaceAll(desk.home, FOLDER);
  const meant = (text) => text.replaceAll(`"${DAY}T`, `"${today}T`).replaceAll(FOLDER, desk.home);
  await desk.page.route('**/call/*', async (route) => {
    const response = await route.fetch({ postData: meant(route.request().postData() ?? '') });
    await route.fulfill({ response, body: told(await response.text()) });
  });
  // What the application says by itself has the hour of the run: nothing here waits for it.
  await desk.page.route('**/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: 'retry: 86400000\n\n' }));
  await desk.page.reload();
}

/** Encodes what the page shows, at a size. */
async function picture(page, encoder, size) {
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const encoded = await encoder.evaluate(
    async ([png, size, quality]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), size);
      const pencil = Object.assign(canvas.getContext('2d'), { imageSmoothingQuality: 'high' });
      pencil.drawImage(image, 0, 0, size.width, size.height);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    [shot.toString('base64'), size, QUALITY],
  );
  return Buffer.from(encoded, 'base64');
}

/** Puts away what was said before. */
async function dismiss(page) {
  const said = page.locator('.notices button');
  while ((await said.count()) > 0) await said.first().click();
}

/** Takes the tour as far as it must go, and at each state that is wanted calls what takes its pictures. */
async function visit(browser, language, states, take) {
  const desk = await Desk.open(browser, { viewport: WINDOW });
  try {
    await disguise(desk);
    const left = new Set(states);
    for await (const state of tour(desk, language)) {
      if (!left.delete(state)) continue;
      // Only the page about exports is about what was just said.
      if (state !== PAGES.exports) await dismiss(desk.page);
      await take(desk.page, state);
      if (left.size === 0) return;
    }
    throw new Error(`the tour does not show ${[...left].join(', ')}`);
  } finally {
    await desk.close();
  }
}

/** Empties a folder of the assets. */
function fresh(name) {
  const folder = fileURLToPath(new URL(`../../../assets/${name}/`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const namesOf = (pages, state) => Object.keys(pages).filter((name) => pages[name] === state);

const browser = await openBrowser();
try {
  const encoder = await browser.newPage();
  const [help, readme] = [fresh('help/pictures'), fresh('pictures')];
  for (const language of ['fr', 'en']) {
    const states = [...Object.values(PAGES), ...(language === 'fr' ? Object.values(README) : [])];
    await visit(browser, language, states, async (page, state) => {
      for (const theme of ['light', 'dark']) {
        await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
        const file = await picture(page, encoder, SMALL);
        for (const name of namesOf(PAGES, state)) writeFileSync(join(help, `${name}.${theme}.${language}.webp`), file);
      }
      await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
      if (language === 'en') return;
      const file = await picture(page, encoder, WINDOW);
      for (const name of namesOf(README, state)) writeFileSync(join(readme, `${name}.webp`), file);
    });
  }
} finally {
  await browser.close();
}
