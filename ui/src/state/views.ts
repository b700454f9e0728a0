import type { FilesQuery, ListColumn, SavedView } from '../host';
import type { PlainKey } from '../text/index.svelte';
import { arranged } from './file-columns';
import { fileList } from './file-list.svelte';
import { listLayout } from './list-layout.svelte';
import { openFile } from './open-file.svelte';
import { EVERY_FILE } from './query';
import { EVERY_REQUEST, requestList } from './request-list.svelte';
import { session } from './session.svelte';

/** A view that comes with the application. */
export interface ShippedView {
  id: string;
  name: PlainKey;
  /** What it shows of the files; nothing for one of the requests. */
  query: FilesQuery | null;
}

/** Rules that say what is to be put right about a CVEC certificate. */
const CVEC = ['CVC001', 'CVC002', 'CVC003', 'CVC004', 'CVC005', 'CVC007', 'CVC008', 'CVC009', 'CVC011'];

export const SHIPPED: readonly ShippedView[] = [
  { id: 'all', name: 'ui-view-all', query: EVERY_FILE },
  { id: 'blocked', name: 'ui-view-blocked', query: { ...EVERY_FILE, states: ['blocked'], sort: 'findings', descending: true } },
  { id: 'cvec', name: 'ui-view-cvec', query: { ...EVERY_FILE, codes: CVEC } },
  { id: 'to-check', name: 'ui-view-to-check', query: { ...EVERY_FILE, states: ['to-check'] } },
  { id: 'derogations', name: 'ui-view-derogations', query: null },
  { id: 'ready', name: 'ui-view-ready', query: { ...EVERY_FILE, states: ['ready'] } },
];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A query with its fields in one order, whatever the order in which they were written. */
const plain = (query: FilesQuery): FilesQuery => ({
  search: query.search,
  states: query.states,
  levels: query.levels,
  components: query.components,
  programmes: query.programmes,
  codes: query.codes,
  completeness: query.completeness,
  by: query.by,
  sort: query.sort,
  descending: query.descending,
});

/** Whether a list is that of a view kept under a name. */
export function isShown(view: SavedView, query: FilesQuery, columns: readonly ListColumn[]): boolean {
  return same(plain(view.query), plain(query)) && same(arranged(view.columns), arranged(columns));
}

/** Whether a list is that of a view that comes with the application: it has no columns of its own. */
export const isShippedShown = (view: ShippedView, query: FilesQuery): boolean => view.query !== null && same(plain(view.query), plain(query));

function go(query: FilesQuery): void {
  if (session.screen !== 'files') openFile.close();
  fileList.show(query);
  if (session.screen !== 'files') session.go('files');
}

/** Shows a view that comes with the application. */
export function showShipped(view: ShippedView): void {
  if (view.query) return go(view.query);
  requestList.show({ ...EVERY_REQUEST, kinds: ['derogation'], states: ['pending'] });
  session.go('requests');
}

/** Shows a view kept under a name, with its columns. */
export function showSaved(view: SavedView): void {
  listLayout.use(view.columns);
  go(plain({ ...EVERY_FILE, ...view.query }));
}
