import type { RequestLine } from '../host';

/** One request of the list, named by the row of the sheet it begins on. */
export interface RequestRow {
  id: string;
  request: RequestLine;
  /** Its place in the order of reception. */
  rank: number;
}

/** Orders of the list. */
export type RequestSort = 'received' | 'name' | 'kind' | 'level' | 'state' | 'clock' | 'pieces';

/** Clocks, those that call for an act soonest first. */
const URGENCY = ['running', 'contested-late', 'contested', 'by-decision', 'late', 'awaiting-proposal', 'unknown', 'not-set', 'in-time', 'of-right', 'deemed-accepted'];
/** Decisions, those still to take first. */
const DECISIONS = ['pending', 'unknown', 'mixed', 'refused', 'granted'];

/** Names each request by the cell it begins on, so that it stays the same one when the list is asked for again. */
export function rowsOf(requests: readonly RequestLine[]): RequestRow[] {
  return requests.map((request, rank) => {
    const place = request.records[0]?.facts.find((fact) => fact.place)?.place;
    return { id: place ? `${place.sha256} ${place.sheet} ${place.row}` : `rank ${rank}`, request, rank };
  });
}

/** How many pieces a request lacks, and of how many nobody knows. */
export function piecesOf(request: RequestLine): { total: number; missing: number; unknown: number } {
  const count = (state: string) => request.pieces.filter((piece) => piece.state === state).length;
  return { total: request.pieces.length, missing: count('missing'), unknown: count('unknown') };
}

/** Place of a name in a list of names; those it does not hold come last. */
const placeIn = (names: readonly string[], name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
const words = (one: string, other: string): number => one.localeCompare(other, 'fr');

function clockOrder(one: RequestLine, other: RequestLine): number {
  const urgency = (request: RequestLine) => (request.clock ? placeIn(URGENCY, request.clock.state) : URGENCY.length + 1);
  return urgency(one) - urgency(other) || words(one.clock?.until ?? '', other.clock?.until ?? '');
}

function piecesOrder(one: RequestLine, other: RequestLine): number {
  const [of, than] = [piecesOf(one), piecesOf(other)];
  return than.missing - of.missing || than.unknown - of.unknown || than.total - of.total;
}

const COMPARE: Record<RequestSort, (one: RequestLine, other: RequestLine) => number> = {
  received: () => 0,
  name: (one, other) => words(one.birth_name, other.birth_name) || words(one.given_name, other.given_name),
  kind: (one, other) => words(one.kind_label, other.kind_label),
  level: (one, other) => words(one.level, other.level),
  state: (one, other) => placeIn(DECISIONS, one.state) - placeIn(DECISIONS, other.state),
  clock: clockOrder,
  pieces: piecesOrder,
};

/** The list in an order; requests alike keep the order of reception. */
export function ordered(rows: readonly RequestRow[], sort: RequestSort, descending: boolean): RequestRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => sign * COMPARE[sort](one.request, other.request) || sign * (one.rank - other.rank));
}
