import { call } from '../host';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { tasks, TO_THE_END } from './tasks.svelte';

/** A workspace that does not open, and what can be done about it. */
class Rescue {
  readonly view = new Loader(() => call('rescue'));

  load(): Promise<void> {
    return this.view.load(undefined);
  }

  async restore(name: string): Promise<void> {
    const summary = await tasks.run(t('ui-task-restoring'), () => call('rescue_restore', { name }), TO_THE_END);
    if (!summary) return;
    session.enter(summary);
    notices.say('done', 'rescued', t('ui-rescue-restored'));
  }

  async salvage(): Promise<void> {
    const salvage = await tasks.run(t('ui-task-salvaging'), () => call('rescue_salvage'), TO_THE_END);
    if (!salvage) return;
    session.enter(salvage.summary);
    notices.say('done', 'rescued', t('ui-rescue-salvaged'), salvage.report.join(' '));
  }

  async showFolder(): Promise<void> {
    await tasks.run(t('ui-task-opening'), () => call('rescue_folder'));
  }

  async leave(): Promise<void> {
    const left = await tasks.run(t('ui-task-closing'), () => call('rescue_leave'));
    if (left === undefined) return;
    notices.clear();
    session.leave();
  }
}

export const rescue = new Rescue();
