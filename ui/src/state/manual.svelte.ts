import { call } from '../host';
import { Loader } from './loader.svelte';
import { session } from './session.svelte';

/** How the rulebook can be shown. */
export const RULE_VIEWS = ['rules', 'windows', 'compare', 'editions'] as const;

/** The manual of the rules: read when its screen is shown, again when the data, the rulebook or the language changes. */
class Manual {
  readonly rules = new Loader(() => call('rules'));
  readonly page = new Loader((code: string) => call('rule_page', { code }));
  readonly windows = new Loader(() => call('rulebook_windows'));
  code = $state<string | null>(null);
  view = $state<(typeof RULE_VIEWS)[number]>('rules');

  /** Shows the page of a rule on its screen. */
  open(code: string): void {
    this.choose(code);
    this.view = 'rules';
    session.go('rules');
  }

  /** Shows a view of the rulebook. */
  show(view: (typeof RULE_VIEWS)[number]): void {
    this.view = view;
    session.go('rules');
  }

  choose(code: string): void {
    this.code = code;
    void this.page.load(code);
  }

  refresh(): void {
    if (this.rules.value) void this.rules.load(undefined);
    if (this.windows.value) void this.windows.load(undefined);
    if (this.code) void this.page.load(this.code);
  }
}

export const manual = new Manual();
