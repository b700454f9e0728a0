import type { FindingGroup } from '../host';

/** Where the groups of a list and their findings stand on screen: a line for each group, and one for each finding of an open one. */
export interface Layout {
  /** Line of each group. */
  bands: number[];
  /** Place of each group's first finding in the whole list. */
  firsts: number[];
  open: boolean[];
  /** Lines in all. */
  lines: number;
  /** Findings in all. */
  findings: number;
}

/** A line: that of a group, or of the finding at a place of the whole list. */
export interface Line {
  group: number;
  place: number | null;
}

/** Lays the groups out; only those that are open show their findings. */
export function layoutOf(groups: readonly Pick<FindingGroup, 'value' | 'count'>[], open: ReadonlySet<string>): Layout {
  const layout: Layout = { bands: [], firsts: [], open: [], lines: 0, findings: 0 };
  for (const { value, count } of groups) {
    layout.bands.push(layout.lines);
    layout.firsts.push(layout.findings);
    layout.open.push(open.has(value));
    layout.lines += 1 + (open.has(value) ? count : 0);
    layout.findings += count;
  }
  return layout;
}

/** Rank of the last value of an ascending list that is not beyond a limit; -1 without one. */
function lastUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What stands on a line. */
export function lineAt(layout: Layout, line: number): Line | null {
  if (line < 0 || line >= layout.lines) return null;
  const group = lastUpTo(layout.bands, line);
  const behind = line - (layout.bands[group] ?? 0);
  return { group, place: behind === 0 ? null : (layout.firsts[group] ?? 0) + behind - 1 };
}

/** The group that holds the finding at a place. */
export const groupOf = (layout: Layout, place: number): number => lastUpTo(layout.firsts, place);

/** The line of the finding at a place, or nothing while its group is closed. */
export function lineOf(layout: Layout, place: number): number | null {
  const group = groupOf(layout, place);
  if (!layout.open[group]) return null;
  return (layout.bands[group] ?? 0) + 1 + place - (layout.firsts[group] ?? 0);
}

/** Numbers of the pages that hold the findings on some lines, the last left out: none of a group that is closed. */
export function pagesOn(layout: Layout, first: number, last: number, size: number): number[] {
  const pages = new Set<number>();
  for (let line = first; line < last; line++) {
    const place = lineAt(layout, line)?.place ?? null;
    if (place !== null) pages.add(Math.floor(place / size));
  }
  return [...pages];
}
