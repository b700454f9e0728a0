import { FluentBundle, FluentResource } from '@fluent/bundle';
import enCodes from '../../../assets/locales/en/codes.ftl?raw';
import enDecisions from '../../../assets/locales/en/decisions.ftl?raw';
import enDesk from '../../../assets/locales/en/desk.ftl?raw';
import enSafekeeping from '../../../assets/locales/en/safekeeping.ftl?raw';
import enUi from '../../../assets/locales/en/ui.ftl?raw';
import enWizard from '../../../assets/locales/en/wizard.ftl?raw';
import frCodes from '../../../assets/locales/fr/codes.ftl?raw';
import frDecisions from '../../../assets/locales/fr/decisions.ftl?raw';
import frDesk from '../../../assets/locales/fr/desk.ftl?raw';
import frSafekeeping from '../../../assets/locales/fr/safekeeping.ftl?raw';
import frUi from '../../../assets/locales/fr/ui.ftl?raw';
import frWizard from '../../../assets/locales/fr/wizard.ftl?raw';

export type Language = 'fr' | 'en';

function bundleOf(language: Language, sources: string[]): FluentBundle {
  // Values are shown in fields and tables that set them apart already: no isolation marks around them.
  const bundle = new FluentBundle(language === 'fr' ? 'fr-FR' : 'en-GB', { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  return bundle;
}

/** The same catalogues as the reports and the command line, one per language. */
export const catalogues: Record<Language, FluentBundle> = {
  fr: bundleOf('fr', [frUi, frSafekeeping, frWizard, frCodes, frDecisions, frDesk]),
  en: bundleOf('en', [enUi, enSafekeeping, enWizard, enCodes, enDecisions, enDesk]),
};

/** Words a text of a catalogue. */
export function word(language: Language, key: string, args?: Record<string, string | number>): string {
  const bundle = catalogues[language];
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, args ?? null) : key;
}
