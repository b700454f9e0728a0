/** Which rows of a grid are selected, and how that changes. */
export interface Marks<Row> {
  /** Names the column of boxes. */
  label: string;
  /** Names the box of a row. */
  name: (row: Row) => string;
  has: (row: Row) => boolean;
  /** Whether none, some or all rows of the list are. */
  some: 'none' | 'some' | 'all';
  /** Selects the rows from a place to before another, or not any more. */
  set: (from: number, to: number, on: boolean) => void;
  /** Selects every row of the list, or nothing at all. */
  all: (on: boolean) => void;
}
