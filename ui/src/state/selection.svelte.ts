import { call, type FileRow, type SelectionChange, type SelectionView } from '../host';
import { notices } from './notices.svelte';

const NOTHING: SelectionView = { selected: 0, outside: 0 };

/**
 * Which files are selected. The application keeps them, whatever their number and the filter; rows come with their mark, and
 * what changed since they came is kept here.
 */
class Selection {
  view = $state.raw<SelectionView>(NOTHING);
  #since = $state.raw<ReadonlyMap<number, boolean>>(new Map());
  /** Whether every row of the list was selected since it came, or none any more. */
  #every = $state<boolean | null>(null);
  #ticket = 0;

  any = $derived(this.view.selected > 0);

  has(row: FileRow): boolean {
    return this.#since.get(row.id) ?? this.#every ?? row.selected;
  }

  /** Another list came, with its own marks. */
  renew(view: SelectionView): void {
    this.#ticket++;
    this.view = view;
    this.#since = new Map();
    this.#every = null;
  }

  /** Selects rows of an opened list, from a place to before another, or not any more; those that have come show it at once. */
  rows(list: number, [from, to]: [number, number], rows: readonly (FileRow | undefined)[], selected: boolean): void {
    const since = new Map(this.#since);
    for (const row of rows) if (row) since.set(row.id, selected);
    this.#since = since;
    void this.#tell(list, { kind: 'rows', from, to, selected });
  }

  /** Selects every row of an opened list. */
  all(list: number): void {
    this.#since = new Map();
    this.#every = true;
    void this.#tell(list, { kind: 'all' });
  }

  /** Selects nothing any more, in the list or outside it. */
  none(list: number): void {
    this.#since = new Map();
    this.#every = false;
    void this.#tell(list, { kind: 'nothing' });
  }

  async #tell(view: number, change: SelectionChange): Promise<void> {
    const ticket = ++this.#ticket;
    try {
      const counted = await call('selection_change', { view, change });
      if (ticket === this.#ticket) this.view = counted;
    } catch (error) {
      notices.fail(error);
    }
  }
}

export const selection = new Selection();
