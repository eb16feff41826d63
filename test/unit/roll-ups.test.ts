import { describe, expect, test } from "vitest";
import { fitBesideRollUps, needsOf } from "../../server/evidence/roll-ups/fit-beside-roll-ups.ts";
import type { RolledTable, RollUp } from "../../server/evidence/roll-ups/roll-up.ts";
import { findRolledUp } from "../../server/evidence/roll-ups/rolled-up.ts";
import { sayRolledUp } from "../../server/evidence/roll-ups/say-rolled-up.ts";
import { type Screened, screenRollUps } from "../../server/evidence/roll-ups/screen-roll-ups.ts";
import { rules } from "../../server/evidence/rules.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import type { BinnedField } from "../../server/model/model-input.ts";
import type { FieldNeed } from "../../server/model/model-result.ts";
import { aNeed, aProfile, someFacts } from "../support/builders.ts";
import { seededRandom } from "../support/seeded-random.ts";

function aRollUp(name: string, field: string): RollUp {
  const of = { table: "events", field };
  return { name: `events: ${name}`, label: name, kind: "count", of, type: "integer", aggregate: { sql: "count(*)" } };
}

const rollUps = [
  aRollUp("number of records", "at"),
  aRollUp("number of top_up", "kind"),
  aRollUp("last kind", "kind"),
  aRollUp("sum of amount", "amount"),
];
const [records, topUps, lastKind, amount] = rollUps.map(({ name }) => name) as [string, string, string, string];
const events: RolledTable = {
  table: "events",
  key: "customer_id",
  customer: "customer_id",
  at: "at",
  event: "kind",
  within: { sql: "true" },
  beforeOutcome: true,
  rollUps,
};
const everything: Screened = {
  kept: new Set(rollUps.map(({ name }) => name)),
  constant: new Set(),
  copies: new Map(),
  leftOut: new Set(),
};
const needed = (name: string) => aNeed({ name });
const under = (name: string) =>
  aNeed({
    name,
    inKept: false,
    discovered: false,
    aloneDiscovered: false,
    share: { value: 0, low: -0.002, high: 0.004 },
  });
const open = (name: string) =>
  aNeed({ name, inKept: false, discovered: false, share: { value: 0.01, low: -0.01, high: 0.03 } });

/** The verdict of a field of the events, and the rule that gave it. */
function verdictOf(field: string, needs: readonly FieldNeed[], screened: Partial<Screened> = {}) {
  const found = findRolledUp([events], { ...everything, ...screened }, needs, 0.01).get(`events.${field}`);
  if (!found) throw new Error(`${field} has no roll-up.`);
  const serves = !(found.need?.discovered && found.need.inKept) && found.serves.length > 0;
  const facts = someFacts({
    profile: aProfile({ table: "events", name: field }),
    ofCustomers: false,
    rolledUp: found,
    need: found.need,
    usedIn: serves ? "roll-up" : null,
  });
  const [first] = rules.flatMap((rule) => rule.weigh(facts) ?? []).map((evidence) => sayRolledUp(evidence, facts));
  return { says: first && `${first.favours} ${first.rule}`, first };
}

describe("a field of another table", () => {
  test("is needed when one of its roll-ups is, and its facts name which", () => {
    const { says, first } = verdictOf("kind", [under(records), needed(topUps), under(lastKind), under(amount)]);
    expect(says).toBe("needed lift");
    expect(first?.facts["rolledUpAs"]).toEqual(["number of top_up"]);
  });

  test("is unused only when all of its roll-ups are shown to be under the floor", () => {
    expect(verdictOf("kind", [under(topUps), under(lastKind), open(amount)]).says).toBe("unused no-lift");
    expect(verdictOf("kind", [under(topUps), open(lastKind)]).says).toBe("undecided too-close");
  });

  test("is undecided where a roll-up of it was left out", () => {
    expect(verdictOf("kind", [under(topUps)], { leftOut: new Set([lastKind]) }).says).toBe("undecided too-little-data");
  });

  test("is unused where its roll-ups say nothing, or what others say", () => {
    const constant = new Set([topUps, lastKind]);
    expect(verdictOf("kind", [under(records), under(amount)], { constant }).says).toBe("unused no-lift");
    const copies = new Map([
      [topUps, records],
      [lastKind, records],
    ]);
    const { first } = verdictOf("kind", [needed(records)], { copies });
    expect(first?.sentence).toContain("already in events: number of records");
  });

  test.each(["customer_id", "at"])("is needed where roll-ups that are needed rest on it: %s", (field) => {
    const { says, first } = verdictOf(field, [under(records), under(topUps), under(lastKind), needed(amount)]);
    expect(says).toBe("needed used");
    expect(first?.facts["why"]).toBe("rolled-up");
  });

  test("that only serves others is as decided as they are", () => {
    const all = [under(records), under(topUps), under(lastKind)];
    expect(verdictOf("customer_id", [...all, under(amount)]).says).toBe("unused no-lift");
    expect(verdictOf("at", [...all, open(amount)]).says).toBe("undecided too-close");
  });
});

function coded(name: string, codes: readonly number[]): BinnedField {
  return { name, codes: Uint8Array.from(codes), bins: Math.max(...codes) + 1, ordered: true };
}

describe("the screen before the model", () => {
  const people = Array.from({ length: 2_000 }, (_, place) => place);

  test("leaves out what says the same of all but one in a thousand, and what parts people just as another does", () => {
    const screened = screenRollUps(
      rollUps,
      [
        coded(
          records,
          people.map((place) => place % 4),
        ),
        coded(
          topUps,
          people.map((place) => 3 - (place % 4)),
        ),
        coded(
          lastKind,
          people.map((place) => (place < 2 ? 1 : 0)),
        ),
        coded(
          amount,
          people.map((place) => place % 3),
        ),
      ],
      [
        coded(
          "plan",
          people.map((place) => (place + 1) % 3),
        ),
      ],
    );
    expect([...screened.kept]).toEqual([records]);
    expect([...screened.constant]).toEqual([lastKind]);
    expect([...screened.copies]).toEqual([
      [topUps, records],
      [amount, "plan"],
    ]);
  });

  test("gives each field its most telling roll-up before any has a second", () => {
    const screened = screenRollUps(
      rollUps,
      [
        coded(
          records,
          people.map((place) => (place % 10 ? 0 : 1)),
        ),
        coded(
          topUps,
          people.map((place) => place % 7),
        ),
        coded(
          lastKind,
          people.map((place) => place % 11),
        ),
        coded(
          amount,
          people.map((place) => place % 5),
        ),
      ],
      [],
      3,
    );
    expect([...screened.kept]).toEqual([records, lastKind, amount]);
    expect([...screened.leftOut]).toEqual([topUps]);
  });
});

describe("a planted truth: only how long ago drives the outcome", () => {
  test("recency is found, and roll-ups of noise cost the other fields nothing", async () => {
    const random = seededRandom(8);
    const people = 4_000;
    const draw = (bins: number) => Array.from({ length: people }, () => Math.floor(random() * bins));
    const [recency, plan] = [draw(16), draw(4)];
    const outcome = Float64Array.from(recency, (days, place) => {
      const odds = -1.2 - 0.22 * (days - 8) + 0.5 * ((plan[place] ?? 0) - 1.5);
      return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    });
    const noise = Array.from({ length: 6 }, (_, place) => aRollUp(`mean of noise_${place}`, `noise_${place}`));
    const last = aRollUp("days since the last record", "at");
    const fields = [coded("plan", plan), coded(last.name, recency), ...noise.map(({ name }) => coded(name, draw(12)))];
    const planned: RolledTable[] = [{ ...events, rollUps: [last, ...noise] }];
    const all = { byName: new Map([last, ...noise].map((one) => [one.name, one])) };
    const fitted = await fitBesideRollUps(all, fields, async (some) =>
      fitGoal(
        {
          records: people,
          outcome,
          measure: "auc",
          fold: Uint8Array.from(outcome, (_, place) => place % 5),
          folds: 5,
          weight: null,
          fields: some,
          settings: { keep: 0.98, delta: 0.01, q: 0.1, seed: 1, cost: {} },
        },
        () => undefined,
      ),
    );
    expect(fitted.model.kept.toSorted()).toEqual([last.name, "plan"]);
    expect(fitted.fields.map(({ name }) => name)).toEqual(["plan", last.name]);
    const screened = { ...everything, kept: new Set([...all.byName.keys()]) };
    const found = findRolledUp(planned, screened, needsOf(fitted), 0.01);
    expect(found.get("events.at")).toMatchObject({ state: "needed", names: ["days since the last record"] });
    expect(found.get("events.customer_id")?.serves).toEqual(["days since the last record"]);
    const others = noise.map(({ of }) => found.get(`events.${of.field}`)?.state);
    expect(others).not.toContain("needed");
  });
});
