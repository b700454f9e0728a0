import { call, type FindingDetail, type WaiverEffect, type WaiverGrounds } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { openFile } from './open-file.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks } from './tasks.svelte';

/** Why findings are waived, in the order of the list, as the catalogue names the reasons. */
export const WAIVER_REASONS = ['proof-seen', 'decision', 'extract-error', 'settled-elsewhere', 'other'] as const;

/** The finding that somebody is about to decide on. */
interface Asked {
  id: number;
  code: string;
  message: string;
}

/** Decisions on the file that is shown. */
class Deciding {
  asked = $state.raw<Asked | null>(null);
  /** What waiving would do, shown before it is done. */
  effect = $state.raw<WaiverEffect | null>(null);
  failure = $state<string | null>(null);

  /** Offers to waive a finding of a file. Nothing is done yet. */
  ask(id: number, finding: Pick<FindingDetail, 'code' | 'message'>): void {
    if (tasks.busy || !session.may('check')) return;
    this.asked = { id, code: finding.code, message: finding.message };
    this.effect = null;
    this.failure = null;
    session.dialog = 'waive';
  }

  close(): void {
    this.asked = null;
    session.dialog = null;
  }

  /** Asks what waiving on these grounds would do. */
  async preview(grounds: WaiverGrounds): Promise<void> {
    const asked = this.asked;
    if (!asked) return;
    try {
      const effect = await call('waive_preview', { selection: { ids: [asked.id], query: null, except: [] }, code: asked.code, grounds });
      if (this.asked === asked) this.effect = effect;
    } catch (error) {
      this.failure = sentenceOf(error);
    }
  }

  /** Does exactly what was shown. */
  async confirm(grounds: WaiverGrounds): Promise<void> {
    const { asked, effect } = this;
    if (!asked || !effect) return;
    this.failure = null;
    const args = { selection: { ids: [asked.id], query: null, except: [] }, code: asked.code, grounds, fingerprint: effect.fingerprint };
    const summary = await tasks.run(t('ui-task-deciding'), () => call('waive', args), {
      onfailure: (error) => (this.failure = sentenceOf(error)),
    });
    if (!summary) return;
    this.close();
    notices.say('done', 'waived', t('ui-waived', { code: asked.code }));
    session.receive(summary);
  }

  /** Makes a waived finding count again. */
  async restore(id: number, code: string): Promise<void> {
    const summary = await tasks.run(t('ui-task-deciding'), () => call('unwaive', { id, code }));
    if (!summary) return;
    notices.say('done', 'unwaived', t('ui-unwaived', { code }));
    session.receive(summary);
  }

  /** Writes about a file. */
  async note(id: number, text: string): Promise<boolean> {
    const done = await tasks.run(t('ui-task-deciding'), async () => ({ note: await call('note_set', { id, text }) }));
    if (done) openFile.reload();
    return done !== undefined;
  }
}

export const deciding = new Deciding();
