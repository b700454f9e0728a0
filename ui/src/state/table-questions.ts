import type { ImportColumn, ImportSheet, SheetQuestion, StepName } from '../host';

/** The questions of a table at a step. */
export function asksAt(sheet: ImportSheet, step: StepName): SheetQuestion[] {
  return sheet.questions.filter((question) => question.step === step);
}

/** Whether a table is imported, or will be once it is understood: nobody left it out. */
export function isUsed(sheet: ImportSheet): boolean {
  return !sheet.left_out || sheet.questions.length > 0;
}

/** What no column of a table says although its kind needs it, each in words. */
export function missingOf(sheet: ImportSheet): string[] {
  return sheet.questions.filter(({ asked }) => asked === 'missing').map(({ text }) => text);
}

/** Whether a column could be the one that a table lacks: nothing was taken from it yet. */
export function couldAnswer({ confidence }: ImportColumn): boolean {
  return confidence === 'unknown' || confidence === 'likely';
}
