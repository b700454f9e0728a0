import type { ClockLine } from '../host';
import { speech, t } from './index.svelte';

const DAY = 86_400_000;

/** Midnight of the day of a civil instant. */
function dayOf(instant: string): number {
  return Date.parse(`${instant.slice(0, 10)}Z`);
}

/** A day as the application words it: `25/09/2024` in French, `2024-09-25` in English. */
function worded(day: number): string {
  const civil = new Date(day).toISOString().slice(0, 10);
  return speech.language === 'fr' ? civil.split('-').reverse().join('/') : civil;
}

/** Whole days from one civil instant to another, whatever their hours. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to) - dayOf(from)) / DAY);
}

/** Where a request's time stands, in few words, seen from the instant at which files are judged. */
export function clockWords({ state, until }: ClockLine, asOf: string): string {
  const last = until === null ? '—' : worded(dayOf(until));
  const since = until === null ? '—' : worded(dayOf(until) + DAY);
  switch (state) {
    case 'running':
      return t('ui-clock-running', { until: last, days: until === null ? 0 : Math.max(0, daysBetween(asOf, until)) });
    case 'late':
      return t('ui-clock-late', { until: last });
    case 'deemed-accepted':
      return t('ui-clock-deemed-accepted', { since });
    case 'contested':
    case 'contested-late':
    case 'awaiting-proposal':
    case 'of-right':
    case 'by-decision':
    case 'in-time':
    case 'not-set':
      return t(`ui-clock-${state}`);
    default:
      return t('ui-clock-unknown');
  }
}
