import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../support/a-dataset.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
beforeAll(async () => {
  served = await serveWorkbench();
});
afterAll(() => served.close());

/** Three fields of some weight, three of little: with few customers nobody can say whether the little ones matter. */
function members(records: number): Row[] {
  const random = seededRandom(5);
  const pick = (levels: number) => Math.floor(random() * levels);
  return Array.from({ length: records }, (_, at) => {
    const [one, two, three] = [pick(3), pick(3), pick(3)];
    const little = [pick(2), pick(2), pick(2)];
    const odds = -0.5 + 0.6 * (one + two + three - 3) + 0.3 * (little[0]! + little[1]! + little[2]! - 1.5);
    return {
      member_id: `m${at}`,
      one: `one ${one}`,
      two: `two ${two}`,
      three: `three ${three}`,
      ...Object.fromEntries(little.map((value, place) => [`little_${place}`, `l${value}`])),
      left: random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
    };
  });
}

const strategy = `
strategy: The club
goals:
  - key: keep
    name: Keep members
    outcome: { field: left, is: "yes" }
    roles: { key: member_id }
    exchange: A month for free
`;

test("with few customers the lean set is kept, and the proven one stands beside it", async () => {
  const { sorting } = await sortRows(served.workbench, { customers: members(700) }, strategy, { slug: "few" });
  const { kept, provenSet, proven, performance, warnings } = sorting.goals[0]!.analysis;
  expect(proven).toBe(false);
  expect(performance!.keptShare.low).toBeLessThan(0.98);
  expect(provenSet!.length).toBeGreaterThan(kept.length);
  const names = provenSet!.map(({ name }) => name);
  for (const { name } of kept) expect(names).toContain(name);
  expect(warnings.join()).toContain(`It can be shown of ${provenSet!.length} fields: `);
});

test("with many the kept set is the proven one", async () => {
  const { sorting } = await sortRows(served.workbench, { customers: members(12_000) }, strategy, { slug: "many" });
  const { proven, provenSet } = sorting.goals[0]!.analysis;
  expect({ proven, provenSet }).toEqual({ proven: true, provenSet: null });
});
