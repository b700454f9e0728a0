import { tick } from 'svelte';
import { call, failureOf, listen, type ImportAnswer, type ImportDone, type ImportSheet, type ImportView, type TablePlace } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { planRows } from './plan-rows.svelte';
import { focusFirstQuestion, focusNextQuestion, openQuestions, questionAt } from './questions';
import { session } from './session.svelte';
import { STOPPABLE, sentenceOf, tasks } from './tasks.svelte';

/** The steps of the wizard, in order. */
export const STEPS = ['files', 'sheets', 'columns', 'values', 'check', 'apply'] as const;
export type WizardStep = (typeof STEPS)[number];

/** A table with its place, as the wizard's lists show it. */
export interface Table {
  key: string;
  at: TablePlace;
  file: string;
  sheet: ImportSheet;
}

/** The import under way: nothing is written before « Apply », and exactly the plan shown is. The application keeps it. */
class Importing {
  view = $state.raw<ImportView | null>(null);
  done = $state.raw<ImportDone | null>(null);
  /** How many warnings the plan of the last import had. */
  warned = $state(0);
  step = $state<WizardStep>('files');
  failure = $state<string | null>(null);
  /** Whether files are being read. */
  reading = $derived.by(() => this.#readings > 0);
  /** How many answers wait for the application. */
  waiting = $state(0);
  /** Whether answers were given, which giving up would lose. */
  answered = $state(false);
  tables = $derived(tablesOf(this.view));
  #readings = $state(0);
  /** Whether a step was opened before its screen was there. */
  #unseen = false;
  #answers: Promise<void> = Promise.resolve();
  #dropEnded: (() => void) | null = null;

  constructor() {
    listen('dropped', () => this.#readDropped());
    listen('import', (view) => this.#receiveDropped(view));
    listen('failure', (failure) => this.#refuseDropped(failure));
  }

  /** How many questions a step still asks. */
  asks(step: WizardStep): number {
    return this.view?.steps.find((line) => line.step === step)?.asks ?? 0;
  }

  /** Whether a step can be shown: the last one needs a plan that does something. */
  reachable(step: WizardStep): boolean {
    return step !== 'apply' || this.view?.plan?.applicable === true;
  }

  /** Files by the dialog: a new import, or more files for the one under way. */
  async choose(): Promise<void> {
    if (tasks.busy) return;
    session.go('import');
    await this.#read(() => (this.view ? call('import_add', { session: this.view.session }) : call('import_choose')));
  }

  /** Begins an import of the untidy list of the fictitious office. */
  async tryRoster(): Promise<void> {
    if (tasks.busy) return;
    session.go('import');
    await this.#read(() => call('demo_roster'));
  }

  async #read(work: () => Promise<ImportView | null>): Promise<void> {
    this.failure = null;
    this.#readings++;
    const view = await tasks.run(t('ui-task-reading'), work, {
      ...STOPPABLE,
      onfailure: (error) => this.#refuse(error),
    });
    this.#readings--;
    if (view) this.#show(view);
  }

  /** A new view of the import, opened at the first step that asks something. */
  #show(view: ImportView): void {
    this.answered &&= this.view?.session === view.session;
    this.view = view;
    this.done = null;
    planRows.reset();
    void this.open(STEPS.find((step) => this.asks(step) > 0) ?? (view.plan ? 'check' : 'files'));
  }

  /** The import that the application kept from before, when there is one. */
  async restore(): Promise<void> {
    const view = await call('import_view').catch(() => null);
    if (view && !this.view && !this.done) {
      this.view = view;
      // What was answered before is not known here: rather one question too many.
      this.answered = true;
      this.step = STEPS.find((step) => this.asks(step) > 0) ?? (view.plan ? 'check' : 'files');
    }
  }

  /** The same import in the language now in use, or after the workspace changed. */
  async refresh(): Promise<void> {
    if (!this.view) return;
    try {
      this.view = await call('import_view');
      if (!this.reachable(this.step)) this.step = 'check';
    } catch (error) {
      this.failure = sentenceOf(error);
    }
  }

  /** Shows a step; the focus goes to its first question, or where it begins. */
  async open(step: WizardStep): Promise<void> {
    if (!this.reachable(step)) return;
    this.step = step;
    await tick();
    this.#unseen = !focusFirstQuestion();
  }

  /** The screen is there: a step that was opened before it takes the focus now. */
  arrived(): void {
    if (this.#unseen) this.#unseen = !focusFirstQuestion();
  }

  /** Goes to the next step that asks something; without one, to the check, then to the end. */
  async next(): Promise<void> {
    const after = STEPS.slice(STEPS.indexOf(this.step) + 1);
    const step = after.find((candidate) => this.asks(candidate) > 0 || candidate === 'check' || candidate === 'apply');
    if (step) await this.open(step);
  }

  async back(): Promise<void> {
    const before = STEPS[STEPS.indexOf(this.step) - 1];
    if (before && this.view) await this.open(before);
  }

  /** Gives an answer. The focus goes from an answered question to the next one, once what `shown` awaits is on screen. */
  answer(answer: ImportAnswer, shown?: () => Promise<void>): Promise<void> {
    const question = questionAt(document.activeElement);
    this.waiting++;
    this.#answers = this.#answers.then(() => this.#send(answer, question, shown)).finally(() => this.waiting--);
    return this.#answers;
  }

  async #send(answer: ImportAnswer, question: string | null, shown?: () => Promise<void>): Promise<void> {
    if (!this.view) return;
    const before = openQuestions();
    this.failure = null;
    try {
      this.view = await call('import_answer', { session: this.view.session, answer });
      this.answered = true;
    } catch (error) {
      this.failure = sentenceOf(error);
      return;
    }
    await tick();
    await shown?.();
    await tick();
    if (question !== null) focusNextQuestion(question, before);
  }

  /** Takes a view that another command gave, such as after a mapping was opened. */
  take(view: ImportView): void {
    this.view = view;
  }

  /** The report of an import that was undone since is none any more. */
  forget(operation: number): void {
    if (this.done?.operation === operation) this.done = null;
  }

  async apply(): Promise<void> {
    if (!this.view?.plan) return;
    const { session: id, plan } = this.view;
    this.failure = null;
    const done = await tasks.run(t('ui-task-applying'), () => call('import_apply', { session: id, fingerprint: plan.fingerprint }), {
      ...STOPPABLE,
      onfailure: (error) => this.#refuse(error),
    });
    if (!done) return this.refresh();
    this.view = null;
    this.warned = plan.tabs.find(({ tab }) => tab === 'warnings')?.count ?? 0;
    this.done = done;
    session.receive(done.summary);
  }

  /** Gives the import up; what was answered is not lost without a word. */
  askDiscard(): void {
    if (this.answered) session.dialog = 'discard';
    else void this.discard();
  }

  async discard(): Promise<void> {
    const view = this.view;
    this.reset();
    if (view) await call('import_discard', { session: view.session }).catch((error: unknown) => notices.fail(error));
  }

  /** Files dropped on the window are read by the application itself, which says when it begins and ends. */
  #readDropped(): void {
    if (session.summary) session.go('import');
    this.failure = null;
    if (this.#dropEnded) return;
    this.#readings++;
    const ended = new Promise<void>((resolve) => (this.#dropEnded = resolve));
    void tasks.run(t('ui-task-reading'), () => ended, STOPPABLE);
  }

  #receiveDropped(view: ImportView): void {
    this.#endDrop();
    this.#show(view);
  }

  #refuseDropped(error: unknown): void {
    this.#endDrop();
    this.#refuse(error);
  }

  #endDrop(): void {
    if (!this.#dropEnded) return;
    this.#dropEnded();
    this.#dropEnded = null;
    this.#readings--;
  }

  #refuse(error: unknown): void {
    if (!session.summary || failureOf(error)?.code === 'cancelled') notices.fail(error);
    else this.failure = sentenceOf(error);
  }

  reset(): void {
    this.#endDrop();
    this.view = null;
    this.done = null;
    this.failure = null;
    this.answered = false;
    this.step = 'files';
  }
}

function tablesOf(view: ImportView | null): Table[] {
  const files = view?.files ?? [];
  return files.flatMap(({ file, sheets }, rank) =>
    sheets.map((sheet) => ({
      key: `${rank}-${sheet.sheet}-${sheet.table}`,
      at: { file: rank, sheet: sheet.sheet, table: sheet.table },
      file,
      sheet,
    })),
  );
}

export const importing = new Importing();
