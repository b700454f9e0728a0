import type { Column } from '../grid/column';
import type { FileRow, SortColumn } from '../host';
import { t } from '../text/index.svelte';

type Key = Exclude<keyof FileRow, 'id'>;

/** Longest text of a column among some rows, so that identifiers and dates are never cut. */
function longest(rows: readonly FileRow[], key: Exclude<Key, 'codes'>, least: number): number {
  return rows.reduce((length, row) => Math.max(length, row[key].length), least);
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
    column('student_number', t('ui-column-student-number'), 'student_number', longest(rows, 'student_number', 10), whole),
    column('birth_name', t('ui-column-name'), 'name', 10, { grow: 1.3 }),
    column('given_name', t('ui-column-given-name'), null, 8, { grow: 1 }),
    column('ine', t('ui-column-ine'), null, longest(rows, 'ine', 11) + 0.5, { ...whole, from: 920 }),
    column('birth_date', t('ui-column-birth-date'), null, longest(rows, 'birth_date', 9), { ...whole, from: 840 }),
    column('level', t('ui-column-level'), 'level', 8),
    column('programme', t('ui-column-programme'), 'programme', 12, { grow: 1.8, from: 760 }),
    column('registered_at', t('ui-column-registered-at'), 'registered_at', longest(rows, 'registered_at', 14) - 0.5, { ...whole, from: 1000 }),
    column('codes', t('ui-column-findings'), 'findings', 13, { grow: 1 }),
    column('state', t('ui-column-state'), 'state', 13, whole),
  ];
}
