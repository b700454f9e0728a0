import { call } from '../host';
import { t } from '../text/index.svelte';
import { Loader } from './loader.svelte';
import { STOPPABLE, tasks } from './tasks.svelte';

interface Trial {
  rulebook: string;
  as_of: string | null;
}

/** What another rulebook or instant would change. It lives in the window only: nothing of it is kept. */
class Simulation {
  readonly rulebooks = new Loader(() => call('rulebooks'));
  readonly answer = new Loader((trial: Trial) => call('simulate', trial));
  /** The rulebook and the date being chosen; nothing before a first choice. */
  chosen = $state<string | null>(null);
  typed = $state<string | null>(null);
  /** Grows with each result, so that its list begins again at its first line. */
  version = $state(0);
  #trial: Trial | null = null;

  result = $derived(this.answer.value);

  async run(trial: Trial): Promise<void> {
    this.#trial = trial;
    await this.#try(trial);
    this.version++;
  }

  /** Tries the same again on changed data, or in another language. */
  refresh(): void {
    if (this.rulebooks.value) void this.rulebooks.load(undefined);
    if (this.#trial && this.result) void this.#try(this.#trial);
  }

  async #try(trial: Trial): Promise<void> {
    await tasks.run(t('ui-task-evaluating'), () => this.answer.load(trial), STOPPABLE);
  }

  /** Forgets the result and the choices: back to the files as they are judged. */
  leave(): void {
    this.#trial = null;
    this.answer.reset();
    this.chosen = null;
    this.typed = null;
  }

  reset(): void {
    this.leave();
    this.rulebooks.reset();
  }
}

export const simulation = new Simulation();
