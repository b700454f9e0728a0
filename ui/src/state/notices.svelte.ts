import { failureOf } from '../host';
import { t } from '../text/index.svelte';

/** Where a person finds again what a notice said, once it is dismissed; beside the messages of the session, which keep every one. */
export type Remains =
  /** The line of the operation. */
  | 'journal'
  | 'backups'
  /** The editions of the rulebook. */
  | 'rules'
  /** The file that was written. */
  | 'file'
  /** Nothing was done, or it can be tried again: the messages are enough. */
  | 'messages';

/** Every notice, by the name it has in the tests. */
export const NOTICES = {
  start: 'messages',
  failure: 'messages',
  cancelled: 'messages',
  lock: 'messages',
  undo: 'messages',
  exported: 'file',
  'list-exported': 'file',
  'all-exported': 'file',
  'person-exported': 'file',
  'record-saved': 'file',
  'edition-saved': 'file',
  'recovery-saved': 'file',
  'journal-copied': 'file',
  problems: 'file',
  mapping: 'file',
  'backed-up': 'backups',
  quota: 'backups',
  'mapping-kept': 'journal',
  decision: 'journal',
  undone: 'journal',
  restored: 'journal',
  rescued: 'journal',
  protection: 'journal',
  'rulebook-published': 'rules',
} as const satisfies Record<string, Remains>;
export type NoticeName = keyof typeof NOTICES;

/** A sentence that stays until it is dismissed. */
export interface Notice {
  id: number;
  kind: 'done' | 'failed' | 'info';
  text: string;
  /** A second line, such as where a file was written. */
  detail: string | null;
  name: NoticeName;
  /** When it was said, in milliseconds. */
  at: number;
}

/** Messages kept; the oldest go first. */
const MOST = 200;

class Notices {
  /** Those on screen. */
  list = $state.raw<readonly Notice[]>([]);
  /** All that was said since the workspace was opened, the newest last. */
  said = $state.raw<readonly Notice[]>([]);
  #next = 1;

  /** Says something; on screen it takes the place of the notice with the same name. */
  say(kind: Notice['kind'], name: NoticeName, text: string, detail: string | null = null): void {
    const notice = { id: this.#next++, kind, name, text, detail, at: Date.now() };
    this.list = [...this.list.filter((other) => other.name !== name), notice];
    this.said = [...this.said, notice].slice(-MOST);
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

  /** Takes what was said off the screen; the messages keep it. */
  clear(): void {
    this.list = [];
  }

  /** Forgets what was said of a workspace that is left: what is still on screen is of the next. */
  forget(): void {
    this.said = this.list;
  }
}

export const notices = new Notices();
