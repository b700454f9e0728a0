import { ACTIONS, possible } from './actions.svelte';
import { display } from './display.svelte';
import { session } from './session.svelte';

const FOCUSABLE =
  'a[href], button:not([disabled], [tabindex="-1"]), input:not([disabled]), select:not([disabled]), summary, [tabindex="0"]';

/** Keys that a browser would take for itself and that would lose what is on screen. */
function isBrowserKey(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (['f3', 'f5', 'f7'].includes(key)) return true;
  return (event.ctrlKey || event.metaKey) && ['r', 'p', 's', 'u', 'g', 'j', 'h', 'o', 'd', 'l'].includes(key) && !event.altKey;
}

/** Whether an element takes text, which has a history of its own. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
}

/** Moves the focus to the next or previous region of the frame. */
function cycleRegions(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  // A region can hold others: one is in the innermost.
  const present = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(present + by + regions.length + (present < 0 && by < 0 ? 1 : 0)) % regions.length];
  const target = next?.querySelector<HTMLElement>('[data-region-entry]') ?? next?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}

/** What a key asks of the zoom, with Ctrl: `+` and `=`, which share a key, `-`, and `0` or the letter of its key on AZERTY. */
const ZOOM_KEYS: Readonly<Record<string, 1 | 0 | -1>> = { '+': 1, '=': 1, '-': -1, '0': 0, à: 0 };

/** How far a wheel turns for a step of the zoom. */
const NOTCH = 60;
let turned = 0;

/** Ctrl and the wheel: a step for each notch, also of a touchpad that counts finely. */
export function onwheel(event: WheelEvent): void {
  if (!event.ctrlKey) return;
  event.preventDefault();
  turned += event.deltaY;
  if (Math.abs(turned) < NOTCH) return;
  display.zoom(turned < 0 ? 1 : -1);
  turned = 0;
}

/** The window's own keys. Letters need Ctrl, compared by what they write: the same on AZERTY and QWERTY. */
export function onkeydown(event: KeyboardEvent): void {
  if (isBrowserKey(event)) event.preventDefault();
  if (event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const zoom = control ? ZOOM_KEYS[event.key] : undefined;
  if (zoom !== undefined) {
    event.preventDefault();
    display.zoom(zoom);
    return;
  }
  // An open dialog keeps the keyboard to itself, and so does the lock screen.
  if (session.dialog !== null || session.phase === 'locked') return;
  if (event.key === 'F6') {
    event.preventDefault();
    cycleRegions(event.shiftKey ? -1 : 1);
    return;
  }
  if (control && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    session.dialog = 'palette';
    return;
  }
  const pressed = control && !event.shiftKey && event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const action = ACTIONS.find(({ shortcut }) => shortcut === pressed && (shortcut.length > 1 || control));
  if (!action) return;
  // Where text is typed, undoing is that of the field.
  if (action.id === 'undo' && isTyping(event.target)) return;
  event.preventDefault();
  if (possible(action)) action.run();
}

/** A file dropped beside the drop zone must not replace the application's page. */
export function keepPage(event: DragEvent): void {
  event.preventDefault();
}

/** The browser's own menu (reload, save as…) is only kept where text is typed or selected. */
export function oncontextmenu(event: MouseEvent): void {
  const editable = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!editable && document.getSelection()?.isCollapsed !== false) event.preventDefault();
}
