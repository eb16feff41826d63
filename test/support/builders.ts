import type { FieldFacts, GoalFacts } from "../../server/evidence/field-facts.ts";
import type { FieldNeed } from "../../server/model/model-result.ts";
import type { Evidence, FieldProfile, FieldVerdict } from "../../server/vocabulary.ts";

export function aProfile(change: Partial<FieldProfile> = {}): FieldProfile {
  const name = change.name ?? "plan_name";
  return {
    table: "customers",
    name,
    slug: name.replaceAll("_", "-"),
    label: "Plan",
    type: "text",
    meaning: "plan",
    meaningReason: "Named like a plan.",
    sensitivity: "none",
    sensitivityReason: "Says nothing about a person by itself.",
    origin: "observed",
    originReason: "Kept by the billing system.",
    corrected: [],
    records: 1000,
    filled: 1000,
    distinct: 5,
    approximate: false,
    top: [],
    spread: null,
    histogram: [],
    patterns: [],
    singledOutAlone: 0,
    freshness: null,
    ...change,
  };
}

export function aGoal(change: Partial<GoalFacts> = {}): GoalFacts {
  return {
    goal: "keep-leavers",
    channels: ["email"],
    hasOutcome: true,
    people: "leavers",
    records: 1000,
    withOutcome: 300,
    withoutOutcome: 700,
    supported: true,
    gain: { value: 0.1, error: 0.01 },
    delta: 0.01,
    ...change,
  };
}

export function aNeed(change: Partial<FieldNeed> = {}): FieldNeed {
  return {
    name: "plan_name",
    inKept: true,
    share: { value: 0.2, low: 0.15, high: 0.25 },
    p: 0.0001,
    discovered: true,
    alone: { value: 0.4, low: 0.35, high: 0.45 },
    aloneDiscovered: true,
    missedOf100: { value: 14.2, low: 11, high: 17 },
    refitted: true,
    recordsNeeded: null,
    carriedBy: [],
    partners: [],
    ...change,
  };
}

export function someFacts(change: Partial<FieldFacts> = {}): FieldFacts {
  return {
    goal: aGoal(),
    profile: aProfile(),
    ofCustomers: true,
    sensitivity: "none",
    roles: [],
    isOutcome: false,
    usedIn: null,
    permission: null,
    maxAgeMinutes: 365 * 24 * 60,
    copy: null,
    untestable: null,
    asked: null,
    need: null,
    level: null,
    testedAs: null,
    form: null,
    rolledUp: null,
    ...change,
  };
}

export function aVerdict(change: Partial<FieldVerdict> = {}): FieldVerdict {
  const verdict = change.verdict ?? "needed";
  const reason = change.reason ?? "lift";
  const evidence: Evidence = { rule: reason, favours: verdict, sentence: "…", facts: {}, query: "strategy" };
  return {
    table: "customers",
    name: "plan_name",
    goal: "keep-leavers",
    verdict,
    reason,
    keepAs: null,
    evidence: [evidence],
    decision: null,
    measured: { verdict, reason },
    ...change,
  };
}
