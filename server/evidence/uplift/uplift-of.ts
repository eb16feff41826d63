import type { FieldRef } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import type { GoalUplift } from "./goal-uplift.ts";

/** A field's part in telling whom the offer persuades; of another table that of its roll-up that is needed, or strongest. */
export function upliftOf(
  uplift: GoalUplift | null | undefined,
  { table, field }: FieldRef,
): Pick<FieldFacts, "uplift"> {
  const own = (uplift?.fields ?? []).filter((one) => one.table === table && one.field === field);
  const [first] = own.toSorted((a, b) => Number(b.needed) - Number(a.needed) || b.share.high - a.share.high);
  return first ? { uplift: first } : {};
}
