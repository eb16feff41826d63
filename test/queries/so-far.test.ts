import { afterAll, beforeAll, expect, test } from "vitest";
import { findDataset } from "../../server/datasets/list-datasets.ts";
import { storedStrategy } from "../../server/goals/strategy-store.ts";
import { type SortedSoFar, type Sorting, sortDataset } from "../../server/plans/sort-dataset.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";

let served: ServedWorkbench;
let looks: SortedSoFar[];
let sorting: Sorting;

beforeAll(async () => {
  served = await serveSmallSample(4000);
  const { workbench } = served;
  const dataset = await findDataset(workbench.database, "small");
  const strategy = await storedStrategy(workbench.database, "small");
  const goal = strategy.goals.find(({ outcome }) => outcome && "field" in outcome);
  if (!dataset || !goal) throw new Error("The sample has no goal with an outcome.");
  looks = [];
  const known = (look: () => unknown) => looks.push(look() as SortedSoFar);
  sorting = await sortDataset(workbench, dataset, { ...strategy, decisions: [] }, [goal], { seed: 1, known });
}, 60_000);
afterAll(() => served.close());

const inState = ({ fields }: SortedSoFar, state: string) => fields.filter((field) => field.state === state);

test("what a rule settles is known at once, and every other field waits until it is tested", () => {
  const [first] = looks;
  expect(inState(first!, "settled").length).toBeGreaterThan(5);
  expect(inState(first!, "tested")).toEqual([]);
  for (const { verdict } of inState(first!, "waiting")) expect(verdict).toBeNull();
  const counts = looks.map((look) => inState(look, "tested").length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts).size).toBeGreaterThan(5);
  expect(inState(looks.at(-1)!, "waiting")).toEqual([]);
});

test("what was settled without a test stays so in the end", () => {
  const final = sorting.goals[0]!.verdicts;
  for (const look of looks) {
    for (const { table, name, verdict } of inState(look, "settled")) {
      const last = final.find((one) => one.table === table && one.name === name);
      expect([name, last?.verdict, last?.reason]).toEqual([name, verdict?.verdict, verdict?.reason]);
    }
  }
});
