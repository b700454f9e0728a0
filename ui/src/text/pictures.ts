import type { Language } from './catalogue';

/** The pages of the help that a picture goes with: each screen's, what is asked before a workspace is open, and what is exported. */
const PICTURED = ['start', 'desk', 'files', 'findings', 'requests', 'waivers', 'simulation', 'import', 'rules', 'journal', 'backups', 'settings', 'exports'] as const;
export type Pictured = (typeof PICTURED)[number];

/** The size of every picture, in pixels: the room is kept before the picture is there. */
export const PICTURE = { width: 1000, height: 625 } as const;

/** Where each picture is, once built: it is fetched when it is shown. */
const FILES = import.meta.glob<string>('../../../assets/help/pictures/*.webp', { eager: true, query: '?url', import: 'default' });

/** Whether a page of the help has a picture. */
export const isPictured = (name: string): name is Pictured => (PICTURED as readonly string[]).includes(name);

/** The picture of a page in a theme and a language; high contrast is dark. */
export function pictureOf(page: Pictured, theme: 'light' | 'dark' | 'contrast', language: Language): string {
  return FILES[`../../../assets/help/pictures/${page}.${theme === 'light' ? 'light' : 'dark'}.${language}.webp`] ?? '';
}
