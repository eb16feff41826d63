import { expect, test } from "vitest";
import type { Names } from "../../server/database/sql-text.ts";
import { planField } from "../../server/plans/plan-field.ts";
import { combineVerdicts } from "../../server/verdicts/combine-verdicts.ts";
import { decideVerdict } from "../../server/verdicts/decide-verdict.ts";
import { settleCopies } from "../../server/verdicts/settle-copies.ts";
import type { Decision, Evidence } from "../../server/vocabulary.ts";
import { aProfile, aVerdict } from "../support/builders.ts";

const evidence: readonly Evidence[] = [
  { rule: "lift", favours: "needed", sentence: "…", facts: {}, query: "model/refit-without" },
];
const fragments = {
  fragment: (query: string, names: Names = {}) => ({ sql: `${query} ${JSON.stringify(names)}` }),
};

const decision: Decision = {
  field: "gender",
  verdict: "unused",
  by: "head of CRM",
  at: "2026-11-20",
  reason: "A neutral greeting does the job",
};
const about = { table: "customers", field: "gender", goal: "keep-leavers" };

test("a decision stands over what was measured, and the measured verdict stays beside it", () => {
  const verdict = decideVerdict({ ...about, evidence, decision });
  expect(verdict).toMatchObject({
    verdict: "unused",
    reason: "decision",
    measured: { verdict: "needed", reason: "lift" },
  });
});

test("without a decision the first evidence decides", () => {
  expect(decideVerdict({ ...about, evidence, decision: null })).toMatchObject({ verdict: "needed", reason: "lift" });
});

test("a field that no rule speaks for stays open", () => {
  expect(decideVerdict({ ...about, evidence: [], decision: null }).verdict).toBe("undecided");
});

test("needed by one goal is needed, undecided by one blocks letting go, unused by all is unused", () => {
  const over = (...verdicts: ("needed" | "coarser" | "unused" | "undecided")[]) =>
    combineVerdicts(verdicts.map((verdict) => ({ verdict })));
  expect(over("unused", "needed", "undecided")).toBe("needed");
  expect(over("unused", "coarser", "undecided")).toBe("coarser");
  expect(over("unused", "undecided")).toBe("undecided");
  expect(over("unused", "unused")).toBe("unused");
});

const copyOf = (of: string): Evidence => ({
  rule: "duplicate",
  favours: "unused",
  sentence: "…",
  facts: { of },
  query: "evidence/copies",
});

test("a copy of a kept field is unused as its copy", () => {
  const [, copy] = settleCopies([
    aVerdict({ name: "plan" }),
    aVerdict({ name: "plan_code", verdict: "unused", reason: "duplicate", evidence: [copyOf("plan")] }),
  ]);
  expect(copy?.reason).toBe("duplicate");
});

test("a copy of an unused field shares its reason and keeps the mapping as second evidence", () => {
  const [, copy] = settleCopies([
    aVerdict({ name: "plan", verdict: "unused", reason: "no-lift" }),
    aVerdict({ name: "plan_code", verdict: "unused", reason: "duplicate", evidence: [copyOf("plan")] }),
  ]);
  expect(copy).toMatchObject({ verdict: "unused", reason: "no-lift" });
  expect(copy?.evidence[1]?.rule).toBe("duplicate");
});

test.each([
  [aVerdict(), "keep"],
  [aVerdict({ verdict: "unused", reason: "no-lift" }), "drop"],
  [aVerdict({ verdict: "unused", reason: "no-outcome" }), "decide"],
  [aVerdict({ verdict: "undecided", reason: "too-close" }), "decide"],
] as const)("a verdict becomes an action", (verdict, action) => {
  expect(planField(fragments, aProfile(), [verdict]).action).toBe(action);
});

test("coarser becomes the level that a person chose", () => {
  const birth = aProfile({ name: "date_of_birth", meaning: "birth-date", type: "date" });
  const plan = planField(fragments, birth, [
    aVerdict({ name: "date_of_birth", verdict: "coarser", reason: "decision", keepAs: "year" }),
  ]);
  expect(plan).toMatchObject({ action: "coarsen", keepAs: { level: "year" } });
  expect(plan.keepAs?.sql).toContain("date_of_birth");
});

test("an email address that only joins tables can be a pseudonym; one that is written to cannot", () => {
  const email = aProfile({ name: "email", meaning: "email", sensitivity: "identifying" });
  const withRoles = (roles: string[]) =>
    aVerdict({
      name: "email",
      reason: "role",
      evidence: [{ rule: "role", favours: "needed", sentence: "…", facts: { roles }, query: "strategy" }],
    });
  expect(planField(fragments, email, [withRoles(["key"])]).action).toBe("pseudonymize");
  expect(planField(fragments, email, [withRoles(["key", "address"])]).action).toBe("keep");
});
