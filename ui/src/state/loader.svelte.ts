import { sentenceOf } from './tasks.svelte';

/** Something asked of the application: its value, why it is missing, and whether it is awaited. */
export class Loader<Argument, Value> {
  value = $state.raw<Value | null>(null);
  failure = $state<string | null>(null);
  loading = $state(false);
  #ticket = 0;
  readonly #ask: (argument: Argument) => Promise<Value>;

  constructor(ask: (argument: Argument) => Promise<Value>) {
    this.#ask = ask;
  }

  /** Asks; the answer to an older question is forgotten. The present value stays until the new one comes. */
  async load(argument: Argument): Promise<void> {
    const ticket = ++this.#ticket;
    this.loading = true;
    this.failure = null;
    try {
      const value = await this.#ask(argument);
      if (ticket === this.#ticket) this.value = value;
    } catch (error) {
      if (ticket === this.#ticket) this.failure = sentenceOf(error);
    } finally {
      if (ticket === this.#ticket) this.loading = false;
    }
  }

  /** Forgets everything, also what is under way. */
  reset(): void {
    this.#ticket++;
    this.value = null;
    this.failure = null;
    this.loading = false;
  }
}
