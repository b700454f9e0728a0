import { describe, expect, it } from 'vitest';
import type { RequestLine } from '../src/host';
import { ordered, piecesOf, rowsOf, type RequestSort } from '../src/state/request-order';

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

const names = (requests: RequestLine[], sort: RequestSort, descending = false) =>
  ordered(rowsOf(requests), sort, descending).map((row) => row.request.birth_name);

describe('the order of requests', () => {
  it('puts what can still be contested first, the first to end before the others, and no time last', () => {
    const list = [
      request('sans'),
      request('acceptée', { clock: ['deemed-accepted', '2024-09-01T23:59:00'] }),
      request('tard', { clock: ['running', '2024-09-30T23:59:00'] }),
      request('tôt', { clock: ['running', '2024-09-26T23:59:00'] }),
    ];
    expect(names(list, 'clock')).toEqual(['tôt', 'tard', 'acceptée', 'sans']);
    expect(names(list, 'clock', true)).toEqual(['sans', 'acceptée', 'tard', 'tôt']);
  });

  it('puts those that lack most first, and keeps the order of reception among equals', () => {
    const list = [
      request('rien'),
      request('complète', { pieces: ['held'] }),
      request('deux', { pieces: ['missing', 'missing', 'held'] }),
      request('une', { pieces: ['missing'] }),
      request('doute', { pieces: ['unknown'] }),
    ];
    expect(names(list, 'pieces')).toEqual(['deux', 'une', 'doute', 'complète', 'rien']);
    expect(names([request('b'), request('a'), request('b')], 'received')).toEqual(['b', 'a', 'b']);
    expect(piecesOf(request('x', { pieces: ['held', 'missing', 'unknown'] }))).toEqual({ total: 3, missing: 1, unknown: 1 });
  });

  it('names a request by the row it was read from, so that another list does not lose it', () => {
    const [one, other] = [request('a', { row: 4 }), request('b', { row: 7 })];
    expect(rowsOf([one, other])[1]?.id).toBe(rowsOf([other])[0]?.id);
  });
});
