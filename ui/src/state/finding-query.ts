import type { FindingsQuery } from '../host';

/** The lists of a query that a menu fills. */
export const FINDING_FACETS = ['severities', 'outcomes', 'codes', 'programmes', 'deadlines', 'sources'] as const;
export type FindingFacet = (typeof FINDING_FACETS)[number];

/** How the list can be grouped. */
export const FINDINGS_BY = ['rule', 'programme', 'deadline', 'source'] as const satisfies readonly FindingsQuery['by'][];

/** Every finding, by rule. */
export const EVERY_FINDING: FindingsQuery = {
  search: '',
  by: 'rule',
  severities: [],
  outcomes: [],
  codes: [],
  programmes: [],
  deadlines: [],
  sources: [],
};

/** Keeps a value of a facet, or stops keeping it. */
export function toggled(query: FindingsQuery, facet: FindingFacet, value: string): FindingsQuery {
  const kept = query[facet];
  return { ...query, [facet]: kept.includes(value) ? kept.filter((other) => other !== value) : [...kept, value] };
}

/** The filters in use, in the order of the menus. */
export function chipsOf(query: FindingsQuery): { facet: FindingFacet; value: string }[] {
  return FINDING_FACETS.flatMap((facet) => query[facet].map((value) => ({ facet, value })));
}

/** The query without its filters and its words, in the same groups. */
export const cleared = (query: FindingsQuery): FindingsQuery => ({ ...EVERY_FINDING, by: query.by });

/** What Escape undoes in the search: its words first, then the last filter. */
export function stepBack(query: FindingsQuery): FindingsQuery {
  if (query.search !== '') return { ...query, search: '' };
  const last = chipsOf(query).at(-1);
  return last ? toggled(query, last.facet, last.value) : query;
}
