import { onNewBilling, type Person } from "./person.ts";
import type { Made } from "./truth.ts";
import { maturePeriod } from "./truth-of-goals.ts";

export interface LagTruth {
  readonly of: string;
  readonly events: number;
  /** arrived before they happened, by a clock that runs ahead */
  readonly negative: number;
  /** over the others, in seconds */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Over the events of the period in which everything has arrived, each once. */
export function lagTruths({ people, events, readings }: Made): LagTruth[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const mature = (at: number) => at >= maturePeriod.from && at <= maturePeriod.to;
  const kinds = ["low_balance", "top_up", "app_first_open", "app_open", "contract_mark"] as const;
  const ofEvents = kinds.map((kind) => {
    const rows = events.filter((event) => event.kind === kind && mature(event.happenedAt));
    return lagTruth(
      kind,
      rows.map(({ happenedAt, loadedAt }) => loadedAt - happenedAt),
    );
  });
  const ofReadings = (
    [
      ["new billing", true],
      ["old billing", false],
    ] as const
  ).map(([system, isNew]) => {
    const rows = readings.filter(
      ({ kind, customer, happenedAt }) =>
        kind === "data_left_read" && mature(happenedAt) && isOnNew(byId.get(customer), happenedAt) === isNew,
    );
    return lagTruth(
      `data_left_read, ${system}`,
      rows.map(({ happenedAt, loadedAt }) => loadedAt - happenedAt),
    );
  });
  return [...ofEvents, ...ofReadings];
}

function isOnNew(person: Person | undefined, at: number): boolean | undefined {
  return person && onNewBilling(person, at);
}

function lagTruth(of: string, lags: readonly number[]): LagTruth {
  const forward = lags.filter((lag) => lag >= 0).sort((one, other) => one - other);
  const quantile = (share: number) => forward[Math.max(0, Math.ceil(share * forward.length) - 1)] ?? 0;
  return {
    of,
    events: lags.length,
    negative: lags.length - forward.length,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}
