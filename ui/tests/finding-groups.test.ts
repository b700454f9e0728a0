import { expect, test } from 'vitest';
import { groupOf, layoutOf, lineAt, lineOf, pagesOn } from '../src/state/finding-groups';

const groups = [
  { value: 'a', count: 3 },
  { value: 'b', count: 100_000 },
  { value: 'c', count: 2 },
];

test('only open groups show their findings', () => {
  const layout = layoutOf(groups, new Set(['a', 'c']));
  expect([layout.lines, layout.findings]).toEqual([3 + 3 + 2, 100_005]);
  const lines = Array.from({ length: layout.lines }, (_, line) => lineAt(layout, line));
  expect(lines.map((line) => [line?.group, line?.place])).toEqual([
    [0, null],
    [0, 0],
    [0, 1],
    [0, 2],
    [1, null],
    [2, null],
    [2, 100_003],
    [2, 100_004],
  ]);
  expect([lineAt(layout, -1), lineAt(layout, layout.lines)]).toEqual([null, null]);
});

test('a finding has a line while its group is open', () => {
  const layout = layoutOf(groups, new Set(['a', 'c']));
  expect([0, 2, 3, 100_002, 100_003].map((place) => groupOf(layout, place))).toEqual([0, 0, 1, 1, 2]);
  expect([2, 3, 100_004].map((place) => lineOf(layout, place))).toEqual([3, null, 7]);
  expect(lineOf(layoutOf(groups, new Set(['b'])), 100_002)).toBe(1 + 1 + 99_999);
});

test('the pages of a closed group are not fetched', () => {
  expect(pagesOn(layoutOf(groups, new Set(['a', 'c'])), 0, 8, 100)).toEqual([0, 1000]);
  expect(pagesOn(layoutOf(groups, new Set()), 0, 3, 100)).toEqual([]);
});

test('no group, no line', () => {
  const layout = layoutOf([], new Set());
  expect([layout.lines, lineAt(layout, 0)]).toEqual([0, null]);
});
