import { customerRow } from "./customers-table.ts";
import { drawConsents } from "./draw-consents.ts";
import { drawEvents } from "./draw-events.ts";
import { drawHoldings } from "./draw-holdings.ts";
import { drawPeople } from "./draw-people.ts";
import { drawReadings } from "./draw-readings.ts";
import { churned, logOdds, probability } from "./effects.ts";
import { groupBy } from "./group-by.ts";
import { asOf, timeText } from "./moments.ts";
import { randomStream } from "./random.ts";
import { deliver, repeatRows } from "./repeat-rows.ts";
import { strategyText } from "./strategy-text.ts";
import type { SampleTable } from "./table.ts";
import { consentsTable, eventsTable, tableOf } from "./tables.ts";
import { type Truth, tellTruth } from "./truth.ts";

export interface Sample {
  readonly asOf: string;
  /** customers, events and consents, as they will stand in their files */
  readonly tables: readonly SampleTable[];
  /** the text of strategy.yaml */
  readonly strategy: string;
  readonly truth: Truth;
}

/**
 * Harbour Mobile: made-up customers of a made-up mobile operator, and what is true of them.
 * The same seed and number of customers give the same sample. At most 59,400 customers.
 */
export function makeSample({ seed, customers = 12_480 }: { seed: number; customers?: number }): Sample {
  const people = drawPeople(seed, customers);
  const fate = randomStream(seed, "churned");
  const left = people.map((person) => fate.chance(probability(logOdds(churned, person))));
  const holdings = drawHoldings(seed, people, left);
  const events = drawEvents(seed, people);
  const readings = drawReadings(seed, people, holdings, events);
  const consents = drawConsents(seed, people);

  const consentsOf = groupBy(consents, ({ customer }) => customer);
  const rows = people.map((person, index) => {
    const holding = holdings[index];
    if (holding === undefined) throw new RangeError("Every person needs a holding.");
    const entries = consentsOf.get(person.id) ?? [];
    return customerRow(person, holding, entries, left[index] === true);
  });

  const random = randomStream(seed, "copies");
  const few = (share: number) => Math.max(1, Math.round(share * customers));
  return {
    asOf: timeText(asOf),
    tables: [
      tableOf("customers", repeatRows(rows, few(0.0005), random)),
      eventsTable(repeatRows(deliver([...events, ...readings], few(0.008), random), few(0.005), random)),
      consentsTable(repeatRows(consents, few(0.001), random)),
    ],
    strategy: strategyText,
    truth: tellTruth({ seed, people, left, rows, events, readings, consents }),
  };
}
