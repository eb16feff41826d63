import { expect, test } from "vitest";
import { type Reports, reportsOf } from "../../support/report-json.ts";
import { writtenSample } from "../../support/sample.ts";

/** The outcome of the sample's truth that each goal is about. */
const outcomes = { churned: "keep-leavers", top_up: "top-up-offer" } as const;

// The sample as it is made, and the seeds that nothing was tuned on.
test.each([1, 20_261_123, 4_711, 99, 2 ** 40 + 5, -8])(
  "of the sample with seed %d every strong driver is needed and no noise is",
  async (seed) => {
    const sample = writtenSample({ seed });
    const reports = await reportsOf(sample.files, ["--strategy", sample.strategyFile]);
    const wrong = sample.truth.outcomes.flatMap(({ outcome, drivers, noise }) => {
      const goal = outcomes[outcome as keyof typeof outcomes];
      const strong = drivers.filter(({ strength }) => strength === "strong").map(({ field }) => field);
      return [
        ...strong.filter((field) => !reasonsToKeep.has(reasonOf(reports, goal, field))),
        ...noise.filter((field) => byEvidence.has(reasonOf(reports, goal, field))),
      ].map((field) => `${goal} ${field}: ${reasonOf(reports, goal, field)}`);
    });
    expect(wrong).toEqual([]);
  },
  120_000,
);

const byEvidence: ReadonlySet<string> = new Set(["lift", "coarser-as-good"]);
const reasonsToKeep: ReadonlySet<string> = new Set([...byEvidence, "role"]);

function reasonOf({ minimization }: Reports, goal: string, field: string): string {
  const found = minimization.fields.find(({ table, name }) => table === "customers" && name === field);
  return found?.goals.find((one) => one.goal === goal)?.reason ?? "missing";
}
