/** What loading a table does, in order, each up to so many hundredths of the whole. */
const stages = [
  { name: "Read the rows", detail: "Find the columns, the dates and the numbers", until: 60 },
  { name: "Look at each field", detail: "What it is, how full, how fresh", until: 95 },
  { name: "Count who can be singled out", detail: "One field, then fields together", until: 100 },
] as const;

export interface StageShown {
  readonly name: string;
  readonly detail: string;
  readonly state: "done" | "now" | "later";
  readonly now: boolean;
  readonly done: boolean;
}

/** Where `done` hundredths are; `now` says what the current stage is at. */
export function stagesAt(hundredths: number, now: string): readonly StageShown[] {
  const current = stages.findIndex(({ until }) => hundredths < until);
  return stages.map(({ name, detail }, index) => {
    const state = current === -1 || index < current ? "done" : index === current ? "now" : "later";
    return { name, detail: state === "now" && now ? now : detail, state, now: state === "now", done: state === "done" };
  });
}

/** Progress of one stage as progress of the whole. */
export function ofStage(stage: 0 | 1 | 2, share: number): number {
  const from = stage === 0 ? 0 : (stages[stage - 1]?.until ?? 0);
  const until = stages[stage].until;
  // A stage reaches its end only when the next one starts.
  return Math.min(until - 1, Math.floor(from + share * (until - from)));
}
