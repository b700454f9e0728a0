import { call, type AccountLine, type ProtectionView, type RecoverySheet, type Role } from '../host';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks } from './tasks.svelte';

/** What the dialog asks a passphrase for. */
export type Asked =
  | { kind: 'protect' | 'change' | 'add' | 'unprotect' }
  | { kind: 'reset' | 'remove'; account: AccountLine };

/** What was filled in. */
export interface Filled {
  name: string;
  role: Role;
  current: string;
  passphrase: string;
}

/** How the workspace is protected, and who may open it. */
class Protection {
  readonly view = new Loader(() => call('protection'));
  asked = $state.raw<Asked | null>(null);
  failure = $state<string | null>(null);
  /** A recovery code that was just made: shown until it is put away. */
  code = $state<string | null>(null);

  load(): Promise<void> {
    return this.view.load(undefined);
  }

  refresh(): void {
    if (session.screen === 'settings') void this.load();
  }

  reset(): void {
    this.view.reset();
    this.asked = null;
    this.failure = null;
    this.code = null;
  }

  ask(asked: Asked): void {
    this.failure = null;
    this.asked = asked;
    session.dialog = 'secret';
  }

  close(): void {
    this.asked = null;
    session.dialog = null;
  }

  /** Does what the dialog asked a passphrase for. */
  async confirm(asked: Asked, { name, role, current, passphrase }: Filled): Promise<void> {
    const work = (): Promise<ProtectionView | RecoverySheet> => {
      switch (asked.kind) {
        case 'protect':
          return call('protect', { name, passphrase });
        case 'change':
          return call('passphrase_change', { current, passphrase });
        case 'add':
          return call('account_add', { name, role, passphrase });
        case 'reset':
          return call('account_passphrase', { name: asked.account.name, passphrase });
        case 'remove':
          return call('account_remove', { name: asked.account.name });
        case 'unprotect':
          return call('unprotect', { passphrase: current });
      }
    };
    this.failure = null;
    const done = await tasks.run(t('ui-task-protecting'), work, { onfailure: (error) => (this.failure = sentenceOf(error)) });
    if (!done) return;
    this.close();
    this.#take(done);
    notices.say('done', 'protection', t(`ui-protection-done-${asked.kind}`));
    session.receive(await call('summary'));
  }

  async setRole(name: string, role: Role): Promise<void> {
    await this.#change(() => call('account_role', { name, role }));
  }

  async setLockAfter(minutes: number): Promise<void> {
    await this.#change(() => call('lock_after_set', { minutes }));
    session.receive(await call('summary'));
  }

  async renewCode(): Promise<void> {
    await this.#change(() => call('recovery_renew'));
  }

  /** Writes the sheet of the code where the person chooses. */
  async saveCode(): Promise<void> {
    const { code } = this;
    if (code === null) return;
    const saved = await tasks.run(t('ui-task-protecting'), () => call('recovery_save', { code }));
    if (saved) notices.say('done', 'recovery-saved', t('ui-recovery-saved'), saved.path);
  }

  async #change(work: () => Promise<ProtectionView | RecoverySheet>): Promise<void> {
    const done = await tasks.run(t('ui-task-protecting'), work);
    if (done) this.#take(done);
    // A list that was not changed shows again what it is.
    else void this.load();
  }

  #take(done: ProtectionView | RecoverySheet): void {
    if ('code' in done) this.code = done.code;
    this.view.value = 'code' in done ? done.protection : done;
  }
}

export const protection = new Protection();
