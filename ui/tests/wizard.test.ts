import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImportAnswer, ImportColumn, ImportSheet, ImportView } from '../src/host';
import { answerWith } from './host';

const field = (name: string, label: string, likely = false) => ({ field: name, label, likely });
const CHOICES = [field('programme_code', 'Code de la formation', true), field('student_number', 'Numéro étudiant'), field('ine', 'INE')];

function column(number: number, header: string, asks: string | null): ImportColumn {
  return {
    column: number, cell: `${'ABC'[number - 1]}4`, header, examples: ['x'], field: asks === null ? 'ine' : null, field_label: null,
    confidence: asks === null ? 'known' : 'unknown', asks, choices: CHOICES, type_label: null, date_order: null, asks_date_order: false, date_samples: [], values: [],
  };
}

function view(columns: ImportColumn[]): ImportView {
  const sheet: ImportSheet = {
    sheet: 0, table: 0, name: 'Inscrits', hidden: false, left_out: false, why: null, kind: 'roster', kind_label: 'Inscriptions', kind_asked: false, kinds: [],
    header_row: 4, first_row: 5, last_row: 9, end_row: 9, rows: 5, source_label: null, remembered: false, offered: null, hidden_rows: 0, hidden_columns: 0, read_hidden: true,
    asks: 0, questions: [], columns, constants: [], counts: null,
  };
  const asks = columns.filter((line) => line.asks !== null).length;
  const steps = (['files', 'sheets', 'columns', 'values', 'check'] as const).map((step) => ({ step, asks: step === 'columns' ? asks : 0 }));
  return { session: 1, files: [{ file: 'effectifs.csv', sha256: '', format_label: 'Texte', already: null, problems: [], encodings: [], sheets: [sheet] }], steps, plan: null };
}

afterEach(cleanup);

// The environment of these tests draws no top layer.
beforeAll(() => {
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
  Element.prototype.scrollIntoView ??= () => {};
});

describe('a field that searches among choices', () => {
  async function open(onchoose: (value: string | null) => void) {
    const { default: Combobox } = await import('../src/widgets/Combobox.svelte');
    render(Combobox, { name: 'field', label: 'Champ', value: null, choices: CHOICES, none: 'Laisser de côté', empty: 'Choisir', onchoose });
    const input = screen.getByTestId('field') as HTMLInputElement;
    await fireEvent.keyDown(input, { key: 'ArrowDown' });
    return input;
  }
  const options = () => screen.queryAllByRole('option').map((option) => option.textContent?.trim());

  it('shows the likely choices first, and nothing last', async () => {
    const input = await open(() => {});
    expect(options()).toEqual(['Code de la formation', 'Numéro étudiant', 'INE', 'Laisser de côté']);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim()).toBe('Code de la formation');
  });

  it('finds without accents, and takes what Enter is on', async () => {
    const chosen = vi.fn();
    const input = await open(chosen);
    await fireEvent.input(input, { target: { value: 'numero' } });
    expect(options()).toEqual(['Numéro étudiant']);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(chosen.mock.calls).toEqual([['student_number']]);
    expect(options()).toEqual([]);
  });

  it('takes nothing when Escape or Tab closes it', async () => {
    const chosen = vi.fn();
    const input = await open(chosen);
    await fireEvent.keyDown(input, { key: 'Escape' });
    await fireEvent.keyDown(input, { key: 'ArrowDown' });
    await fireEvent.keyDown(input, { key: 'Tab' });
    expect(chosen).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('answers a question with the choice it already has', async () => {
    const { default: Combobox } = await import('../src/widgets/Combobox.svelte');
    const chosen = vi.fn();
    render(Combobox, { name: 'asked', label: 'Champ', value: 'ine', choices: CHOICES, empty: 'Choisir', question: 'q', onchoose: chosen });
    const input = screen.getByTestId('asked');
    await fireEvent.keyDown(input, { key: 'Enter' });
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(chosen.mock.calls).toEqual([['ine']]);
  });
});

describe('the wizard', () => {
  it('opens at the first step that asks, leads from question to question, then to the way on', async () => {
    const asked = [column(1, 'Réf.', 'Qu’est-ce ?'), column(2, 'Parcours', 'Qu’est-ce ?'), column(3, 'INE', null)];
    let current = view(asked);
    const called = answerWith({
      import_choose: () => current,
      import_view: () => current,
      import_answer: ({ answer }: { answer: ImportAnswer }) => {
        if (answer.what !== 'column') throw new Error(answer.what);
        const columns = current.files[0]?.sheets[0]?.columns ?? [];
        current = view(columns.map((line) => (line.column === answer.column ? { ...line, field: answer.field, asks: null, confidence: 'answered' } : line)));
        return current;
      },
    });
    const { importing } = await import('../src/state/importing.svelte');
    const { default: Import } = await import('../src/screens/Import.svelte');
    render(Import);
    await importing.choose();
    await screen.findByTestId('step-columns');
    const fields = () => screen.getAllByTestId('column-field');
    await waitFor(() => expect(document.activeElement).toBe(fields()[0]));

    for (const [place, words] of ['numero', 'formation'].entries()) {
      const input = fields()[place] as HTMLInputElement;
      expect(document.activeElement).toBe(input);
      await fireEvent.input(input, { target: { value: words } });
      await fireEvent.keyDown(input, { key: 'Enter' });
      await waitFor(() => expect(document.activeElement).not.toBe(input));
    }
    expect(document.activeElement).toBe(screen.getByTestId('step-next'));
    const answers = called.filter((line) => line.startsWith('import_answer ')).map((line) => JSON.parse(line.slice('import_answer '.length)).answer.field);
    expect(answers).toEqual(['student_number', 'programme_code']);
    expect(screen.getAllByTestId('column').map((row) => row.dataset['column'])).toEqual(['A4', 'B4', 'C4']);

    await fireEvent.keyDown(document.body, { key: 'Enter' });
    await screen.findByTestId('step-check');
    expect(screen.getByTestId('no-plan')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    await screen.findByTestId('step-values');
    await importing.discard();
    await tick();
    expect(called.at(-1)).toBe('import_discard {"session":1}');
    expect(screen.getByTestId('drop-zone')).toBeTruthy();
  }, 30_000);
});

describe('a text whose letters can be read in two ways', () => {
  it('is asked about with its words read both ways, and the focus goes on once it is answered', async () => {
    const reading = (encoding: string, chosen: boolean) => ({ encoding, label: encoding, samples: [`${encoding} É`], chosen });
    const doubtful = (chosen: string, asks: number): ImportView => {
      const base = view([column(1, 'INE', null)]);
      const [file] = base.files;
      const encodings = ['windows-1252', 'macintosh'].map((name) => reading(name, name === chosen));
      return { ...base, files: file ? [{ ...file, encodings }] : [], steps: base.steps.map((line) => (line.step === 'files' ? { ...line, asks } : line)) };
    };
    const called = answerWith({ import_choose: () => doubtful('windows-1252', 1), import_view: () => null, import_answer: () => doubtful('macintosh', 0) });
    const { importing } = await import('../src/state/importing.svelte');
    const { default: Import } = await import('../src/screens/Import.svelte');
    render(Import);
    await importing.choose();
    await screen.findByTestId('step-files');
    const [first, second] = screen.getAllByRole('radio');
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(screen.getByText('macintosh É')).toBeTruthy();
    await fireEvent.click(second as HTMLElement);
    screen.getByTestId('encoding-confirm').focus();
    await fireEvent.click(screen.getByTestId('encoding-confirm'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('step-next')));
    expect(called.at(-1)).toBe('import_answer {"session":1,"answer":{"what":"encoding","file":0,"encoding":"macintosh"}}');
    await importing.discard();
  }, 30_000);
});

describe('giving an import up', () => {
  it('asks first once something was answered, and only then', async () => {
    const doubtful = view([column(1, 'Né le', 'question')]);
    const called = answerWith({ import_choose: () => doubtful, import_view: () => null, import_answer: () => doubtful, import_discard: () => null });
    const { importing } = await import('../src/state/importing.svelte');
    const { session } = await import('../src/state/session.svelte');
    await importing.choose();
    importing.askDiscard();
    await waitFor(() => expect(called.at(-1)).toBe('import_discard {"session":1}'));
    expect([session.dialog, importing.view]).toEqual([null, null]);

    await importing.choose();
    await importing.answer({ what: 'kind', file: 0, sheet: 0, table: 0, kind: null });
    importing.askDiscard();
    expect(session.dialog).toBe('discard');
    expect(importing.view).not.toBeNull();
    session.dialog = null;
    await importing.discard();
  });
});

describe('the lines of a plan', () => {
  it('never break between the two years of an academic year', async () => {
    const { default: PlanTable } = await import('../src/screens/import/PlanTable.svelte');
    const row = { file: 'a.csv', sheet: 'a', row: 2, cell: null, who: 'EXEMPLE Une', what: 'L1 · 2024-2025', reason: '', changes: [], candidates: [], chosen: null };
    render(PlanTable, { rows: [row as never], tab: 'new' });
    expect(screen.getByText('L1 · 2024\u20112025')).toBeTruthy();
  });
});

describe('undoing', () => {
  const line = (operation: number, undoable: 'yes' | 'no' | 'undone') => ({ operation, at: '', who: '', kind: 'import', label: `Import ${operation}`, detail: '', undoable, why: null, depends: [] });

  it('is offered by the name of the last operation that can be undone, and done only when confirmed', async () => {
    const called = answerWith({ history: () => [{ ...line(4, 'yes'), kind: 'undo' }, line(3, 'undone'), line(2, 'yes'), line(1, 'yes')], undo: () => ({ label: 'Import 2', summary: {} }) });
    const { history } = await import('../src/state/history.svelte');
    const { session } = await import('../src/state/session.svelte');
    await history.ask();
    expect([session.dialog, history.asked?.label]).toEqual(['undo', 'Import 2']);
    expect(called.filter((command) => command.startsWith('undo'))).toEqual([]);
    await history.undo();
    expect(called.at(-1)).toBe('undo {"operation":2,"with_dependents":false}');
    expect(session.dialog).toBeNull();
  });
});
