import { describe, expect, it } from 'vitest';
import type { ClockLine } from '../src/host';
import { clockWords, daysBetween } from '../src/text/clock';
import { prepare } from '../src/text/catalogue';
import { speech } from '../src/text/index.svelte';

const clock = (state: string, until: string | null = '2024-09-25T23:59:00'): ClockLine => ({ state, until, label: '', authority: null });

describe('the time of a request in few words', () => {
  it('counts days of the calendar, whatever the hours', () => {
    expect(daysBetween('2024-09-24T23:59:00', '2024-09-25T00:00:00')).toBe(1);
    expect(daysBetween('2024-03-30T12:00:00', '2024-04-01T12:00:00')).toBe(2);
  });

  it.each([
    ['2024-09-19T09:00:00', 'Contestable jusqu’au 25/09/2024, 6 jours'],
    ['2024-09-24T23:59:00', 'Contestable jusqu’au 25/09/2024, 1 jour'],
    ['2024-09-25T23:59:00', 'Contestable jusqu’au 25/09/2024, dernier jour'],
  ])('says until when and how long at %s', (asOf, words) => {
    expect(clockWords(clock('running'), asOf)).toBe(words);
  });

  it('says from which day a proposal stands: the one after the last', () => {
    expect(clockWords(clock('deemed-accepted', '2024-09-30T23:59:00'), '2024-10-05T09:00:00')).toBe('Réputée acceptée depuis le 01/10/2024');
  });

  it('words a day as the rest of the application does, in English too', async () => {
    await prepare('en');
    speech.language = 'en';
    expect(clockWords(clock('running'), '2024-09-24T09:00:00')).toBe('Can be contested until 2024-09-25, 1 day');
    speech.language = 'fr';
  });

  it.each([
    ['of-right', 'De droit'],
    ['by-decision', 'Décision nécessaire'],
    ['not-set', 'Échéance non fixée'],
    ['late', 'Reçue après le 25/09/2024, hors délai'],
    ['unheard-of', 'Délai indéterminé'],
  ])('words %s', (state, words) => {
    expect(clockWords(clock(state), '2024-09-25T09:00:00')).toBe(words);
  });
});
