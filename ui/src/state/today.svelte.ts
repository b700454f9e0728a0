import { call } from '../host';
import { Loader } from './loader.svelte';

/** What the desk says of the day: asked for when its screen is shown, again when the data or the language changed. */
class Today {
  readonly view = new Loader(() => call('desk'));

  refresh(): void {
    if (this.view.value) void this.view.load(undefined);
  }
}

export const today = new Today();
