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
}
