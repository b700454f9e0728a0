import { EVERY_FILE } from './query';
import { fileList } from './file-list.svelte';
import { importing } from './importing.svelte';
import { openFile } from './open-file.svelte';
import { session } from './session.svelte';
import { simulation } from './simulation.svelte';

/** What each path shows, step by step: the name of its words, and what it does when one comes to it. */
const PATHS = {
  blocked: [
    ['list', showBlocked],
    ['file', () => openFile.step(1, true)],
    ['proof', showProof],
    ['decide', () => undefined],
  ],
  roster: [
    ['read', () => importing.tryRoster()],
    ['columns', () => importing.open('columns')],
    ['check', () => importing.open('check')],
  ],
  date: [
    ['choose', () => session.go('simulation')],
    ['result', tryDate],
    ['back', () => undefined],
  ],
} as const satisfies Record<string, readonly (readonly [string, () => unknown])[]>;

export type GuideName = keyof typeof PATHS;
export const GUIDES = Object.keys(PATHS) as GuideName[];

async function showBlocked(): Promise<void> {
  session.go('files');
  openFile.close();
  fileList.show({ ...EVERY_FILE, states: ['blocked'] });
}

async function showProof(): Promise<void> {
  await openFile.arrived;
  document.querySelector<HTMLElement>('[data-testid="evidence-open"]')?.click();
}

async function tryDate(): Promise<void> {
  const workspace = session.summary?.workspace;
  if (!workspace) return;
  [simulation.typed, simulation.chosen] = ['01/12/2024 09:00', workspace.rulebook.id];
  await simulation.run({ rulebook: workspace.rulebook.id, as_of: '2024-12-01T09:00:00' });
}

/** The path one follows through the fictitious workspace. */
class Guide {
  name = $state<GuideName | null>(null);
  step = $state(0);
  hidden = $state(false);

  /** How many steps the path has. */
  get steps(): number {
    return this.name ? PATHS[this.name].length : 0;
  }

  /** The name of the step's words. */
  get words(): string {
    return this.name ? (PATHS[this.name][this.step]?.[0] ?? '') : '';
  }

  start(name: GuideName): void {
    this.name = name;
    this.go(0);
  }

  /** Comes to a step and does what it shows; past the last one, the path ends. */
  go(step: number): void {
    if (!this.name) return;
    if (step >= this.steps) return this.end();
    this.step = step;
    void PATHS[this.name][step]?.[1]();
  }

  end(): void {
    if (this.name === 'date') simulation.leave();
    if (this.name === 'blocked') {
      openFile.close();
      fileList.show(EVERY_FILE);
    }
    this.name = null;
    session.go('desk');
  }
}

export const guide = new Guide();
