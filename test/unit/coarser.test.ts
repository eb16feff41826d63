import { describe, expect, test } from "vitest";
import type { FieldFacts } from "../../server/evidence/field-facts.ts";
import type { FieldLevel, LevelRow } from "../../server/evidence/levels/field-level.ts";
import { sayTestedAs } from "../../server/evidence/levels/say-tested-as.ts";
import { rules } from "../../server/evidence/rules.ts";
import { planField } from "../../server/plans/plan-field.ts";
import { commonLevel } from "../../server/profiles/common-level.ts";
import { levelsOf } from "../../server/profiles/levels-of.ts";
import { decideVerdict } from "../../server/verdicts/decide-verdict.ts";
import { aNeed, aProfile, aVerdict, someFacts } from "../support/builders.ts";

const around = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 });

function row(level: string | null, label: string, found: number | null, singledOut: number): LevelRow {
  const risk = {
    records: 1000,
    singledOut: 1000 * singledOut,
    singledOutShare: singledOut,
    smallestGroup: 1,
    inGroupsUnder5Share: singledOut,
    inGroupsUnder11Share: singledOut + 0.1,
    averageRisk: singledOut,
  };
  return { level, label, found: found === null ? null : around(found), risk };
}

const region: FieldLevel = {
  level: "first-2",
  label: "Region (first 2 letters or digits)",
  fullTested: true,
  rare: null,
  exposed: null,
  identifying: true,
  rows: [
    row(null, "Full postcode", 0.71, 0.7),
    row("first-2", "Region (first 2 letters or digits)", 0.713, 0.56),
    row("drop", "Leave it out", 0.69, 0.54),
  ],
};

function firstOf(change: Partial<FieldFacts>) {
  const facts = someFacts({ need: aNeed(), ...change });
  const [first] = rules.flatMap((rule) => rule.weigh(facts) ?? []);
  if (!first) throw new Error("No rule holds.");
  return first;
}

const postcode = aProfile({ name: "postcode", label: "Postcode", meaning: "postcode", sensitivity: "identifying" });

describe("less detail that does the same job", () => {
  test("is the verdict, with the level, what it finds and whom it singles out", () => {
    const first = firstOf({ level: region, profile: postcode });
    expect(first).toMatchObject({
      rule: "coarser-as-good",
      favours: "coarser",
      sentence: "Region alone finds just as many leavers as the full postcode. Singled out falls from 70 to 56 of 100.",
      facts: { level: "first-2", singledOutOf100Before: 70, missedOf100: 14.2 },
    });
    expect(first.facts["foundOf100"]).toBeCloseTo(71.3);
    expect(first.facts["inGroupsUnder11Before"]).toBeCloseTo(800);
  });

  test("says so where the level finds fewer", () => {
    const rows = [row(null, "Full postcode", 0.71, 0.7), row("first-2", "Region", 0.69, 0.7)];
    expect(firstOf({ level: { ...region, rows }, profile: postcode }).sentence).toBe(
      "Region finds 69 of every 100 leavers, the full postcode 71.",
    );
  });

  test("claims nothing of a full value that could not be tested", () => {
    const level = { ...region, fullTested: false, identifying: false };
    expect(firstOf({ level, profile: postcode }).sentence).toBe(
      "The full postcode has too many values to test. Region helps: drop it and you miss 14 more of every 100 leavers.",
    );
  });

  test("is an age band of a date of birth, and bands of a number", () => {
    const sentenceOf = (level: string, label: string, meaning: string) =>
      firstOf({ level: { ...region, level, label, rows: [] }, profile: aProfile({ meaning }) }).sentence;
    expect(sentenceOf("10-years", "10-year age band", "birth-date")).toBe("An age band does the same job.");
    expect(sentenceOf("year", "Year of birth", "birth-date")).toBe("The year of birth does the same job.");
    expect(sentenceOf("12-bands", "Years", "tenure")).toBe("Years do the same job.");
    expect(sentenceOf("top-5", "The 5 commonest", "job")).toMatch(/^The 5 commonest by name, .* do the same job\.$/);
  });

  test("never is the verdict of a field that is not needed, nor of one with a role", () => {
    expect(firstOf({ level: region, need: aNeed({ discovered: false }) }).rule).toBe("too-close");
    const role = { table: "customers", field: "plan_name", role: "content", channel: null, law: null } as const;
    expect(firstOf({ level: region, roles: [role] }).rule).toBe("role");
  });

  test("is kept at its level unless a person decides otherwise", () => {
    const evidence = [firstOf({ level: region, profile: postcode })];
    const about = { table: "customers", field: "postcode", goal: "keep-leavers", evidence };
    expect(decideVerdict({ ...about, decision: null })).toMatchObject({ verdict: "coarser", keepAs: "first-2" });
    const decision = { field: "postcode", verdict: "needed", by: "Ada", at: "2026-01-01", reason: "Shops" } as const;
    expect(decideVerdict({ ...about, decision })).toMatchObject({
      verdict: "needed",
      keepAs: null,
      measured: { verdict: "coarser", reason: "coarser-as-good" },
    });
  });
});

test("evidence from a level in place of the full values says so", () => {
  const need = aNeed({ inKept: false, discovered: false, share: { value: 0, low: -0.001, high: 0.001 } });
  const first = firstOf({ need, profile: postcode });
  const said = sayTestedAs(first, { need, testedAs: "Region" });
  expect(said.sentence).toContain("Tested as “Region”: the full values are too many to test.");
  expect(said.facts["testedAs"]).toBe("Region");
  expect(sayTestedAs(first, { need, testedAs: null })).toBe(first);
});

describe("one level for several goals", () => {
  const born = aProfile({ name: "born", type: "date", meaning: "birth-date" });
  const spread = { minimum: 0, maximum: 40, median: 9, mean: 10 };
  const spend = aProfile({ name: "spend", type: "number", meaning: "amount", distinct: 90, spread });
  const wanted = (profile: typeof born, ...keys: string[]) =>
    commonLevel(
      levelsOf(profile),
      levelsOf(profile).filter(({ key }) => keys.includes(key)),
    )?.key;

  test("is the finest wanted where they fit into each other", () => {
    expect(wanted(born, "10-years", "quarter")).toBe("quarter");
    expect(wanted(born, "year")).toBe("year");
    expect(wanted(born)).toBeUndefined();
  });

  test("is the value itself where bands do not fit into each other", () => {
    expect(levelsOf(spend).map(({ key }) => key)).toEqual(["2-bands", "5-bands", "10-bands"]);
    expect(wanted(spend, "2-bands", "10-bands")).toBe("2-bands");
    expect(wanted(spend, "2-bands", "5-bands")).toBeUndefined();
    const verdicts = ["2-bands", "5-bands"].map((keepAs) =>
      aVerdict({ name: "spend", verdict: "coarser", reason: "coarser-as-good", keepAs }),
    );
    const database = { fragment: () => ({ sql: "…" }) };
    expect(planField(database, spend, verdicts)).toMatchObject({ verdict: "needed", action: "keep", keepAs: null });
    expect(planField(database, spend, verdicts.slice(0, 1))).toMatchObject({
      action: "coarsen",
      keepAs: { level: "2-bands" },
    });
  });
});
