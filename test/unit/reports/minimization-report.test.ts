import { expect, test } from "vitest";
import { composeMinimizationReport } from "../../../server/reports/minimization/compose-minimization-report.ts";
import { aMinimizationInput } from "../../support/report-inputs.ts";
import { reportFaults } from "../../support/validate-report.ts";

test("the minimization report keeps the contract", () => {
  expect(reportFaults("minimization", composeMinimizationReport(aMinimizationInput()))).toEqual([]);
});

test("the schema notices a part that the contract does not know, and one that is missing", () => {
  const report = composeMinimizationReport(aMinimizationInput());
  expect(reportFaults("minimization", { ...report, score: 37 })).not.toEqual([]);
  expect(reportFaults("minimization", { ...report, risk: { ...report.risk, after: undefined } })).not.toEqual([]);
  expect(reportFaults("minimization", { ...report, asOf: "yesterday" })).not.toEqual([]);
});

test("parts that are not built yet are absent, and allowed for by the schema", () => {
  const report = composeMinimizationReport(aMinimizationInput());
  expect(report).not.toHaveProperty("frontier");
  expect(report).not.toHaveProperty("leaks");
  expect(reportFaults("minimization", { ...report, frontier: [], leaks: [] })).toEqual([]);
});

test("what was asked is printed with its answer, and the performance with it beside the one without", () => {
  const [goal] = composeMinimizationReport(aMinimizationInput()).goals;
  expect(goal?.asked).toEqual([{ table: "customers", field: "gender", test: "carries-most", answer: null }]);
  expect(goal?.withAsked?.measure).toBe("auc");
});

test("figures have at most six significant digits", () => {
  const report = composeMinimizationReport(aMinimizationInput());
  expect(report.goals[0]?.performance?.allFields.value).toBe(0.842123);
  expect(report.risk.before.averageRisk).toBe(0.991667);
  expect(report.fields[2]?.goals[0]?.evidence[0]?.facts["share"]).toBe(0.412346);
});

test("fields stand in file order and goals in theirs, however they were worked out", () => {
  const input = aMinimizationInput();
  const shuffled = aMinimizationInput({
    profiles: input.profiles.toReversed(),
    verdicts: input.verdicts.toReversed(),
    combined: input.combined.toReversed(),
  });
  expect(composeMinimizationReport(shuffled)).toEqual(composeMinimizationReport(input));
});

test("a field without a combined verdict is a bug, not a gap", () => {
  const input = aMinimizationInput();
  expect(() => composeMinimizationReport({ ...input, combined: input.combined.slice(1) })).toThrow();
});

test("a decision is printed with what the strategy leaves out as null", () => {
  const decision = composeMinimizationReport(aMinimizationInput()).fields[3]?.goals[0]?.decision;
  expect(decision).toEqual({
    verdict: "coarser",
    keepAs: "10-year band",
    by: "The CRM lead",
    at: "2026-11-20",
    reason: "A band does the job, says =cmd()|<b>x</b>",
    reviewBy: "2027-11-20",
  });
});

test("an outcome that fewer than 5 customers have is printed without its value", () => {
  const input = aMinimizationInput();
  const goals = input.goals.map((goal) => ({ ...goal, positives: goal.outcome ? 4 : null }));
  const report = composeMinimizationReport({ ...input, goals });
  expect(report.goals[0]?.outcome).toEqual({ field: "churned", is: null });
  expect(reportFaults("minimization", report)).toEqual([]);
});
