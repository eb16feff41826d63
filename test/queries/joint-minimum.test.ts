import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { settle } from "../../server/jobs/settle.ts";
import { type JointMinimum, jointMinimumOf } from "../../server/plans/joint-minimum.ts";
import type { Row } from "../support/a-dataset.ts";
import { normal, seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
let sorted: SortedRows;
let joint: JointMinimum | null;

/**
 * Who leaves is decided by the pass, the tier and what is spent, who buys by the region, the badge and the visits. The store says nearly
 * what the region says, and the card is the badge under other names.
 */
function members(): Row[] {
  const random = seededRandom(41);
  const pick = (levels: number) => Math.floor(random() * levels);
  const yes = (odds: number) => (random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no");
  return Array.from({ length: 9000 }, (_, at) => {
    const region = pick(6);
    const [badge, pass, tier] = [pick(4), pick(4), pick(3)];
    const [spend, visits] = [normal(random), normal(random)];
    return {
      member_id: `m${at}`,
      region: `region ${region}`,
      store: `store ${random() < 0.9995 ? region : pick(6)}`,
      badge: `b${badge}`,
      card: `card ${3 - badge}`,
      pass: `p${pass}`,
      tier: `tier ${tier}`,
      spend: Number(spend.toFixed(2)),
      visits: Number(visits.toFixed(2)),
      noise: pick(5),
      left: yes(-1 + [0.7, -0.6, 0.3, -0.5][pass]! + [-0.7, 0, 0.7][tier]! + 0.6 * spend),
      bought: yes(-0.8 + [-0.8, 0.8, 0.2, 0.6, -0.7, 0][region]! + 0.5 * visits + [-0.5, 0.5, 0, 0.4][badge]!),
    };
  });
}

const strategy = `
strategy: The club
fields:
  - { field: store, sensitivity: none }
  - { field: region, sensitivity: none }
goals:
  - key: keep
    name: Keep members
    outcome: { field: left, is: "yes" }
    roles: { key: member_id, content: [card, store] }
    exchange: A month for free
  - key: sell
    name: Sell more
    outcome: { field: bought, is: "yes" }
    roles: { key: member_id }
    exchange: A discount
answers:
  - { goal: keep, field: bought, known: afterwards, by: Ada, at: 2026-01-01 }
  - { goal: sell, field: left, known: afterwards, by: Ada, at: 2026-01-01 }
  - { goal: sell, field: region, known: before, by: Ada, at: 2026-01-01 }
  - { goal: sell, field: store, known: before, by: Ada, at: 2026-01-01 }
`;

async function jointOf(text: string, slug: string): Promise<JointMinimum | null> {
  sorted = await sortRows(served.workbench, { customers: members() }, text, { slug });
  const ready = jointMinimumOf(served.workbench, sorted.dataset, readStrategy(text, "strategy.yaml"), sorted.sorting, {
    seed: 1,
  });
  return ready && settle(served.workbench.jobs, await ready);
}

const names = (places: readonly { readonly name: string }[]) => places.map(({ name }) => name).toSorted();

beforeAll(async () => {
  served = await serveWorkbench();
  joint = await jointOf(strategy, "joint");
}, 60_000);
afterAll(() => served.close());

test("a copy and a near-equal that another goal holds anyway take the place of a goal's own fields", () => {
  const [keep, sell] = sorted.sorting.goals.map(({ analysis }) => names(analysis.kept));
  expect(keep).toEqual(["pass", "spend", "tier"]);
  expect(sell).toContain("badge");
  expect(sell).toContain("visits");
  expect(names(joint!.separate)).toEqual([
    "badge",
    "card",
    "member_id",
    "pass",
    "region",
    "spend",
    "store",
    "tier",
    "visits",
  ]);
  expect(names(joint!.together)).toEqual(["card", "member_id", "pass", "spend", "store", "tier", "visits"]);
  const beside = joint!.goals.find(({ goal }) => goal === "sell");
  expect(names(beside!.leaves)).toEqual(["badge", "region"]);
  expect(names(beside!.takes)).toEqual(["card", "store"]);
});

test("every goal still keeps what it asks for, measured anew", () => {
  for (const { keptShare, proven } of joint!.goals) {
    expect(proven).toBe(true);
    expect(keptShare.low).toBeGreaterThanOrEqual(0.98);
    expect(keptShare.value).toBeGreaterThanOrEqual(keptShare.low);
  }
});

test("the verdicts of the goals stay as they are", () => {
  expect(sorted.verdictOf("badge", "sell").verdict).toBe("needed");
  expect(sorted.verdictOf("card", "sell")).toMatchObject({ verdict: "unused", reason: "duplicate" });
  expect(sorted.verdictOf("card", "keep")).toMatchObject({ verdict: "needed", reason: "role" });
});

test("goals that share nothing keep what they keep, and one goal alone has no joint minimum", async () => {
  const apart = await jointOf(strategy.replace(", content: [card, store]", ""), "apart");
  expect(apart!.together).toEqual(apart!.separate);
  expect(apart!.goals.flatMap(({ takes, leaves }) => [...takes, ...leaves])).toEqual([]);
  const [before, rest] = strategy.split("  - key: sell");
  const alone = `${before}${rest!.slice(rest!.indexOf("answers:"), rest!.indexOf("  - { goal: sell"))}`;
  expect(await jointOf(alone, "alone")).toBeNull();
});
