import type { RulebookLine } from '../host';

/** Whether the year of a rulebook has to be said beside its title, which may hold it already. */
export function yearApart({ title, academic_year: year }: RulebookLine): boolean {
  return year !== null && !title.includes(year);
}
