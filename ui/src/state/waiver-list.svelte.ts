import { call, type WaiverLine, type WaiverState } from '../host';
import { Loader } from './loader.svelte';

/** The standings of waivers, those that ask for somebody first. */
export const STANDINGS: readonly WaiverState[] = ['to-review', 'unused', 'active'];

/** Every finding that was decided not to count. */
class WaiverList {
  readonly lines = new Loader(() => call('waivers'));
  /** The standing shown; every one without. */
  standing = $state<WaiverState | null>(null);
  /** The waiver looked at, by its file and rule. */
  opened = $state<string | null>(null);

  shown = $derived((this.lines.value ?? []).filter(({ state }) => this.standing === null || state === this.standing));

  count(standing: WaiverState): number {
    return (this.lines.value ?? []).filter(({ state }) => state === standing).length;
  }

  refresh(): void {
    if (this.lines.value) void this.lines.load(undefined);
  }

  reset(): void {
    this.lines.reset();
    this.standing = null;
    this.opened = null;
  }
}

/** Names a waiver. */
export const waiverKey = ({ id, code }: Pick<WaiverLine, 'id' | 'code'>): string => `${id} ${code}`;

export const waiverList = new WaiverList();
