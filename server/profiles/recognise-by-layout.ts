import type { TableKind, TableLayout } from "../vocabulary.ts";
import type { Clues, Recognised } from "./clues.ts";
import type { MeaningCode } from "./meanings.ts";

/** The parts of a layout that mean something for each kind of table. */
const partsOf: Record<TableKind, readonly (keyof TableLayout)[]> = {
  customers: ["arrived", "updated"],
  events: ["event", "at", "arrived", "updated", "channel"],
  consents: ["at", "arrived", "updated", "channel", "purpose", "state"],
  reference: ["arrived", "updated"],
};

/** What the table's layout already says: which field is the event, when it happened, what was agreed to. */
export function recogniseByLayout(clues: Clues): Recognised | null {
  const { layout, kind } = clues.table;
  const at: MeaningCode = kind === "consents" ? "consent-time" : "event-time";
  const places: readonly (readonly [keyof TableLayout, MeaningCode, string])[] = [
    ["event", "event-kind", "says what happened"],
    ["at", at, kind === "consents" ? "says when somebody agreed or withdrew" : "says when it happened"],
    ["arrived", "arrival-time", "says when the record arrived"],
    ["updated", "updated-at", "says when the record was last changed"],
    ["channel", "channel", "says by which channel"],
    ["purpose", "purpose", "says what was agreed to"],
    ["state", "consent-flag", "says whether somebody agreed"],
  ];
  const here = places.filter(([part]) => partsOf[kind].includes(part));
  const place = here.find(([part]) => layout[part] === clues.field);
  if (!place) return null;
  // A guessed time may be one in the future; its name knows better.
  if (place[1] === "event-time" && clues.header?.code === "end-date") return null;
  return { code: place[1], reason: `In this table it ${place[2]}.` };
}

export function recogniseKey(clues: Clues): Recognised | null {
  if (!clues.aboutCustomers || clues.table.layout.key !== clues.field) return null;
  if (clues.table.kind === "customers")
    return { code: "customer-id", reason: "It tells the customers of this table apart." };
  return { code: "customer-id", reason: "It says which customer a record of this table is about." };
}
