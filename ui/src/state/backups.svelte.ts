import { call, type BackupsView, type RestoreView } from '../host';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, STOPPABLE, tasks, TO_THE_END } from './tasks.svelte';

/** The backups of the open workspace, and the one that is to be restored. */
class Backups {
  readonly view = new Loader(() => call('backups'));
  /** What restoring the backup asked about would change. */
  asked = $state.raw<RestoreView | null>(null);
  failure = $state<string | null>(null);

  load(): Promise<void> {
    return this.view.load(undefined);
  }

  async make(): Promise<void> {
    if (await this.#change(t('ui-task-backing-up'), () => call('backup_now'), STOPPABLE)) {
      notices.say('done', 'backed-up', t('ui-backups-done'));
    }
  }

  async verify(name: string): Promise<void> {
    await this.#change(t('ui-task-verifying'), () => call('backup_verify', { name }), TO_THE_END);
  }

  async setQuota(quota: number): Promise<void> {
    if (await this.#change(t('ui-task-verifying'), () => call('backups_quota', { quota }))) {
      notices.say('done', 'quota', t('ui-backups-quota-kept'));
    }
  }

  async choosePlace(): Promise<void> {
    await this.#change(t('ui-task-backing-up'), () => call('backups_place'));
  }

  async forgetPlace(): Promise<void> {
    await this.#change(t('ui-task-verifying'), () => call('backups_place_forget'));
  }

  /** Shows what restoring a backup would change. Nothing is changed yet. */
  async ask(name: string): Promise<void> {
    this.failure = null;
    const asked = await tasks.run(t('ui-task-comparing'), () => call('restore_preview', { name }), TO_THE_END);
    if (!asked) return;
    this.asked = asked;
    session.dialog = 'restore';
  }

  close(): void {
    this.asked = null;
    session.dialog = null;
  }

  /** Restores the backup that was asked about. */
  async restore(): Promise<void> {
    const name = this.asked?.backup.name;
    if (name === undefined) return;
    this.failure = null;
    const summary = await tasks.run(t('ui-task-restoring'), () => call('restore', { name }), {
      ...TO_THE_END,
      onfailure: (error) => (this.failure = sentenceOf(error)),
    });
    if (!summary) return;
    this.close();
    session.enter(summary);
    session.go('backups');
    // The screen is the same one: what it showed is forgotten with the state of before.
    void this.load();
    notices.say('done', 'restored', t('ui-restored'));
  }

  async #change(label: string, work: () => Promise<BackupsView>, options: { stop?: boolean } = {}): Promise<boolean> {
    const view = await tasks.run(label, work, options);
    if (view) this.view.value = view;
    return view !== undefined;
  }

  refresh(): void {
    if (session.screen === 'backups') void this.load();
  }
}

export const backups = new Backups();
