import { expect, test } from "vitest";
import { composeActionabilityReport } from "../../../server/reports/actionability/compose-actionability-report.ts";
import { wordActionability } from "../../../server/reports/actionability/word-actionability.ts";
import { aGoalActionability, anActionabilityInput, unmeasuredStage } from "../../support/report-inputs.ts";
import { reportFaults } from "../../support/validate-report.ts";

const sentence = ({ before, figure, after }: { before: string; figure: string; after: string }) =>
  before + figure + after;

const whole = aGoalActionability();
const unmeasured = aGoalActionability({
  name: "Welcome",
  stages: whole.stages.map((stage, place) =>
    place < 3 ? stage : unmeasuredStage(stage.stage, "no consents were loaded"),
  ),
  actionable: null,
  ofAudience: null,
  heldBack: null,
  bottleneck: null,
  fixes: [],
  ages: [],
  agesOf: null,
});

test("the actionability report keeps the contract, measured or not", () => {
  expect(
    reportFaults("actionability", composeActionabilityReport(anActionabilityInput({ goals: [whole, unmeasured] }))),
  ).toEqual([]);
});

test("what only the page needs is not in the document", () => {
  const goal = composeActionabilityReport(anActionabilityInput()).goals[0];
  expect(goal).not.toHaveProperty("ages");
  expect(goal?.actionable).not.toHaveProperty("countsOnly");
  expect(goal?.stages[0]).not.toHaveProperty("means");
});

test("the schema refuses a count at a stage that nothing measures", () => {
  const report = composeActionabilityReport(anActionabilityInput({ goals: [unmeasured] }));
  const goal = report.goals[0];
  const stages = goal?.stages.map((stage) => (stage.measured ? stage : { ...stage, count: 0 }));
  expect(reportFaults("actionability", { ...report, goals: [{ ...goal, stages }] })).not.toEqual([]);
});

test("the headline is the finding", () => {
  const { actionable } = whole;
  if (!actionable) throw new Error("The made-up goal is measured.");
  const said = (change: object) =>
    sentence(wordActionability(anActionabilityInput({ goals: [aGoalActionability(change)] })).headline);
  expect(said({})).toBe("We can act in time for 24 of every 100 customers");
  expect(said({ unit: "trigger" })).toBe("We can act in time for 24 of every 100 triggers");
  expect(said({ actionable: { ...actionable, atMost: true } })).toBe(
    "At most 24 of every 100 customers can be acted on in time",
  );
  expect(said({ actionable: { ...actionable, countsOnly: true } })).toBe(
    "We can act in time for 2,980 of 12,480 customers",
  );
  expect(said(unmeasured)).toBe(
    "We cannot say yet who can be acted on in time: nothing measures how old the values are, who agreed and who can be reached",
  );
});

test("several goals share one finding that counts only what is measured", () => {
  const words = wordActionability(anActionabilityInput({ goals: [whole, unmeasured] }));
  expect(sentence(words.headline)).toBe("We can act in time for 24 of every 100 customers, in one of two goals");
  expect(words.contents.map(({ heading }) => heading)).toEqual([whole.name, "Welcome", "How this was worked out"]);
});

test("the lead names the goal, the time there is and where most are lost", () => {
  expect(wordActionability(anActionabilityInput()).goals[0]?.lead).toBe(
    "Top-up offer when <data> runs low, by app push, within 15 minutes. Most are lost at one step, “Fresh enough”: 5,770 of the 11,640 who get that far (reading too old).",
  );
});

test("the step to mend first is not called the one where most are lost when it is not", () => {
  const { stages } = whole;
  const lost = stages.map((stage) => (stage.stage === "present" ? { ...stage, lost: 9_000 } : stage));
  const [goal] = wordActionability(anActionabilityInput({ goals: [aGoalActionability({ stages: lost })] })).goals;
  expect(goal?.lead).toMatch(
    /The step to mend first is “Fresh enough”: it stops 5,770 of the 11,640 who get that far \(reading too old\), and without it alone we could act for [\d,]+ more\./,
  );
  expect(goal?.funnel.rows.filter(({ worst }) => worst).map(({ worstBecause }) => worstBecause)).toEqual([
    "mend this first",
  ]);
});

test("where nothing triggered, that is the finding, and no share is made of nothing", () => {
  const none = whole.stages.map((stage) => ({ ...stage, count: 0, lost: 0, share: 0, customers: 0 }));
  const change = { stages: none, actionable: null, unit: "trigger" as const, lookBackMinutes: 40_320 };
  const words = wordActionability(
    anActionabilityInput({ goals: [aGoalActionability({ ...change, asOf: "1999-01-01T00:00:00Z" })] }),
  );
  expect(sentence(words.headline)).toBe(
    "We cannot say who can be acted on in time: no trigger fired in the 28 days before 1 January 1999",
  );
  expect(words.goals[0]?.funnel.rows.map(({ of100 }) => of100).join("")).toBe("");
  expect(words.goals[0]?.fields.every(({ filled }) => filled === "not measured")).toBe(true);
});

test("a field that is needed and never in time comes before any share", () => {
  const never = aGoalActionability({ fields: whole.fields.map((field) => ({ ...field, inTimeShare: 0 })) });
  const one = aGoalActionability({ fields: whole.fields.map((field, at) => ({ ...field, inTimeShare: at || null })) });
  const worded = (goal: typeof whole) => wordActionability(anActionabilityInput({ goals: [whole, goal] }));
  expect(sentence(worded(never).headline)).toMatch(/^.+ and .+ are needed, and never here in time$/);
  expect(sentence(worded(never).goals[1]?.headline ?? { before: "", figure: "", after: "" })).toMatch(/never here/);
  expect(worded(never).goals[1]?.lead).toMatch(/^We can act in time for 24 of every 100 customers\. /);
  const then = { triggers: 900, count: 180, share: 0.2, low: 0.17, high: 0.23, asThen: ["fields"] as const };
  const once = { ...never, atTriggerTime: { ...then, snapshotShare: 0 } };
  expect(sentence(worded(once).headline)).toMatch(/^We can act in time for/);
  expect(sentence(worded(one).headline)).toBe("We can act in time for 24 of every 100 customers, over two goals");
});

test("the share at the moment that mattered says how far today’s snapshot is off, either way", () => {
  const then = { triggers: 900, count: 180, share: 0.2, low: 0.17, high: 0.23, asThen: ["consent"] as const };
  const said = (snapshotShare: number) =>
    wordActionability(
      anActionabilityInput({ goals: [aGoalActionability({ atTriggerTime: { ...then, snapshotShare } })] }),
    ).goals[0]?.lead;
  expect(said(0.26)).toContain("it was 20 of every 100; today’s values make it look like 26.");
  expect(said(0.13)).toContain("today’s values hide some of them and say 13.");
  expect(said(0.202)).toContain("today’s values say the same.");
});

test("what is held back on purpose is no loss", () => {
  const last = wordActionability(anActionabilityInput()).goals[0]?.funnel.rows.at(-1);
  expect(last).toMatchObject({ lost: "", held: "−330", count: "2,980", width: 23.9, heldWidth: 2.6, heldAt: 23.9 });
});

test("a stage that nothing measures says why", () => {
  const [goal] = wordActionability(anActionabilityInput({ goals: [unmeasured] })).goals;
  expect(goal?.unmeasured.map(({ stage }) => stage)).toEqual(["Fresh enough", "Agreed", "Reachable", "In time"]);
});
