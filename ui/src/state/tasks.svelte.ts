import { failureOf, listen, type Progress } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';

interface Task {
  label: string;
  /** Stops the task, when it can be stopped. */
  cancel: (() => void) | null;
}

/** The long task under way. One at a time: a workspace is changed by one thing only. */
class Tasks {
  current = $state.raw<Task | null>(null);
  progress = $state.raw<Progress | null>(null);
  busy = $derived(this.current !== null);
  /** Whole percent done, when the total is known. */
  percent = $derived(percentOf(this.progress));
  /** What a screen reader hears: the label, then each quarter. */
  spoken = $derived(this.current ? `${this.current.label} ${spokenPercent(this.percent)}` : '');

  constructor() {
    listen('progress', (progress) => (this.progress = progress));
  }

  /** Does the work with its label in the status bar. A failure becomes a notice, unless the caller deals with it. */
  async run<Result>(
    label: string,
    work: () => Promise<Result>,
    options: { cancel?: () => void; onfailure?: (error: unknown) => void } = {},
  ): Promise<Result | undefined> {
    if (this.current) return undefined;
    this.progress = null;
    this.current = { label, cancel: options.cancel ?? null };
    try {
      return await work();
    } catch (error) {
      if (options.onfailure) options.onfailure(error);
      else notices.fail(error);
      return undefined;
    } finally {
      this.current = null;
      this.progress = null;
    }
  }
}

function percentOf(progress: Progress | null): number | null {
  if (!progress?.total) return null;
  return Math.min(100, Math.floor((100 * progress.done) / progress.total));
}

function spokenPercent(percent: number | null): string {
  return percent === null ? '' : t('ui-percent', { percent: Math.floor(percent / 25) * 25 });
}

/** A refused call in one sentence. */
export function sentenceOf(error: unknown): string {
  return failureOf(error)?.message ?? t('ui-error-no-answer');
}

export const tasks = new Tasks();
