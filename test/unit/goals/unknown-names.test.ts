import { describe, expect, test } from "vitest";
import { didYouMean, near } from "../../../server/did-you-mean.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { unknownNames } from "../../../server/goals/unknown-names.ts";
import type { Dataset, Table } from "../../../server/vocabulary.ts";

const aTable = (name: string, kind: Table["kind"], fields: readonly string[]): Table => ({
  ...{ name, slug: name, kind, records: 1, sha256: "", rejected: 0, copiesRemoved: 0 },
  fields: fields.map((field) => ({ name: field, slug: field, type: "text" })),
  layout: {
    ...{ key: null, joins: null, event: null, at: null, arrived: null, updated: null, channel: null, purpose: null },
    ...{ state: null, yes: [], channels: {}, each: null, zone: null },
  },
});
const dataset: Dataset = {
  ...{ slug: "d", name: "d", schema: "d", loadedAt: "", warnings: [], fingerprint: "" },
  tables: [aTable("customers", "customers", ["gender", "emp.var.rate"]), aTable("events", "events", ["kind"])],
};

test("names that no table has are said, with the name that was meant", () => {
  const strategy = readStrategy(
    `
tables: [{ table: event }, { table: events }]
fields: [{ field: events.kind }, { field: emp.var.rate }, { field: genders }]
decisions: [{ field: kind, verdict: unused, by: a, at: 2026-11-20, reason: b }]
`,
    "strategy.yaml",
  );
  expect(unknownNames(strategy, dataset)).toEqual([
    'tables: no table "event" is loaded. Did you mean events?',
    'fields: no table has the field "genders". Did you mean gender?',
    'decisions: no table has the field "kind". Did you mean events.kind?',
  ]);
});

describe("a mistyped word", () => {
  test.each([
    ["chrun", ["churn", "charges"], ["churn"]],
    ["Contract End", ["contract_end_date", "contract_end", "gender"], ["contract_end", "contract_end_date"]],
    ["xyz", ["churn"], []],
    ["age", ["plan", "gender"], []],
  ])("%s may mean %j", (word, candidates, meant) => {
    expect(near(word, candidates)).toEqual(meant);
  });

  test("is answered only where something is near", () => {
    expect(didYouMean("churnd", ["churned", "churn"])).toBe(" Did you mean churn or churned?");
    expect(didYouMean("xyz", ["churned"])).toBe("");
  });
});
