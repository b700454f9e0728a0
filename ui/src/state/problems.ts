import type { ProblemLine } from '../host';

/** Problems of one kind, in the order in which they were met. */
export interface ProblemGroup {
  key: string;
  fails: boolean;
  problems: ProblemLine[];
}

/** Problems by kind: those that stopped the reading of something first. */
export function groupProblems(problems: readonly ProblemLine[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = `${problem.fails ? 'fails' : 'said'} ${problem.code}`;
    const group = groups.get(key) ?? { key, fails: problem.fails, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [...all.filter((group) => group.fails), ...all.filter((group) => !group.fails)];
}
