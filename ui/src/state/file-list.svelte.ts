import { call, failureOf, type FileRow, type FilesQuery, type FilesView } from '../host';
import { pagesOf, type Range } from '../grid/window';
import { EVERY_FILE } from './query';
import { selection } from './selection.svelte';
import { sentenceOf } from './tasks.svelte';

const PAGE = 200;

/** The list of files in use: the application filters and sorts, the window keeps the pages it has shown. */
class FileList {
  query = $state.raw<FilesQuery>(EVERY_FILE);
  view = $state.raw<FilesView | null>(null);
  failure = $state<string | null>(null);
  loading = $state(false);
  #pages = $state.raw<ReadonlyMap<number, FileRow[]>>(new Map());
  #asked = new Map<number, Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticket = 0;

  total = $derived(this.view?.total ?? 0);
  /** Some rows of the list, from which the width of its columns is taken. */
  sample = $derived(this.#pages.get(0) ?? []);

  /** Shows another list. Words being typed wait for a pause; everything else is immediate. */
  show(query: FilesQuery, typing = false): void {
    this.query = query;
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => void this.open(), 120);
    else void this.open();
  }

  /** Asks for the list again, as after an import or a change of language. */
  async open(): Promise<void> {
    const ticket = ++this.#ticket;
    this.loading = true;
    this.failure = null;
    try {
      const view = await call('files_open', { query: this.query });
      const rows = view.total > 0 ? await call('files_rows', { view: view.view, offset: 0, limit: PAGE }) : [];
      if (ticket !== this.#ticket) return;
      this.#asked = new Map();
      this.#pages = new Map([[0, rows]]);
      this.view = view;
      selection.renew(view.selection);
    } catch (error) {
      if (ticket === this.#ticket) this.failure = sentenceOf(error);
    } finally {
      if (ticket === this.#ticket) this.loading = false;
    }
  }

  /** The row at a place of the list, once its page has come. */
  rowAt(index: number): FileRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of a file among the pages that have come. */
  indexOf(id: number): number | null {
    for (const [page, rows] of this.#pages) {
      const index = rows.findIndex((row) => row.id === id);
      if (index >= 0) return page * PAGE + index;
    }
    return null;
  }

  /** Selects the rows from a place to before another, or not any more. */
  select(from: number, to: number, on: boolean): void {
    if (!this.view) return;
    const rows = Array.from({ length: to - from }, (_, index) => this.rowAt(from + index));
    selection.rows(this.view.view, [from, to], rows, on);
  }

  /** Selects every file of the list, or no file at all. */
  selectAll(on: boolean): void {
    if (!this.view) return;
    if (on) selection.all(this.view.view);
    else selection.none(this.view.view);
  }

  /** Fetches what a range still lacks. */
  async ensure(range: Range): Promise<void> {
    await Promise.all(pagesOf(range, PAGE).map((page) => this.#fetch(page)));
  }

  #fetch(page: number): Promise<void> | undefined {
    const view = this.view;
    if (!view || this.#pages.has(page) || page * PAGE >= view.total) return undefined;
    const asked = this.#asked.get(page) ?? this.#read(view, page);
    this.#asked.set(page, asked);
    return asked;
  }

  async #read(view: FilesView, page: number): Promise<void> {
    try {
      const rows = await call('files_rows', { view: view.view, offset: page * PAGE, limit: PAGE });
      if (this.view === view) this.#pages = new Map(this.#pages).set(page, rows);
    } catch (error) {
      if (this.view !== view) return;
      this.#asked.delete(page);
      // A list can be closed on the other side, as after a change of the data: it is opened again, once.
      if (failureOf(error)?.code === 'view-gone') void this.open();
      else this.failure = sentenceOf(error);
    }
  }

  reset(): void {
    this.#ticket++;
    clearTimeout(this.#timer);
    this.query = EVERY_FILE;
    this.view = null;
    this.failure = null;
    this.loading = false;
    this.#pages = new Map();
    this.#asked = new Map();
    selection.renew({ selected: 0, outside: 0 });
  }
}

export const fileList = new FileList();
