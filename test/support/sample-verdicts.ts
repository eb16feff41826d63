import { type Reports, reportsOf } from "./report-json.ts";
import { writtenSample } from "./sample.ts";

/** The outcome of the sample's truth that each goal is about. */
const outcomes = { churned: "keep-leavers", top_up: "top-up-offer" } as const;

const byEvidence: ReadonlySet<string> = new Set(["lift", "coarser-as-good"]);
const reasonsToKeep: ReadonlySet<string> = new Set([...byEvidence, "role"]);

/** Of the sample with this seed: the strong drivers that are not kept, and the noise that is; and how many were looked at. */
export async function wrongInSample(seed: number): Promise<{ wrong: string[]; looked: number }> {
  const sample = writtenSample({ seed });
  const reports = await reportsOf(sample.files, ["--strategy", sample.strategyFile]);
  let looked = 0;
  const wrong = sample.truth.outcomes.flatMap(({ outcome, drivers, noise }) => {
    const goal = outcomes[outcome as keyof typeof outcomes];
    const strong = drivers.filter(({ strength }) => strength === "strong").map(({ field }) => field);
    looked += strong.length + noise.length;
    return [
      ...strong.filter((field) => !reasonsToKeep.has(reasonOf(reports, goal, field))),
      ...noise.filter((field) => byEvidence.has(reasonOf(reports, goal, field))),
    ].map((field) => `${goal} ${field}: ${reasonOf(reports, goal, field)}`);
  });
  return { wrong, looked };
}

function reasonOf({ minimization }: Reports, goal: string, field: string): string {
  const found = minimization.fields.find(({ table, name }) => table === "customers" && name === field);
  return found?.goals.find((one) => one.goal === goal)?.reason ?? "missing";
}
