import type { DateOrder } from "./dialect.ts";
import { list } from "./field-names.ts";
import type { ColumnReadings } from "./read-columns.ts";
import type { Reading } from "./readings.ts";
import type { TimeFormat } from "./time-formats.ts";

export interface ChosenColumn {
  readonly name: string;
  /** null: it stays text */
  readonly reading: Reading | null;
  /** readings that fit as well and were not taken because nothing tells which is right */
  readonly undecided: readonly Reading[];
}

export interface ChosenReadings {
  readonly columns: readonly ChosenColumn[];
  readonly warnings: readonly string[];
  /** the order of day and month that the file's own dates prove; null where none does */
  readonly proven: DateOrder | null;
  readonly decimal: "." | ",";
}

export interface Wishes {
  readonly dates: DateOrder | null;
  readonly decimal: "." | "," | null;
}

/**
 * One reading for each column of a file. Where day-first and month-first both fit, a person's wish decides, else another column
 * of the file that only one of them fits; a number that could as well be written in thousands is decided the same way.
 */
export function chooseReadings(file: string, columns: readonly ColumnReadings[], wishes: Wishes): ChosenReadings {
  const proven = provenOrder(columns);
  const order = wishes.dates ?? proven;
  const decimal = wishes.decimal ?? provenDecimal(columns);
  const chosen = columns.map((column) => chooseOne(column, order, wishes.decimal ?? decimal));
  const dates = chosen.filter(({ undecided }) => undecided.some(isTime)).map(({ name }) => name);
  const thousands = chosen.filter(({ undecided }) => undecided.some(({ type }) => type === "number"));
  const warnings: string[] = [];
  if (dates.length) {
    warnings.push(
      `${file}: ${list(dates)} could be read day first or month first, so ${dates.length > 1 ? "they stay" : "it stays"} text. Say which with --dates day-first or --dates month-first.`,
    );
  }
  if (thousands.length) {
    const names = thousands.map(({ name }) => name);
    warnings.push(`${file}: the sign in ${list(names)} could part decimals or thousands, so the values stay text.`);
  }
  return { columns: chosen, warnings, proven, decimal: decimal ?? "." };
}

function isTime(reading: Reading): reading is TimeFormat {
  return reading.type === "date" || reading.type === "time";
}

function provenOrder(columns: readonly ColumnReadings[]): DateOrder | null {
  const proven = new Set<DateOrder>();
  for (const { fitting } of columns) {
    const orders = ordersOf(fitting);
    if (orders.size === 1) for (const order of orders) proven.add(order);
  }
  const [order = null] = proven;
  return proven.size === 1 ? order : null;
}

function ordersOf(fitting: readonly Reading[]): Set<DateOrder> {
  return new Set(fitting.filter(isTime).flatMap(({ order }) => order ?? []));
}

/** A comma with three digits behind it in every cell proves nothing: 1,234 may be a thousand. */
function provenDecimal(columns: readonly ColumnReadings[]): "." | "," | null {
  const marks = new Set<"." | ",">();
  for (const { fitting } of columns) {
    const [first] = fitting;
    if (first?.type === "number" && !isPerhapsThousands(fitting)) marks.add(first.mark);
  }
  const [mark = null] = marks;
  return marks.size === 1 ? mark : null;
}

function isPerhapsThousands(fitting: readonly Reading[]): boolean {
  return fitting.some((reading) => reading.type === "number" && reading.decimals === 3);
}

function chooseOne(
  { name, fitting }: ColumnReadings,
  order: DateOrder | null,
  decimal: "." | "," | null,
): ChosenColumn {
  const orders = ordersOf(fitting);
  if (orders.size === 2) {
    if (order === null) return { name, reading: null, undecided: fitting.filter(isTime) };
    const reading = fitting.find((one) => isTime(one) && one.order === order) ?? null;
    return { name, reading, undecided: [] };
  }
  const [first] = fitting;
  if (first?.type === "number" && isPerhapsThousands(fitting)) {
    const plain = first.mark === "." && decimal !== ",";
    if (!plain && decimal !== first.mark) return { name, reading: null, undecided: fitting };
  }
  return { name, reading: first ?? null, undecided: [] };
}
