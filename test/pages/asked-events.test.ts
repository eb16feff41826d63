import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listDatasets } from "../../server/datasets/list-datasets.ts";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy, storedStrategy } from "../../server/goals/strategy-store.ts";
import { Reader } from "../support/browse.ts";
import { customersFile, reportsOf } from "../support/report-json.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { sortRows } from "../support/sort-rows.ts";

/** Whoever is closing an account leaves; visits and the tier tell a little. */
function club(records = 1500) {
  const random = seededRandom(3);
  const members: string[] = [];
  const events: string[] = [];
  for (let at = 0; at < records; at++) {
    const tier = Math.floor(random() * 3);
    const visits = Math.floor(random() * 4);
    const left = random() < 1 / (1 + Math.exp(1 - [-0.7, 0, 0.7][tier]! + 0.4 * (visits - 1.5)));
    members.push(`M${at},tier ${tier},${Math.floor(random() * 9)},${left ? "yes" : "no"}`);
    for (let visit = 0; visit < visits; visit++) events.push(`M${at},visit,2026-03-0${1 + visit}T10:00:00Z`);
    if (left && random() < 0.98) events.push(`M${at},account_closed,2026-04-0${1 + (at % 9)}T10:00:00Z`);
  }
  return {
    members: ["member_id,tier,shoe,left_club", ...members].join("\n"),
    events: ["member_id,kind,happened_at", ...events].join("\n"),
  };
}

const strategy = `
strategy: The club
goals:
  - key: keep
    name: Keep members
    outcome: { field: left_club, is: "yes" }
    roles: { key: member_id }
    exchange: A month for free
`;

const isKind = ({ table, field }: { readonly table: string; readonly field: string }) =>
  table === "events" && field === "kind";

describe("a question about a field of another table", () => {
  let served: ServedWorkbench;
  let reader: Reader;
  beforeAll(async () => {
    served = await serveWorkbench();
    reader = new Reader(served);
    const { members, events } = club();
    await reader.load({ "customers.csv": members, "events.csv": events });
    const [dataset] = await listDatasets(served.workbench.database);
    await replaceStrategy(served.workbench.database, dataset!.slug, readStrategy(strategy, "strategy.yaml"));
  }, 60_000);
  afterAll(() => served.close());

  test("is answered on its page, and the answer is kept under the table's name", async () => {
    const [dataset] = await listDatasets(served.workbench.database);
    const path = `/datasets/${dataset!.slug}/goals/keep/board/events--kind`;
    const page = await reader.follow(await reader.get(path));
    expect(page.text).toContain("Is it known before the outcome?");
    const after = await reader.follow(
      await reader.send(page, "form[action$='/answer']", { known: "afterwards", by: "head of CRM" }),
    );
    const { answers } = await storedStrategy(served.workbench.database, dataset!.slug);
    expect(answers).toMatchObject([{ goal: "keep", field: "events.kind", known: "afterwards", by: "head of CRM" }]);
    expect(after.document.querySelector("button[aria-pressed='true']")?.textContent).toBe("No, only afterwards");
    expect(after.document.querySelector("h1")?.textContent).toContain("unused for this goal");
  }, 60_000);
});

describe("on the command line", () => {
  const files = () => {
    const { members, events } = club();
    const customers = customersFile(members);
    const log = join(customers, "..", "events.csv");
    writeFileSync(log, events);
    return [customers, log];
  };

  test("the question is listed, and answered with the table's name before the field's", async () => {
    const paths = files();
    const open = (await reportsOf(paths, ["--outcome", "left_club=yes"])).minimization.goals[0]!;
    expect(open.asked.find(isKind)).toMatchObject({ answer: null });
    const known = (await reportsOf(paths, ["--outcome", "left_club=yes", "--known-before", "events.kind"]))
      .minimization;
    expect(known.goals[0]!.asked.find(isKind)).toMatchObject({ answer: "before" });
    expect(known.goals[0]!.kept.map(({ table, name }) => `${table}.${name}`)).toContain("events.kind");
    expect(known.goals[0]!.performance!.keptFields.value).toBeGreaterThan(0.95);
  }, 60_000);
});

test("a field of another table that has a role stands among the roles, not in the kept set", async () => {
  const served = await serveWorkbench();
  const { members, events } = club(3000);
  const rowsOf = (csv: string) => {
    const [head, ...lines] = csv.split("\n").map((line) => line.split(","));
    return lines.map((cells) => Object.fromEntries(head!.map((name, place) => [name, cells[place] ?? null])));
  };
  const triggered = strategy.replace(
    "    roles:",
    "    channels: [email]\n    trigger: { table: events, event: visit, at: happened_at }\n    window: 24h\n    roles:",
  );
  const log = rowsOf(events).filter(({ kind }) => kind === "visit");
  const layout = { key: "member_id", event: "kind", at: "happened_at" };
  const tables = { customers: rowsOf(members), events: { rows: log, layout } };
  try {
    const { sorting, verdictOf } = await sortRows(
      served.workbench,
      tables,
      `${triggered}answers:
  - { goal: keep, field: events.kind, known: before, by: Ada, at: 2026-01-01 }
  - { goal: keep, field: events.happened_at, known: before, by: Ada, at: 2026-01-01 }
  - { goal: keep, field: events.member_id, known: before, by: Ada, at: 2026-01-01 }
  - { goal: keep, field: tier, known: before, by: Ada, at: 2026-01-01 }
`,
    );
    const { kept } = sorting.goals[0]!.analysis;
    expect(kept.map(({ table, name }) => `${table}.${name}`)).toEqual(["customers.tier"]);
    expect(sorting.goals[0]!.analysis.performance!.allFields.value).toBeGreaterThan(0.6);
    for (const field of ["kind", "happened_at"]) {
      expect(verdictOf(`events.${field}`)).toMatchObject({ verdict: "needed", reason: "role" });
    }
  } finally {
    await served.close();
  }
}, 60_000);
