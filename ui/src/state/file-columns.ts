import type { Column, Words } from '../grid/column';
import type { FileRow, FurtherColumn, ListColumn, SortColumn } from '../host';
import { t, type PlainKey } from '../text/index.svelte';
import { FURTHER, type FileLine } from './file-page';

/** What is known of a column before any row of it is. */
interface Kind {
  key: Exclude<keyof FileRow, 'id' | 'selected'> | FurtherColumn;
  name: PlainKey;
  sort: SortColumn | null;
  /** Least width, in digits. */
  characters: number;
  grow: number;
  /** Width of the grid from which it is shown, as long as nobody has given it a width. */
  from: number;
  /** Never cut: identifiers and dates. */
  whole: boolean;
  /** Whether it is shown as long as nobody has arranged the columns. */
  usual: boolean;
}

const kind = (key: Kind['key'], name: PlainKey, sort: SortColumn | null, characters: number, rest: Partial<Kind> = {}): Kind => ({
  key,
  name,
  sort,
  characters,
  grow: 0.001,
  from: 0,
  whole: false,
  usual: true,
  ...rest,
});

/** Every column, in its usual place. */
const KINDS: readonly Kind[] = [
  kind('student_number', 'ui-column-student-number', 'student_number', 10, { whole: true }),
  kind('birth_name', 'ui-column-name', 'name', 10, { grow: 1.4 }),
  kind('use_name', 'ui-column-use-name', null, 9, { grow: 1, usual: false }),
  kind('given_name', 'ui-column-given-name', null, 7.5, { grow: 1, from: 480 }),
  kind('ine', 'ui-column-ine', null, 11, { whole: true, from: 920 }),
  kind('birth_date', 'ui-column-birth-date', null, 9, { whole: true, from: 840 }),
  kind('email', 'ui-column-email', null, 18, { grow: 1.6, usual: false }),
  kind('level', 'ui-column-level', 'level', 7),
  kind('programme_code', 'ui-column-programme-code', null, 8, { whole: true, usual: false }),
  kind('programme', 'ui-column-programme', 'programme', 8.5, { grow: 1.8, from: 760 }),
  kind('component', 'ui-column-component', null, 12, { grow: 1, usual: false }),
  kind('registered_at', 'ui-column-registered-at', 'registered_at', 13, { whole: true, from: 1180 }),
  kind('cvec_number', 'ui-column-cvec', null, 14, { whole: true, usual: false }),
  kind('codes', 'ui-column-findings', 'findings', 13.5, { grow: 0.2, from: 620 }),
  kind('state', 'ui-column-state', 'state', 11.5, { whole: true }),
];

const kindOf = (key: string): Kind | undefined => KINDS.find((one) => one.key === key);

/** The name of a column. */
export const columnName = (key: string): string => t(kindOf(key)?.name ?? 'ui-column-name');

/** Whether a further column stands in an arrangement. */
const isFurther = (key: string): key is FurtherColumn => FURTHER.some((one) => one === key);

/** Every column in the order wanted: those that the arrangement does not name stand behind their usual neighbour. */
export function arranged(kept: readonly ListColumn[]): ListColumn[] {
  const columns = kept.filter(({ key }, index) => kindOf(key) && kept.findIndex((other) => other.key === key) === index);
  KINDS.forEach(({ key, usual }, index) => {
    if (columns.some((column) => column.key === key)) return;
    const before = KINDS[index - 1]?.key;
    const place = columns.findIndex((column) => column.key === before) + 1;
    columns.splice(place, 0, { key, shown: usual, width: null });
  });
  return columns;
}

/** The further columns that an arrangement shows. */
export function furtherOf(kept: readonly ListColumn[]): FurtherColumn[] {
  return kept.filter(({ shown }) => shown).map(({ key }) => key).filter(isFurther);
}

/** What a row says in a column of one value. */
function textOf(row: FileLine, key: string): string {
  if (isFurther(key)) return row.further[key] ?? '';
  const value = row[key as keyof FileRow];
  return typeof value === 'string' ? value : '';
}

/** What is said where a file gives nothing, in the columns where every file could. */
const NOTHING: Record<string, string> = { ine: '—', birth_date: '—', registered_at: '—', level: '—', programme: '—' };

/** What a row says in a column, but for its state. Two codes fit; more are the first one and how many others. */
export const fileWords: Words<FileLine> = {
  of: (row, key) => {
    if (key !== 'codes') return textOf(row, key) || (NOTHING[key] ?? '');
    return row.codes.length <= 2 ? row.codes.join(', ') : `${row.codes[0]} +${row.codes.length - 1}`;
  },
  whole: (row, key) => (key === 'codes' && row.codes.length > 2 ? row.codes.join(', ') : undefined),
};

/** About how wide a text is, in digits: capitals are wider, signs between digits narrower. */
export function breadth(text: string): number {
  let digits = 0;
  for (const sign of text) digits += /[MW]/.test(sign) ? 1.5 : /\p{Lu}/u.test(sign) ? 1.2 : /[\p{P}\s]/u.test(sign) ? 0.7 : 1;
  return digits;
}

/** The columns of the list of files, as wide as somebody wants them or as some of its rows need. */
export function fileColumns(rows: readonly FileLine[], kept: readonly ListColumn[]): Column[] {
  return arranged(kept)
    .filter(({ shown }) => shown)
    .flatMap(({ key, width }) => {
      const own = kindOf(key);
      if (!own) return [];
      // Identifiers and dates are never cut, however narrow somebody wants them. A state's width is that of its words.
      const needed = own.whole && key !== 'state' ? rows.reduce((most, row) => Math.max(most, breadth(textOf(row, key))), own.characters) : own.characters;
      const characters = own.whole ? Math.max(needed, width ?? 0) : (width ?? needed);
      return [
        {
          key,
          label: t(own.name),
          sort: own.sort,
          characters,
          grow: width === null ? own.grow : 0.001,
          // What somebody has added or given a width is shown, however narrow the window.
          from: own.usual && width === null ? own.from : 0,
          whole: own.whole,
          strong: key === 'birth_name',
          drawn: key === 'state',
        },
      ];
    });
}
