// What the window loads before it shows anything: it starts the day, and nothing else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The most that the scripts of the first page may weigh, compressed, in bytes. */
const MOST = 120 * 1024;

/** Weighs the scripts that the page names, those it preloads among them. */
export function startIsLight() {
  const screens = new URL('../../../ui/dist/', import.meta.url);
  const page = readFileSync(new URL('index.html', screens), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path);
  assert.ok(scripts.length > 0, 'the page names its scripts');
  const weight = scripts.map((path) => gzipSync(readFileSync(new URL(path, screens)), { level: 9 }).length).reduce((sum, one) => sum + one, 0);
  assert.ok(weight <= MOST, `${weight} bytes of ${MOST}`);
}
