/** Space between a control and what it opens, and between that and the edge of the window, in pixels. */
const GAP = 4;
const EDGE = 8;

/**
 * Puts a panel of the top layer under (or, with more room there, above) the control that opens it, within the window.
 * With `wide`, the panel is at least as wide as the control.
 */
export function placeBeside(control: HTMLElement, panel: HTMLElement, wide = false): void {
  const { top, bottom, left, right, width } = control.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  const up = below < 240 && top > below;
  const style = panel.style;
  style.top = up ? 'auto' : `${bottom + GAP}px`;
  style.bottom = up ? `${window.innerHeight - top + GAP}px` : 'auto';
  style.maxHeight = `${Math.max(80, (up ? top : below) - GAP - EDGE)}px`;
  const end = (left + right) / 2 > window.innerWidth / 2;
  style.left = end ? 'auto' : `${Math.max(EDGE, left)}px`;
  style.right = end ? `${Math.max(EDGE, window.innerWidth - right)}px` : 'auto';
  if (wide) style.minWidth = `${Math.min(width, window.innerWidth - 2 * EDGE)}px`;
}
