import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { answerWith } from './host';

answerWith({
  extract: () => ({
    file: 'effectifs.xlsx',
    sheet: 'Inscrits',
    cell: 'B3',
    columns: [
      { letters: 'A', header: 'Nom', marked: false },
      { letters: 'B', header: 'N° CVEC', marked: true },
    ],
    rows: [
      { number: 2, cells: ['EXEMPLE', 'X1'], marked: false },
      { number: 3, cells: ['FICTIF', ''], marked: true },
    ],
  }),
});

describe('a page of the manual', () => {
  it('shows markup as the text it is', async () => {
    const { default: RulePage } = await import('../src/screens/RulePage.svelte');
    const text = '<img src=x onerror=alert(1)>';
    const { container } = render(RulePage, {
      page: {
        rule: { code: 'CVC001', slug: 'cvec', title: 'CVEC', severity: 'error', family: 'CVEC', files: 0 },
        blocks: [
          { kind: 'heading', level: 1, text },
          { kind: 'paragraph', text },
          { kind: 'quote', text },
          { kind: 'list', items: [text] },
          { kind: 'table', rows: [[text], [text]] },
        ],
        parameters: [],
      },
    });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getAllByText(text)).toHaveLength(6);
    expect(container.querySelector('h2')?.textContent).toBe(text);
  });
});

describe('the extract of a sheet', () => {
  it('frames the one cell in question and names it', async () => {
    const { default: Extract } = await import('../src/screens/Extract.svelte');
    render(Extract, { place: { sha256: '', file: 'effectifs.xlsx', sheet: 'Inscrits', row: 2, column: 1, cell: 'B3' } });
    const marked = await screen.findAllByTestId('extract-marked-cell');
    expect(marked.map((cell) => cell.getAttribute('aria-label'))).toEqual(['Cellule B3, encadrée\u00a0: cellule vide']);
    expect(marked[0]?.closest('tr')?.querySelector('th')?.textContent).toBe('3');
  });
});
