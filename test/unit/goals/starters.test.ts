import { describe, expect, test } from "vitest";
import { catalogue, findStarter } from "../../../server/goals/catalogue.ts";
import { draftGoal } from "../../../server/goals/draft-goal.ts";
import { parseDuration } from "../../../server/goals/duration.ts";
import { emptyStrategy } from "../../../server/goals/empty-strategy.ts";
import { goalsThatFit } from "../../../server/goals/goals-that-fit.ts";
import { outcomeChoices } from "../../../server/goals/outcome-choices.ts";
import { proposeRoles } from "../../../server/goals/propose-roles.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { writeStrategy } from "../../../server/goals/write-strategy.ts";
import { isMeaning } from "../../../server/profiles/meanings.ts";
import type { Dataset, FieldProfile, FieldType, Table, TableKind, TableLayout } from "../../../server/vocabulary.ts";
import { aProfile } from "../../support/builders.ts";

const KEYS =
  "cart-abandonment, checkout-abandonment, browse-abandonment, welcome, lead-follow-up, back-in-stock, price-drop, order-info, onboarding, review-request, cross-sell, replenishment, win-back, sunset, failed-payment, ad-suppression, opt-out, birthday, loyalty-tier, service-first, churn-save";

type Column = readonly [name: string, meaning: string, type: FieldType, change?: Partial<FieldProfile>];

function tables(
  ...given: { name: string; kind: TableKind; layout?: Partial<TableLayout>; columns: readonly Column[] }[]
) {
  const layout: TableLayout = {
    ...{ key: null, joins: null, event: null, at: null, arrived: null, updated: null, channel: null, purpose: null },
    ...{ state: null, yes: [], channels: {}, each: null, zone: null },
  };
  const made = given.map(
    (one): Table => ({
      ...{ name: one.name, slug: one.name, kind: one.kind, records: 1_000, sha256: "", rejected: 0, copiesRemoved: 0 },
      fields: one.columns.map(([name, , type]) => ({ name, slug: name, type })),
      layout: { ...layout, ...one.layout },
    }),
  );
  const dataset: Dataset = {
    ...{ slug: "mobile", name: "mobile", schema: "mobile", tables: made, loadedAt: "", warnings: [], fingerprint: "" },
  };
  const profiles = given.flatMap(({ name: table, columns }) =>
    columns.map(([name, meaning, type, change]) => aProfile({ table, name, meaning, type, label: name, ...change })),
  );
  return { dataset, profiles };
}

const mobile = tables(
  {
    name: "customers",
    kind: "customers",
    layout: { key: "customer_id" },
    columns: [
      ["customer_id", "customer-id", "text"],
      ["email", "email", "text"],
      ["backup_email", "email", "text", { filled: 100 }],
      ["push_token", "push-token", "text"],
      ["consent_email", "consent-flag", "boolean"],
      ["consent_push", "consent-flag", "boolean"],
      ["email_opt_out", "consent-flag", "boolean"],
      ["plan_name", "plan", "text"],
      ["monthly_charges", "amount", "number"],
      ["birth_date", "birth-date", "date"],
      ["contract_end_date", "end-date", "date"],
      ["last_order_at", "last-seen", "time"],
      ["complaint_open", "flag", "boolean"],
      ["gender", "gender", "text"],
      [
        "churned",
        "outcome",
        "text",
        {
          top: [
            { value: "No", count: 860 },
            { value: "Yes", count: 140 },
          ],
        },
      ],
      [
        "paperless",
        "flag",
        "text",
        {
          top: [
            { value: "Yes", count: 600 },
            { value: "No", count: 400 },
          ],
        },
      ],
    ],
  },
  {
    name: "events",
    kind: "events",
    layout: { key: "customer_id", event: "kind", at: "happened_at", arrived: "loaded_at" },
    columns: [
      ["customer_id", "customer-id", "text"],
      [
        "kind",
        "event-kind",
        "text",
        {
          top: [
            { value: "visit", count: 500 },
            { value: "addToCart", count: 50 },
          ],
        },
      ],
      ["happened_at", "event-time", "time"],
      ["loaded_at", "arrival-time", "time"],
    ],
  },
);

const starter = (key: string) => {
  const found = findStarter(key);
  if (!found) throw new Error(`no starter ${key}`);
  return found;
};
const draft = (key: string, of = mobile) => draftGoal(starter(key), of.dataset, of.profiles);

describe("the catalogue", () => {
  test("has the contract's keys in the contract's order", () => {
    expect(catalogue.map(({ key }) => key).join(", ")).toBe(KEYS);
  });

  test.each(catalogue.map((entry) => [entry.key, entry] as const))("%s is whole", (_, entry) => {
    for (const text of [
      entry.name,
      entry.description,
      entry.exchange,
      entry.source,
      entry.trigger.says,
      entry.outcome.says,
    ]) {
      expect(text.trim()).not.toBe("");
    }
    expect(entry.description).toMatch(/^[A-Z].*\.$/);
    expect(`${entry.name} ${entry.description} ${entry.exchange}`).not.toMatch(/!|significant|anonymous/i);
    expect(entry.channels.length).toBeGreaterThan(0);
    expect(entry.windowMinutes).toBe(parseDuration(entry.window));
    if (entry.until !== null) expect(parseDuration(entry.until)).toBeGreaterThanOrEqual(entry.windowMinutes);
    const meanings = Object.values(entry.roles).flatMap((held) =>
      Array.isArray(held) ? held : Object.values(held).flat(),
    );
    expect(meanings.filter((meaning) => !isMeaning(meaning))).toEqual([]);
    expect(entry.roles.key).toEqual(["customer-id"]);
    expect("consent" in entry.roles).toBe(entry.asksAgreement);
  });

  test("every draft reads back from a strategy file, and none can start by itself", () => {
    const goals = catalogue.map((entry) => draftGoal(entry, mobile.dataset, mobile.profiles));
    const strategy = { ...emptyStrategy("All"), goals };
    expect(readStrategy(writeStrategy(strategy), "strategy.yaml")).toEqual(strategy);
    expect(goals.filter(({ exchange }) => exchange)).toEqual([]);
  });
});

describe("a draft", () => {
  test("gives each field the job that its meaning fits", () => {
    expect(draft("churn-save")).toEqual({
      key: "churn-save",
      name: "Keep customers about to leave",
      from: "churn-save",
      channels: ["email", "app-push"],
      trigger: { field: "contract_end_date", before: "30d" },
      window: "24h",
      until: "7d",
      roles: {
        key: "customer_id",
        address: { email: "email", "app-push": "push_token" },
        consent: { email: "consent_email", "app-push": "consent_push" },
        trigger: "contract_end_date",
        content: ["plan_name"],
        suppression: "complaint_open",
      },
      basis: "consent",
    });
  });

  test("never takes an opt-out for an agreement, nor an amount for a cart", () => {
    const cart = draft("cart-abandonment");
    expect(JSON.stringify(catalogue.map(({ key }) => draft(key).roles.consent))).not.toContain("email_opt_out");
    expect(cart.roles.content).toBeUndefined();
  });

  test("finds its event by name, however it is written", () => {
    expect(draft("cart-abandonment").trigger).toEqual({ table: "events", event: "addToCart" });
    expect(draft("failed-payment").trigger).toBeUndefined();
  });

  test("keeps only the channels that an address is held for", () => {
    expect(draft("cart-abandonment").channels).toEqual(["email", "app-push"]);
    expect(draft("welcome").channels).toEqual(["email", "app-push"]);
  });

  test("takes a table of orders as the event itself", () => {
    const shop = tables(
      { name: "people", kind: "customers", layout: { key: "id" }, columns: [["id", "customer-id", "text"]] },
      {
        name: "orders",
        kind: "events",
        layout: { key: "id", at: "at" },
        columns: [
          ["id", "customer-id", "text"],
          ["at", "event-time", "time"],
        ],
      },
    );
    expect(draft("order-info", shop)).toMatchObject({ trigger: { table: "orders" }, channels: ["email", "sms"] });
  });

  test("one flag that names no channel speaks for marketing as a whole", () => {
    const whole = tables({
      name: "people",
      kind: "customers",
      layout: { key: "id" },
      columns: [
        ["id", "customer-id", "text"],
        ["mail", "email", "text"],
        ["marketing_consent", "consent-flag", "boolean"],
      ],
    });
    expect(draft("welcome", whole).roles).toEqual({
      key: "id",
      address: { email: "mail" },
      consent: "marketing_consent",
    });
  });

  test("a goal of one's own gets key, addresses and agreement", () => {
    const goal = { key: "mine", name: "Mine", channels: ["email"], roles: {} };
    expect(proposeRoles(goal, mobile.dataset, mobile.profiles)).toEqual({
      key: "customer_id",
      address: { email: "email" },
      consent: { email: "consent_email" },
    });
  });
});

describe("starters that fit", () => {
  test("stand in the order in which the tables can serve them, with the reason", () => {
    const fitting = goalsThatFit(catalogue, mobile.dataset, mobile.profiles);
    expect(fitting).toHaveLength(21);
    expect(fitting[0]?.entry.key).toBe("churn-save");
    const birthday = fitting.find(({ entry }) => entry.key === "birthday");
    expect(birthday).toMatchObject({ held: 4, of: 4, lacks: [] });
    expect(birthday?.why).toBe(
      "All 4 parts held: customer_id, email, push_token, consent_email, consent_push, birth_date.",
    );
    expect(fitting.find(({ entry }) => entry.key === "failed-payment")?.why).toBe("Lacks: when a payment failed.");
  });
});

describe("outcomes to choose from", () => {
  test("begin with what the starter names, with the customers who hold the value", () => {
    const choices = outcomeChoices(mobile.dataset, mobile.profiles, starter("churn-save"));
    expect(choices.map(({ outcome, customers }) => [outcome, customers])).toEqual([
      [{ field: "churned", is: "Yes" }, 140],
      [{ field: "paperless", is: "Yes" }, 600],
    ]);
  });
});
