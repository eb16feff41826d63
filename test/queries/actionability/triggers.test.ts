import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import type { ResolvedGoal } from "../../../server/goals/resolved-goal.ts";
import type { FieldProfile, FieldRef, FieldSetting } from "../../../server/vocabulary.ts";
import { aDataset, type Row, type TableContent } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const asOf = "2026-11-23T09:40:00Z";
const eventLayout = { key: "customer_id", event: "kind", at: "happened_at", arrived: "loaded_at" };
const eventTypes = { customer_id: "text", kind: "text", happened_at: "time", loaded_at: "time" } as const;
const trigger = { kind: "event", table: "events", event: "cart", at: "happened_at", arrived: "loaded_at" } as const;

interface Extra {
  readonly needed?: readonly FieldRef[];
  readonly fieldSettings?: readonly FieldSetting[];
  readonly profiles?: readonly FieldProfile[];
  readonly asOf?: string | null;
}

async function measure(
  tables: Readonly<Record<string, readonly Row[] | TableContent>>,
  goal: ResolvedGoal,
  extra: Extra = {},
) {
  const dataset = await aDataset(database, tables);
  return measureActionability(database, dataset, extra.profiles ?? [], goal, {
    asOf: extra.asOf === undefined ? asOf : extra.asOf,
    needed: extra.needed ?? [],
    fieldSettings: extra.fieldSettings ?? [],
  });
}

/** Events of one customer each, `lag` seconds after they happened. */
function eventsWith(lags: readonly (number | null)[], start = "2026-11-10T10:00:00Z"): TableContent {
  const rows = lags.map((lag, index) => {
    const at = Date.parse(start) + index * 61_000;
    return {
      customer_id: `c${index}`,
      kind: "cart",
      happened_at: new Date(at).toISOString().slice(0, 19),
      loaded_at: lag === null ? null : new Date(at + lag * 1000).toISOString().slice(0, 19),
    };
  });
  return { rows, types: eventTypes, layout: eventLayout };
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ customer_id: `c${index}`, plan: "S" }));
const eventGoal = (more: Parameters<typeof aResolvedGoal>[0] = {}) =>
  aResolvedGoal({
    trigger,
    windowMinutes: 60,
    lookBackMinutes: 30 * 1_440,
    roles: [aRole("key", "customer_id")],
    ...more,
  });

describe("from event to arrival", () => {
  test("quantiles are those of the lags of 0 and more, and what never arrived is not in the window", async () => {
    const lags = [...Array.from({ length: 298 }, (_, index) => index + 1), 7_200, 14_400, null, -7_200];
    const { lag } = await measure({ customers: people(302), events: eventsWith(lags) }, eventGoal());
    expect(lag).toMatchObject({ measured: true, events: 302, negative: 1, p50Minutes: 150 / 60, p95Minutes: 285 / 60 });
    expect(lag.p99Minutes).toBe(297 / 60);
    expect(lag.inWindowShare).toBeCloseTo(298 / 302, 10);
  });

  test("are not estimable from too few", async () => {
    const few = (count: number) =>
      measure({ customers: people(count), events: eventsWith(Array(count).fill(60)) }, eventGoal());
    expect((await few(4)).lag).toMatchObject({ p50Minutes: null, p95Minutes: null, p99Minutes: null });
    expect((await few(58)).lag).toMatchObject({ p50Minutes: 1, p95Minutes: null, p99Minutes: null });
    expect((await few(298)).lag).toMatchObject({ p95Minutes: 1, p99Minutes: null });
    expect((await few(299)).lag).toMatchObject({ p99Minutes: 1 });
  });

  test("clocks a few seconds apart make no event too early", async () => {
    const lags = Array.from({ length: 100 }, (_, index) => (index < 10 ? -5 : 30));
    const found = await measure({ customers: people(100), events: eventsWith(lags) }, eventGoal());
    expect(found.lag.inWindowShare).toBe(1);
    expect(found.warnings.join(" ")).toContain("two clocks differ");
  });

  test("whole hours too early are named as a zone that is wrong", async () => {
    const lags = Array.from({ length: 100 }, (_, index) => (index < 90 ? -7_200 + (index % 50) : 30));
    const found = await measure({ customers: people(100), events: eventsWith(lags) }, eventGoal());
    expect(found.warnings.join(" ")).toContain("2 hours early");
  });

  test("a nightly load is recognised", async () => {
    const rows = Array.from({ length: 90 }, (_, index) => {
      const at = Date.parse("2026-11-01T08:00:00Z") + index * 3 * 3_600_000;
      const night = Math.ceil((at - 2.5 * 3_600_000) / 86_400_000) * 86_400_000 + 2.5 * 3_600_000;
      return {
        customer_id: `c${index}`,
        kind: "cart",
        happened_at: new Date(at).toISOString().slice(0, 19),
        loaded_at: new Date(night + index * 1_000).toISOString().slice(0, 19),
      };
    });
    const found = await measure(
      { customers: people(90), events: { rows, types: eventTypes, layout: eventLayout } },
      eventGoal(),
    );
    expect(found.lag.batch).toBe("they arrive once a night, between 02:00 and 03:00 UTC");
    expect(found.fixes[0]).toMatchObject({ stage: "in-time", fix: expect.stringContaining("once a night") });
  });

  test("dates without a time of day leave a window of minutes undecided", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      customer_id: `c${index}`,
      kind: "cart",
      happened_at: "2026-11-10T00:00:00",
      loaded_at: "2026-11-10T03:00:00",
    }));
    const events = { rows, types: eventTypes, layout: eventLayout };
    const minutes = await measure({ customers: people(40), events }, eventGoal());
    expect(minutes.stages.find(({ stage }) => stage === "in-time")).toMatchObject({
      measured: false,
      count: null,
      why: expect.stringContaining("too coarse"),
    });
    const days = await measure({ customers: people(40), events }, eventGoal({ windowMinutes: 2_880 }));
    expect(days.stages.find(({ stage }) => stage === "in-time")).toMatchObject({ measured: true, count: 40 });
  });
});

describe("times that cannot be trusted", () => {
  const happening = (happened_at: string, loaded_at: string | null = happened_at) => ({
    customer_id: "c0",
    kind: "cart",
    happened_at,
    loaded_at,
  });

  test("the hour that clocks show twice is named, where the table has a zone", async () => {
    // Clocks in Berlin go back at 01:00 UTC: 00:30 and 01:30 UTC both read 02:30.
    const rows = ["2026-10-24T23:30:00", "2026-10-25T00:30:00", "2026-10-25T01:30:00", "2026-10-25T02:30:00"];
    const warned = async (zone: string | null) => {
      const events = { rows: rows.map((at) => happening(at)), types: eventTypes, layout: { ...eventLayout, zone } };
      return (await measure({ customers: people(1), events }, eventGoal())).warnings.join(" ");
    };
    expect(await warned("Europe/Berlin")).toContain("2 events lie in the hour that clocks in Europe/Berlin show twice");
    expect(await warned("UTC")).not.toContain("twice");
    expect(await warned(null)).not.toContain("twice");
  });

  test("an arrival that stands for no time is named, and counts as none", async () => {
    const rows = [happening("2026-11-10T10:00:00"), happening("2026-11-11T10:00:00", "9999-12-31T00:00:00")];
    const events = { rows, types: eventTypes, layout: eventLayout };
    const found = await measure({ customers: people(1), events }, eventGoal());
    expect(found.warnings.join(" ")).toContain("1 value of loaded_at in events stands for no time");
    expect(found.stages.find(({ stage }) => stage === "in-time")?.count).toBe(1);
  });
});

describe("which events count", () => {
  const row = (customer_id: string | null, happened_at: string | null, loaded_at: string | null = happened_at) => ({
    customer_id,
    kind: "cart",
    happened_at,
    loaded_at,
  });

  test("the future, stand-ins for no time and repetitions are left out and told; strangers are lost at identifiable", async () => {
    const found = await measure(
      {
        customers: people(2),
        events: {
          rows: [
            row("c0", "2026-11-20T10:00:00", "2026-11-20T12:00:00"),
            row("c0", "2026-11-20T10:00:00", "2026-11-20T10:01:00"),
            row("c1", "2026-11-21T10:00:00"),
            row("stranger", "2026-11-20T10:00:00"),
            row(null, "2026-11-20T10:00:00"),
            row("c1", "2027-11-20T10:00:00"),
            row("c1", "1970-01-01T00:00:00"),
            row("c1", null),
            row("c1", "2026-01-01T10:00:00"),
          ],
          types: eventTypes,
          layout: eventLayout,
        },
      },
      eventGoal(),
    );
    expect(found.leftOut).toMatchObject({ future: 1, timeless: 2, repeated: 1 });
    expect(found.stages.slice(0, 2)).toMatchObject([
      { count: 4, customers: 3 },
      { count: 2, lost: 2, customers: 2 },
    ]);
    expect(found.stages.find(({ stage }) => stage === "in-time")?.count).toBe(2);
    expect(found.actionable).toMatchObject({ count: 2, share: 0.5, countsOnly: true });
  });
});

describe("as it was at trigger + window", () => {
  const consents = (rows: readonly (readonly [string, string, string])[]): TableContent => ({
    rows: rows.map(([customer_id, status, changed_at]) => ({ customer_id, channel: "email", status, changed_at })),
    types: { customer_id: "text", channel: "text", status: "text", changed_at: "time" },
    layout: { key: "customer_id", channel: "channel", state: "status", at: "changed_at", yes: ["granted"] },
  });

  test("who agreed since then had not, and who withdrew since then still had", async () => {
    const happened = "2026-11-10T10:00:00";
    const names = ["since", "before", "left", "last-minute"];
    const found = await measure(
      {
        customers: names.map((name) => ({ customer_id: name, email: `${name}@example.org` })),
        events: {
          rows: names.map((customer_id) => ({ customer_id, kind: "cart", happened_at: happened, loaded_at: happened })),
          types: eventTypes,
          layout: eventLayout,
        },
        consents: consents([
          ["since", "granted", "2026-11-12T00:00:00"],
          ["before", "granted", "2026-11-01T00:00:00"],
          ["left", "granted", "2026-11-01T00:00:00"],
          ["left", "withdrawn", "2026-11-12T00:00:00"],
          ["last-minute", "granted", "2026-11-01T00:00:00"],
          ["last-minute", "withdrawn", "2026-11-10T10:59:00"],
        ]),
      },
      eventGoal({
        goal: { channels: ["email"], basis: "consent" },
        roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
      }),
    );
    expect(found.actionable?.count).toBe(2);
    expect(found.atTriggerTime).toMatchObject({ triggers: 4, count: 2, snapshotShare: 0.5, asThen: ["consent"] });
  });

  test("is not told without history, nor of a trigger whose window is open", async () => {
    const tables = { customers: people(1), events: eventsWith([60], "2026-11-23T09:00:00Z") };
    expect((await measure(tables, eventGoal())).atTriggerTime).toBeNull();
  });
});

describe("a date that triggers", () => {
  const dated = (field: string, offsetMinutes: number) =>
    aResolvedGoal({
      trigger: { kind: "date", field: { table: "customers", field }, offsetMinutes },
      windowMinutes: 1_440,
      lookBackMinutes: 28 * 1_440,
      roles: [aRole("key", "customer_id")],
    });

  test("counts those whose moment lies between the look-back and the as-of time", async () => {
    const customers = ["2026-12-01", "2026-12-22", "2026-12-24", "2026-11-20", null].map((end_date, index) => ({
      customer_id: `c${index}`,
      end_date,
    }));
    const found = await measure({ customers }, dated("end_date", -30 * 1_440));
    expect(found.unit).toBe("trigger");
    expect(found.stages[0]?.count).toBe(2);
  });

  test("comes back every year where it is a birthday", async () => {
    const customers = [
      { customer_id: "c0", born: "1980-11-20" },
      { customer_id: "c1", born: "1992-02-29" },
      { customer_id: "c2", born: "1971-11-24" },
    ];
    const profiles = [
      { table: "customers", name: "born", label: "Date of birth", meaning: "birth-date" },
    ] as FieldProfile[];
    const found = await measure({ customers }, dated("born", 0), { profiles });
    expect(found.stages[0]?.count).toBe(1);
    const leap = await measure({ customers }, dated("born", 0), { profiles, asOf: "2026-03-01T00:00:00Z" });
    expect(leap.stages[0]?.count).toBe(1);
  });
});

describe("a condition that triggers", () => {
  const low = aResolvedGoal({
    trigger: {
      kind: "condition",
      condition: { sql: '"data_left" < 10' },
      fields: [{ table: "customers", field: "data_left" }],
      at: "read_at",
    },
    windowMinutes: 15,
    roles: [aRole("key", "customer_id"), aRole("arrival", "came_at")],
  });

  test("is one trigger per customer now; the reading must be young and have arrived in time", async () => {
    const customers = [
      { customer_id: "c0", data_left: 5, read_at: "2026-11-23T09:30:00", came_at: "2026-11-23T09:31:00" },
      { customer_id: "c1", data_left: 5, read_at: "2026-11-23T02:30:00", came_at: "2026-11-23T02:31:00" },
      { customer_id: "c2", data_left: 5, read_at: "2026-11-23T09:26:00", came_at: "2026-11-23T09:42:00" },
      { customer_id: "c3", data_left: 50, read_at: "2026-11-23T09:30:00", came_at: "2026-11-23T09:31:00" },
      { customer_id: "c4", data_left: null, read_at: null, came_at: null },
    ];
    const found = await measure({ customers }, low);
    expect(found.stages.map(({ stage, count }) => [stage, count])).toEqual([
      ["known", 3],
      ["identifiable", 3],
      ["present", 3],
      ["fresh", 2],
      ["agreed", null],
      ["reachable", null],
      ["in-time", 1],
      ["actionable", 1],
    ]);
    expect(found.fields).toMatchObject([{ name: "data_left", readiness: "late" }]);
    expect(found.ages.map(({ count }) => count)).toEqual([2, 0, 0, 1, 0]);
    expect(found.bottleneck).toBe("fresh");
  });
});

test("a needed field that is never in time is the first thing said", async () => {
  const customers = people(3).map((one) => ({ ...one, read_at: "2026-11-01T00:00:00" }));
  const dataset = { customers: { rows: customers, layout: { updated: "read_at" } } };
  const settings = [{ field: "plan", maxAge: "1d" }];
  const needed = [{ table: "customers", field: "plan" }];
  const found = await measure(dataset, aResolvedGoal({ roles: [aRole("key", "customer_id")] }), {
    needed,
    fieldSettings: settings,
  });
  expect(found.warnings[0]).toBe("Needed, but never in time: “plan”.");
  expect(found.fields).toMatchObject([{ name: "plan", readiness: "late", coverage: 1, inTimeShare: 0 }]);
});

describe("held back on purpose", () => {
  test("is counted last and is never a loss", async () => {
    const found = await measure(
      {
        customers: Array.from({ length: 5 }, (_, index) => ({ customer_id: `c${index}`, complaint_open: index === 0 })),
        events: eventsWith(Array(5).fill(60)),
      },
      eventGoal({ holdBack: { sql: '"complaint_open"' } }),
    );
    expect(found).toMatchObject({ heldBack: 1, actionable: { count: 4 } });
    expect(found.stages.at(-1)).toMatchObject({ stage: "actionable", count: 4, lost: 0 });
  });

  test("quiet hours hold back only what cannot wait until they end", async () => {
    const at = (clock: string) => `2026-11-10T${clock}:00`;
    const rows = ["22:00", "07:30", "12:00", "20:50"].map((clock, index) => ({
      customer_id: `c${index}`,
      kind: "cart",
      happened_at: at(clock),
      loaded_at: at(clock),
    }));
    const found = await measure(
      { customers: people(4), events: { rows, types: eventTypes, layout: eventLayout } },
      eventGoal({ quiet: { from: "21:00", to: "08:00" } }),
    );
    expect(found).toMatchObject({ heldBack: 1, actionable: { count: 3 } });
  });
});

test("the order of the rows changes nothing", async () => {
  const events = eventsWith(Array.from({ length: 60 }, (_, index) => (index * 379) % 7_000));
  const tables = { customers: people(50), events };
  const turned = { customers: [...people(50)].reverse(), events: { ...events, rows: [...events.rows].reverse() } };
  const needed = [{ table: "customers", field: "plan" }];
  expect(await measure(turned, eventGoal(), { needed })).toEqual(await measure(tables, eventGoal(), { needed }));
});
