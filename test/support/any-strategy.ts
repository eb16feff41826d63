import fc from "fast-check";
import { usualThresholds } from "../../server/goals/empty-strategy.ts";
import type { Goal, Strategy } from "../../server/vocabulary.ts";

/** Arbitrary strategies, with the names and reasons that people and exports really write. */
export function anyStrategy(starters: readonly string[]): fc.Arbitrary<Strategy> {
  return fc.uniqueArray(goal(starters), { selector: ({ key }) => key, maxLength: 4 }).chain((goals) => {
    const key = fc.constantFrom(...goals.map((one) => one.key), "goal", "win-back");
    const said = { by: words, at: day };
    return fc.record<Strategy>({
      name: fc.option(words),
      tables: fc.uniqueArray(table, { maxLength: 3, selector: ({ table }) => table }) as fc.Arbitrary<
        Strategy["tables"]
      >,
      fields: fc.uniqueArray(field, { maxLength: 3, selector: ({ field }) => field }) as fc.Arbitrary<
        Strategy["fields"]
      >,
      goals: fc.constant(goals),
      decisions: fc.uniqueArray(
        fc.record(
          { goal: key, field: name, verdict, keepAs: words, ...said, reason: words, reviewBy: day },
          { requiredKeys: ["field", "verdict", "by", "at", "reason"] },
        ),
        { maxLength: 3, selector: aboutWhat },
      ),
      answers: fc.uniqueArray(
        fc.record({ goal: key, field: name, known: fc.constantFrom("before", "afterwards"), ...said }),
        { maxLength: 2, selector: aboutWhat },
      ),
      permitted: fc.uniqueArray(
        fc.record({ field: name, goals: fc.array(key, { minLength: 1, maxLength: 2 }), because: words, ...said }),
        { maxLength: 2, selector: ({ field }) => field },
      ),
      efforts: fc.uniqueArray(
        fc.record(
          { goal: key, fix: fixes, points: fc.integer({ min: 0, max: 999 }), ...said },
          { requiredKeys: ["fix", "points", "by", "at"] },
        ),
        { maxLength: 3, selector: ({ goal, fix }) => JSON.stringify([goal ?? null, fix]) },
      ),
      thresholds: fc.constantFrom(usualThresholds, { delta: 0.02, q: 0.05, k: 20 }),
    });
  });
}

const aboutWhat = ({ goal, field }: { goal?: string; field: string }) => JSON.stringify([goal ?? null, field]);
const awkward = [
  "Yes",
  "no",
  "null",
  "~",
  "1",
  "01234",
  "1e3",
  "2026-11-20",
  "12:30",
  "true",
  "a: b",
  "# no",
  " x ",
  "- a",
  "é😀",
  '"q"',
  "it's",
  "a\nb",
  "{x}",
  "*a",
  "&b",
  "!c",
  "%d",
  "@e",
  "`f`",
  "emp.var.rate",
  "=",
  "?",
  "a\tb",
  "0x1F",
  "<<",
  ".inf",
];
const words = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ minLength: 1, maxLength: 20 }))
  .filter((text) => text.trim() !== "");
const name = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("customer_id", "email", "events.kind") },
  { weight: 1, arbitrary: words },
);
const day = fc.constantFrom("2026-11-20", "2027-02-28", "2026-11-20T14:05:00Z");
const fixes = fc.oneof(
  fc.constantFrom("match", "load", "load slower", "clocks", "ask email", "check app-push"),
  name.map((field) => `fill ${field.trim()}`),
);
const duration = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom("m", "h", "d"))
  .map((all) => all.join(""));
const verdict = fc.constantFrom("needed" as const, "coarser" as const, "unused" as const, "undecided" as const);
const channel = fc.constantFrom("email", "app-push", "sms", "Brief & Post");
const nameOrNone = fc.option(name);

const table = fc.record(
  {
    table: name,
    kind: fc.constantFrom("customers", "events", "consents", "reference"),
    ...{
      key: nameOrNone,
      joins: nameOrNone,
      event: nameOrNone,
      at: nameOrNone,
      arrived: nameOrNone,
      state: nameOrNone,
    },
    yes: fc.array(fc.constantFrom("true", "granted", "1", "ja", "yes"), { minLength: 1, maxLength: 3 }),
    channels: fc.dictionary(fc.constantFrom("11249", "a b", "true"), words, { noNullPrototype: true, maxKeys: 2 }),
    each: fc.constantFrom("withdrawal", null),
    zone: fc.option(fc.constant("Europe/Berlin")),
    snapshot: day,
  },
  { requiredKeys: ["table"] },
);

const field = fc.record(
  {
    field: name,
    meaning: fc.constantFrom("balance", "email"),
    sensitivity: fc.constantFrom("none", "personal", "identifying", "special"),
    origin: fc.constantFrom("volunteered", "observed", "inferred", "acquired", "unknown"),
    updated: fc.oneof(name, fc.record({ table: name, event: words, at: name }, { requiredKeys: ["table", "at"] })),
    ...{ maxAge: duration, by: words, at: day },
  },
  { requiredKeys: ["field"] },
);

const roleFields = fc.oneof(
  name,
  fc.array(name, { maxLength: 3 }),
  fc.dictionary(channel, name, { noNullPrototype: true, maxKeys: 2 }),
);

const roles = fc.record(
  {
    ...{ key: roleFields, address: roleFields, consent: roleFields, trigger: roleFields, arrival: roleFields },
    ...{ content: roleFields, suppression: roleFields },
    duty: fc.array(fc.record({ field: name, law: words }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const outcome = fc.oneof(
  fc.record({ field: name, is: words }),
  fc.record({ field: name }),
  fc.record({ sql: words }),
  fc.record({ table: name, event: fc.option(words), within: duration }),
);

const trigger = fc.oneof(
  fc.record({ field: name, before: duration }, { requiredKeys: ["field"] }),
  fc.record({ field: name, after: duration }),
  fc.record({ table: name, event: words, at: name, arrived: name }, { requiredKeys: ["table"] }),
  fc.record({ when: words, at: name }, { requiredKeys: ["when"] }),
);

function goal(starters: readonly string[]): fc.Arbitrary<Goal> {
  return fc.record(
    {
      key: fc.constantFrom("keep-leavers", "top-up", "a", "goal-2", "win-back", "007"),
      name: words,
      from: fc.constantFrom(...starters),
      audience: words,
      outcome,
      channels: fc.array(channel, { maxLength: 3 }),
      trigger,
      window: fc.constantFrom("15m", "24h"),
      until: fc.constantFrom("24h", "7d"),
      ...{ reaction: duration, lookBack: duration, holdBack: words, quiet: fc.constant("21:00-08:00"), roles },
      exchange: fc.oneof(words, fc.constant("")),
      basis: fc.constantFrom("consent", "contract", "legitimate-interest", "legal-obligation"),
      keep: fc.constantFrom(0.9, 0.98, 1),
      keepFor: duration,
      wishedShare: fc.constantFrom(0, 0.25, 0.6, 1),
    },
    { requiredKeys: ["key", "name", "channels", "roles"] },
  ) as fc.Arbitrary<Goal>;
}
