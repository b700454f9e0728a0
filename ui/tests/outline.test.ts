import { describe, expect, it } from 'vitest';
import { outlineOf } from '../src/widgets/outline';

const icon = (inner: string): Element => new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`, 'image/svg+xml').documentElement;

describe('an icon as one path', () => {
  it('draws a circle as two halves of it', () => {
    expect(outlineOf(icon('<circle cx="12" cy="12" r="10"/>'))).toBe('M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0');
  });

  it('keeps each path where it stands, whatever the one before ended with', () => {
    expect(outlineOf(icon('<path d="M1 2h3"/><path d="m9 12 2 2"/>'))).toBe('M0 0M1 2h3M0 0m9 12 2 2');
  });
});
