import type { RequestLine } from '../host';

/** One request of the list, named by the row of the sheet it begins on. */
export interface RequestRow {
  id: string;
  request: RequestLine;
}

/** Names each request by the cell it begins on, so that it stays the same one when the list is asked for again. */
export function rowsOf(requests: readonly RequestLine[]): RequestRow[] {
  return requests.map((request, rank) => {
    const place = request.records[0]?.facts.find((fact) => fact.place)?.place;
    return { id: place ? `${place.sha256} ${place.sheet} ${place.row}` : `rank ${rank}`, request };
  });
}

/** How many pieces a request lacks, and of how many nobody knows. */
export function piecesOf(request: RequestLine): { total: number; missing: number; unknown: number } {
  const count = (state: string) => request.pieces.filter((piece) => piece.state === state).length;
  return { total: request.pieces.length, missing: count('missing'), unknown: count('unknown') };
}
