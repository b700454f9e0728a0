import type { Column } from '../grid/column';
import type { FindingsQuery } from '../host';
import { t } from '../text/index.svelte';
import { breadth } from './file-columns';
import type { FindingLine } from './finding-list.svelte';

/** The columns of the list of findings, as wide as some of its rows need; what a group says is not said again on its lines. */
export function findingColumns(rows: readonly FindingLine[], by: FindingsQuery['by']): Column[] {
  const broadest = (of: (row: FindingLine) => string, least: number) => rows.reduce((digits, row) => Math.max(digits, breadth(of(row))), least);
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
  const whole = { whole: true };
  const columns = [
    by === 'rule' ? column('severity', t('ui-findings-facet-severities'), 6) : column('code', t('ui-rule'), 9.5, whole),
    column('name', t('ui-column-name'), 15, { grow: 1 }),
    column('student_number', t('ui-column-student-number'), broadest((row) => row.student_number, 9), { ...whole, from: 900 }),
    column('level', t('ui-column-level'), 6, { from: 480 }),
    column('programme', t('ui-column-programme'), 14, { grow: 1, from: 1300 }),
    column('message', t('ui-column-finding'), 20, { grow: 3, from: 560 }),
    column('deadline', t('ui-column-deadline'), broadest((row) => row.deadline, 8), { ...whole, from: 780 }),
    column('evidence', t('ui-column-evidence'), 18, { grow: 0.3, from: 1020 }),
  ];
  const said = { rule: null, programme: 'programme', deadline: 'deadline', source: null }[by];
  return columns.filter(({ key }) => key !== said);
}
