import { describe, expect, it } from 'vitest';
import { dayInWords, parseDay, parseWhen, shortWhen, typedDay, typedWhen, whenInWords } from '../src/text/when';

describe('dates typed by hand', () => {
  it.each([
    ['20/09/2024 12:00', '2024-09-20T12:00:00'],
    ['20/09/2024', '2024-09-20T00:00:00'],
    ['1/9/24', '2024-09-01T00:00:00'],
    ['01-09-2024 8h', '2024-09-01T08:00:00'],
    ['1.9.2024 8h30', '2024-09-01T08:30:00'],
    ['1 sept. 2024', '2024-09-01T00:00:00'],
    ['1er septembre 2024 à 14h', '2024-09-01T14:00:00'],
    ['3 août 2024, 9:05', '2024-08-03T09:05:00'],
    ['20 September 2024 at 12:00', '2024-09-20T12:00:00'],
    ['2024-09-20T12:00', '2024-09-20T12:00:00'],
    ['2024-09-20 12:00:30', '2024-09-20T12:00:30'],
    ['  29/02/2024  23:59 ', '2024-02-29T23:59:00'],
  ])('reads %s', (typed, instant) => expect(parseWhen(typed)).toBe(instant));

  it.each(['', 'hier', '31/02/2024', '29/02/2023', '20/13/2024', '20/09/2024 24:00', '20/09/2024 12:60', '09/2024', '12:00', '5 brumaire 2024'])(
    'refuses %s',
    (typed) => expect(parseWhen(typed)).toBeNull(),
  );

  it('reads back what it writes', () => {
    expect(typedWhen('2024-09-01T08:05:00')).toBe('01/09/2024 08:05');
    expect([shortWhen('2024-09-01T08:05:00', 'fr'), shortWhen('2024-09-01T08:05:00', 'en')]).toEqual(['01/09/2024 08:05', '2024-09-01 08:05']);
    expect(parseWhen(typedWhen('2024-09-01T08:05:00'))).toBe('2024-09-01T08:05:00');
  });

  it('echoes a civil instant in words, whatever the zone of the computer', () => {
    expect(whenInWords('2024-09-01T00:00:00', 'fr')).toBe('dimanche 1er septembre 2024 à 00:00');
    expect(whenInWords('2024-12-31T23:59:00', 'en')).toMatch(/^Tuesday,? 31 December 2024 at 23:59$/);
  });

  it('reads a day alone, and words it', () => {
    expect(['1/9/24', '1er sept. 2024', '2024-09-01'].map(parseDay)).toEqual(Array(3).fill('2024-09-01'));
    expect(['', '31/02/2024', '1/9/24 8h', 'demain'].map(parseDay)).toEqual(Array(4).fill(null));
    expect([typedDay('2024-09-01'), typedDay('')]).toEqual(['01/09/2024', '']);
    expect([dayInWords('2024-09-01', 'fr'), dayInWords('2024-09-02', 'en')]).toEqual(['dimanche 1er septembre 2024', 'Monday, 2 September 2024']);
  });
});
