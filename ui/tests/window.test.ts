import { describe, expect, it } from 'vitest';
import { courseOf, drawnRows, moved, pagesOf, scrollToShow, visibleRange } from '../src/grid/window';

describe('rows in sight', () => {
  it('draws the viewport and some more on each side, never beyond the list', () => {
    expect(visibleRange(0, 320, 32, 80_000, 8)).toEqual({ first: 0, last: 18 });
    expect(visibleRange(32 * 1000, 320, 32, 80_000, 8)).toEqual({ first: 992, last: 1018 });
    expect(visibleRange(32 * 79_990, 320, 32, 80_000, 8)).toEqual({ first: 79_982, last: 80_000 });
  });

  it('is empty for an empty list, and sane when the list became shorter than the scroll position', () => {
    expect(visibleRange(0, 320, 32, 0, 8)).toEqual({ first: 0, last: 0 });
    const range = visibleRange(32 * 500, 320, 32, 10, 8);
    expect(range.last).toBeGreaterThanOrEqual(range.first);
    expect(drawnRows(range, 0, 10).every((row) => row === 0 || row >= range.first)).toBe(true);
  });

  it('keeps the active row drawn wherever one scrolls, once and in order', () => {
    expect(drawnRows({ first: 5, last: 8 }, 2, 100)).toEqual([2, 5, 6, 7]);
    expect(drawnRows({ first: 5, last: 8 }, 6, 100)).toEqual([5, 6, 7]);
    expect(drawnRows({ first: 5, last: 8 }, 50, 100)).toEqual([5, 6, 7, 50]);
    expect(drawnRows({ first: 5, last: 8 }, -1, 100)).toEqual([5, 6, 7]);
    expect(drawnRows({ first: 5, last: 8 }, 200, 100)).toEqual([5, 6, 7]);
  });
});

describe('pages', () => {
  it('names each page that a range touches', () => {
    expect(pagesOf({ first: 0, last: 200 }, 200)).toEqual([0]);
    expect(pagesOf({ first: 199, last: 201 }, 200)).toEqual([0, 1]);
    expect(pagesOf({ first: 3, last: 3 }, 200)).toEqual([]);
  });
});

describe('moving by key', () => {
  const bounds = { rows: 100, columns: 10, page: 20 };
  it('moves by one cell and stops at the borders; the header is above the first row', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, bounds)).toEqual({ row: -1, column: 0 });
    expect(moved({ row: -1, column: 3 }, 'ArrowUp', false, bounds)).toEqual({ row: -1, column: 3 });
    expect(moved({ row: 99, column: 9 }, 'ArrowDown', false, bounds)).toEqual({ row: 99, column: 9 });
    expect(moved({ row: 4, column: 9 }, 'ArrowRight', false, bounds)).toEqual({ row: 4, column: 9 });
    expect(moved({ row: 4, column: 0 }, 'ArrowLeft', false, bounds)).toEqual({ row: 4, column: 0 });
  });
  it('goes by page, to the ends of the row and, with Ctrl, of the list', () => {
    expect(moved({ row: 10, column: 2 }, 'PageUp', false, bounds)).toEqual({ row: 0, column: 2 });
    expect(moved({ row: 10, column: 2 }, 'PageDown', false, bounds)).toEqual({ row: 30, column: 2 });
    expect(moved({ row: 10, column: 2 }, 'End', false, bounds)).toEqual({ row: 10, column: 9 });
    expect(moved({ row: 10, column: 2 }, 'Home', true, bounds)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 10, column: 2 }, 'End', true, bounds)).toEqual({ row: 99, column: 9 });
    expect(moved({ row: 10, column: 2 }, 'a', false, bounds)).toBeNull();
  });
  it('stays on the header of an empty list', () => {
    const empty = { rows: 0, columns: 10, page: 20 };
    expect(moved({ row: -1, column: 0 }, 'ArrowDown', false, empty)).toEqual({ row: -1, column: 0 });
  });
});

describe('bringing a row into sight', () => {
  it('scrolls no more than needed', () => {
    expect(scrollToShow(5, 0, 320, 32)).toBe(0);
    expect(scrollToShow(10, 0, 320, 32)).toBe(32);
    expect(scrollToShow(2, 320, 320, 32)).toBe(64);
    expect(scrollToShow(-1, 320, 320, 32)).toBe(0);
  });
});

describe('a list too high to be laid out', () => {
  it('is scrolled as it is as long as it can be', () => {
    const course = courseOf(1_000_000, 32, 640, 100);
    expect([course.height, course.top(12_345), course.scrolled(12_345), course.stretched]).toEqual([32_000_000, 12_345, 12_345, false]);
  });

  it.each([
    [40, 100],
    [32, 200],
    [40, 400],
  ])('shows every row from the first to the last at %i pixels a row and %i %%', (row, zoom) => {
    const course = courseOf(1_000_000, row, 640, zoom);
    expect(course.stretched).toBe(true);
    expect(course.height * (zoom / 100)).toBeLessThanOrEqual(33_554_428);
    expect(course.top(0)).toBe(0);
    expect(course.top(course.height - 640)).toBeCloseTo(1_000_000 * row - 640, 3);
    for (const place of [1, 499_999, 999_980]) expect(course.top(course.scrolled(place * row))).toBeCloseTo(place * row, 3);
    expect(visibleRange(course.top(course.height - 640), 640, row, 1_000_000, 8).last).toBe(1_000_000);
  });
});
