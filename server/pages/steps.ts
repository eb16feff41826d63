import { urls } from "./urls.ts";

export type StepName = "data" | "goals" | "board" | "reports";

export interface Step {
  readonly number: number;
  readonly name: string;
  /** null while there is nothing to open */
  readonly href: string | null;
  readonly current: boolean;
  /** unfinished work in words: "3 undecided" */
  readonly unfinished: string | null;
}

export interface StepsOf {
  readonly dataset: string;
  readonly current: StepName;
  /** the goal whose board the third step opens */
  readonly goal: string | null;
  /** unfinished work by step, in words: `{ board: "3 undecided" }` */
  readonly unfinished?: Partial<Record<StepName, string>>;
}

/** The way through, as the top bar shows it. */
export function stepsOf({ dataset, current, goal, unfinished = {} }: StepsOf): readonly Step[] {
  const hrefs: readonly (readonly [StepName, string, string | null])[] = [
    ["data", "Data", urls.fields(dataset)],
    ["goals", "Goals", urls.goals(dataset)],
    ["board", "Board", goal === null ? null : urls.board(dataset, goal)],
    ["reports", "Reports", urls.reports(dataset)],
  ];
  return hrefs.map(([step, name, href], index) => ({
    number: index + 1,
    name,
    href,
    current: step === current,
    unfinished: unfinished[step] ?? null,
  }));
}
