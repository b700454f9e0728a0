import { call, type ListColumn, type ListSettings, type SavedView } from '../host';
import { notices } from './notices.svelte';
import { session } from './session.svelte';

const USUAL: ListSettings = { columns: [], paged: false, views: [] };

/**
 * How the list of files is arranged: it belongs to the workspace. Who may not enter anything arranges it for themselves,
 * until they leave.
 */
class ListLayout {
  settings = $state.raw<ListSettings>(USUAL);
  /** The columns in use: those of the workspace, or of the view that was chosen last. */
  columns = $state.raw<ListColumn[]>([]);
  #asked: Promise<void> | null = null;

  /** Asks once for what the workspace keeps. */
  load(): Promise<void> {
    this.#asked ??= this.#read();
    return this.#asked;
  }

  async #read(): Promise<void> {
    try {
      this.settings = await call('list_settings');
      this.columns = this.settings.columns;
    } catch (error) {
      this.#asked = null;
      notices.fail(error);
    }
  }

  /** Keeps another arrangement; says whether it was kept. */
  async keep(change: Partial<ListSettings>): Promise<boolean> {
    const before = this.settings;
    this.settings = { ...before, ...change };
    if (!session.may('enter')) return true;
    try {
      this.settings = await call('list_settings_set', { settings: this.settings });
      return true;
    } catch (error) {
      this.settings = before;
      notices.fail(error);
      return false;
    }
  }

  /** Keeps a view under a name, in the place of the one of that name. */
  add(view: SavedView): Promise<boolean> {
    const others = this.settings.views.filter(({ name }) => name !== view.name);
    return this.keep({ views: [...others, view] });
  }

  rename(view: SavedView, name: string): Promise<boolean> {
    return this.keep({ views: this.settings.views.map((one) => (one === view ? { ...one, name } : one)) });
  }

  remove(view: SavedView): Promise<boolean> {
    return this.keep({ views: this.settings.views.filter((one) => one !== view) });
  }

  /** Shows columns until others are chosen; nothing is kept. */
  use(columns: ListColumn[]): void {
    this.columns = columns;
  }

  /** Shows columns, and keeps them for the next time. */
  async arrange(columns: ListColumn[], paged: boolean): Promise<boolean> {
    const kept = await this.keep({ columns, paged });
    if (kept) this.columns = this.settings.columns;
    return kept;
  }

  reset(): void {
    this.settings = USUAL;
    this.columns = [];
    this.#asked = null;
  }
}

export const listLayout = new ListLayout();
