import { call, type WaiverLine } from '../host';
import { Loader } from './loader.svelte';

/** The standings of waivers, those that ask for somebody first. */
export const STANDINGS = ['to-review', 'expired', 'unused', 'active'] as const;
export type WaiverStanding = (typeof STANDINGS)[number];

/** How a waiver stands: one whose last day has passed is told apart from one whose facts have changed. */
export const standingOf = ({ state, expired }: Pick<WaiverLine, 'state' | 'expired'>): WaiverStanding => (expired ? 'expired' : state);

/** Every finding that was decided not to count. */
class WaiverList {
  readonly lines = new Loader(() => call('waivers'));
  /** The standing shown; every one without. */
  standing = $state<WaiverStanding | null>(null);
  /** The waiver looked at, by its file and rule. */
  opened = $state<string | null>(null);

  shown = $derived((this.lines.value ?? []).filter((line) => this.standing === null || standingOf(line) === this.standing));

  count(standing: WaiverStanding): number {
    return (this.lines.value ?? []).filter((line) => standingOf(line) === standing).length;
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
