import Ban from '@lucide/svelte/icons/ban';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Clock from '@lucide/svelte/icons/clock';
import Contrast from '@lucide/svelte/icons/contrast';
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Gavel from '@lucide/svelte/icons/gavel';
import Hourglass from '@lucide/svelte/icons/hourglass';
import OctagonX from '@lucide/svelte/icons/octagon-x';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import UserCheck from '@lucide/svelte/icons/user-check';
import type { Component } from 'svelte';
import type { ColumnConfidence, ImportValue, WaiverState } from '../host';

/** The shape and the colour that go with a word. */
export interface Mark {
  icon: Component<{ size?: number; strokeWidth?: number; 'aria-hidden'?: 'true' }>;
  tone: 'blocked' | 'check' | 'ready' | 'info' | 'waived' | 'quiet';
}

/** What is not known, or not understood. */
const UNKNOWN: Mark = { icon: CircleHelp, tone: 'waived' };

/** States of a file. */
export const FILE_MARKS = {
  blocked: { icon: OctagonX, tone: 'blocked' },
  'to-check': { icon: TriangleAlert, tone: 'check' },
  ready: { icon: CircleCheck, tone: 'ready' },
  cancelled: { icon: Ban, tone: 'quiet' },
} satisfies Record<string, Mark>;

const REQUEST_MARKS: Record<string, Mark> = {
  pending: { icon: Hourglass, tone: 'check' },
  granted: { icon: CircleCheck, tone: 'ready' },
  refused: { icon: CircleX, tone: 'quiet' },
  mixed: { icon: Contrast, tone: 'info' },
};

const PIECE_MARKS: Record<string, Mark> = {
  held: { icon: CircleCheck, tone: 'ready' },
  missing: { icon: CircleX, tone: 'blocked' },
};

const DOCUMENT_MARKS: Record<string, Mark> = {
  not_deposited: { icon: CircleDashed, tone: 'check' },
  awaiting_check: { icon: Hourglass, tone: 'check' },
  valid: { icon: CircleCheck, tone: 'ready' },
  forced: { icon: CircleCheck, tone: 'info' },
  rejected: { icon: CircleX, tone: 'blocked' },
  false: { icon: OctagonX, tone: 'blocked' },
  expired: { icon: CalendarX, tone: 'blocked' },
  not_concerned: { icon: Ban, tone: 'quiet' },
};

const WAIVER_MARKS: Record<WaiverState, Mark> = {
  'to-review': { icon: Eye, tone: 'check' },
  unused: { icon: CircleDashed, tone: 'quiet' },
  active: { icon: EyeOff, tone: 'waived' },
};

const CLOCK_MARKS: Record<string, Mark> = {
  running: { icon: Clock, tone: 'check' },
  contested: { icon: Gavel, tone: 'check' },
  'contested-late': { icon: TriangleAlert, tone: 'blocked' },
  'deemed-accepted': { icon: CircleCheck, tone: 'ready' },
  'awaiting-proposal': { icon: Hourglass, tone: 'info' },
  'of-right': { icon: CircleCheck, tone: 'ready' },
  'by-decision': { icon: Gavel, tone: 'check' },
  'in-time': { icon: CircleCheck, tone: 'ready' },
  late: { icon: TriangleAlert, tone: 'blocked' },
  'not-set': { icon: CircleDashed, tone: 'quiet' },
};

const CONFIDENCE_MARKS: Record<ColumnConfidence, Mark> = {
  answered: { icon: UserCheck, tone: 'ready' },
  known: { icon: CircleCheck, tone: 'ready' },
  likely: { icon: CircleDot, tone: 'check' },
  unknown: { icon: CircleHelp, tone: 'check' },
  set_aside: { icon: CircleDashed, tone: 'quiet' },
  dropped: { icon: EyeOff, tone: 'waived' },
};

/** The mark of how sure the meaning of a column is. */
export const confidenceMark = (confidence: ColumnConfidence): Mark => CONFIDENCE_MARKS[confidence];
/** The mark of what a coded value means. */
export const valueMark = ({ asked, meaning }: ImportValue): Mark => {
  if (asked) return CONFIDENCE_MARKS.unknown;
  return !meaning ? CONFIDENCE_MARKS.set_aside : CONFIDENCE_MARKS.known;
};
/** The mark of a decision on a request. */
export const requestMark = (state: string): Mark => REQUEST_MARKS[state] ?? UNKNOWN;
/** The mark of a piece that a request must hold. */
export const pieceMark = (state: string): Mark => PIECE_MARKS[state] ?? UNKNOWN;
/** The mark of a document's check. */
export const documentMark = (state: string): Mark => DOCUMENT_MARKS[state] ?? UNKNOWN;
/** The mark of how a waiver stands. */
export const waiverMark = (state: WaiverState): Mark => WAIVER_MARKS[state];
/** The mark of a request's time. */
export const clockMark = (state: string): Mark => CLOCK_MARKS[state] ?? UNKNOWN;
