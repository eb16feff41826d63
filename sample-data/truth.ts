import type { ConsentEntry } from "./draw-consents.ts";
import { agreedAt } from "./draw-consents.ts";
import type { SampleEvent } from "./draw-events.ts";
import { guessFromBand } from "./draw-holdings.ts";
import type { Reading } from "./draw-readings.ts";
import { churned, toppedUp } from "./effects.ts";
import { groupBy } from "./group-by.ts";
import { asOf, day, timeText } from "./moments.ts";
import type { Person } from "./person.ts";
import type { Cell } from "./table.ts";
import { type GoalTruth, goalTruths } from "./truth-of-goals.ts";
import { type LagTruth, lagTruths } from "./truth-of-lags.ts";
import { type OutcomeTruth, outcomeTruth } from "./truth-of-outcomes.ts";

/** Everything that was made, before copies of rows were put in. `left` and `rows` stand in the order of `people`. */
export interface Made {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly left: readonly boolean[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly events: readonly SampleEvent[];
  readonly readings: readonly Reading[];
  readonly consents: readonly ConsentEntry[];
}

/** What is true of a sample: the content of truth.json. Shares are 0 to 1, lags in seconds. */
export interface Truth {
  readonly seed: number;
  readonly asOf: string;
  readonly customers: number;
  readonly filled: Readonly<Record<string, number>>;
  readonly outcomes: readonly OutcomeTruth[];
  readonly copies: readonly CopyTruth[];
  readonly agreed: Readonly<Record<"email" | "app-push", number>>;
  readonly changedItsMindLately: { readonly days: number; readonly withdrawn: number; readonly granted: number };
  readonly eventsWithoutCustomer: number;
  readonly lags: readonly LagTruth[];
  readonly goals: readonly GoalTruth[];
}

export interface CopyTruth {
  readonly field: string;
  readonly of: string;
  /** every value follows from the other field's, empty cells too */
  readonly exact: boolean;
  readonly mapping?: Readonly<Record<string, string>>;
}

export function tellTruth(made: Made): Truth {
  const { seed, people, left, events } = made;
  const recent = asOf - 30 * day;
  const lately = made.consents.filter(({ changedAt }) => changedAt > recent);
  const ids = new Set(people.map(({ id }) => id));
  const topUps = events.filter(({ kind, happenedAt }) => kind === "top_up" && happenedAt > recent);
  const buyers = new Set(topUps.map(({ customer }) => customer));
  return {
    seed,
    asOf: timeText(asOf),
    customers: people.length,
    filled: filledShares(made.rows),
    outcomes: [
      outcomeTruth(churned, people, left, ["complaint_text"]),
      outcomeTruth(
        toppedUp,
        people,
        people.map(({ id }) => buyers.has(id)),
        [],
      ),
    ],
    copies: [
      { field: "health_interest", of: "household_income_band", exact: true, mapping: guessFromBand },
      { field: "monthly_charge", of: "plan_name", exact: false },
      { field: "last_cell_location", of: "postcode", exact: false },
    ],
    agreed: agreedShares(made),
    changedItsMindLately: {
      days: 30,
      withdrawn: lately.filter(({ status }) => status === "withdrawn").length,
      granted: lately.filter(({ status }) => status === "granted").length,
    },
    eventsWithoutCustomer: events.filter(({ customer }) => customer === null || !ids.has(customer)).length,
    lags: lagTruths(made),
    goals: goalTruths(made),
  };
}

function filledShares(rows: Made["rows"]): Record<string, number> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.filter((row) => row[name] !== null).length / rows.length]));
}

function agreedShares({ people, consents }: Made): Truth["agreed"] {
  const entriesOf = groupBy(consents, ({ customer }) => customer);
  const share = (channel: "email" | "app-push") =>
    people.filter(({ id }) => agreedAt(entriesOf.get(id) ?? [], channel, asOf)).length / people.length;
  return { email: share("email"), "app-push": share("app-push") };
}
