import { call, failureOf, type FilesQuery, type FilesView, type FurtherColumn } from '../host';
import { pagesOf, type Range } from '../grid/window';
import { furtherOf } from './file-columns';
import { linesOf, type FileLine } from './file-page';
import { layoutOf, lineAt, lineOf, type Layout } from './finding-groups';
import { listLayout } from './list-layout.svelte';
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
  #pages = $state.raw<ReadonlyMap<number, FileLine[]>>(new Map());
  /** The groups whose files are not shown. */
  #folded = $state.raw<ReadonlySet<string>>(new Set());
  #asked = new Map<number, Promise<void>>();
  /** The further columns that the pages hold. */
  #further: FurtherColumn[] = [];
  /** Whether something was typed since the list was last asked for. */
  #typed = false;
  #ticket = 0;
  /** The query of the list that has come. */
  #listed: FilesQuery | null = null;
  /** The rows shown last. */
  #inSight: number[] = [];

  /** Grows when another list is shown, which begins at its first row. */
  version = $state(0);
  /** Grows when the same list has come again, as after a decision: it keeps its place. */
  renewed = $state(0);

  total = $derived(this.view?.total ?? 0);
  /** Some rows of the list, from which the width of its columns is taken. */
  sample = $derived(this.#pages.get(0) ?? []);
  /** Where its groups stand; nothing for a list without groups. */
  layout = $derived<Layout | null>(this.view && this.view.groups.length > 0 ? layoutOf(this.view.groups, this.#open(this.view)) : null);
  /** Lines on screen: rows, and one for each group. */
  lines = $derived(this.layout?.lines ?? this.total);

  #open({ groups }: FilesView): Set<string> {
    return new Set(groups.map(({ value }) => value).filter((value) => !this.#folded.has(value)));
  }

  /** Shows another list at once. What is typed while a list is being asked for is asked for when that one has come. */
  show(query: FilesQuery, typing = false): void {
    this.query = query;
    if (typing && this.loading) this.#typed = true;
    else void this.open();
  }

  /** Asks for the list again, as after an import or a change of language. */
  async open(): Promise<void> {
    const ticket = ++this.#ticket;
    this.loading = true;
    this.failure = null;
    this.#typed = false;
    const further = furtherOf(listLayout.columns);
    try {
      const view = await call('files_open', { query: this.query });
      const same = this.#listed === this.query;
      // What is in sight comes with the list, so that the keyboard stays on its row.
      const wanted = [...new Set([0, ...(same ? this.#inSight : [])])].filter((page) => page * PAGE < view.total);
      const pages = await Promise.all(wanted.map(async (page) => [page, await this.#slice(view, page, further)] as const));
      if (ticket !== this.#ticket) return;
      this.#further = further;
      this.#asked = new Map();
      this.#pages = new Map(view.total > 0 ? pages : [[0, []]]);
      this.#listed = this.query;
      if (same) this.renewed++;
      else this.version++;
      this.view = view;
      selection.renew(view.selection);
    } catch (error) {
      if (ticket === this.#ticket) this.failure = sentenceOf(error);
    } finally {
      if (ticket === this.#ticket) {
        this.loading = false;
        if (this.#typed) void this.open();
      }
    }
  }

  /** Asks for the list again when a column is wanted that its rows do not hold. */
  complete(): void {
    const wanted = furtherOf(listLayout.columns);
    if (this.view && wanted.some((column) => !this.#further.includes(column))) void this.open();
  }

  /** The row at a place of the list, once its page has come. */
  rowAt(index: number): FileLine | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of the row on a line of the screen; nothing on the line of a group. */
  placeOn(line: number): number | null {
    return this.layout ? (lineAt(this.layout, line)?.place ?? null) : line;
  }

  /** The line of the screen where the row at a place stands; its group is opened. */
  lineFor(place: number): number {
    if (!this.layout) return place;
    const line = lineOf(this.layout, place);
    if (line !== null) return line;
    this.#folded = new Set();
    return lineOf(this.layout, place) ?? 0;
  }

  /** How many rows stand before a line of the screen: those of groups that are closed count. */
  placesBefore(line: number): number {
    if (!this.layout) return line;
    const at = lineAt(this.layout, line);
    return at ? (at.place ?? this.layout.firsts[at.group] ?? 0) : this.total;
  }

  /** Shows the files of a group, or does not any more. */
  fold(group: string, open: boolean): void {
    const folded = new Set(this.#folded);
    if (open) folded.delete(group);
    else folded.add(group);
    this.#folded = folded;
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
    this.#inSight = pagesOf(range, PAGE);
    await Promise.all(this.#inSight.map((page) => this.#fetch(page)));
  }

  /** Fetches what some lines of the screen still lack: they lie between two places, whatever groups are closed. */
  async ensureLines({ first, last }: Range): Promise<void> {
    if (!this.layout) return this.ensure({ first, last });
    const pages = new Set<number>();
    for (let line = first; line < last; line++) {
      const place = this.placeOn(line);
      if (place !== null) pages.add(Math.floor(place / PAGE));
    }
    this.#inSight = [...pages];
    await Promise.all(this.#inSight.map((page) => this.#fetch(page)));
  }

  #fetch(page: number): Promise<void> | undefined {
    const view = this.view;
    if (!view || this.#pages.has(page) || page * PAGE >= view.total) return undefined;
    const asked = this.#asked.get(page) ?? this.#read(view, page);
    this.#asked.set(page, asked);
    return asked;
  }

  async #slice({ view }: FilesView, page: number, further: FurtherColumn[]): Promise<FileLine[]> {
    return linesOf(await call('files_rows', { view, offset: page * PAGE, limit: PAGE, further }), further);
  }

  async #read(view: FilesView, page: number): Promise<void> {
    const further = this.#further;
    try {
      const rows = await this.#slice(view, page, further);
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
    this.query = EVERY_FILE;
    this.view = null;
    this.failure = null;
    this.loading = false;
    this.#typed = false;
    this.#folded = new Set();
    this.#pages = new Map();
    this.#asked = new Map();
    this.#listed = null;
    this.#inSight = [];
    selection.renew({ selected: 0, outside: 0 });
  }
}

export const fileList = new FileList();
