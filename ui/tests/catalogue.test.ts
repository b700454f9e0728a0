import { readdirSync, readFileSync } from 'node:fs';
import { FluentParser, Visitor, type Message, type Pattern } from '@fluent/syntax';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepare, word } from '../src/text/catalogue';

beforeAll(() => prepare('en'));

class Arguments extends Visitor {
  names = new Set<string>();
  override visitVariableReference(node: { id: { name: string } }): void {
    this.names.add(node.id.name);
  }
}

function read(language: string, name: string): Map<string, { args: string[]; pattern: Pattern | null }> {
  const { body } = new FluentParser().parse(readFileSync(`../assets/locales/${language}/${name}.ftl`, 'utf8'));
  expect(body.filter((entry) => entry.type === 'Junk')).toEqual([]);
  const messages = body.filter((entry): entry is Message => entry.type === 'Message');
  return new Map(
    messages.map((message) => {
      const found = new Arguments();
      found.visit(message);
      return [message.id.name, { args: [...found.names].sort(), pattern: message.value }];
    }),
  );
}

describe.each(['ui', 'decisions', 'desk', 'editor', 'guide', 'help', 'safekeeping', 'settings', 'wizard', 'codes'])('catalogue %s', (name) => {
  it('says the same things with the same arguments in both languages', () => {
    const argumentsOf = (language: string) => [...read(language, name)].map(([key, { args }]) => `${key}(${args.join()})`).sort();
    expect(argumentsOf('en')).toEqual(argumentsOf('fr'));
  });
});

describe('the words of the window', () => {
  const words = [...['ui', 'editor', 'guide', 'help', 'settings', 'wizard'].flatMap((name) => [...read('fr', name).keys()]), ...[...read('fr', 'desk').keys()].filter((key) => !key.startsWith('app-'))];

  it('have a name of their own', () => {
    expect(words.filter((key) => !key.startsWith('ui-'))).toEqual([]);
  });

  it('are all used', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith('keys.ts'))
      .map((path) => readFileSync(`src/${path}`, 'utf8'))
      .join('\n');
    const prefixes = [...sources.matchAll(/`(ui-[a-z-]*-)\$\{/g)].map((match) => match[1] ?? '');
    const unused = words.filter(
      (key) => !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('never break a French line before a colon, a question mark or inside quotes', () => {
    const shown = (folder: string, is: (file: string) => boolean, says: (line: string) => boolean) =>
      readdirSync(folder, { encoding: 'utf8' }).filter(is).flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(says));
    const text = [
      ...shown('../assets/locales/fr', () => true, (line) => !line.startsWith('#')),
      // What a page quotes is as it was written.
      ...['screens', 'rules'].flatMap((pages) => shown(`../assets/help/${pages}`, (file) => file.endsWith('.fr.md'), (line) => !line.startsWith('>'))),
    ];
    expect(text.length).toBeGreaterThan(3000);
    expect(text.filter((line) => / [:;!?»%]|« /.test(line))).toEqual([]);
  });

  it('count as French does: zero is singular', () => {
    expect(word('fr', 'ui-sheet-rows', { rows: 0 })).toBe('aucune ligne');
    expect(word('fr', 'ui-exported', { files: 0, findings: 2 })).toBe('Rapport exporté\u00a0: 0 dossier, 2 anomalies.');
    expect(word('en', 'ui-exported', { files: 0, findings: 1 })).toBe('Report exported: 0 files, 1 finding.');
  });
});

describe('the pages of the rules', () => {
  it('bear the title under which the application shows the rule', () => {
    for (const language of ['fr', 'en']) {
      const titles = new Map<string, string>();
      for (const file of readdirSync(`../assets/locales/${language}`)) {
        const text = readFileSync(`../assets/locales/${language}/${file}`, 'utf8');
        for (const [, code = '', title = ''] of text.matchAll(/^([A-Z]{3}\d{3})-title = (.+)$/gm)) titles.set(code, title);
      }
      const pages = readdirSync('../assets/help/rules').filter((file) => file.endsWith(`.${language}.md`));
      expect(pages.length).toBeGreaterThan(40);
      for (const page of pages) {
        const code = page.slice(0, 6);
        expect(readFileSync(`../assets/help/rules/${page}`, 'utf8').split('\n')[0]).toBe(`# ${code} · ${titles.get(code)}`);
      }
    }
  });
});
