import { call, failureOf, type Count, type DeskEffect, type DeskEntry, type FilesSelection, type WaiverEffect, type WaiverGrounds } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { openFile } from './open-file.svelte';
import { selection } from './selection.svelte';
import { session } from './session.svelte';
import { sentenceOf, tasks } from './tasks.svelte';

/** Why findings are waived, in the order of the list, as the catalogue names the reasons. */
export const WAIVER_REASONS = ['proof-seen', 'decision', 'extract-error', 'settled-elsewhere', 'other'] as const;

/** Where the check of a document can be said to stand, as the catalogue names it. */
export const DOCUMENT_STATES = ['valid', 'forced', 'rejected', 'awaiting-check', 'not-deposited', 'expired', 'false', 'not-concerned'] as const;

/** What can be entered at the desk. */
export type EntryKind = DeskEntry['kind'];

/** The files a decision is about. */
export interface About {
  selection: FilesSelection;
  /** How many they are. */
  files: number;
}

/** A waiver that somebody is about to decide. */
interface AskedWaiver extends About {
  /** The rule; to be chosen when there is none. */
  code: string | null;
  message: string | null;
  /** What a former waiver said. */
  former: WaiverGrounds | null;
}

/** What somebody is about to enter. */
interface AskedEntry extends About {
  kind: EntryKind;
  /** The document, when it is known. */
  piece: string;
  programme_code: string;
}

/** The files selected in the list. */
export const selectedFiles = (): About => ({ selection: { ids: [], selected: true, findings: null }, files: selection.view.selected });
/** One file. */
export const oneFile = (id: number): About => ({ selection: { ids: [id], selected: false, findings: null }, files: 1 });

/** Refusals that are said at the field they are about. */
const AT_A_FIELD = ['decided-later', 'end-past', 'note-missing'];

const refusal = (error: unknown): { code: string; message: string } => ({ code: failureOf(error)?.code ?? '', message: sentenceOf(error) });

/** Decisions on files: one, or those selected. */
class Deciding {
  asked = $state.raw<AskedWaiver | null>(null);
  entry = $state.raw<AskedEntry | null>(null);
  /** The rules that have findings on the files, when one is to be chosen. */
  codes = $state.raw<Count[]>([]);
  /** What waiving would do, shown before it is done. */
  effect = $state.raw<WaiverEffect | null>(null);
  /** What the entry would do, shown before it is kept. */
  entered = $state.raw<DeskEffect | null>(null);
  /** Why it was refused; what concerns one field is said there. */
  failure = $state.raw<{ code: string; message: string } | null>(null);
  /** Whom it is about, when that is the one file shown. */
  subject = $derived.by(() => {
    const about = this.asked ?? this.entry;
    const row = openFile.detail.value?.row;
    if (!row || about?.files !== 1 || about.selection.ids[0] !== row.id) return null;
    return { name: `${row.birth_name} ${row.given_name}`.trim(), file: [row.student_number, row.level, row.programme].filter(Boolean).join(' · ') };
  });
  #ticket = 0;

  /** Offers to waive findings of a rule, or of one to choose. Nothing is done yet. */
  ask(about: About, finding: { code: string; message: string } | null = null, former: WaiverGrounds | null = null): void {
    if (tasks.busy || !session.may('check')) return;
    this.#begin();
    this.asked = { ...about, code: finding?.code ?? null, message: finding?.message ?? null, former };
    session.dialog = 'waive';
    if (!finding) void this.#askCodes(about);
  }

  /** Offers to enter a decision. Nothing is done yet. */
  askEntry(kind: EntryKind, about: About, document: { piece: string; programme_code: string } = { piece: '', programme_code: '' }): void {
    if (tasks.busy || !session.may('enter')) return;
    this.#begin();
    this.entry = { ...about, kind, ...document };
    session.dialog = 'entry';
  }

  /** What a refusal of this code says, at its field; nothing without it. */
  said(code: string): string {
    return this.failure?.code === code ? this.failure.message : '';
  }

  /** What a refusal says that is about no field. */
  get elsewhere(): string | null {
    return this.failure && !AT_A_FIELD.includes(this.failure.code) ? this.failure.message : null;
  }

  #begin(): void {
    this.#ticket++;
    this.asked = null;
    this.entry = null;
    this.effect = null;
    this.entered = null;
    this.codes = [];
    this.failure = null;
  }

  async #askCodes(about: About): Promise<void> {
    const ticket = this.#ticket;
    try {
      const codes = await call('selection_codes', { selection: about.selection });
      if (ticket !== this.#ticket) return;
      this.codes = codes;
      if (codes.length === 1 && codes[0]) this.choose(codes[0].value);
    } catch (error) {
      this.failure = refusal(error);
    }
  }

  /** Chooses the rule whose findings are waived. */
  choose(code: string): void {
    if (this.asked) this.asked = { ...this.asked, code };
  }

  close(): void {
    this.#begin();
    session.dialog = null;
  }

  /** Asks what waiving on these grounds would do. */
  async preview(grounds: WaiverGrounds): Promise<void> {
    const asked = this.asked;
    if (!asked?.code) return;
    const ticket = ++this.#ticket;
    this.failure = null;
    try {
      const effect = await call('waive_preview', { selection: asked.selection, code: asked.code, grounds });
      if (ticket === this.#ticket) this.effect = effect;
    } catch (error) {
      if (ticket !== this.#ticket) return;
      this.effect = null;
      this.failure = refusal(error);
    }
  }

  /** Asks what an entry would do; nothing while it is not whole. */
  async previewEntry(entry: DeskEntry | null): Promise<void> {
    const asked = this.entry;
    const ticket = ++this.#ticket;
    this.entered = null;
    this.failure = null;
    if (!asked || !entry) return;
    try {
      const effect = await call('decide_preview', { selection: asked.selection, entry });
      if (ticket === this.#ticket) this.entered = effect;
    } catch (error) {
      if (ticket === this.#ticket) this.failure = refusal(error);
    }
  }

  /** Does exactly what was shown. */
  async confirm(grounds: WaiverGrounds): Promise<void> {
    const { asked, effect } = this;
    if (!asked?.code || !effect) return;
    const { selection, code } = asked;
    await this.#do(t('ui-waived', { code, count: effect.findings }), () => call('waive', { selection, code, grounds, fingerprint: effect.fingerprint }));
  }

  /** Keeps exactly what was shown. */
  async confirmEntry(entry: DeskEntry): Promise<void> {
    const { entry: asked, entered } = this;
    if (!asked || !entered) return;
    const { selection } = asked;
    await this.#do(t('ui-entry-kept', { count: entered.entries }), () => call('decide', { selection, entry, fingerprint: entered.fingerprint }));
  }

  async #do(done: string, work: () => Promise<Parameters<typeof session.receive>[0]>): Promise<void> {
    this.failure = null;
    const summary = await tasks.run(t('ui-task-deciding'), work, { onfailure: (error) => (this.failure = refusal(error)) });
    if (!summary) return;
    this.close();
    notices.say('done', 'decision', done);
    session.receive(summary);
  }

  /** Makes a waived finding count again. */
  async restore(id: number, code: string): Promise<void> {
    const summary = await tasks.run(t('ui-task-deciding'), () => call('unwaive', { id, code }));
    if (!summary) return;
    notices.say('done', 'decision', t('ui-unwaived', { code }));
    session.receive(summary);
  }

  /** Takes away what was entered at the desk. */
  async withdraw(mark: { sha256: string; row: number }): Promise<void> {
    const summary = await tasks.run(t('ui-task-deciding'), () => call('withdraw', { sha256: mark.sha256, row: mark.row }));
    if (!summary) return;
    notices.say('done', 'decision', t('ui-entry-withdrawn'));
    session.receive(summary);
  }

  /** Writes about a file. */
  async note(id: number, text: string): Promise<boolean> {
    const done = await tasks.run(t('ui-task-deciding'), async () => ({ note: await call('note_set', { id, text }) }));
    if (done) openFile.reload();
    return done !== undefined;
  }
}

export const deciding = new Deciding();
