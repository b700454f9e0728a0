import type { FilesQuery, SortColumn } from '../host';

/** The lists of a query that a menu fills. */
export const FACETS = ['states', 'levels', 'components', 'programmes', 'codes', 'completeness'] as const;
export type Facet = (typeof FACETS)[number];

/** By what the list can be grouped. */
export const FILES_BY = ['state', 'level', 'component', 'programme'] as const satisfies readonly NonNullable<FilesQuery['by']>[];

/** Every file, by name. */
export const EVERY_FILE: FilesQuery = {
  search: '',
  states: [],
  levels: [],
  components: [],
  programmes: [],
  codes: [],
  completeness: [],
  by: null,
  sort: 'name',
  descending: false,
};

/** Keeps a value of a facet, or stops keeping it. */
export function toggled(query: FilesQuery, facet: Facet, value: string): FilesQuery {
  const kept = query[facet];
  return { ...query, [facet]: kept.includes(value) ? kept.filter((other) => other !== value) : [...kept, value] };
}

/** The same order reversed for the column in use; any other column from its start. */
export function sortedBy(query: FilesQuery, sort: SortColumn): FilesQuery {
  return { ...query, sort, descending: query.sort === sort ? !query.descending : false };
}

/** The filters in use, in the order of the menus. */
export function chipsOf(query: FilesQuery): { facet: Facet; value: string }[] {
  return FACETS.flatMap((facet) => query[facet].map((value) => ({ facet, value })));
}

/** The query without its filters and its words, in the same order and groups. */
export function cleared(query: FilesQuery): FilesQuery {
  return { ...EVERY_FILE, by: query.by, sort: query.sort, descending: query.descending };
}

/** What Escape undoes in the search: its words first, then the last filter. */
export function stepBack(query: FilesQuery): FilesQuery {
  if (query.search !== '') return { ...query, search: '' };
  const last = chipsOf(query).at(-1);
  return last ? toggled(query, last.facet, last.value) : query;
}
