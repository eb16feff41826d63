import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { count, text } from "../../server/database/shape.ts";
import { relation } from "../../server/database/sql-text.ts";
import { countGroups } from "../../server/profiles/count-groups.ts";
import { levelsOf } from "../../server/profiles/levels-of.ts";
import type { Workbench } from "../../server/workbench.ts";
import type { Row } from "../support/a-dataset.ts";
import { normal, seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
let workbench: Workbench;
beforeAll(async () => {
  served = await serveWorkbench();
  workbench = served.workbench;
});
afterAll(() => served.close());

const strategy = (thresholds = "") => `
strategy: The club
goals:
  - key: keep
    name: Keep members
    outcome: { field: left, is: "yes" }
    roles: { key: member_id }
    exchange: A month for free
${thresholds}`;

const trades = ["baker", "cook", "miller", "weaver"];
const areas = ["AB", "AD", "CB", "CD"];

/** Trade and area decide who leaves; 3 people are luthiers, 7 and 4 live in areas of few. */
function members(rare: boolean): Row[] {
  const random = seededRandom(11);
  return Array.from({ length: 3000 }, (_, at) => {
    const trade = Math.floor(random() * 4);
    const area = Math.floor(random() * 4);
    const spend = normal(random);
    const odds = -1 + [-0.8, 0.8, -0.4, 0.5][trade]! + [0.8, -0.9, -0.5, 0.5][area]! + spend;
    const few = at < 7 ? "ZW" : at < 11 ? "ZX" : areas[area];
    return {
      member_id: `m${at}`,
      job: rare && at < 3 ? "luthier" : trades[trade]!,
      postcode: `${rare ? few : areas[area]}${Math.floor(random() * 90) + 10} ${Math.floor(random() * 9)}QX`,
      spend: Number(spend.toFixed(3)),
      noise: `n${Math.floor(random() * 5)}`,
      left: random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
    };
  });
}

describe("values held by too few", () => {
  let sorted: SortedRows;
  beforeAll(async () => {
    sorted = await sortRows(workbench, { customers: members(true) }, strategy());
  });

  test("are together in the level that is proposed, and its SQL names the common ones only", async () => {
    expect(sorted.verdictOf("job")).toMatchObject({ verdict: "coarser", reason: "coarser-as-good", keepAs: "common" });
    const { keepAs } = sorted.planOf("job");
    for (const trade of trades) expect(keepAs?.sql).toContain(trade);
    expect(JSON.stringify(sorted.sorting)).not.toContain("luthier");
    const query = {
      name: "test/kept",
      sql: `select ${keepAs?.sql} as value, count(*) as n from {customers} group by 1 order by 1`,
    };
    const names = { customers: relation(sorted.dataset.schema, "customers") };
    const kept = await workbench.database.rows(query, { value: text, n: count }, { names });
    expect(kept.map(({ value }) => value)).toEqual(["Other", ...trades]);
    expect(kept[0]?.n).toBe(3);
  });

  test("are said in the sentence, the facts and a row of the compare table", () => {
    const [first] = sorted.verdictOf("job").evidence;
    expect(first?.sentence).toContain("3 customers have values held by fewer than 11: they become “Other”.");
    expect(first?.facts).toMatchObject({ rareCustomers: 3, rareUnder: 11 });
    const rows = sorted.sorting.goals[0]?.analysis.levels.find(({ name }) => name === "job")?.rows;
    expect(rows?.map(({ level }) => level)).toEqual([null, "common", "drop"]);
    expect(rows?.find(({ level }) => level === "common")?.found).not.toBeNull();
  });

  test("are together at the levels of a place as well", () => {
    const verdict = sorted.verdictOf("postcode");
    expect(verdict).toMatchObject({ verdict: "coarser", keepAs: "first-2" });
    expect(verdict.evidence[0]?.facts).toMatchObject({ rareCustomers: 11 });
    const { keepAs } = sorted.planOf("postcode");
    expect(keepAs?.sql).toContain("'AB'");
    expect(keepAs?.sql).not.toMatch(/ZW|ZX/);
  });

  test("are together in the risk with the plan, and what is rare only together is counted as still singled out", async () => {
    const { profiles, plan, risk } = sorted.sorting;
    const level = (name: string) =>
      levelsOf(profiles.find((profile) => profile.name === name)!).find(
        ({ key }) => key === plan.find((one) => one.name === name)?.keepAs?.level,
      );
    const held = risk.identifyingFields.map(({ field }) => ({ field, level: level(field) }));
    const after = await countGroups(workbench.database, sorted.dataset, held);
    expect(risk.after).toEqual(after);
    expect(risk.exposed).toEqual({ under: 11, customers: Math.round(after.inGroupsUnder11Share * after.records) });
  });
});

test("nothing is added where no value is rare", async () => {
  const { sorting, verdictOf } = await sortRows(workbench, { customers: members(false) }, strategy(), {
    slug: "none-rare",
  });
  expect(verdictOf("job")).toMatchObject({ verdict: "needed", reason: "lift", keepAs: null });
  expect(sorting.profiles.filter(({ rare }) => rare).map(({ name }) => name)).toEqual(["postcode"]);
  expect(verdictOf("postcode").evidence[0]?.facts).not.toHaveProperty("rareCustomers");
});

test("the threshold is the strategy's, and never under 5", async () => {
  const three = await sortRows(workbench, { customers: members(true) }, strategy("thresholds: { k: 3 }"));
  expect(three.verdictOf("job")).toMatchObject({ keepAs: "common" });
  expect(three.verdictOf("job").evidence[0]?.facts).toMatchObject({ rareUnder: 5 });
  const seven = await sortRows(workbench, { customers: members(true) }, strategy("thresholds: { k: 7 }"));
  expect(seven.verdictOf("postcode").evidence[0]?.facts).toMatchObject({ rareCustomers: 4, rareUnder: 7 });
});
