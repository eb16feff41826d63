import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureActionability } from "../../server/actionability/measure-actionability.ts";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { resolveGoal } from "../../server/goals/resolve-goal.ts";
import { profileDataset } from "../../server/profiles/profile-dataset.ts";
import { aDataset, type Cell, type Row } from "../support/a-dataset.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
beforeAll(async () => {
  served = await serveWorkbench();
});
afterAll(() => served.close());

const asOf = "2026-11-23T09:40:00Z";
const words = ["granted", "opt-in", "Yes", "confirmed", "no", "withdrawn by phone", "unknown", null];

function members(): Row[] {
  const random = seededRandom(7);
  const one = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const two = (number: number) => String(number).padStart(2, "0");
  const anyDay = (from: number) =>
    `${from + Math.floor(random() * 30)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  return Array.from({ length: 600 }, (_, at) => ({
    member_id: `m${at}`,
    email: `m.${at}@example.org`,
    date_of_birth: at === 5 ? "1988-02-29" : anyDay(1950),
    agreed_at: random() < 0.7 ? `${anyDay(1996)}T${two(Math.floor(random() * 24))}:05:00Z` : null,
    sms_consent: one(words),
    blocked_on: random() < 0.1 ? anyDay(1996) : null,
    expires: `2026-${two(9 + Math.floor(random() * 3))}-${two(1 + Math.floor(random() * 28))}T${two(Math.floor(random() * 24))}:30:00Z`,
  }));
}

const birthday = `
strategy: The club
goals:
  - key: birthday
    name: Birthday greeting
    channels: [email, sms]
    trigger: { field: date_of_birth, before: 2d }
    window: 24h
    roles: { key: member_id, address: { email: email }, consent: { email: agreed_at, sms: sms_consent }, suppression: [blocked_on] }
    exchange: A drink
    basis: consent
`;

describe("the least of a field that its role needs", () => {
  test("is yes or no of when or how somebody agreed and of when they were blocked, and a birthday without its year", async () => {
    const { verdictOf, planOf } = await sortRows(served.workbench, { customers: members() }, birthday);
    const formOf = (field: string) => [verdictOf(field).verdict, verdictOf(field).reason, verdictOf(field).keepAs];
    expect(formOf("agreed_at")).toEqual(["coarser", "coarser-as-good", "yes-no"]);
    expect(formOf("sms_consent")).toEqual(["coarser", "coarser-as-good", "yes-no"]);
    expect(formOf("blocked_on")).toEqual(["coarser", "coarser-as-good", "yes-no"]);
    expect(formOf("date_of_birth")).toEqual(["coarser", "coarser-as-good", "day-of-year"]);
    expect(formOf("member_id")).toEqual(["needed", "role", null]);
    expect(formOf("email")).toEqual(["needed", "role", null]);
    expect(
      verdictOf("agreed_at")
        .evidence.slice(0, 2)
        .map(({ rule }) => rule),
    ).toEqual(["coarser-as-good", "role"]);
    expect(verdictOf("date_of_birth").evidence[0]?.facts).toMatchObject({ comparedOn: 600, roles: ["trigger"] });
    expect(planOf("sms_consent")).toMatchObject({ action: "coarsen", keepAs: { level: "yes-no" } });
  });

  test("leaves every stage of acting in time as it was", async () => {
    const rows = members();
    const { sorting } = await sortRows(served.workbench, { customers: rows }, birthday, { slug: "whole" });
    const { database } = served.workbench;
    const formed: Row[] = await database
      .rows(
        {
          name: "test/formed",
          sql: `select to_json(struct_pack(${sorting.plan
            .filter(({ name }) => name in (rows[0] ?? {}))
            .map(({ name, keepAs }) => `"${name}" := ${keepAs?.sql ?? `"${name}"`}`)
            .join(", ")})) as row from dataset_whole.customers order by rowid`,
        },
        { row: (cell) => JSON.parse(String(cell)) as Record<string, Cell> },
      )
      .then((found) => found.map(({ row }) => row));
    expect(formed[5]).toMatchObject({ date_of_birth: "2000-02-29" });
    const stagesOf = async (customers: readonly Row[], slug: string) => {
      const dataset = await aDataset(database, { customers }, slug);
      const profiles = (await profileDataset(database, dataset, [], { asOf })).map((profile) => ({
        ...profile,
        meaning: sorting.profiles.find(({ name }) => name === profile.name)?.meaning ?? profile.meaning,
      }));
      const [goal] = readStrategy(birthday, "strategy.yaml").goals;
      const resolved = await resolveGoal(database, dataset, profiles, goal!, { asOf });
      const options = { asOf, needed: [], fieldSettings: [] };
      const { stages, channels, heldBack, actionable } = await measureActionability(
        database,
        dataset,
        profiles,
        resolved,
        options,
      );
      return { stages, channels, heldBack, actionable };
    };
    const whole = await stagesOf(rows, "again");
    expect(whole.actionable?.count).toBeGreaterThan(5);
    expect(await stagesOf(formed, "formed")).toEqual(whole);
  });

  test("is the day of a trigger where no hour plays a part, and the whole time where one does", async () => {
    const expiry = (more: string) => `
strategy: The club
goals:
  - key: renew
    name: Renewal
    channels: [email]
    trigger: { field: expires, before: 7d }
    ${more}
    roles: { key: member_id, address: { email: email } }
    exchange: A drink
    basis: contract
`;
    // Midnight differs from the hour only for what falls on the as-of day and on the first day of the look-back.
    const rows = members().filter(({ expires }) => !/2026-(11-30|09-01)/.test(String(expires)));
    const options = { slug: "expiry" };
    const keepAs = async (more: string) =>
      (await sortRows(served.workbench, { customers: rows }, expiry(more), options)).verdictOf("expires").keepAs;
    expect(await keepAs("window: 3d")).toBe("day");
    expect(await keepAs("window: 2h")).toBeNull();
    expect(await keepAs("window: 3d\n    quiet: 21:00-08:00")).toBeNull();
  });

  test("is the field as it is where a condition reads it too, or where no word means yes", async () => {
    const used = birthday.replace(
      "channels: [email, sms]",
      "audience: agreed_at >= as_of - 4000\n    channels: [email, sms]",
    );
    const { verdictOf } = await sortRows(served.workbench, { customers: members() }, used, { slug: "used" });
    expect(verdictOf("agreed_at")).toMatchObject({ verdict: "needed", keepAs: null });
    const strange = members().map((row, at) => ({ ...row, sms_consent: `code ${at % 6}` }));
    const sorted = await sortRows(served.workbench, { customers: strange }, birthday, { slug: "strange" });
    expect(sorted.verdictOf("sms_consent")).toMatchObject({ verdict: "needed", reason: "role" });
  });
});
