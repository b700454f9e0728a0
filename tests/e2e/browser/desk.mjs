// The screens in Chromium, answered by the real application behind its loopback bridge.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(new URL('../../../ui/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** The accessibility rules, as a script to run in the page. */
export const AXE = require('axe-core').source;

/** How long the page may take to show what is expected, in milliseconds. */
const PATIENCE = 30_000;

/** Elsewhere these signals end a program. */
const CAN_HOLD = process.platform !== 'win32';

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests by \`cargo xtask e2e\``);
  return value;
}

/** One browser for all the tests of a run. */
export function openBrowser() {
  // Chromium refuses its sandbox to root, which is what a container runs as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: setting('GUICHET_CHROMIUM'), args });
}

/** Where pictures go. */
export const picturesFolder = () => setting('GUICHET_PICTURES');

/** The screens as at a first start, on a data folder of their own. */
export class Desk {
  /** What went wrong in the page without anybody seeing it. */
  complaints = [];

  static async open(browser, { colorScheme = 'light', locale = 'fr-FR', viewport = { width: 1280, height: 800 }, data } = {}) {
    const desk = new Desk();
    desk.home = mkdtempSync(join(tmpdir(), 'guichet-browser-'));
    try {
      desk.bridge = spawn(setting('GUICHET_BRIDGE'), [data ?? join(desk.home, 'data')], { stdio: ['pipe', 'pipe', 'inherit'] });
      desk.address = `http://127.0.0.1:${await firstLine(desk.bridge)}`;
      await desk.answer({ pick_save: desk.home });
      desk.context = await browser.newContext({ viewport, colorScheme, locale });
      desk.page = await desk.context.newPage();
      desk.page.setDefaultTimeout(PATIENCE);
      desk.page.on('pageerror', (error) => desk.complaints.push(String(error)));
      desk.page.on('console', (message) => message.type() === 'error' && desk.complaints.push(message.text()));
      await desk.page.goto(desk.address);
      return desk;
    } catch (error) {
      await desk.close();
      throw error;
    }
  }

  /** Sets what the dialogs answer from now on. */
  answer(answers) {
    return this.#post('/answers', answers);
  }

  /** Drops files on the window. */
  drop(paths) {
    return this.#post('/drop', paths);
  }

  async #post(path, body) {
    const response = await fetch(this.address + path, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
  }

  /** The element with this test id. */
  at(id) {
    return this.page.getByTestId(id);
  }

  /** Waits until the element with this test id can be seen. */
  async see(id) {
    const element = this.at(id).first();
    await element.waitFor();
    return element;
  }

  /** Holds the application where it is, so that what it is in the middle of can be looked at; until it goes on. */
  hold() {
    if (CAN_HOLD) this.bridge.kill('SIGSTOP');
  }

  goOn() {
    if (CAN_HOLD) this.bridge.kill('SIGCONT');
  }

  /** The spreadsheets of the fictitious office, written anew. */
  office() {
    const folder = join(this.home, 'office');
    const program = join(dirname(setting('GUICHET_BRIDGE')), process.platform === 'win32' ? 'guichet-cli.exe' : 'guichet-cli');
    execFileSync(program, ['demo', folder], { stdio: 'ignore' });
    return readdirSync(folder).filter((name) => /\.(xlsx|xls|ods|csv)$/.test(name)).sort().map((name) => join(folder, name));
  }

  /** Ends the browser's page and the bridge, and removes what they kept. */
  async close() {
    await this.context?.close();
    if (this.bridge && this.bridge.exitCode === null) {
      const ended = new Promise((resolve) => this.bridge.once('exit', resolve));
      this.goOn();
      this.bridge.stdin.end();
      await ended;
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The first line a program writes. */
async function firstLine(program) {
  const lines = createInterface({ input: program.stdout });
  return new Promise((resolve, reject) => {
    lines.once('line', resolve);
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`the bridge ended with ${code} before it said its port`)));
  });
}
