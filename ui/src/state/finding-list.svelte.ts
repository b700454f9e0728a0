import { call, failureOf, type FindingRow, type FindingsQuery, type FindingsView } from '../host';
import type { Range } from '../grid/window';
import { groupOf, layoutOf, lineOf, pagesOn } from './finding-groups';
import { EVERY_FINDING } from './finding-query';
import { Loader } from './loader.svelte';
import { session } from './session.svelte';
import { sentenceOf } from './tasks.svelte';

const PAGE = 100;

/** A line of the list, named by its file and its rule. */
export type FindingLine = FindingRow & { id: string };

/** A finding of the list: a file and the rule that speaks of it. */
export type FindingOf = Pick<FindingRow, 'file' | 'code'>;

/** The list of findings in use: the application filters and groups, the window keeps the pages it has shown. */
class FindingList {
  query = $state.raw<FindingsQuery>(EVERY_FINDING);
  view = $state.raw<FindingsView | null>(null);
  failure = $state<string | null>(null);
  loading = $state(false);
  /** The groups whose findings are shown. */
  open = $state.raw<ReadonlySet<string>>(new Set());
  /** The finding shown beside the list. */
  shown = $state.raw<FindingOf | null>(null);
  readonly detail = new Loader((id: number) => call('file_detail', { id }));
  #pages = $state.raw<ReadonlyMap<number, FindingLine[]>>(new Map());
  #asked = new Map<number, Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #walking: ReturnType<typeof setTimeout> | undefined;
  #ticket = 0;
  /** The query of the list that has come. */
  #listed: FindingsQuery | null = null;
  /** The lines shown last. */
  #range: Range = { first: 0, last: 0 };
  /** Where the finding shown was last seen, for when the list no longer holds it. */
  #last = 0;

  /** Grows when another list is shown, which begins at its first line. */
  version = $state(0);
  /** Grows when the same list has come again, as after a decision: it keeps its place. */
  renewed = $state(0);

  /** Settles when the finding shown has come, or has been refused. */
  arrived: Promise<void> = Promise.resolve();

  /** Some rows of the list, from which the width of its columns is taken. */
  sample = $derived(this.#pages.get(0) ?? []);
  layout = $derived(layoutOf(this.view?.groups ?? [], this.open));
  /** Place of the finding shown, or nothing when the pages that have come do not hold it. */
  place = $derived(this.shown === null ? null : this.#placeOf(this.shown));

  /** Where the finding shown stood, once the list holds it no more. */
  stood = $derived(this.shown !== null && this.place === null ? Math.min(this.#last, this.layout.findings) : null);

  /** Shows the findings of a query on their screen. */
  visit(filter: Partial<FindingsQuery>): void {
    this.close();
    this.show({ ...EVERY_FINDING, ...filter });
    session.go('findings');
  }

  /** Shows another list. Words being typed wait for a pause; everything else is immediate. */
  show(query: FindingsQuery, typing = false): void {
    this.query = query;
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => void this.load(), 120);
    else void this.load();
  }

  /** Asks for the list again, as after a decision or a change of language. */
  async load(): Promise<void> {
    const ticket = ++this.#ticket;
    this.loading = true;
    this.failure = null;
    try {
      const view = await call('findings_open', { query: this.query });
      const same = this.#listed === this.query;
      // What is in sight comes with the list, so that the keyboard stays on its line.
      const inSight = same ? pagesOn(layoutOf(view.groups, this.open), this.#range.first, this.#range.last, PAGE) : [];
      const wanted = view.total > 0 ? [...new Set([0, ...inSight])] : [];
      const pages = await Promise.all(wanted.map(async (page) => [page, await this.#slice(view, page)] as const));
      if (ticket !== this.#ticket) return;
      this.#asked = new Map();
      this.#pages = new Map(view.total > 0 ? pages : [[0, []]]);
      this.#listed = this.query;
      if (same) this.renewed++;
      else this.version++;
      // One group at least is open, so that findings are seen at once.
      const first = view.groups[0];
      if (first && !view.groups.some(({ value }) => this.open.has(value))) this.open = new Set([first.value]);
      this.view = view;
    } catch (error) {
      if (ticket === this.#ticket) this.failure = sentenceOf(error);
    } finally {
      if (ticket === this.#ticket) this.loading = false;
    }
  }

  /** The finding at a place, once its page has come. */
  rowAt(place: number): FindingLine | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  #placeOf({ file, code }: FindingOf): number | null {
    for (const [page, rows] of this.#pages) {
      const rank = rows.findIndex((row) => row.file === file && row.code === code);
      if (rank >= 0) return page * PAGE + rank;
    }
    return null;
  }

  /** Fetches the findings that some lines still lack. */
  async ensure({ first, last }: Range): Promise<void> {
    this.#range = { first, last };
    await this.#fetch(pagesOn(this.layout, first, last, PAGE));
  }

  async #fetch(pages: number[]): Promise<void> {
    const view = this.view;
    if (!view) return;
    const missing = pages.filter((page) => !this.#pages.has(page) && page * PAGE < view.total);
    await Promise.all(
      missing.map((page) => {
        const asked = this.#asked.get(page) ?? this.#read(view, page);
        this.#asked.set(page, asked);
        return asked;
      }),
    );
  }

  async #slice(view: FindingsView, page: number): Promise<FindingLine[]> {
    const rows = await call('findings_rows', { view: view.view, offset: page * PAGE, limit: PAGE });
    return rows.map((row) => ({ ...row, id: `${row.file} ${row.code}` }));
  }

  async #read(view: FindingsView, page: number): Promise<void> {
    try {
      const rows = await this.#slice(view, page);
      if (this.view === view) this.#pages = new Map(this.#pages).set(page, rows);
    } catch (error) {
      if (this.view !== view) return;
      this.#asked.delete(page);
      // A list can be closed on the other side, as after a change of the data: it is opened again, once.
      if (failureOf(error)?.code === 'view-gone') void this.load();
      else this.failure = sentenceOf(error);
    }
  }

  /** Opens or closes a group. */
  toggle(group: number, open = !this.layout.open[group]): void {
    const value = this.view?.groups[group]?.value;
    if (value === undefined) return;
    const groups = new Set(this.open);
    if (open) groups.add(value);
    else groups.delete(value);
    this.open = groups;
  }

  /** Opens every group, or closes them all. */
  toggleAll(open: boolean): void {
    this.open = new Set(open ? this.view?.groups.map(({ value }) => value) : []);
  }

  /** Shows a finding beside the list. While rows are walked through, only the one where the walk stops is asked for. */
  peek(finding: FindingOf, walking = false): void {
    const other = finding.file !== this.shown?.file;
    this.shown = { file: finding.file, code: finding.code };
    this.#last = this.place ?? this.#last;
    clearTimeout(this.#walking);
    if (!other && this.detail.value) return;
    if (walking) this.#walking = setTimeout(() => void this.detail.load(finding.file), 80);
    else this.arrived = this.detail.load(finding.file);
  }

  /**
   * The next or previous finding of the whole list, in whatever group: its group is opened. Gives its line, or nothing at
   * the end of the list.
   */
  async step(by: 1 | -1, from: number | null): Promise<number | null> {
    const start = from ?? this.place ?? (by > 0 ? this.#last - 1 : this.#last);
    const place = start + by;
    if (place < 0 || place >= this.layout.findings) return null;
    this.toggle(groupOf(this.layout, place), true);
    await this.#fetch([Math.floor(place / PAGE)]);
    const row = this.rowAt(place);
    if (!row) return null;
    this.peek(row);
    return lineOf(this.layout, place);
  }

  /** Asks again for what is shown, as after a decision. */
  refresh(): void {
    if (this.view) void this.load();
    if (this.shown) void this.detail.load(this.shown.file);
  }

  close(): void {
    clearTimeout(this.#walking);
    this.shown = null;
    this.detail.reset();
  }

  reset(): void {
    this.#ticket++;
    clearTimeout(this.#timer);
    this.close();
    this.query = EVERY_FINDING;
    this.view = null;
    this.failure = null;
    this.loading = false;
    this.open = new Set();
    this.#pages = new Map();
    this.#asked = new Map();
    this.#listed = null;
    this.#range = { first: 0, last: 0 };
    this.#last = 0;
  }
}

export const findingList = new FindingList();
