import { expect, test } from "vitest";
import { evidenceFacts } from "../../../server/pages/evidence-facts.ts";
import type { Evidence, Facts } from "../../../server/vocabulary.ts";

function stated(facts: Facts): readonly string[] {
  const evidence: Evidence = { rule: "no-lift", favours: "unused", sentence: "", facts, query: "model/score-test" };
  return evidenceFacts([evidence]).map(({ term, fact }) => `${term}: ${fact}`);
}

test("codes are said in words", () => {
  expect(stated({ test: "carries-most" })[0]).toBe("The sign: without it more than half of the gain is gone");
  expect(stated({ why: "redundant" })[0]).toContain("the kept fields tell it too");
  expect(stated({ roles: ["key", "consent"] })[0]).toBe("What it does in the goal: tells customers apart, permission");
  expect(stated({ refitted: false, usedIn: "hold-back" }).slice(0, 2)).toEqual([
    "How it was measured: a score test",
    "Where the goal names it: whom to hold back",
  ]);
});

test("shares, ages and days are printed as such, and what is not known is left out", () => {
  expect(stated({ share: 0.0349, maxAgeMinutes: 525_600, at: "2026-11-20T09:00:00Z", p: null, carriedBy: [] })).toEqual(
    [
      "Gain lost without it: 3.5%",
      "The limit: 12 months",
      "When: 20 November 2026",
      "Rule: no difference",
      "Comes from: model/score-test",
    ],
  );
});
