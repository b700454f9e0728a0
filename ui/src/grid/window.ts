/** Rows from `first` to `last`, the last left out. */
export interface Range {
  first: number;
  last: number;
}

/** A cell: row -1 is the header. */
export interface Position {
  row: number;
  column: number;
}

/** The rows to draw for a scroll position, with some more on each side. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, total: number, overscan: number): Range {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const last = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first: Math.min(first, last), last: Math.max(first, last) };
}

/** The rows of a range and the active one, in order: focus never points at a row that is not drawn. */
export function drawnRows({ first, last }: Range, active: number, total: number): number[] {
  const rows = Array.from({ length: last - first }, (_, index) => first + index);
  if (active < 0 || active >= total) return rows;
  if (active < first) return [active, ...rows];
  if (active >= last) return [...rows, active];
  return rows;
}

/** The height in pixels beyond which browsers no longer lay an element out, at 100 %. */
const HIGHEST = 33_000_000;

/**
 * A body of rows that may be higher than a browser lays out: it is then as high as it can be, and a step of its scrollbar
 * goes further in the list.
 */
export interface Course {
  /** Of the element, in pixels. */
  height: number;
  /** Where the list stands when the element is scrolled so far. */
  top: (scrolled: number) => number;
  /** How far the element is scrolled when the list stands there. */
  scrolled: (top: number) => number;
  /** Whether the two differ. */
  stretched: boolean;
}

/** The course of rows, with a zoom in percent. */
export function courseOf(total: number, rowHeight: number, height: number, zoom: number): Course {
  const wanted = total * rowHeight;
  const highest = Math.floor((HIGHEST * 100) / zoom);
  if (wanted <= highest) return { height: wanted, top: (scrolled) => scrolled, scrolled: (top) => top, stretched: false };
  const factor = (wanted - height) / (highest - height);
  return {
    height: highest,
    top: (scrolled) => Math.max(0, Math.min(wanted - height, scrolled * factor)),
    scrolled: (top) => top / factor,
    stretched: true,
  };
}

/** Numbers of the pages that hold a range. */
export function pagesOf({ first, last }: Range, size: number): number[] {
  if (last <= first) return [];
  const start = Math.floor(first / size);
  const end = Math.floor((last - 1) / size);
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

/** The scroll position nearest to the present one that shows a row whole under a header. */
export function scrollToShow(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (row < 0 || top < scrollTop) return Math.max(0, top);
  return Math.max(scrollTop, top + rowHeight - height);
}

/** Where a key leads from a cell, or nothing when the key does not move. */
export function moved(
  from: Position,
  key: string,
  control: boolean,
  bounds: { rows: number; columns: number; page: number },
): Position | null {
  const lastRow = bounds.rows - 1;
  const lastColumn = bounds.columns - 1;
  const row = (value: number) => Math.max(-1, Math.min(lastRow, value));
  const column = (value: number) => Math.max(0, Math.min(lastColumn, value));
  switch (key) {
    case 'ArrowUp':
      return { row: row(from.row - 1), column: from.column };
    case 'ArrowDown':
      return { row: row(from.row + 1), column: from.column };
    case 'ArrowLeft':
      return { row: from.row, column: column(from.column - 1) };
    case 'ArrowRight':
      return { row: from.row, column: column(from.column + 1) };
    case 'PageUp':
      return { row: Math.min(from.row, Math.max(0, from.row - bounds.page)), column: from.column };
    case 'PageDown':
      return { row: row(from.row + bounds.page), column: from.column };
    case 'Home':
      return control ? { row: row(0), column: 0 } : { row: from.row, column: 0 };
    case 'End':
      return control ? { row: lastRow, column: lastColumn } : { row: from.row, column: lastColumn };
    default:
      return null;
  }
}
