import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith } from './host';

const called = answerWith({ settings_set: ({ settings }: { settings: unknown }) => settings });
const { ACTIONS } = await import('../src/state/actions.svelte');
const { onkeydown, onwheel } = await import('../src/state/keyboard');
const { session } = await import('../src/state/session.svelte');

/** A key of an AZERTY keyboard, as a browser tells it: what it writes, and where it is on a QWERTY one. */
function press(key: string, code: string, held: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code, cancelable: true, bubbles: true, ...held });
  onkeydown(event);
  return event;
}
const CONTROL = { ctrlKey: true };

beforeEach(() => {
  session.dialog = null;
  session.screen = 'desk';
  session.summary = { files: 1, workspace: { role: 'administer', protected: true } } as never;
  session.settings = { ...session.settings, zoom: 100 };
});

describe('shortcuts', () => {
  it('are letters, function keys and the comma, which every keyboard has without AltGr; the zoom has its own', () => {
    const odd = ACTIONS.filter(({ id, shortcut }) => shortcut && !id.startsWith('zoom') && !/^([A-Z]|F\d|,)$/.test(shortcut));
    expect(odd).toEqual([]);
  });

  it('are each of one command', () => {
    const all = ACTIONS.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are those of the letter that an AZERTY key writes, not of the place of the key', () => {
    const run = vi.spyOn(ACTIONS.find(({ id }) => id === 'undo') as never as { run: () => void }, 'run').mockReturnValue();
    press('w', 'KeyZ', CONTROL);
    expect(run).not.toHaveBeenCalled();
    press('z', 'KeyW', CONTROL);
    expect(run).toHaveBeenCalledOnce();
    press(',', 'KeyM', CONTROL);
    expect(session.screen).toBe('settings');
  });

  it('leave alone what AltGr writes', () => {
    const keys = [...ACTIONS.flatMap(({ shortcut }) => shortcut ?? []), 'k', '+', '-', '0', '/', '[', ']', '\\', '{', '#', '@', '|'];
    for (const key of keys) {
      const event = press(key.toLowerCase(), 'KeyE', { ctrlKey: true, altKey: true });
      expect([key, event.defaultPrevented]).toEqual([key, false]);
    }
    expect([session.dialog, session.screen, session.settings.zoom]).toEqual([null, 'desk', 100]);
  });

  it('never include keys that AZERTY reaches through AltGr or Shift only', () => {
    for (const key of ['/', '[', ']', '\\', '?', '1', '2', '3', '9']) {
      expect([key, press(key, 'Digit5', CONTROL).defaultPrevented]).toEqual([key, false]);
    }
  });
});

describe('keys of a browser', () => {
  it.each(['F3', 'F5', 'F7'])('%s does nothing here', (key) => expect(press(key, key).defaultPrevented).toBe(true));
  it.each(['r', 'p', 's', 'u', 'h', 'o', 'd'])('Ctrl+%s does nothing here', (key) => {
    expect(press(key, `Key${key.toUpperCase()}`, CONTROL).defaultPrevented).toBe(true);
    session.dialog = 'create';
    expect(press(key, `Key${key.toUpperCase()}`, CONTROL).defaultPrevented).toBe(true);
  });
});

describe('the zoom', () => {
  it('grows, shrinks and comes back by the keys of AZERTY, in dialogs too, and is kept', () => {
    session.dialog = 'create';
    press('+', 'Equal', { ctrlKey: true, shiftKey: true });
    press('=', 'Equal', CONTROL);
    expect(session.settings.zoom).toBe(125);
    press('-', 'Digit6', CONTROL);
    expect(session.settings.zoom).toBe(110);
    press('à', 'Digit0', CONTROL);
    expect(session.settings.zoom).toBe(100);
    for (let pressed = 0; pressed < 20; pressed++) press('+', 'NumpadAdd', CONTROL);
    expect(session.settings.zoom).toBe(400);
    expect(called.at(-1)).toContain('"zoom":400');
  });

  it('follows the wheel with Ctrl, a step for a notch', () => {
    const turn = (deltaY: number, ctrlKey = true) => onwheel(Object.assign(new WheelEvent('wheel', { deltaY, cancelable: true }), { ctrlKey }) as WheelEvent);
    turn(-120, false);
    expect(session.settings.zoom).toBe(100);
    turn(-120);
    expect(session.settings.zoom).toBe(110);
    for (let part = 0; part < 3; part++) turn(20);
    expect(session.settings.zoom).toBe(100);
  });
});
