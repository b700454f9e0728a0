import type { FileRow, FilesPage, FurtherColumn } from '../host';

/** Columns that are sent when they are asked for. */
export const FURTHER = ['use_name', 'email', 'programme_code', 'component', 'cvec_number'] as const satisfies readonly FurtherColumn[];

/** A line of the list, with the further columns that were asked for. */
export type FileLine = FileRow & { further: Partial<Record<FurtherColumn, string>> };

/** The lines of a page, which comes column by column. */
export function linesOf(page: FilesPage, further: readonly FurtherColumn[]): FileLine[] {
  const at = <Value>(column: readonly Value[], index: number): Value => column[index] as Value;
  return page.id.map((id, index) => ({
    id,
    student_number: at(page.student_number, index),
    birth_name: at(page.birth_name, index),
    given_name: at(page.given_name, index),
    ine: at(page.ine, index),
    birth_date: at(page.birth_date, index),
    level: at(page.level, index),
    programme: at(page.programmes, at(page.programme, index)),
    registered_at: at(page.registered_at, index),
    state: at(page.state, index),
    codes: at(page.codes, index),
    selected: at(page.selected, index),
    further: Object.fromEntries(further.map((column, place) => [column, page.further[place]?.[index] ?? ''])),
  }));
}
