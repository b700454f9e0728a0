import { call, type CiteForm, type DraftEntry, type DraftView, type EntryForm, type EntryView, type PublishPreview } from '../host';
import frEditor from '../../../assets/locales/fr/editor.ftl?raw';
import { extend } from '../text/catalogue';
import { folded } from '../text/fold';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, STOPPABLE, tasks } from './tasks.svelte';

extend(frEditor);

/** Which entries are shown. */
export const SHOWS = ['all', 'todo', 'changed'] as const;

/** The kinds of entries that can be added. */
export const KINDS = ['value', 'window', 'closure', 'extension', 'limit', 'piece'] as const satisfies readonly EntryForm['kind'][];

/** An entry as somebody typed it. */
interface Typed {
  form: EntryForm;
  cite: CiteForm;
}

/** Puts the keyboard on the first of these that is there. */
function focus(...selectors: string[]): void {
  requestAnimationFrame(() => {
    for (const selector of selectors) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) return found.focus();
    }
  });
}

/** Writing a rulebook: what is kept of it is in the workspace, this is what is on screen. */
class RulebookEditor {
  readonly shelf = new Loader(() => call('rulebook_shelf'));
  /** The rulebook being written that is on screen. */
  view = $state.raw<DraftView | null>(null);
  /** The entry of it that is on screen, and how often one was asked for. */
  entry = $state.raw<EntryView | null>(null);
  asked = $state(0);
  /** What was last refused, and what was last done. */
  failure = $state<string | null>(null);
  said = $state('');
  show = $state<(typeof SHOWS)[number]>('all');
  words = $state('');
  preview = $state.raw<PublishPreview | null>(null);
  /** What was typed and is not kept yet, by key: it is there again when one comes back to the entry. */
  typed = $state.raw<ReadonlyMap<string, Typed>>(new Map());
  dialog = $state<'clone' | 'discard' | 'publish' | 'new' | null>(null);

  shown = $derived((this.view?.entries ?? []).filter((entry) => this.#among(entry)));

  #among(entry: DraftEntry): boolean {
    const todo = entry.open || (entry.status === 'to_confirm' && entry.change !== 'below' && entry.change !== 'removed');
    const changed = entry.change === 'changed' || entry.change === 'added' || entry.change === 'removed';
    const wanted = this.show === 'all' || (this.show === 'todo' ? todo : changed);
    return wanted && folded(`${entry.name} ${entry.key} ${entry.said ?? ''} ${entry.part}`).includes(folded(this.words));
  }

  /** Asks again for what is on screen, in the language in use. */
  async refresh(): Promise<void> {
    await this.shelf.load(undefined);
    const draft = this.view?.line.draft;
    if (draft === undefined) return;
    await this.#do(async () => {
      this.view = await call('rulebook_draft', { draft });
      if (this.entry) await this.#ask(this.entry.key);
    });
  }

  reset(): void {
    this.shelf.reset();
    this.close();
  }

  /** Back to the list. */
  close(): void {
    this.view = null;
    this.entry = null;
    this.failure = null;
    this.said = '';
    this.words = '';
    this.show = 'all';
    this.dialog = null;
    this.preview = null;
    this.typed = new Map();
  }

  /** What an entry is called. */
  nameOf(key: string): string {
    const known = this.view?.entries.find((entry) => entry.key === key) ?? this.view?.addable.find((entry) => entry.key === key);
    return known?.name ?? key;
  }

  /** Remembers what is typed in an entry; nothing when it is what is kept. */
  type(key: string, now: Typed | null): void {
    if (!now && !this.typed.has(key)) return;
    const typed = new Map(this.typed);
    if (now) typed.set(key, now);
    else typed.delete(key);
    this.typed = typed;
  }

  async #do(work: () => Promise<void>, options: { stop?: boolean } = {}): Promise<boolean> {
    this.failure = null;
    this.said = '';
    const done = await tasks.run(t('ui-editor-task'), async () => (await work(), true), { ...options, onfailure: (error) => (this.failure = sentenceOf(error)) });
    return done === true;
  }

  #begin(view: DraftView, show: (typeof SHOWS)[number] = 'all'): void {
    this.close();
    this.view = view;
    this.show = show;
  }

  async clone(id: string, year: string | null): Promise<void> {
    await this.#do(async () => this.#begin(await call('rulebook_clone', { id, academic_year: year }), year === null ? 'all' : 'todo'));
  }

  async open(draft: number): Promise<void> {
    await this.#do(async () => this.#begin(await call('rulebook_draft', { draft })));
  }

  async openFile(): Promise<void> {
    await this.#do(async () => {
      const view = await call('rulebook_open');
      if (view) this.#begin(view, 'changed');
    });
  }

  async discard(draft: number): Promise<void> {
    await this.#do(async () => {
      await call('rulebook_discard', { draft });
      await this.shelf.load(undefined);
      this.dialog = null;
    });
  }

  async save(id: string): Promise<void> {
    const saved = await tasks.run(t('ui-editor-task'), () => call('rulebook_save', { id }));
    if (saved) notices.say('done', 'edition-saved', t('ui-editor-saved'), saved.path);
  }

  async rename(fr: string, en: string): Promise<void> {
    await this.#change((draft) => call('rulebook_title', { draft, title_fr: fr, title_en: en }));
  }

  async #ask(key: string, kind?: EntryForm['kind']): Promise<void> {
    if (this.view) this.entry = await call('rulebook_entry', { draft: this.view.line.draft, key, ...(kind && { new: kind }) });
  }

  /** Shows an entry to be changed; one that nothing has yet when its kind is told. */
  async choose(key: string, kind?: EntryForm['kind']): Promise<boolean> {
    return this.#do(async () => {
      await this.#ask(key, kind);
      this.asked++;
      this.dialog = null;
    });
  }

  async #change(work: (draft: number) => Promise<DraftView>): Promise<boolean> {
    const draft = this.view?.line.draft;
    if (draft === undefined) return false;
    return this.#do(async () => {
      const view = await work(draft);
      const key = this.entry?.key;
      const kept = key !== undefined && view.entries.some((entry) => entry.key === key);
      const entry = kept ? await call('rulebook_entry', { draft, key }) : null;
      // All at once: the form that was on screen does not see what it became.
      if (key) this.type(key, null);
      this.view = view;
      this.entry = entry;
      this.asked++;
    });
  }

  /** Keeps an entry as it was typed. */
  async set(key: string, form: EntryForm, cite: CiteForm): Promise<void> {
    if (await this.#change((draft) => call('rulebook_entry_set', { draft, key, form, cite }))) {
      this.said = t('ui-editor-kept-entry', { name: this.nameOf(key) });
      focus('[data-entry-keep]');
    }
  }

  async putBack(key: string): Promise<void> {
    if (await this.#change((draft) => call('rulebook_entry_reset', { draft, key }))) focus('[data-entry-heading]', '[data-draft-heading]');
  }

  async remove(key: string): Promise<void> {
    if (await this.#change((draft) => call('rulebook_entry_remove', { draft, key }))) focus('[data-entry-heading]');
  }

  /** Shows what publishing would change. */
  async ask(): Promise<void> {
    const draft = this.view?.line.draft;
    if (draft === undefined) return;
    this.preview = null;
    this.dialog = 'publish';
    const shown = await this.#do(async () => {
      this.preview = await call('rulebook_preview', { draft });
    }, STOPPABLE);
    if (!shown && !this.failure) this.dialog = null;
  }

  /** Publishes exactly what was shown. */
  async publish(): Promise<void> {
    const { view, preview } = this;
    if (!view || !preview) return;
    this.failure = null;
    const summary = await tasks.run(
      t('ui-editor-task-publishing'),
      () => call('rulebook_publish', { draft: view.line.draft, fingerprint: preview.fingerprint }),
      { ...STOPPABLE, onfailure: (error) => (this.failure = sentenceOf(error)) },
    );
    if (!summary) return;
    this.close();
    notices.say('done', 'rulebook-published', t('ui-editor-done', { title: summary.workspace.rulebook.title }));
    session.receive(summary);
    session.visits++;
  }
}

export const editor = new RulebookEditor();
session.forgetters.add(() => editor.reset());
