import { tick } from 'svelte';
import { session } from '../state/session.svelte';

/** What of a grid is needed to put the keyboard back in it. */
interface Held {
  activeRow(): number;
  reveal(row: number): void;
  focusActive(): void;
}

/** After the same list has come again: the active row is one that is there, and the keyboard is never nowhere. */
export async function settle(grid: () => Held | null, lines: () => number): Promise<void> {
  await tick();
  const there = grid();
  if (there && lines() > 0 && there.activeRow() >= lines()) {
    there.reveal(lines() - 1);
    await tick();
  }
  if (session.dialog !== null || (document.activeElement !== null && document.activeElement !== document.body)) return;
  there?.focusActive();
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
}
