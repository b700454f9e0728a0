import { call } from '../host';
import { Loader } from './loader.svelte';
import { session } from './session.svelte';

/** The manual of the rules: read when its screen is shown, again when the language changes. */
class Manual {
  readonly rules = new Loader(() => call('rules'));
  readonly page = new Loader((code: string) => call('rule_page', { code }));
  code = $state<string | null>(null);

  /** Shows the page of a rule on its screen. */
  open(code: string): void {
    this.choose(code);
    session.go('rules');
  }

  choose(code: string): void {
    this.code = code;
    void this.page.load(code);
  }

  refresh(): void {
    if (this.rules.value) void this.rules.load(undefined);
    if (this.code) void this.page.load(this.code);
  }
}

export const manual = new Manual();
