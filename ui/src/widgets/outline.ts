/**
 * The drawing of an icon as one path, for lines that come by hundreds: several elements, or a reference to them, cost more
 * than all the texts of a line. Icons are made of paths and circles.
 */
export function outlineOf(icon: Element): string {
  return [...icon.children].map((part) => (part.localName === 'circle' ? circle(part) : `M0 0${part.getAttribute('d') ?? ''}`)).join('');
}

function circle(part: Element): string {
  const [x = 0, y = 0, r = 0] = ['cx', 'cy', 'r'].map((name) => Number(part.getAttribute(name)));
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}
