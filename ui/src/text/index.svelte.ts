import { word, type Language } from './catalogue';
import type { Texts } from './keys';

class Speech {
  language = $state<Language>('fr');
}

/** The language in use. */
export const speech = new Speech();

export type TextKey = keyof Texts;
/** Keys of texts that take no argument. */
export type PlainKey = { [Key in TextKey]: Texts[Key] extends [] ? Key : never }[TextKey];

/** Words a text in the language in use, and again when it changes. */
export function t<Key extends TextKey>(key: Key, ...args: Texts[Key]): string {
  return word(speech.language, key, args[0]);
}

const numbers = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** A number with its groups of thousands. */
export function number(value: number): string {
  return numbers[speech.language].format(value);
}
