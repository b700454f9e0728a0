import { call, failureOf, listen, type Progress } from '../host';
import { tick } from 'svelte';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';

interface Task {
  label: string;
  /** Whether it can be stopped; nothing of a task too short for that. */
  stop: boolean | null;
}

/** The long task under way. One at a time: a workspace is changed by one thing only. */
class Tasks {
  current = $state.raw<Task | null>(null);
  progress = $state.raw<Progress | null>(null);
  busy = $derived(this.current !== null);
  /** Whether it was asked to stop, and has not yet. */
  stopping = $state(false);
  /** Dialogs in front of the window: the task is shown in them, since nothing behind can be reached. */
  dialogs = $state(0);
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
    options: { stop?: boolean; onfailure?: (error: unknown) => void } = {},
  ): Promise<Result | undefined> {
    if (this.current) return undefined;
    this.progress = null;
    this.stopping = false;
    this.current = { label, stop: options.stop ?? null };
    try {
      return await work();
    } catch (error) {
      if (options.onfailure) options.onfailure(error);
      else notices.fail(error);
      return undefined;
    } finally {
      // Its button goes with it: the keyboard is not left nowhere.
      const held = document.activeElement?.closest('[data-testid="task"]');
      this.current = null;
      this.progress = null;
      if (held) void tick().then(() => document.querySelector<HTMLElement>('dialog[open], main h1')?.focus());
    }
  }

  /** Asks the task under way to stop: it leaves nothing half done, and says itself what became of it. */
  stop(): void {
    if (!this.current?.stop || this.stopping) return;
    this.stopping = true;
    call('task_cancel').catch((error: unknown) => notices.fail(error));
  }
}

/** For a task that can be stopped, and for one that must come to its end once begun. */
export const STOPPABLE = { stop: true } as const;
export const TO_THE_END = { stop: false } as const;

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
