import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../server/errors.ts";
import { catalogue } from "../../../server/goals/catalogue.ts";
import { emptyStrategy } from "../../../server/goals/empty-strategy.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { writeStrategy } from "../../../server/goals/write-strategy.ts";
import type { Strategy } from "../../../server/vocabulary.ts";
import { anyStrategy } from "../../support/any-strategy.ts";

const ofTheContract = `
strategy: Harbour Mobile, spring
tables:                                   # only what was not guessed right
  - { table: events, kind: events, key: customer_id, event: kind, at: happened_at, arrived: loaded_at, zone: Europe/Berlin }
  - { table: consents, kind: consents, key: customer_id, channel: channel, purpose: purpose, state: granted, yes: ["true", granted], at: changed_at }
  - { table: optouts, kind: consents, key: email, joins: email, channel: channel_id, channels: { "11249": email }, each: withdrawal, at: updated_at }
fields:
  - { field: data_left_pct, meaning: balance, sensitivity: personal, origin: observed, updated: read_at, maxAge: 15m, by: head of CRM, at: 2026-11-20 }
goals:
  - key: keep-leavers
    name: Keep customers whose contract is ending
    from: churn-save                      # catalogue key, optional
    audience: contract_end_date <= as_of + 60          # SQL condition on the customers table, optional
    outcome: { field: churned, is: "Yes" }             # or any outcome of section 2
    channels: [email, app-push]
    trigger: { field: contract_end_date, before: 30d } # or others
    window: 24h
    until: 7d
    reaction: 10m                         # time to decide and send, default 0
    lookBack: 90d
    holdBack: "complaint_open"            # SQL condition
    quiet: 21:00-08:00
    roles: { key: customer_id, address: { email: email, app-push: push_token }, consent: { email: consent_email }, content: [plan_name], duty: [{ field: vat_id, law: invoices }] }
    exchange: A plan that fits, and a month of double data
    basis: consent
    keep: 0.98                            # share of performance the kept set must keep, default 0.98
    keepFor: 400d                         # how long the kept fields are held for this goal; the notice says it
decisions:
  - { goal: keep-leavers, field: gender, verdict: unused, by: head of CRM, at: 2026-11-20, reason: "A neutral greeting does the job", reviewBy: 2027-11-20 }   # no goal = every goal
answers:   [{ goal: keep-leavers, field: duration, known: afterwards, by: head of CRM, at: 2026-11-20 }]
permitted: [{ field: health_interest, goals: [keep-leavers], because: explicit consent, by: counsel, at: 2026-11-20 }]
thresholds: { delta: 0.01, q: 0.10, k: 11 }
`;

const read = (text: string) => readStrategy(text, "strategy.yaml");

function faultOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  throw new Error(`read without a fault:\n${text}`);
}

const aGoal = (part: string) => `goals:\n  - key: a-goal\n    ${part}\n`;

describe("reading the contract's example", () => {
  const strategy = read(ofTheContract);

  test("keeps every part as it is written", () => {
    expect(strategy.name).toBe("Harbour Mobile, spring");
    expect(strategy.tables[1]?.yes).toEqual(["true", "granted"]);
    expect(strategy.tables[2]).toMatchObject({ joins: "email", channels: { "11249": "email" }, each: "withdrawal" });
    expect(strategy.fields[0]).toMatchObject({
      field: "data_left_pct",
      updated: "read_at",
      maxAge: "15m",
      at: "2026-11-20",
    });
    expect(strategy.goals[0]).toEqual({
      key: "keep-leavers",
      name: "Keep customers whose contract is ending",
      from: "churn-save",
      audience: "contract_end_date <= as_of + 60",
      outcome: { field: "churned", is: "Yes" },
      channels: ["email", "app-push"],
      trigger: { field: "contract_end_date", before: "30d" },
      window: "24h",
      until: "7d",
      reaction: "10m",
      lookBack: "90d",
      holdBack: "complaint_open",
      quiet: "21:00-08:00",
      roles: {
        key: "customer_id",
        address: { email: "email", "app-push": "push_token" },
        consent: { email: "consent_email" },
        content: ["plan_name"],
        duty: [{ field: "vat_id", law: "invoices" }],
      },
      exchange: "A plan that fits, and a month of double data",
      basis: "consent",
      keep: 0.98,
      keepFor: "400d",
    });
    expect(strategy.decisions[0]?.reviewBy).toBe("2027-11-20");
    expect(strategy.answers[0]?.known).toBe("afterwards");
    expect(strategy.permitted[0]?.goals).toEqual(["keep-leavers"]);
  });

  test("is the same after writing and reading it again", () => {
    const text = writeStrategy(strategy);
    expect(read(text)).toEqual(strategy);
    expect(writeStrategy(read(text))).toBe(text);
  });

  test("is written so that people can read it", () => {
    expect(writeStrategy(strategy)).toContain(
      [
        "  - key: keep-leavers",
        "    name: Keep customers whose contract is ending",
        "    from: churn-save",
        "    audience: contract_end_date <= as_of + 60",
        '    outcome: { field: churned, is: "Yes" }',
        "    channels: [ email, app-push ]",
        "    trigger: { field: contract_end_date, before: 30d }",
        "    window: 24h",
      ].join("\n"),
    );
  });
});

describe("reading", () => {
  test("takes values as the file writes them", () => {
    const is = (written: string) => read(aGoal(`outcome: { field: y, is: ${written} }`)).goals[0]?.outcome;
    for (const written of [
      "Yes",
      "yes",
      "no",
      "on",
      "true",
      "True",
      "1",
      "01234",
      "1.0",
      "0x1F",
      "2026-11-20",
      "12:30",
    ]) {
      expect(is(written)).toEqual({ field: "y", is: written });
    }
    expect(is('"Yes"')).toEqual({ field: "y", is: "Yes" });
    expect(is('" 1"')).toEqual({ field: "y", is: " 1" });
  });

  test("knows every form of outcome, trigger, roles and freshness", () => {
    const goal = (part: string) => read(aGoal(part)).goals[0];
    expect(goal("outcome: { field: revenue }")?.outcome).toEqual({ field: "revenue" });
    expect(goal("outcome: { sql: age < 3 }")?.outcome).toEqual({ sql: "age < 3" });
    expect(goal("outcome: { table: orders, within: 90d }")?.outcome).toEqual({
      table: "orders",
      event: null,
      within: "90d",
    });
    expect(goal("outcome: { table: orders, event: buy, within: 90d }")?.outcome).toMatchObject({ event: "buy" });
    expect(goal("trigger: { table: events, event: low, at: a, arrived: b }")?.trigger).toEqual({
      ...{ table: "events", event: "low", at: "a", arrived: "b" },
    });
    expect(goal("trigger: { when: data_left_pct < 10, at: read_at }")?.trigger).toEqual({
      ...{ when: "data_left_pct < 10", at: "read_at" },
    });
    expect(goal("channels: email")?.channels).toEqual(["email"]);
    expect(goal("roles: { content: plan, suppression: [a, b] }")?.roles).toEqual({
      content: "plan",
      suppression: ["a", "b"],
    });
    expect(goal("roles: { duty: { field: vat, law: tax } }")?.roles.duty).toEqual([{ field: "vat", law: "tax" }]);
    expect(read("fields: [{ field: a, updated: { table: log, event: change, at: t } }]").fields[0]?.updated).toEqual({
      ...{ table: "log", event: "change", at: "t" },
    });
    expect(read("tables: [{ table: t, arrived: null, yes: Granted }]").tables[0]).toEqual({
      ...{ table: "t", arrived: null, yes: ["granted"] },
    });
  });

  test("takes block style, anchors, comments and blanks", () => {
    const text = `
strategy: A
goals:
  - key: one
    roles: &roles
      address:
        email: mail
      content:
        - plan
    exchange:
    window: # none yet
  - key: two
    roles: *roles
decisions: []
`;
    const { goals } = read(text);
    expect(goals[0]).toEqual({
      key: "one",
      name: "One",
      channels: [],
      roles: { address: { email: "mail" }, content: ["plan"] },
    });
    expect(goals[1]?.roles).toEqual(goals[0]?.roles);
  });

  test("an empty file decides nothing", () => {
    for (const text of ["", "\n", "# nothing yet\n"]) expect(read(text)).toEqual(emptyStrategy());
  });

  test("thresholds may be given in part", () => {
    expect(read("thresholds: { k: 20 }").thresholds).toEqual({ delta: 0.01, q: 0.1, k: 20 });
  });

  test("decisions may speak of goals of the file, of the catalogue, and of the plain goal", () => {
    const decided = (goal: string) =>
      `decisions: [{ goal: ${goal}, field: a, verdict: unused, by: me, at: 2026-11-20, reason: so }]`;
    expect(read(decided("win-back")).decisions).toHaveLength(1);
    expect(read(decided("goal")).decisions).toHaveLength(1);
    expect(faultOf(`${aGoal("window: 1h")}${decided("a-gaol")}`)).toContain("Did you mean a-goal");
  });
});

describe("a fault is one message with file, line, and what to write", () => {
  test.each([
    [aGoal("windw: 24h"), 'strategy.yaml, line 3: "windw" is not known in goals[0]. Did you mean window?'],
    ["goal: []", 'strategy.yaml, line 1: "goal" is not known. Did you mean goals?'],
    [aGoal("window: 24 hours"), 'strategy.yaml, line 3: goals[0].window is "24 hours". Write an integer and m, h or d'],
    [aGoal("window: 1.5h"), 'goals[0].window is "1.5h"'],
    [aGoal("window: 0m"), 'goals[0].window is "0m"'],
    [aGoal("window: 2d\n    until: 1d"), "line 2: goals[0] is useless after 1d but acts within 2d"],
    [aGoal("basis: consens"), 'goals[0].basis is "consens". Did you mean consent?'],
    [aGoal("from: churnsave"), "Did you mean churn-save?"],
    [aGoal("keep: 98"), "goals[0].keep is 98. Write a number from 0 to 1."],
    [aGoal('keep: "0.9"'), "goals[0].keep is not a number"],
    [aGoal("quiet: 21-8"), "Write from and to: 21:00-08:00."],
    [aGoal("outcome: churned"), 'Write it as { field: churned, is: "Yes" }'],
    [aGoal("outcome: { is: Yes }"), "goals[0].outcome has no field"],
    [aGoal("outcome: { table: orders }"), "goals[0].outcome has no within"],
    [aGoal("trigger: { field: a, before: 1d, after: 1d }"), "both before and after"],
    [aGoal("roles: { adress: email }"), "Did you mean address?"],
    [aGoal("roles: { duty: [{ field: a }] }"), "goals[0].roles.duty[0] has no law"],
    [aGoal("channels: { email: yes }"), "goals[0].channels is not a single text"],
    ["goals:\n  - name: No key", "line 2: goals[0] has no key"],
    ["goals:\n  - key: Big Key", "small letters, digits and hyphens"],
    ["goals:\n  - key: a\n  - key: a", 'two goals have the key "a"'],
    ["tables: [{ table: t }, { table: t, kind: events }]", "tables: has two entries for t"],
    ["goals: { key: a }", "line 1: goals is not a list"],
    ["- a\n- b", "the file is not a map"],
    ["just words", "is not a strategy file"],
    ["goals:\n  - key: a\n   name: b", "is not well-formed YAML"],
    ["strategy: a\nstrategy: b", "line 2: this is not well-formed YAML"],
    ["a: 1\n---\nb: 2", "is not well-formed YAML"],
    ["strategy: !!binary aGk=\ngoals: !mine []", "is not well-formed YAML"],
    ["fields: [{ field: a, maxAge: soon }]", 'fields[0].maxAge is "soon"'],
    ["fields: [{ field: a, sensitivity: high }]", "Write one of: none, personal, identifying, special."],
    ["tables: [{ table: t, kind: event }]", "Did you mean events"],
    ["decisions: [{ field: a, verdict: keep, by: b, at: 2026-11-20, reason: c }]", 'decisions[0].verdict is "keep"'],
    ["decisions: [{ field: a, verdict: unused, by: b, at: 2026-02-30, reason: c }]", 'decisions[0].at is "2026-02-30"'],
    ["decisions: [{ field: a, verdict: unused, by: b, at: 2026-11-20 }]", "decisions[0] has no reason"],
    ['decisions: [{ field: a, verdict: unused, by: b, at: 2026-11-20, reason: " " }]', "decisions[0].reason is blank"],
    ["answers: [{ goal: goal, field: a, known: maybe, by: b, at: 2026-11-20 }]", "Write one of: before, afterwards."],
    [
      "efforts: [{ fix: aks email, points: 1, by: b, at: 2026-11-20 }]",
      'efforts[0].fix is "aks email". Write one of: match',
    ],
    ["efforts: [{ fix: load, points: 1.5, by: b, at: 2026-11-20 }]", "efforts[0].points is 1.5. Write a whole number"],
    ["efforts: [{ fix: load, points: 5, at: 2026-11-20 }]", "efforts[0] has no by"],
    ["efforts: [{ fix: load, points: 5, by: b, at: 2026-11-20, goal: gaol }]", 'efforts: names the goal "gaol"'],
    ["goals: [{ key: a, wishedShare: 60 }]", "goals[0].wishedShare is 60. Write a number from 0 to 1"],
    ["thresholds: { k: 1 }", "thresholds.k is 1. Write a whole number from 2"],
  ])("%j", (text, message) => {
    expect(faultOf(text)).toContain(message);
  });

  test("whatever the text", { timeout: 30_000 }, () => {
    const fragments =
      "goals:|  - key: a| {|}|[|]|: |, |- |\n|    |window|24h|*a|&a |\"|'|#|roles|!!|---|? |strategy|null|\t".split(
        "|",
      );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...fragments)).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        try {
          read(written);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as UserError).message).toMatch(/^strategy\.yaml/);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe("writing", () => {
  test("and reading again gives the same strategy, whatever it holds", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyStrategy(catalogue.map(({ key }) => key)), (strategy: Strategy) => {
        const text = writeStrategy(strategy);
        expect(read(text)).toEqual(strategy);
        expect(writeStrategy(read(text))).toBe(text);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test("an empty strategy writes a file that reads as empty", () => {
    expect(read(writeStrategy(emptyStrategy()))).toEqual(emptyStrategy());
    expect(writeStrategy(emptyStrategy("Spring"))).toBe("strategy: Spring\n");
  });
});
