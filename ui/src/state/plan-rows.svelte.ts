import { call, type ImportView, type PlanRow, type TabName } from '../host';
import { Loader } from './loader.svelte';

interface Asked {
  session: number;
  tab: TabName;
  offset: number;
}

/** How many lines a page has. */
export const PAGE_SIZE = 200;

/** Lines of a list of the plan, a page at a time. */
class PlanRows {
  readonly page = new Loader(async (asked: Asked) => ({ asked, rows: await call('import_rows', { ...asked, limit: PAGE_SIZE }) }));
  tab = $state<TabName | null>(null);
  rank = $state(0);
  #last: Promise<void> = Promise.resolve();

  /** The list shown: the one chosen while it has lines, else the one that asks, else the first that has lines. */
  shown(view: ImportView): TabName {
    const tabs = view.plan?.tabs ?? [];
    const asks = view.steps.some(({ step, asks }) => step === 'check' && asks > 0);
    const filled = tabs.filter(({ count }) => count > 0);
    const asking = asks ? filled.find(({ tab }) => tab === 'ambiguous') : undefined;
    return (filled.find(({ tab }) => tab === this.tab) ?? asking ?? filled[0] ?? tabs[0])?.tab ?? 'errors';
  }

  /** The lines of a list, once they are there: those of another list or import are not shown in their place. */
  rowsOf(view: ImportView, tab: TabName): PlanRow[] | null {
    const { value } = this.page;
    return value && value.asked.session === view.session && value.asked.tab === tab ? value.rows : null;
  }

  choose(tab: TabName): void {
    this.tab = tab;
    this.rank = 0;
  }

  turn(by: 1 | -1): void {
    this.rank = Math.max(0, this.rank + by);
  }

  load(view: ImportView, tab: TabName): void {
    this.#last = this.page.load({ session: view.session, tab, offset: this.rank * PAGE_SIZE });
  }

  /** Comes back when the lines asked for last are there. */
  settled(): Promise<void> {
    return this.#last;
  }

  reset(): void {
    this.tab = null;
    this.rank = 0;
    this.page.reset();
  }
}

export const planRows = new PlanRows();
