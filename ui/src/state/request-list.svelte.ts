import { call, type RequestSort, type RequestsQuery } from '../host';
import { Loader } from './loader.svelte';
import { rowsOf, type RequestRow } from './request-rows';

/** Which requests are kept; their order and page are apart. */
type Kept = Pick<RequestsQuery, 'search' | 'kinds' | 'states' | 'attached'>;

/** Every request. */
export const EVERY_REQUEST: Kept = { search: '', kinds: [], states: [], attached: null };

/** The list of requests in use, a page of it. */
class RequestList {
  query = $state.raw<Kept>(EVERY_REQUEST);
  sort = $state<RequestSort>('received');
  descending = $state(false);
  /** Grows when another list, or another order, is shown. */
  version = $state(0);
  readonly answer = new Loader((query: RequestsQuery) => call('requests', { query }));
  /** The request shown beside the list. */
  opened = $state<string | null>(null);
  #offset = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  view = $derived(this.answer.value);
  rows = $derived<RequestRow[]>(rowsOf(this.view?.requests ?? []));
  filtered = $derived(this.query !== EVERY_REQUEST && JSON.stringify(this.query) !== JSON.stringify(EVERY_REQUEST));
  /** Place of the request shown, or nothing when the list does not hold it. */
  index = $derived.by(() => {
    const place = this.rows.findIndex(({ id }) => id === this.opened);
    return place < 0 ? null : place;
  });
  current = $derived(this.index === null ? null : (this.rows[this.index]?.request ?? null));

  /** Shows another list. Words being typed wait for a pause; everything else is immediate. */
  show(query: Kept, typing = false): void {
    this.query = query;
    this.#offset = 0;
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => void this.#renew(), 120);
    else void this.#renew();
  }

  async #renew(): Promise<void> {
    await this.load();
    this.version++;
  }

  /** Asks for the same list again, as after an import or a change of language. */
  async load(): Promise<void> {
    await this.answer.load({ ...this.query, sort: this.sort, descending: this.descending, offset: this.#offset });
  }

  /** Only one kind, or every one. */
  keepKind(kind: string | null): void {
    this.show({ ...this.query, kinds: kind === null ? [] : [kind] });
  }

  /** Keeps a decision, or stops keeping it. */
  toggleState(state: string): void {
    const kept = this.query.states;
    this.show({ ...this.query, states: kept.includes(state) ? kept.filter((other) => other !== state) : [...kept, state] });
  }

  /** Only the requests that belong to no file, or every one. */
  toggleUnattached(): void {
    this.show({ ...this.query, attached: this.query.attached === false ? null : false });
  }

  /** What Escape undoes in the search: its words first, then the filters, the last one first. */
  stepBack(): void {
    const query = this.query;
    if (query.search !== '') this.show({ ...query, search: '' });
    else if (query.attached !== null) this.show({ ...query, attached: null });
    else if (query.states.length > 0) this.show({ ...query, states: query.states.slice(0, -1) });
    else if (query.kinds.length > 0) this.show({ ...query, kinds: [] });
  }

  clear(): void {
    this.show(EVERY_REQUEST);
  }

  /** The same order reversed for the column in use; any other column from its start. */
  order(sort: RequestSort): void {
    this.descending = this.sort === sort && !this.descending;
    this.sort = sort;
    this.#offset = 0;
    void this.#renew();
  }

  /** Whether there is a page after this one, or before it. */
  hasPage(by: 1 | -1): boolean {
    const { view } = this;
    return view !== null && (by < 0 ? view.offset > 0 : view.offset + view.requests.length < view.total);
  }

  /** Shows the page after this one, or before it. */
  async turn(by: 1 | -1): Promise<void> {
    if (!this.view || !this.hasPage(by)) return;
    this.#offset = this.view.offset + by * this.view.page;
    await this.#renew();
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.query = EVERY_REQUEST;
    this.#offset = 0;
    this.sort = 'received';
    this.descending = false;
    this.opened = null;
    this.answer.reset();
  }
}

export const requestList = new RequestList();
