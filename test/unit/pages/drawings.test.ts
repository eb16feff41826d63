import { expect, test } from "vitest";
import { crowdOf } from "../../../server/pages/crowd.ts";
import { sayWorst } from "../../../server/pages/field-readiness.ts";
import { sketchField } from "../../../server/pages/field-sketch.ts";
import { flowFigure } from "../../../server/pages/flow-figure.ts";
import { histogramFigure } from "../../../server/pages/histogram-figure.ts";
import { lookFirst } from "../../../server/pages/look-first.ts";
import { valuesFigure } from "../../../server/pages/values-figure.ts";
import type { FieldProfile, Risk } from "../../../server/vocabulary.ts";

function aProfile(change: Partial<FieldProfile> = {}): FieldProfile {
  return {
    table: "customers",
    name: "plan",
    slug: "plan",
    label: "Plan",
    type: "text",
    meaning: "plan",
    meaningReason: "",
    sensitivity: "personal",
    sensitivityReason: "",
    origin: "observed",
    originReason: "",
    corrected: [],
    records: 100,
    filled: 100,
    distinct: 3,
    approximate: false,
    top: [
      { value: "S", count: 60 },
      { value: "M", count: 30 },
      { value: "L", count: 10 },
    ],
    spread: null,
    histogram: [],
    patterns: [{ value: "A", count: 100 }],
    singledOutAlone: 0,
    freshness: null,
    ...change,
  };
}

const risk = (singledOut: number): Risk => ({
  records: 100,
  singledOut,
  singledOutShare: singledOut / 100,
  smallestGroup: 1,
  inGroupsUnder5Share: 1,
  inGroupsUnder11Share: 1,
  averageRisk: 1,
});

const bars = [0, 1, 2, 3].map((from) => ({ from, to: from + 1, count: [10, 50, 30, 10][from] ?? 0 }));

test("a sketch shows shares of few values, bars of numbers, a comb where all differ", () => {
  expect(sketchField(aProfile())).toMatchObject({ kind: "shares", caption: "3 values" });
  const number = aProfile({ type: "integer", meaning: "count", top: [], histogram: bars, distinct: 40 });
  expect(sketchField(number)).toMatchObject({ kind: "bars", caption: "0 to 4" });
  expect(sketchField(aProfile({ distinct: 100, top: [] }))).toMatchObject({ kind: "comb", caption: "all different" });
  expect(sketchField(aProfile({ filled: 0, distinct: 0, top: [] })).caption).toBe("nothing in it");
  expect(sketchField(aProfile({ distinct: 1 })).caption).toBe("always the same");
  expect(sketchField(aProfile({ meaning: "free-text" })).pattern).toBe("“Aa bb ccc…”");
});

test("a histogram's claim is the narrowest half, and its table holds every bar", () => {
  const figure = histogramFigure(aProfile({ type: "number", histogram: bars }), { wide: "<svg/>", narrow: "<svg/>" });
  expect(figure?.claim).toBe("50 of every 100 lie between 1 and 2");
  expect(figure?.rows).toHaveLength(4);
  expect(figure?.drawings.map(({ widths }) => widths)).toEqual(["only-wide", "only-narrow"]);
  expect(histogramFigure(aProfile(), null)).toBeNull();
});

test("while its chart is being drawn a field still has its claim and its table", () => {
  const figure = histogramFigure(aProfile({ type: "number", histogram: bars }), null);
  expect(figure?.drawings).toEqual([]);
  expect(figure?.rows).toHaveLength(4);
});

test("a crowd is never empty while somebody is singled out, nor full while somebody is not", () => {
  expect([0, 0.001, 0.5, 0.999, 1].map((share) => crowdOf(share).number)).toEqual([0, 1, 50, 99, 100]);
});

test("every field flows into its lane", () => {
  const fields = [
    { name: "a", label: "A", verdict: "needed" as const },
    { name: "b", label: "B", verdict: "unused" as const },
    { name: "c", label: "C", verdict: "unused" as const },
  ];
  const { lanes, curves, sentence } = flowFigure("Keep customers", fields);
  expect(lanes.map(({ number, seeds }) => [number, seeds.length])).toEqual([
    ["1", 1],
    ["0", 0],
    ["2", 2],
    ["0", 0],
  ]);
  expect(curves).toHaveLength(3);
  expect(sentence).toContain("has 3 fields");
});

test("the first findings are the gravest, with what is behind them", () => {
  const fields = [
    aProfile({ label: "Date of birth", meaning: "birth-date", singledOutAlone: 61 }),
    aProfile({ label: "Health interest", meaning: "health", sensitivity: "special" }),
    aProfile({ label: "Income band", origin: "acquired" }),
    aProfile({ label: "Note", meaning: "free-text" }),
  ];
  expect(lookFirst(fields, risk(98), "customers")).toEqual([
    {
      claim: "Taken together, they single out 98 of every 100 customers",
      behind: "Date of birth does it alone for 61.",
    },
    { claim: "One field is specially protected", behind: "Health interest." },
    { claim: "One field is bought in", behind: "Income band." },
  ]);
  expect(lookFirst([aProfile()], risk(0), "customers")).toEqual([
    { claim: "Every field is filled in", behind: "There is no empty cell in the customer table." },
  ]);
});

test("a field that a goal needs and never has in time comes before anything else", () => {
  const fields = [aProfile({ name: "left", label: "Data left" }), aProfile({ label: "Note", meaning: "free-text" })];
  const never = {
    goal: "g",
    name: "Top-up offer",
    href: "/g",
    readiness: "late",
    says: "never in time",
    never: true,
  } as const;
  const readinessOf = ({ name }: { name: string }) => (name === "left" ? [never] : []);
  expect(lookFirst(fields, risk(98), "customers", readinessOf)[0]).toEqual({
    claim: "One field is needed, and never here in time",
    behind: "Data left, for Top-up offer.",
  });
  const late = { ...never, says: "too late", never: false };
  expect(sayWorst([{ ...late, readiness: "in-time", says: "in time" }, late])).toEqual({
    says: "too late for Top-up offer",
    bad: true,
  });
  expect(sayWorst([{ ...late, readiness: "not-measured" }])).toBeNull();
});

test("protected values are masked until asked for, and values of one person always", () => {
  const showing = (shows: boolean) => ({ shows, show: "/show", hide: "/hide" });
  const special = aProfile({ sensitivity: "special", patterns: [{ value: "a", count: 100 }] });
  expect(valuesFigure(special, showing(false))?.rows[0]?.value).toBe("a");
  expect(valuesFigure(special, showing(false))?.toggle?.href).toBe("/show");
  expect(valuesFigure(special, showing(true))?.rows[0]?.value).toBe("S");
  const direct = aProfile({ meaning: "email", sensitivity: "identifying", top: [] });
  expect(valuesFigure(direct, showing(true))).toMatchObject({ claim: "How the values are written", toggle: null });
});
