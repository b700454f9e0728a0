import type { Column } from '../grid/column';
import type { FileDifference } from '../host';
import { t } from '../text/index.svelte';
import { breadth } from './file-columns';

/** The columns of what a simulation would change, as wide as some of its rows need. */
export function differenceColumns(rows: readonly FileDifference[]): Column[] {
  const number = rows.slice(0, 200).reduce((digits, row) => Math.max(digits, breadth(row.student_number)), 10);
  const column = (key: string, label: string, characters: number, rest: Partial<Column> = {}): Column => ({
    key,
    label,
    sort: null,
    characters,
    grow: 0.001,
    from: 0,
    whole: false,
    ...rest,
  });
  return [
    column('student_number', t('ui-column-student-number'), number, { whole: true, from: 560 }),
    column('name', t('ui-column-name'), 14, { grow: 1 }),
    column('level', t('ui-column-level'), 7, { from: 480 }),
    column('change', t('ui-column-change'), 26, { grow: 0.1 }),
    column('appearing', t('ui-column-appearing'), 15, { grow: 1.2, from: 640 }),
    column('disappearing', t('ui-column-disappearing'), 15, { grow: 1.2, from: 640 }),
  ];
}
