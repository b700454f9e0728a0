import { failureOf } from '../host';
import { t } from '../text/index.svelte';

/** A sentence that stays until it is dismissed. */
export interface Notice {
  id: number;
  kind: 'done' | 'failed' | 'info';
  text: string;
  /** A second line, such as where a file was written. */
  detail: string | null;
  /** Names the notice in the tests. */
  name: string;
}

class Notices {
  list = $state.raw<Notice[]>([]);
  #next = 1;

  /** Says something; a notice with the same name is replaced. */
  say(kind: Notice['kind'], name: string, text: string, detail: string | null = null): void {
    const notice = { id: this.#next++, kind, name, text, detail };
    this.list = [...this.list.filter((other) => other.name !== name), notice];
  }

  /** Says why a call was refused. Giving up is not a failure. */
  fail(error: unknown): void {
    const failure = failureOf(error);
    if (failure?.code === 'cancelled') this.say('info', 'cancelled', failure.message);
    else this.say('failed', 'failure', failure?.message ?? t('ui-error-no-answer'));
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}

export const notices = new Notices();
