import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Summary } from '../src/host';
import { answerWith } from './host';

const MINUTE = 60_000;
const LOCKED = { several: false, recoverable: true, dropped_import: false, wait: 0 };
const settings = { language: 'fr', theme: 'system', last_workspace: '/espace' };

function summary(protected_: boolean): Summary {
  const workspace = { name: 'Essai', folder: '/espace', demo: false, protected: protected_, account: 'Ada', role: 'administer', lock_after: 10 };
  return { workspace, files: 1, states: [], rules: [], inputs: [] } as unknown as Summary;
}

const called = answerWith({
  start: () => ({ version: '', settings, workspace: null, locked: LOCKED, notice: null }),
  lock: () => LOCKED,
  activity: () => null,
});

describe('a workspace with nobody at it', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    called.length = 0;
  });

  async function open(protected_: boolean) {
    const { session } = await import('../src/state/session.svelte');
    const { watch } = await import('../src/state/lock.svelte');
    session.phase = 'closed';
    session.enter(summary(protected_));
    session.go('files');
    return { session, unwatch: watch() };
  }

  const names = () => called.map((line) => line.split(' ')[0]);

  it('locks after its minutes, forgets what was shown, and comes back to the same screen', async () => {
    const { session, unwatch } = await open(true);
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    window.dispatchEvent(new Event('pointermove'));
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(session.phase).toBe('open');
    expect(names()).toEqual(['activity']);
    await vi.advanceTimersByTimeAsync(MINUTE + 5_000);
    expect(names()).toEqual(['activity', 'lock', 'start']);
    expect([session.phase, session.summary, session.locked]).toEqual(['locked', null, LOCKED]);
    session.comeBack(summary(true));
    expect([session.phase, session.screen]).toEqual(['open', 'files']);
    unwatch();
  });

  it('stays open without a passphrase', async () => {
    const { session, unwatch } = await open(false);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(session.phase).toBe('open');
    expect(called).toEqual([]);
    unwatch();
  });

  it('waits for the end of a task', async () => {
    const { session, unwatch } = await open(true);
    const { tasks } = await import('../src/state/tasks.svelte');
    let end = (): void => undefined;
    const task = tasks.run('', () => new Promise<void>((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(session.phase).toBe('open');
    end();
    await task;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.phase).toBe('locked');
    unwatch();
  });
});
