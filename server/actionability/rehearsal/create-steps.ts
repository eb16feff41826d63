import { count, orNull, real, text } from "../../database/shape.ts";
import { literal, relation, type Sql, unionAll } from "../../database/sql-text.ts";
import { addressWorks } from "../address-conditions.ts";
import { inTime } from "../create-masks.ts";
import { fieldConditions } from "../field-conditions.ts";
import type { Inquiry } from "../inquiry.ts";
import type { PreparedUnits } from "../measure-actionability.ts";
import { momentOf } from "../needed-fields.ts";
import { fieldsRead, type People } from "../people.ts";
import { quietHours } from "../quiet-hours.ts";
import { arrivalField, eventTable } from "../trigger-table.ts";
import type { Period } from "./period.ts";
import type { Extent } from "./replay.ts";
import { kindOfStep } from "./steps.ts";

/** What there is to replay, beside the temporary table `rehearsal_steps` that holds it. */
export interface CreatedSteps {
  readonly extent: Extent;
  readonly triggers: number;
  readonly steps: number;
  /** events of the trigger's table that arrive; null where the trigger is no event */
  readonly events: number | null;
}

/** Fills `rehearsal_steps` from `units_then` and all that the preparation made of consents and readings. */
export async function createSteps(inquiry: Inquiry, prepared: PreparedUnits, period: Period): Promise<CreatedSteps> {
  const { session } = inquiry;
  const purposes = await session.rows("actionability/rehearsal-purposes", { purpose: text });
  const [sizes] = await session.rows("actionability/rehearsal-sizes", {
    customers: count,
    places: count,
    triggers: count,
    first: orNull(real),
    last: orNull(real),
  });
  if (!sizes) throw new Error("actionability/rehearsal-sizes returned nothing.");
  const first = sizes.first ?? 0;
  const last = sizes.last ?? 0;
  const { people } = prepared;
  const channels = people.channels.length ? people.channels : [""];
  const named = purposes.map(({ purpose }) => purpose);
  const arrivals = arrivalSteps(inquiry);
  const parts = [consentSteps(inquiry), ...readingSteps(inquiry, people), ...arrivals, triggerSteps(inquiry, prepared)];
  await session.run("actionability/rehearsal-create-steps", {
    names: { steps: unionAll(parts) },
    values: {
      channels,
      purposes: named.length ? named : [""],
      last,
      ...(arrivals.length ? { first: period.from ?? first, until: period.to ?? last + 1 } : {}),
    },
  });
  const counts = await session.rows("actionability/rehearsal-step-counts", { kind: count, steps: count });
  const stepsOf = (kind: number) => counts.find((row) => row.kind === kind)?.steps ?? 0;
  return {
    extent: { customers: sizes.customers, places: sizes.places, purposes: Math.max(1, named.length), first, last },
    triggers: sizes.triggers,
    steps: counts.reduce((sum, row) => sum + row.steps, 0),
    events: arrivals.length ? stepsOf(kindOfStep.arrival) : null,
  };
}

function consentSteps({ database }: Inquiry): Sql {
  return database.fragment("actionability/rehearsal-consent-steps", { kind: literal(kindOfStep.consent) });
}

function readingSteps({ database }: Inquiry, people: People): readonly Sql[] {
  if (!fieldsRead(people).length) return [];
  return [database.fragment("actionability/rehearsal-reading-steps", { kind: literal(kindOfStep.reading) })];
}

/** Every event of the trigger's table, by the time at which it became known. */
function arrivalSteps(inquiry: Inquiry): readonly Sql[] {
  const { database, dataset, goal } = inquiry;
  if (goal.trigger?.kind !== "event") return [];
  const table = eventTable(inquiry, goal.trigger);
  return [
    database.fragment("actionability/rehearsal-arrival-steps", {
      kind: literal(kindOfStep.arrival),
      events: relation(dataset.schema, table.name),
      at: momentOf(inquiry, goal.trigger.at),
      arrived: momentOf(inquiry, arrivalField(inquiry, table, goal.trigger) ?? goal.trigger.at),
    }),
  ];
}

/** What has no history is asked in SQL by the same conditions as the report's. */
function triggerSteps(inquiry: Inquiry, { people, lag }: PreparedUnits): Sql {
  const { database, goal } = inquiry;
  const part = (query: string, names = {}) => database.fragment(query, names);
  const allOf = (conditions: readonly Sql[]) => part("actionability/all-of", { conditions });
  // A value kept beside the customer is looked at as it is today; whether it was read by then, the replay knows.
  const held = people.needed
    .filter(({ place }) => place === "customers" || place === "trigger")
    .flatMap((field) => fieldConditions(inquiry, people, field, "today") ?? []);
  const still = people.needed
    .filter(({ readings }) => readings === null)
    .flatMap((field) => fieldConditions(inquiry, people, field, "at-trigger") ?? []);
  return part("actionability/rehearsal-trigger-steps", {
    happens: literal(kindOfStep.trigger),
    chance: literal(kindOfStep.chance),
    closes: literal(kindOfStep.close),
    first_chance: part("actionability/first-chance", { reaction: literal(goal.reactionMinutes) }),
    present: allOf(held.map(({ filled }) => filled)),
    fresh: allOf(still.flatMap(({ fresh }) => fresh ?? [])),
    in_time: inTime(inquiry, lag),
    quiet: quietHours(inquiry),
    reachable: people.addresses.map((address) =>
      address.aged?.readings
        ? part("actionability/shape-of-people", { position: literal(people.addresses.indexOf(address) + 1) })
        : addressWorks(inquiry, people, address, "at-trigger"),
    ),
  });
}
