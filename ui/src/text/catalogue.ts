import type { FluentBundle } from '@fluent/bundle';
import frCodes from '../../../assets/locales/fr/codes.ftl?raw';
import frDecisions from '../../../assets/locales/fr/decisions.ftl?raw';
import frDesk from '../../../assets/locales/fr/desk.ftl?raw';
import frSafekeeping from '../../../assets/locales/fr/safekeeping.ftl?raw';
import frUi from '../../../assets/locales/fr/ui.ftl?raw';
import frWizard from '../../../assets/locales/fr/wizard.ftl?raw';
import { add, bundleOf, type Language } from './bundle';

export type { Language };

/** The same catalogues as the reports and the command line; English is fetched when it is first asked for. */
const catalogues: { fr: FluentBundle; en?: FluentBundle } = {
  fr: bundleOf('fr', [frUi, frSafekeeping, frWizard, frCodes, frDecisions, frDesk]),
};

/** Fetches the texts of a language, unless they are there. */
export async function prepare(language: Language): Promise<void> {
  if (language === 'en') catalogues.en ??= (await import('./english')).english;
}

/** Takes French texts that come with the screen that shows them. */
export function extend(source: string): void {
  add(catalogues.fr, source);
}

/** Texts without arguments, once worded: the lines of a list say the same few again and again. */
const worded = new WeakMap<FluentBundle, Map<string, string>>();

/** Words a text of a catalogue. */
export function word(language: Language, key: string, args?: Record<string, string | number>): string {
  const bundle = catalogues[language] ?? catalogues.fr;
  if (args) return format(bundle, key, args) ?? key;
  const known = worded.get(bundle) ?? new Map<string, string>();
  const text = known.get(key) ?? format(bundle, key, null);
  if (text === undefined) return key;
  worded.set(bundle, known.set(key, text));
  return text;
}

function format(bundle: FluentBundle, key: string, args: Record<string, string | number> | null): string | undefined {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, args) : undefined;
}
