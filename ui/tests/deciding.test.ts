import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskEntry, WaiverGrounds } from '../src/host';
import { answerWith, refusal } from './host';

const PAST = 'La levée prendrait fin le 01/09/2024.';
const LATER = 'La dérogation est datée du 01/10/2024.';
const EMPTY = 'La note est vide.';
const EFFECT = { moves: [], fingerprint: 'f' };

answerWith({
  waive_preview: ({ grounds }: { grounds: WaiverGrounds }) =>
    grounds.until === '2024-09-01' ? refusal('end-past', PAST) : { ...EFFECT, findings: 1, untouched: 0 },
  decide_preview: ({ entry }: { entry: DeskEntry }) => {
    if (entry.kind === 'derogation' && entry.on === '2024-10-01') return refusal('decided-later', LATER);
    if (entry.kind === 'note' && entry.text.trim() === '') return refusal('note-missing', EMPTY);
    return entry.kind === 'note' && entry.text === 'trop' ? refusal('words-too-many', 'Trop.') : { ...EFFECT, entries: 1, added: 0 };
  },
});

// The state listens to the application as soon as it is there.
const { deciding, oneFile } = await import('../src/state/deciding.svelte');
const { session } = await import('../src/state/session.svelte');

/** Types into a field, and waits until it is refused or taken. */
async function type(field: string, value: string, refused: string | null): Promise<void> {
  const input = screen.getByTestId(field);
  await fireEvent.input(input, { target: { value } });
  await waitFor(() => {
    expect(input.getAttribute('aria-invalid')).toBe(String(refused !== null));
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    if (refused) expect(described.join(' ')).toContain(refused);
    expect(screen.queryByTestId('failure')).toBeNull();
  });
}

const confirmed = (id: string) => !screen.getByTestId<HTMLButtonElement>(id).disabled;

describe('what a decision is refused for', () => {
  beforeEach(() => {
    session.summary = { workspace: { role: 'administer' } } as never;
  });
  afterEach(() => {
    cleanup();
    deciding.close();
  });

  it('is said at the end of a waiver that has passed', async () => {
    const { default: WaiveDialog } = await import('../src/screens/WaiveDialog.svelte');
    deciding.ask(oneFile(1), { code: 'CVC001', message: 'Sans attestation' });
    render(WaiveDialog);
    await fireEvent.change(screen.getByTestId('waive-reason'), { target: { value: 'decision' } });
    await waitFor(() => expect(confirmed('waive-confirm')).toBe(true));
    await type('waive-until', '01/09/2024', PAST);
    expect(confirmed('waive-confirm')).toBe(false);
    await type('waive-until', '01/10/2024', null);
    await waitFor(() => expect(confirmed('waive-confirm')).toBe(true));
  });

  it('is said at the date of a derogation that is to come', async () => {
    const { default: EntryDialog } = await import('../src/screens/EntryDialog.svelte');
    deciding.askEntry('derogation', oneFile(1));
    render(EntryDialog);
    await fireEvent.input(screen.getByTestId('entry-by'), { target: { value: 'Doyen' } });
    await type('entry-on', '01/10/2024', LATER);
    expect(confirmed('entry-confirm')).toBe(false);
    await type('entry-on', '01/09/2024', null);
    await waitFor(() => expect(confirmed('entry-confirm')).toBe(true));
  });

  it('is said at a note without words, and below the form when it is about no field', async () => {
    const { default: EntryDialog } = await import('../src/screens/EntryDialog.svelte');
    deciding.askEntry('note', oneFile(1));
    render(EntryDialog);
    await type('entry-text', ' ', EMPTY);
    expect(confirmed('entry-confirm')).toBe(false);
    await type('entry-text', 'À rappeler', null);
    await waitFor(() => expect(confirmed('entry-confirm')).toBe(true));
    await fireEvent.input(screen.getByTestId('entry-text'), { target: { value: 'trop' } });
    expect((await screen.findByTestId('failure')).textContent).toContain('Trop.');
  });
});
