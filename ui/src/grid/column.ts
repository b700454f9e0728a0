/** The lines of a list in groups that head one. */
export interface Bands {
  /** The group that a line heads. */
  at: (index: number) => { id: string; open: boolean } | undefined;
  /** The line that heads the group of a line. */
  of: (index: number) => number;
  toggle: (index: number, open: boolean) => void;
}

/** A column of a grid. */
export interface Column {
  key: string;
  label: string;
  /** Name of the order it gives, when rows can be ordered by it. */
  sort: string | null;
  /** Least width, in digits. */
  characters: number;
  /** Share of the space left over. */
  grow: number;
  /** Width of the grid in pixels from which it is shown. */
  from: number;
  /** Never cut: identifiers and dates. */
  whole: boolean;
  /** Stands out from the others. */
  strong?: boolean;
  /** Drawn by the snippet of the grid, where it has words for the others. */
  drawn?: boolean;
}

/** The words of a row in a column that is not drawn, and what a pointer held over them tells besides. */
export interface Words<Row> {
  of: (row: Row, column: string) => string;
  /** The whole of a text that says less than it could. */
  whole: (row: Row, column: string) => string | undefined;
}
