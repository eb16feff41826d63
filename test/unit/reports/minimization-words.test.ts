import { expect, test } from "vitest";
import type { CombinedVerdict } from "../../../server/reports/minimization/minimization-input.ts";
import { wordMinimization } from "../../../server/reports/minimization/word-minimization.ts";
import { aMinimizationInput } from "../../support/report-inputs.ts";

const sentence = ({ before, figure, after }: { before: string; figure: string; after: string }) =>
  before + figure + after;

function withActions(change: (verdict: CombinedVerdict) => Partial<CombinedVerdict>) {
  const { combined } = aMinimizationInput();
  return aMinimizationInput({ combined: combined.map((verdict) => ({ ...verdict, ...change(verdict) })) });
}

test("the headline counts what is let go and what is blurred; the outcome is none of the fields", () => {
  expect(sentence(wordMinimization(aMinimizationInput()).headline)).toBe(
    "We can let go of 2 of 7 fields and blur one more",
  );
});

test("the headline says when nothing can go yet, and when everything has a use", () => {
  const undecided = withActions(({ verdict }) => (verdict === "needed" ? {} : { action: "decide" }));
  expect(sentence(wordMinimization(undecided).headline)).toBe("Nothing can go yet: 4 of 7 fields wait for a decision");
  const kept = withActions(() => ({ action: "keep" }));
  expect(sentence(wordMinimization(kept).headline)).toBe("Every field has a use: we keep all seven fields");
});

test("the lead says before and after in people of 100", () => {
  expect(wordMinimization(aMinimizationInput()).lead).toBe(
    "Customers who can be singled out fall from 98 to 4 of every 100. We still find 69 of every 100 leavers, 71 with every field. One field waits for a decision.",
  );
});

test("a goal that the fields do not support is said to be so, and no plan is counted", () => {
  const input = aMinimizationInput();
  const goals = input.goals.map((goal) =>
    goal.outcome ? { ...goal, supported: false, performance: null, kept: [] } : goal,
  );
  const words = wordMinimization({ ...input, goals, risk: { ...input.risk, after: null } });
  expect(words.lead).toContain("do not support “Keep customers whose contract is ending”");
  expect(words.risk.crowds).toHaveLength(1);
  expect(words.risk.rows.every(({ plan }) => plan === "not measured")).toBe(true);
});

test("what got worse stands first in the risk table", () => {
  const input = aMinimizationInput();
  const { before } = input.risk;
  const words = wordMinimization({
    ...input,
    risk: { ...input.risk, after: { ...before, inGroupsUnder11Share: 1, averageRisk: 1 } },
  });
  expect(words.risk.rows[0]).toMatchObject({
    measure: "Average chance of picking the right person",
    note: "Got worse with this plan",
  });
});

test("a crowd of 100 has as many full rings as its figure says, and never none for somebody", () => {
  const full = (share: number) => {
    const input = aMinimizationInput();
    const words = wordMinimization({
      ...input,
      risk: { ...input.risk, before: { ...input.risk.before, singledOutShare: share } },
    });
    return {
      rings: words.risk.crowds[0]?.rings.filter((ring) => ring.full).length,
      figure: words.risk.crowds[0]?.figure,
    };
  };
  expect(full(0.98)).toEqual({ rings: 98, figure: "98" });
  expect(full(0.0003)).toEqual({ rings: 1, figure: "under 1" });
  expect(full(0.9997)).toEqual({ rings: 99, figure: "over 99" });
  expect(full(0)).toEqual({ rings: 0, figure: "0" });
});

test("what is specially protected is let go of first, then what points to one person", () => {
  const actions = wordMinimization(aMinimizationInput()).actions?.rows.map(({ action }) => action);
  expect(actions).toEqual([
    "Stop collecting =Guessed interest in health and delete it: it is specially protected",
    "Put a made-up number in place of Email address",
    "Keep Date of birth as 10-year band",
    "Stop collecting Gender | <b>pipes</b> and delete it",
  ]);
});

test("a section with nothing to say is absent", () => {
  const input = aMinimizationInput();
  const one = wordMinimization({
    ...input,
    dataset: { ...input.dataset, warnings: [] },
    goals: input.goals.slice(0, 1),
    verdicts: input.verdicts.map((verdict) => ({ ...verdict, decision: null })),
    combined: input.combined.map((verdict) => ({ ...verdict, action: "keep" })),
  });
  expect([one.matrix, one.actions, one.decisions]).toEqual([null, null, null]);
  expect(one.contents.map(({ id }) => id)).not.toContain("matrix");
});

test("every query behind a figure is named once, in order", () => {
  expect(wordMinimization(aMinimizationInput()).method.queries).toEqual([
    "model/refit-without",
    "profiles/group-sizes",
    "strategy",
  ]);
});

test("a question stands once: beside its field where that waits, else among the notes", () => {
  const input = aMinimizationInput();
  const question =
    "Is late_payments known before the outcome? Until that is answered the fields are sorted without it.";
  const asking = (field: string) =>
    wordMinimization({
      ...input,
      goals: input.goals.map((goal, place) =>
        place === 0
          ? { ...goal, warnings: [question], asked: [{ table: "customers", field, test: null, answer: null }] }
          : goal,
      ),
    }).open?.notes;
  expect(asking("late_payments")).not.toContain(question);
  expect(asking("customer_id")).toContain(question);
});

test("a loss that rounds away is not called nothing where both figures differ", () => {
  const input = aMinimizationInput();
  const [first] = input.goals;
  if (!first?.performance) throw new Error("The made-up goal is measured.");
  const found = (value: number) => ({ value, low: value, high: value });
  const performance = { ...first.performance, foundInTop20: { allFields: found(0.286), keptFields: found(0.284) } };
  const words = wordMinimization({ ...input, goals: [{ ...first, performance }] });
  expect(words.losses[0]).toMatchObject({ today: "29", plan: "28", lost: "Under 1 of 100" });
});
