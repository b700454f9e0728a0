import { call, type HistoryLine } from '../host';
import { t } from '../text/index.svelte';
import { importing } from './importing.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks, TO_THE_END } from './tasks.svelte';

/** What was done to the workspace, the newest first, and what of it can be undone. */
class History {
  readonly lines = new Loader(() => call('history'));
  /** The operation that the dialog offers to undo. */
  asked = $state.raw<HistoryLine | null>(null);
  failure = $state<string | null>(null);

  load(): Promise<void> {
    return this.lines.load(undefined);
  }

  /** Offers to undo an operation, by its name; without one, the last one that can be undone, undoings left out. Nothing is undone yet. */
  async ask(operation?: number): Promise<void> {
    if (tasks.busy) return;
    await this.load();
    if (this.lines.failure) return notices.say('failed', 'failure', this.lines.failure);
    const line = (this.lines.value ?? []).find((candidate) =>
      operation === undefined ? candidate.undoable === 'yes' && candidate.kind !== 'undo' : candidate.operation === operation,
    );
    if (!line) return notices.say('info', 'undo', t('ui-undo-nothing'));
    this.failure = null;
    this.asked = line;
    session.dialog = 'undo';
  }

  close(): void {
    this.asked = null;
    session.dialog = null;
  }

  /** Undoes the operation that was offered, after those that rest on it. */
  async undo(): Promise<void> {
    const line = this.asked;
    if (!line) return;
    this.failure = null;
    const done = await tasks.run(t('ui-task-undoing'), () => call('undo', { operation: line.operation, with_dependents: line.depends.length > 0 }), {
      ...TO_THE_END,
      onfailure: (error) => (this.failure = sentenceOf(error)),
    });
    if (!done) return;
    this.close();
    importing.forget(line.operation);
    notices.say('done', 'undone', t('ui-undone', { label: done.label }));
    session.receive(done.summary);
  }

  /** Writes a sealed copy of the journal where the person chooses. */
  async copy(): Promise<void> {
    const saved = await tasks.run(t('ui-task-copying-journal'), () => call('journal_export'));
    if (saved) notices.say('done', 'journal-copied', t('ui-journal-copied', { path: saved.path }));
  }

  refresh(): void {
    if (session.screen === 'journal') void this.load();
  }
}

export const history = new History();
