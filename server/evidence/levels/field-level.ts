import type { Estimate, Risk } from "../../vocabulary.ts";

/** One way to keep a field, with the other kept fields as chosen. */
export interface LevelRow {
  /** a level's key; null is the full value, "drop" leaves the field out */
  readonly level: string | null;
  readonly label: string;
  /** share of the people with the outcome among the first 20 of 100; null where it was not measured */
  readonly found: Estimate | null;
  /** by the identifying fields that the goal keeps, and by this one; counted on every record */
  readonly risk: Risk;
}

/** The coarsest level of a field that does the job for one goal. */
export interface FieldLevel {
  readonly level: string;
  readonly label: string;
  /** false: the full value has too many values to test, and the level speaks for it */
  readonly fullTested: boolean;
  /** customers whose value is called “Other” at this level, because fewer than `under` hold it; null where there is none */
  readonly rare: { readonly under: number; readonly customers: number } | null;
  /** customers who still stand in groups under this number with what the goal keeps; null where the field plays no part */
  readonly exposed: { readonly under: number; readonly customers: number } | null;
  /** could somebody outside know it, so that it counts among the fields that single people out? */
  readonly identifying: boolean;
  /** from the full value to leaving it out */
  readonly rows: readonly LevelRow[];
}
