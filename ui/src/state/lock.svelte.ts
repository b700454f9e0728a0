import { call, listen, whenLocked } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';
import { tasks } from './tasks.svelte';

/** What shows that somebody is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
/** How often it is looked whether somebody is, in milliseconds. */
const EVERY = 5_000;
/** How often the application is told that somebody is. */
const TOLD_EVERY = 30_000;

/** Locks the workspace, unless a task is under way. */
export async function lockNow(): Promise<void> {
  if (tasks.busy) return notices.say('info', 'lock', t('ui-lock-busy'));
  try {
    await call('lock');
    await session.showLock();
  } catch (error) {
    notices.fail(error);
  }
}

/** Locks the workspace when nobody was there for as long as it stays open. The application counts too: this makes the screen
    go without waiting for a command. Ends when the returned function is called. */
export function watch(): () => void {
  let seen = Date.now();
  let told = seen;
  const sign = (): void => {
    const now = Date.now();
    seen = now;
    if (session.phase !== 'open' || !session.summary?.workspace.protected || now - told < TOLD_EVERY) return;
    told = now;
    // Refused when it is too late: the lock screen is then shown.
    call('activity').catch(() => undefined);
  };
  const look = (): void => {
    const workspace = session.phase === 'open' ? session.summary?.workspace : undefined;
    if (!workspace?.protected) {
      seen = Date.now();
      return;
    }
    if (Date.now() - seen < workspace.lock_after * 60_000 || tasks.busy) return;
    call('lock').then(
      () => session.showLock(),
      // A task began meanwhile: its end is waited for.
      () => undefined,
    );
  };
  const show = (): void => void session.showLock();
  const timer = setInterval(look, EVERY);
  for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true });
  const deaf = listen('locked', show);
  whenLocked.add(show);
  return () => {
    clearInterval(timer);
    for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    deaf();
    whenLocked.delete(show);
  };
}
