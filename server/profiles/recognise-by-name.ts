import type { Clues, Recognised } from "./clues.ts";
import { fitsValues } from "./fits-values.ts";
import type { MeaningCode } from "./meanings.ts";
import { saysName } from "./reason-words.ts";

/** What the name says, where the values do not speak against it. */
export function recogniseByName(clues: Clues): Recognised | null {
  const header = clues.header;
  if (!header) return recogniseAmbiguous(clues);
  const code = inThisTable(header.code, clues);
  if (!code) return null;
  const fit = fitsValues(code, clues);
  if (fit.fits) {
    const said = saysName(header.said);
    return {
      code,
      reason: clues.empty ? `${said}; nothing is filled in.` : fit.seen ? `${said}, and ${fit.seen}.` : `${said}.`,
    };
  }
  if ((code === "email" || code === "phone") && clues.share("hash") >= 0.8) {
    return { code: "hashed-identifier", reason: `${saysName(header.said)}, but its values are scrambled.` };
  }
  return recogniseAmbiguous(clues);
}

/** "created" is a sign-up for a customer, something that happened for an event. */
function inThisTable(
  code: MeaningCode,
  { table, aboutCustomers, field, header, share, facts, empty }: Clues,
): MeaningCode | null {
  const customers = table.kind === "customers";
  if (code === "record-id" && aboutCustomers && table.layout.key === field) return null;
  if (code === "sign-up-date" && !customers) return table.kind === "events" ? "event-time" : null;
  if (code === "status" && header?.said === "state" && header.whole && customers) {
    return empty || facts.distinct > 12 ? "region" : "status";
  }
  if (code === "full-name" && header?.said === "naam" && !customers && share("personName") < 0.5) return null;
  return code;
}

/** Names that mean different things: title and name. */
function recogniseAmbiguous(clues: Clues): Recognised | null {
  const last = clues.name.core.at(-1);
  if (clues.family !== "t") return null;
  if (last === "title" || last === "titre" || last === "titel") {
    const salutation = !clues.empty && clues.share("salutation") >= 0.8;
    if (salutation) return { code: "salutation", reason: `${saysName("title")}, and the values are forms of address.` };
    if (clues.name.core.length === 1 && clues.facts.distinct < 0.5 * clues.facts.filled + 5) {
      return { code: "job", reason: `${saysName("title")}, and the values are not forms of address.` };
    }
  }
  if (last === "name" && clues.name.core.length === 1) {
    const people = clues.empty || clues.share("personName") >= 0.5;
    if (people && clues.table.kind === "customers")
      return { code: "full-name", reason: `${saysName("name")}, and this table is about customers.` };
  }
  return null;
}
