import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOTICES, notices } from '../src/state/notices.svelte';

describe('notices', () => {
  it('are each said somewhere, and each names the place where what it says stays', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(svelte|ts)$/.test(path))
      .map((path) => readFileSync(`src/${path}`, 'utf8'))
      .join('\n');
    const said = new Set([...sources.matchAll(/\bsay\('(?:done|failed|info)', '([a-z-]+)'/g)].map((match) => match[1]));
    expect([...said].sort()).toEqual(Object.keys(NOTICES).sort());
  });

  it('stay among the messages once dismissed, replaced or taken off the screen', () => {
    notices.say('done', 'exported', 'Rapport exporté', '/un.xlsx');
    notices.say('done', 'exported', 'Rapport exporté', '/deux.xlsx');
    notices.say('failed', 'failure', 'Le disque est plein.');
    expect(notices.list.map(({ detail }) => detail)).toEqual(['/deux.xlsx', null]);
    for (const { id } of notices.list) notices.dismiss(id);
    expect(notices.list).toEqual([]);
    expect(notices.said.map(({ text, detail }) => detail ?? text)).toEqual(['/un.xlsx', '/deux.xlsx', 'Le disque est plein.']);
    notices.say('info', 'undo', 'Rien à annuler.');
    notices.clear();
    expect(notices.said).toHaveLength(4);
  });

  it('are forgotten with the workspace they were about, but for those still on screen', () => {
    notices.say('info', 'start', 'Un réglage n’a pas pu être lu.');
    notices.forget();
    expect(notices.said.map(({ name }) => name)).toEqual(['start']);
    notices.clear();
    notices.forget();
    expect(notices.said).toEqual([]);
  });

  it('keep so many messages and no more', () => {
    for (let turn = 0; turn < 210; turn++) notices.say('done', 'decision', String(turn));
    expect(notices.said).toHaveLength(200);
    expect(notices.said.at(-1)?.text).toBe('209');
    expect(notices.list).toHaveLength(1);
  });
});
