import { describe, expect, it } from 'vitest';
import type { RequestLine } from '../src/host';
import { piecesOf, rowsOf } from '../src/state/request-rows';

function request(name: string, rest: { clock?: [string, string | null]; pieces?: string[]; state?: string; row?: number } = {}): RequestLine {
  const place = { sha256: 'a', file: 'demandes.csv', sheet: 'demandes', row: rest.row ?? 0, column: 0, cell: 'A1' };
  return {
    birth_name: name,
    given_name: '',
    kind_label: '',
    level: '',
    state: rest.state ?? 'pending',
    clock: rest.clock ? { state: rest.clock[0], until: rest.clock[1], label: '', authority: null } : null,
    pieces: (rest.pieces ?? []).map((state) => ({ key: state, title: state, year: null, state, state_label: state, documents: [] })),
    records: rest.row === undefined ? [] : [{ facts: [{ label: '', value: '', place }] }],
  } as unknown as RequestLine;
}

describe('the rows of requests', () => {
  it('counts the pieces that one lacks, and those of which nobody knows', () => {
    expect(piecesOf(request('x', { pieces: ['held', 'missing', 'unknown'] }))).toEqual({ total: 3, missing: 1, unknown: 1 });
  });

  it('names a request by the row it was read from, so that another list does not lose it', () => {
    const [one, other] = [request('a', { row: 4 }), request('b', { row: 7 })];
    expect(rowsOf([one, other])[1]?.id).toBe(rowsOf([other])[0]?.id);
  });
});
