import { FluentBundle, FluentResource } from '@fluent/bundle';

export type Language = 'fr' | 'en';

/** Adds the texts of a file to those of a language. */
export function add(bundle: FluentBundle, source: string): void {
  bundle.addResource(new FluentResource(source), { allowOverrides: true });
}

/** The texts of a language, of several files. */
export function bundleOf(language: Language, sources: string[]): FluentBundle {
  // Values are shown in fields and tables that set them apart already: no isolation marks around them.
  const bundle = new FluentBundle(language === 'fr' ? 'fr-FR' : 'en-GB', { useIsolating: false });
  for (const source of sources) add(bundle, source);
  return bundle;
}
