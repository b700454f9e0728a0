import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');

function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text or mark, what it lies on, and the least ratio of WCAG 2.2 AA. */
const PAIRS: [string, string, number][] = [
  ...['bg', 'surface', 'head', 'selection', 'hover'].flatMap((ground): [string, string, number][] => [
    ['text', ground, 4.5],
    ['muted', ground, 4.5],
    ['focus', ground, 3],
  ]),
  ...['blocked', 'check', 'ready', 'info', 'waived'].map((state): [string, string, number] => [state, `${state}-tint`, 4.5]),
  ...['blocked', 'check', 'ready', 'info', 'waived', 'accent'].map((state): [string, string, number] => [state, 'surface', 4.5]),
  ['check', 'hover', 4.5],
  ['text', 'blocked-tint', 4.5],
  ['text', 'check-tint', 4.5],
  ['text', 'ready-tint', 4.5],
  ['text', 'info-tint', 4.5],
  ['muted', 'info-tint', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['control', 'surface', 3],
  ['control', 'bg', 3],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
  ['high contrast', ":root[data-theme='contrast']"],
])('colours, %s', (_name, selector) => {
  const colours = tokens(selector);
  it('has every colour of the light theme', () => {
    expect([...colours.keys()].sort()).toEqual([...tokens(':root').keys()].sort());
  });
  it.each(PAIRS)('%s on %s is at least %d', (front, ground, least) => {
    const [one, other] = [colours.get(front), colours.get(ground)];
    expect(one && other && contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});
