/** Questions are the controls marked `data-question`, each with a name of its own, in the order of the page. */
const QUESTION = '[data-question]';
const CONTROL = '[tabindex="0"]:not([role="group"]), input, select, button:not([tabindex="-1"])';

const controls = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(QUESTION)];

/** The name of the question an element belongs to. */
export function questionAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>(QUESTION)?.dataset['question'] ?? null;
}

/** The names of the questions still open on the page, in order. */
export function openQuestions(): string[] {
  return controls().map((control) => control.dataset['question'] ?? '');
}

/** Puts the focus on the control of a question, or on the first control in it. */
function focusOn(element: HTMLElement | null | undefined): void {
  const control = element?.matches('button, input, select') ? element : element?.querySelector<HTMLElement>(CONTROL);
  element?.scrollIntoView({ block: 'nearest' });
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}

/** Puts the focus on the first question; without one, where the step begins. Says whether the step was on screen. */
export function focusFirstQuestion(): boolean {
  const question = document.querySelector<HTMLElement>(QUESTION);
  const start = document.querySelector<HTMLElement>('[data-step-start]');
  if (question) focusOn(question);
  else start?.focus();
  return start !== null;
}

/**
 * Puts the focus on the question that followed an answered one and is still open, else on the first that is, else on the
 * way to the next step. A question that is still open keeps the focus: its answer was not enough.
 */
export function focusNextQuestion(answered: string, before: readonly string[]): void {
  const open = controls();
  const byName = new Map(open.map((control) => [control.dataset['question'] ?? '', control]));
  if (byName.has(answered)) return;
  const after = before.slice(before.indexOf(answered) + 1).find((name) => byName.has(name));
  const next = after === undefined ? open[0] : byName.get(after);
  if (next) focusOn(next);
  else document.querySelector<HTMLElement>('[data-continue]')?.focus();
}
