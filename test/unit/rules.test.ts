import { describe, expect, test } from "vitest";
import type { FieldFacts } from "../../server/evidence/field-facts.ts";
import { rules } from "../../server/evidence/rules.ts";
import { aGoal, aNeed, aProfile, someFacts } from "../support/builders.ts";

/** The evidence in the order of the rules: the first decides. */
function weigh(change: Partial<FieldFacts>) {
  const facts = someFacts(change);
  return rules.flatMap((rule) => rule.weigh(facts) ?? []);
}

function decides(change: Partial<FieldFacts>) {
  const [first] = weigh(change);
  return first && `${first.favours} ${first.rule}`;
}

const role = (name: "key" | "address" | "consent" | "content" | "suppression" | "duty", law: string | null = null) => ({
  table: "customers",
  field: "plan_name",
  role: name,
  channel: null,
  law,
});
const outside = { inKept: false, discovered: false };

describe("what decides before anything is tested", () => {
  test("a field that a law asks for is needed, whatever else holds", () => {
    expect(decides({ roles: [role("duty", "invoices")], sensitivity: "special" })).toBe("needed duty");
  });

  test("a specially protected field without permission is unused, however well it predicts", () => {
    expect(decides({ sensitivity: "special", need: aNeed() })).toBe("unused not-permitted");
  });

  test("a permission on file lets a specially protected field be tested", () => {
    const permission = {
      field: "plan_name",
      goals: ["keep-leavers"],
      because: "explicit consent",
      by: "counsel",
      at: "2026-11-20",
    };
    expect(decides({ sensitivity: "special", permission, need: aNeed() })).toBe("needed lift");
  });

  test.each(["key", "consent", "suppression"] as const)("the role %s is spared from the permission rule", (name) => {
    expect(decides({ sensitivity: "special", roles: [role(name)] })).toBe("needed role");
  });

  test("an address is needed by its role and says why in words", () => {
    const [first] = weigh({ roles: [role("address")] });
    expect(first?.sentence).toBe("You cannot send the message without it.");
  });

  test("a field that chooses the audience is needed because it is used", () => {
    expect(decides({ usedIn: "audience" })).toBe("needed used");
  });

  test("the outcome is listed as used", () => {
    expect(decides({ isOutcome: true, sensitivity: "special" })).toBe("needed used");
  });
});

describe("what the values alone decide", () => {
  test("a field that fewer than 1 in 200 fill is empty", () => {
    expect(decides({ profile: aProfile({ filled: 4 }) })).toBe("unused empty");
  });

  test("an almost empty field whose being filled tells something is not called empty", () => {
    expect(decides({ profile: aProfile({ filled: 4 }), need: aNeed() })).toBe("needed lift");
  });

  test("a field that says the same of everybody is constant", () => {
    expect(decides({ profile: aProfile({ distinct: 1 }) })).toBe("unused constant");
  });

  test("a field with 999 of 1,000 alike is constant, with 998 it is not", () => {
    const top = (count: number) => aProfile({ distinct: 2, top: [{ value: "x", count }] });
    expect(decides({ profile: top(999) })).toBe("unused constant");
    expect(decides({ profile: top(998), need: aNeed() })).toBe("needed lift");
  });

  test("an identifier that nothing uses is unused", () => {
    expect(decides({ untestable: "identifier" })).toBe("unused identifier");
  });

  test("a copy is unused and names what it copies", () => {
    const [first] = weigh({ copy: { of: "plan", kind: "duplicate" } });
    expect(first).toMatchObject({ rule: "duplicate", favours: "unused", facts: { of: "plan" } });
  });

  test("a field whose usual age is over the limit is stale, at the limit it is not", () => {
    const freshness = (medianAgeMinutes: number) =>
      aProfile({
        freshness: {
          by: { table: "customers", field: "read_at" },
          measured: 1000,
          medianAgeMinutes,
          p90AgeMinutes: medianAgeMinutes,
          latest: "2026-11-23T09:40:00Z",
        },
      });
    expect(decides({ profile: freshness(16), maxAgeMinutes: 15 })).toBe("unused stale");
    expect(decides({ profile: freshness(15), maxAgeMinutes: 15, need: aNeed() })).toBe("needed lift");
  });
});

describe("what the tests decide", () => {
  test("without an outcome a field is unused because it was not tested", () => {
    expect(decides({ goal: aGoal({ hasOutcome: false }) })).toBe("unused no-outcome");
  });

  test("a field of another table is undecided because it is not rolled up", () => {
    const [first] = weigh({ ofCustomers: false });
    expect(first).toMatchObject({ favours: "undecided", rule: "no-outcome", facts: { why: "not-rolled-up" } });
  });

  test("99 customers with the outcome are too few, 100 are enough", () => {
    expect(decides({ goal: aGoal({ withOutcome: 99 }), need: aNeed() })).toBe("undecided too-little-data");
    expect(decides({ goal: aGoal({ withOutcome: 100 }), need: aNeed() })).toBe("needed lift");
  });

  test("99 customers without the outcome are too few as well", () => {
    expect(decides({ goal: aGoal({ withoutOutcome: 99 }), need: aNeed() })).toBe("undecided too-little-data");
  });

  test("when no model beats the base rate nothing is needed by evidence", () => {
    const [first] = weigh({ goal: aGoal({ supported: false }), need: aNeed() });
    expect(first).toMatchObject({ favours: "undecided", rule: "no-lift", facts: { why: "goal-not-supported" } });
  });

  test("but what is asked about took no part in that model, and is not blamed for it", () => {
    const goal = aGoal({ supported: false });
    const asked = { test: "says-it-alone" as const, answer: null };
    expect(weigh({ goal, need: aNeed(), asked }).map(({ facts }) => facts["why"])).not.toContain("goal-not-supported");
  });

  test("what is decided by the evidence is not called too close beside it", () => {
    const small = { value: 0.001, low: -0.002, high: 0.004 };
    for (const need of [aNeed(), aNeed({ inKept: false, share: small })]) {
      expect(weigh({ need }).map(({ rule }) => rule)).not.toContain("too-close");
    }
  });

  test("a kept field that stands out is needed, with the people missed in its sentence", () => {
    const [first] = weigh({ need: aNeed() });
    expect(first?.sentence).toBe("Drop it and you miss 14 more of every 100 leavers.");
  });

  test("a kept field that does not stand out by itself is undecided and says that it is kept", () => {
    const [first] = weigh({ need: aNeed({ discovered: false }) });
    expect(first).toMatchObject({ favours: "undecided", rule: "too-close", facts: { inKept: true } });
  });

  test.each([
    ["redundant", aNeed({ ...outside, share: { value: 0, low: -0.001, high: 0.005 } })],
    ["too-small", aNeed({ ...outside, share: { value: 0.004, low: 0.001, high: 0.008 } })],
    ["no-signal", aNeed({ ...outside, share: { value: 0, low: -0.001, high: 0.005 }, aloneDiscovered: false })],
  ])("a field proven to be under the floor is unused: %s", (why, need) => {
    const [first] = weigh({ need });
    expect(first).toMatchObject({ favours: "unused", rule: "no-lift", facts: { why } });
  });

  test("a field whose range reaches the floor is undecided, never unused", () => {
    expect(decides({ need: aNeed({ ...outside, share: { value: 0.001, low: -0.008, high: 0.01 } }) })).toBe(
      "undecided too-close",
    );
  });

  test("every unused verdict of the model carries its upper bound in people", () => {
    const [first] = weigh({ need: aNeed({ ...outside, share: { value: 0, low: -0.001, high: 0.005 } }) });
    expect(first?.facts["missedOf100High"]).toBeTypeOf("number");
  });
});

describe("a field that tells more together with another", () => {
  test("says with which, where it is needed", () => {
    const [first] = weigh({ need: aNeed({ partners: ["gender", "region"] }) });
    expect(first?.sentence).toMatch(/It tells more together with gender and region\.$/);
    expect(first?.facts["partners"]).toEqual(["gender", "region"]);
  });

  test("is never called one that tells nothing, however little it tells", () => {
    const share = { value: -0.001, low: -0.002, high: 0.001 };
    const need = aNeed({ ...outside, share, aloneDiscovered: false, partners: ["gender"] });
    const [first] = weigh({ need });
    expect(first?.facts["why"]).toBe("too-small");
    expect(first?.sentence).toContain("together with gender");
  });
});

describe("what would change a verdict", () => {
  const changes = (change: Partial<FieldFacts>) => weigh(change)[0]?.facts["wouldChange"];
  const share = { value: 0.001, low: -0.002, high: 0.004 };

  test("of a needed field is another that says the same", () => {
    expect(changes({ need: aNeed() })).toBe("Another field that says the same and reveals less would make it unused.");
  });

  test("of a redundant field is letting go of what says the same", () => {
    const need = aNeed({ ...outside, share, carriedBy: ["region", "plan"] });
    expect(changes({ need })).toBe("If region and plan went, it would have to be tested again.");
  });

  test("of one that tells nothing is a lower floor", () => {
    const need = aNeed({ ...outside, share, aloneDiscovered: false });
    expect(changes({ need })).toBe("It would not be unused if the floor were under 0.4%; it is 1%.");
  });

  test("of one too close to call is the number of customers that would settle it", () => {
    const wide = { value: 0.008, low: -0.002, high: 0.018 };
    const need = aNeed({ ...outside, share: wide, recordsNeeded: 12_000 });
    expect(changes({ need })).toBe("About 12,000 customers would settle it, 11,000 more than now.");
    expect(changes({ need: { ...need, recordsNeeded: null } })).toBe(
      "More customers, or a floor above 1.8%; it is 1%.",
    );
  });

  test("is said of every verdict that a model or its lack gave", () => {
    const goal = aGoal({ supported: false });
    const few = aGoal({ withOutcome: 40 });
    for (const change of [{ goal, need: aNeed() }, { goal: few }, { untestable: "pre-screened" as const }]) {
      expect(changes(change)).toEqual(expect.any(String));
    }
  });
});
