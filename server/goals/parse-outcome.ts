import { UserError } from "../errors.ts";
import type { Outcome } from "../vocabulary.ts";
import { findMinutes } from "./duration.ts";

const EXAMPLES = "--outcome Churn=Yes, --outcome revenue or --outcome orders@90d";

/**
 * What `--outcome` asks for: FIELD=VALUE (split at the first `=`), TABLE[:EVENT]@90d, else FIELD.
 * Throws UserError for a text that is none of them.
 */
export function parseOutcome(text: string): Outcome {
  const equals = text.indexOf("=");
  if (equals >= 0) return fieldIs(text.slice(0, equals).trim(), text.slice(equals + 1));
  return eventWithin(text) ?? anyField(text.trim());
}

/** What people type back: "Churn=Yes", "orders:refund@90d". */
export function printOutcome(outcome: Outcome): string {
  if ("sql" in outcome) return outcome.sql;
  if ("table" in outcome) {
    return `${outcome.table}${outcome.event === null ? "" : `:${outcome.event}`}@${outcome.within}`;
  }
  return "is" in outcome ? `${outcome.field}=${outcome.is}` : outcome.field;
}

function fieldIs(field: string, is: string): Outcome {
  if (!field) throw new UserError(`--outcome has no field before the "=". Write for example ${EXAMPLES}.`);
  if (!is.trim()) {
    throw new UserError(`--outcome names no value of ${field} after the "=". Write for example ${EXAMPLES}.`);
  }
  return { field, is };
}

function eventWithin(text: string): Outcome | undefined {
  const match = /^([^:@]+)(?::(.+))?@([^@]*)$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  const within = (match[3] ?? "").trim();
  if (!findMinutes(within)) return undefined;
  return { table: match[1].trim(), event: match[2]?.trim() || null, within };
}

function anyField(field: string): Outcome {
  if (!field) throw new UserError(`--outcome is empty. Write for example ${EXAMPLES}.`);
  return { field };
}
