import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileRow, SelectionView } from '../src/host';
import { selection } from '../src/state/selection.svelte';
import { answerWith } from './host';

const row = (id: number, selected = false): FileRow => ({ id, selected }) as FileRow;

describe('The selection', () => {
  let counted: SelectionView;
  let called: string[];

  beforeEach(() => {
    counted = { selected: 2, outside: 1 };
    called = answerWith({ selection_change: () => counted });
    selection.renew({ selected: 0, outside: 0 });
  });

  it('shows at once what changed since the rows came, and is told by their places', async () => {
    expect([selection.has(row(1)), selection.has(row(2, true)), selection.any]).toEqual([false, true, false]);
    selection.rows(7, [3, 5], [row(1), undefined], true);
    expect([selection.has(row(1)), selection.has(row(9))]).toEqual([true, false]);
    await vi.waitFor(() => expect(selection.view).toEqual(counted));
    expect(called).toEqual(['selection_change {"view":7,"change":{"kind":"rows","from":3,"to":5,"selected":true}}']);
  });

  it('takes rows out of all, and forgets them with nothing', () => {
    selection.all(7);
    expect(selection.has(row(1))).toBe(true);
    selection.rows(7, [0, 1], [row(1, true)], false);
    expect([selection.has(row(1, true)), selection.has(row(2))]).toEqual([false, true]);
    selection.none(7);
    expect([selection.has(row(1, true)), selection.has(row(2, true))]).toEqual([false, false]);
  });

  it('believes the marks of another list', async () => {
    selection.all(7);
    selection.renew({ selected: 4, outside: 4 });
    await Promise.resolve();
    expect([selection.has(row(1)), selection.has(row(2, true)), selection.view.outside]).toEqual([false, true, 4]);
  });
});
