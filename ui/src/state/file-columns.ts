import type { Column } from '../grid/column';
import type { FileRow, SortColumn } from '../host';
import { t } from '../text/index.svelte';

type Key = Exclude<keyof FileRow, 'id' | 'selected'>;

/** About how wide a text is, in digits: capitals are wider, signs between digits narrower. */
export function breadth(text: string): number {
  let digits = 0;
  for (const sign of text) digits += /[MW]/.test(sign) ? 1.5 : /\p{Lu}/u.test(sign) ? 1.2 : /[\p{P}\s]/u.test(sign) ? 0.7 : 1;
  return digits;
}

/** The broadest text of a column among some rows, so that identifiers and dates are never cut. */
function broadest(rows: readonly FileRow[], key: Exclude<Key, 'codes'>, least: number): number {
  return rows.reduce((digits, row) => Math.max(digits, breadth(row[key])), least);
}

/** The columns of the list of files, as wide as some of its rows need. */
export function fileColumns(rows: readonly FileRow[]): Column[] {
  const column = (
    key: Key,
    label: string,
    sort: SortColumn | null,
    characters: number,
    rest: Partial<Column> = {},
  ): Column => ({ key, label, sort, characters, grow: 0.001, from: 0, whole: false, ...rest });
  const whole = { whole: true };
  return [
    column('student_number', t('ui-column-student-number'), 'student_number', broadest(rows, 'student_number', 10), whole),
    column('birth_name', t('ui-column-name'), 'name', 11, { grow: 1.4 }),
    column('given_name', t('ui-column-given-name'), null, 8, { grow: 1, from: 480 }),
    column('ine', t('ui-column-ine'), null, broadest(rows, 'ine', 11), { ...whole, from: 920 }),
    column('birth_date', t('ui-column-birth-date'), null, broadest(rows, 'birth_date', 9), { ...whole, from: 840 }),
    column('level', t('ui-column-level'), 'level', 7.5),
    column('programme', t('ui-column-programme'), 'programme', 8.5, { grow: 1.8, from: 760 }),
    column('registered_at', t('ui-column-registered-at'), 'registered_at', broadest(rows, 'registered_at', 13), { ...whole, from: 1000 }),
    column('codes', t('ui-column-findings'), 'findings', 14.5, { grow: 0.2, from: 620 }),
    column('state', t('ui-column-state'), 'state', 12, whole),
  ];
}
