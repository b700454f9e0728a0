import type { Column } from '../grid/column';
import { t } from '../text/index.svelte';
import { breadth } from './file-columns';
import type { RequestSort } from '../host';
import type { RequestRow } from './request-rows';

/** The columns of the list of requests, as wide as some of its rows need; their kind is not repeated when it is chosen. */
export function requestColumns(rows: readonly RequestRow[], oneKind: boolean): Column[] {
  const broadest = (of: (row: RequestRow) => string, least: number) =>
    rows.slice(0, 200).reduce((digits, row) => Math.max(digits, breadth(of(row))), least);
  const column = (key: string, label: string, sort: RequestSort | null, characters: number, rest: Partial<Column> = {}): Column => ({
    key,
    label,
    sort,
    characters,
    grow: 0.001,
    from: 0,
    whole: false,
    ...rest,
  });
  const whole = { whole: true };
  const columns = [
    column('student_number', t('ui-column-student-number'), null, broadest(({ request }) => request.student_number, 9), { ...whole, from: 700 }),
    column('name', t('ui-column-name'), 'name', 14.5, { grow: 0.6 }),
    column('kind', t('ui-column-request'), 'kind', 12.5),
    column('level', t('ui-column-level'), 'level', 6, { from: 700 }),
    column('year', t('ui-column-year'), null, 8.5, { ...whole, from: 1240 }),
    column('units', t('ui-column-units'), null, 2.5, { from: 980 }),
    // Without its hour, which the request itself shows.
    column('requested_at', t('ui-column-received'), 'received', 9, { ...whole, from: 480 }),
    column('channel', t('ui-column-channel'), null, 12, { from: 1400 }),
    column('state', t('ui-column-decision'), 'state', 12),
    column('clock', t('ui-column-clock'), 'clock', 20, { grow: 2, from: 520 }),
    column('pieces', t('ui-column-pieces'), 'pieces', 15, { from: 900 }),
  ];
  return oneKind ? columns.filter(({ key }) => key !== 'kind') : columns;
}
