import { call, failureOf, type PurgeAsked, type PurgeDone, type PurgeView } from '../host';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks, TO_THE_END } from './tasks.svelte';

/** What can be purged, what a purge that is asked about would remove, and the one that was done. */
class Purge {
  readonly choices = new Loader(() => call('purge_choices'));
  asked = $state.raw<{ what: PurgeAsked; view: PurgeView } | null>(null);
  done = $state.raw<PurgeDone | null>(null);
  failure = $state<string | null>(null);

  load(): Promise<void> {
    return this.choices.load(undefined);
  }

  /** Shows what a purge would remove. Nothing is removed yet. */
  async ask(what: PurgeAsked): Promise<void> {
    this.failure = null;
    const view = await tasks.run(t('ui-task-purge-preview'), () => call('purge_preview', { what }), TO_THE_END);
    if (!view) return;
    this.done = null;
    this.asked = { what, view };
    session.dialog = 'purge';
  }

  /** Purges what was asked about; `confirm` is what was typed. */
  async purge(confirm: string, blankMentions: boolean): Promise<void> {
    const what = this.asked?.what;
    if (what === undefined) return;
    this.failure = null;
    const done = await tasks.run(t('ui-task-purging'), () => call('purge', { what, confirm, blank_mentions: blankMentions }), {
      ...TO_THE_END,
      onfailure: (error) => void this.#refused(error),
    });
    if (!done) return;
    session.enter(done.summary);
    session.go('settings');
    void this.load();
    this.done = done;
  }

  /** The workspace was perhaps closed and opened again: what is shown of it is asked for anew. */
  async #refused(error: unknown): Promise<void> {
    if (failureOf(error)?.code === 'damaged') {
      this.close();
      return session.showRescue();
    }
    this.failure = sentenceOf(error);
    try {
      session.receive(await call('summary'));
    } catch (unanswered) {
      notices.fail(unanswered);
    }
  }

  async saveRecord(): Promise<void> {
    const record = this.done?.record;
    if (record === undefined) return;
    const saved = await tasks.run(t('ui-task-record'), () => call('purge_record_save', { record }), {
      onfailure: (error) => (this.failure = sentenceOf(error)),
    });
    if (saved) notices.say('done', 'record-saved', t('ui-record-saved'), saved.path);
  }

  close(): void {
    this.asked = null;
    this.done = null;
    this.failure = null;
    session.dialog = null;
  }

  /** Forgets everything: another workspace, or none, is open. */
  reset(): void {
    this.choices.reset();
    this.asked = null;
    this.done = null;
    this.failure = null;
  }

  refresh(): void {
    if (session.screen === 'settings' && session.may('administer')) void this.load();
  }
}

export const purge = new Purge();
