import type { Language } from './catalogue';

const MONTHS: Record<string, number> = {};
const NAMES = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
for (const [index, names] of NAMES.entries()) for (const name of names) MONTHS[name] = index + 1;

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WORDS = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.? (\d{2}|\d{4})$/;
const TIME = /^(.*?)(?:[ ,t]+(?:a |at )?(\d{1,2}) ?[:h] ?(\d{2})?(?::(\d{2}))?)?$/;

/**
 * Reads a civil date and hour typed by hand (day first), such as `20/09/2024 12:00`, `1/9/24 8h` or `1er sept. 2024 à 14h30`,
 * as `yyyy-mm-ddThh:mm:ss`. Without an hour the day begins. Nothing when it is not one, or not a real day.
 */
export function parseWhen(text: string): string | null {
  const parts = TIME.exec(folded(text));
  if (!parts) return null;
  const [, day = '', hour = '0', minute = '0', second = '0'] = parts;
  const date = readDay(day.replace(/[ ,]+$/, ''));
  const time = [hour, minute, second].map(Number);
  if (!date || (time[0] ?? 0) > 23 || (time[1] ?? 0) > 59 || (time[2] ?? 0) > 59) return null;
  return `${date}T${time.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** Reads a day typed by hand (day first), as `yyyy-mm-dd`. Nothing when it is not one. */
export function parseDay(text: string): string | null {
  return readDay(folded(text));
}

/** `2024-09-20` as `20/09/2024`, the form in which it is typed. */
export function typedDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Without accents, capitals and spare spaces. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function readDay(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric) return realDay(fullYear(numeric[3] ?? ''), Number(numeric[2]), Number(numeric[1]));
  const words = WORDS.exec(text);
  const month = words && MONTHS[words[2] ?? ''];
  return words && month ? realDay(fullYear(words[3] ?? ''), month, Number(words[1])) : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** A civil instant has no zone: it is worded as it is, whatever the computer's zone. */
function asDate(instant: string): Date {
  return new Date(`${instant.slice(0, 19)}Z`);
}

/** `2024-09-20T12:00:00` as `20/09/2024 12:00`, the form in which it is typed. */
export function typedWhen(instant: string): string {
  const [day = '', time = ''] = instant.split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

/** `2024-09-20T12:00:00` in short, as the lists, the findings and the reports of the language say it. */
export function shortWhen(instant: string, language: Language): string {
  return language === 'fr' ? typedWhen(instant) : instant.slice(0, 16).replace('T', ' ');
}

/** `2024-09-20` as « vendredi 20 septembre 2024 ». */
export function dayInWords(day: string, language: Language): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(asDate(`${day.slice(0, 10)}T00:00:00`));
  return language === 'fr' ? words.replace(/ 1 /, ' 1er ') : words;
}

/** `2024-09-20T12:00:00` as « vendredi 20 septembre 2024 à 12:00 ». */
export function whenInWords(instant: string, language: Language): string {
  const time = instant.slice(11, 16);
  return language === 'fr' ? `${dayInWords(instant, language)} à ${time}` : `${dayInWords(instant, language)} at ${time}`;
}
