/** One record of a log, as the slow count looks at it. */
export interface Happening {
  readonly customer_id: string | null;
  readonly kind: string | null;
  readonly happened_at: string | null;
  readonly amount: number | null;
  readonly place: string | null;
  readonly paid: boolean | null;
}

export type Cell = number | string | boolean | null;

/** What a customer's records up to the cut-off add up to, worked out record by record. */
export function countByHand(records: readonly Happening[], customer: string, cutOff: string, kinds: readonly string[]) {
  const own = records.filter(
    (one): one is Happening & { happened_at: string } =>
      one.customer_id === customer && one.happened_at !== null && Date.parse(one.happened_at) <= Date.parse(cutOff),
  );
  const sums = new Map<string, Cell>();
  const add = (name: string, value: Cell) => sums.set(`events: ${name}`, value);
  add("number of records", own.length);
  add("days since the last record", daysSince(own, cutOff));
  for (const kind of kinds) {
    const such = own.filter((one) => one.kind === kind);
    add(`number of ${kind}`, such.length);
    add(`days since the last ${kind}`, daysSince(such, cutOff));
  }
  for (const name of ["amount", "paid"] as const) {
    const numbers = own.flatMap((one) => (one[name] === null ? [] : [Number(one[name])]));
    const sum = numbers.reduce((total, number) => total + Math.round(number * 1e6), 0) / 1e6;
    add(`sum of ${name}`, numbers.length ? sum : null);
    add(`mean of ${name}`, numbers.length ? sum / numbers.length : null);
  }
  for (const name of ["amount", "paid", "place", "kind"] as const) add(`last ${name}`, lastOf(own, name));
  for (const name of ["place", "kind"] as const) {
    add(`number of different ${name}`, new Set(own.flatMap((one) => one[name] ?? [])).size);
  }
  return sums;
}

function daysSince(records: readonly { readonly happened_at: string }[], cutOff: string): number | null {
  const times = records.map(({ happened_at }) => Date.parse(happened_at));
  return times.length ? (Date.parse(cutOff) - Math.max(...times)) / 86_400_000 : null;
}

/** The last filled cell; at the same moment the greater. */
function lastOf(records: readonly (Happening & { readonly happened_at: string })[], name: keyof Happening): Cell {
  let last: { readonly at: number; readonly cell: Cell } | null = null;
  for (const record of records) {
    const cell = record[name];
    if (cell === null) continue;
    const at = Date.parse(record.happened_at);
    if (!last || at > last.at || (at === last.at && last.cell !== null && cell > last.cell)) last = { at, cell };
  }
  return last?.cell ?? null;
}
