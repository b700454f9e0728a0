import { zoomTo } from '../host';
import { session } from './session.svelte';

/** The height of a row in each density, in pixels. */
const ROWS = { compact: 28, standard: 32, airy: 40 } as const;
/** The steps of the zoom, in percent. */
export const ZOOMS: readonly number[] = [100, 110, 125, 150, 175, 200, 250, 300, 400];

/** How the window looks: what was chosen, and what the system says where that follows it. */
class Display {
  #dark = $state(false);
  #contrast = $state(false);
  #zoomed = 100;

  /** The theme in use. */
  get theme(): 'light' | 'dark' | 'contrast' {
    const { theme } = session.settings;
    if (theme !== 'system') return theme;
    return this.#contrast ? 'contrast' : this.#dark ? 'dark' : 'light';
  }

  /** The height of a row, in pixels. */
  get row(): number {
    return ROWS[session.settings.density];
  }

  /** Follows the system until the returned function is called. */
  follow(): () => void {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const contrast = window.matchMedia('(prefers-contrast: more)');
    const look = () => {
      this.#dark = dark.matches;
      this.#contrast = contrast.matches;
    };
    look();
    for (const query of [dark, contrast]) query.addEventListener('change', look);
    return () => {
      for (const query of [dark, contrast]) query.removeEventListener('change', look);
    };
  }

  /** Shows the page as it is to look. */
  apply(): void {
    const { density, system_font, zoom } = session.settings;
    Object.assign(document.documentElement.dataset, { theme: this.theme, density, font: system_font ? 'system' : 'own' });
    if (zoom !== this.#zoomed) zoomTo(zoom);
    this.#zoomed = zoom;
  }

  /** The next larger or smaller zoom; 100 % for 0. */
  zoom(by: 1 | 0 | -1): void {
    const present = session.settings.zoom;
    const next = by > 0 ? ZOOMS.find((step) => step > present) : ZOOMS.findLast((step) => step < present);
    const zoom = by === 0 ? 100 : (next ?? present);
    if (zoom !== present) void session.change({ zoom });
  }
}

export const display = new Display();
