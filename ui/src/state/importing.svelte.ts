import { call, failureOf, listen, type ImportDone, type ImportPreview } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks } from './tasks.svelte';

type Step =
  | { name: 'idle' }
  | { name: 'reading' }
  | { name: 'preview'; preview: ImportPreview }
  | { name: 'done'; done: ImportDone };

/** The import under way: nothing is written before « Apply », and exactly the plan shown is. */
class Importing {
  step = $state.raw<Step>({ name: 'idle' });
  failure = $state<string | null>(null);
  #dropEnded: (() => void) | null = null;

  constructor() {
    listen('dropped', () => this.#readDropped());
    listen('preview', (preview) => this.#receive(preview));
    listen('failure', (failure) => this.#refuse(failure));
  }

  async choose(): Promise<void> {
    if (tasks.busy) return;
    await this.discard();
    session.go('import');
    this.step = { name: 'reading' };
    const preview = await tasks.run(t('ui-task-reading'), () => call('preview_choose'), {
      cancel: () => this.cancel(),
      onfailure: (error) => this.#refuse(error),
    });
    this.step = preview ? { name: 'preview', preview } : { name: 'idle' };
  }

  cancel(): void {
    void call('import_cancel').catch((error: unknown) => notices.fail(error));
  }

  async apply(): Promise<void> {
    if (this.step.name !== 'preview') return;
    const { preview, fingerprint } = this.step.preview;
    this.failure = null;
    const done = await tasks.run(t('ui-task-applying'), () => call('preview_apply', { preview, fingerprint }), {
      onfailure: (error) => (this.failure = sentenceOf(error)),
    });
    if (!done) return;
    this.step = { name: 'done', done };
    session.receive(done.summary);
  }

  async discard(): Promise<void> {
    const step = this.step;
    this.step = { name: 'idle' };
    this.failure = null;
    if (step.name !== 'preview') return;
    await call('preview_discard', { preview: step.preview.preview }).catch((error: unknown) => notices.fail(error));
  }

  /** Files dropped on the window are read by the application itself, which says when it begins and ends. */
  #readDropped(): void {
    if (session.summary) session.go('import');
    this.failure = null;
    this.step = { name: 'reading' };
    const ended = new Promise<void>((resolve) => (this.#dropEnded = resolve));
    void tasks.run(t('ui-task-reading'), () => ended, { cancel: () => this.cancel() });
  }

  #receive(preview: ImportPreview): void {
    this.#dropEnded?.();
    this.step = { name: 'preview', preview };
  }

  #refuse(error: unknown): void {
    this.#dropEnded?.();
    this.step = { name: 'idle' };
    if (!session.summary || failureOf(error)?.code === 'cancelled') notices.fail(error);
    else this.failure = sentenceOf(error);
  }

  reset(): void {
    this.#dropEnded?.();
    this.step = { name: 'idle' };
    this.failure = null;
  }
}

export const importing = new Importing();
