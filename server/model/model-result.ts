import type { Estimate, Performance } from "../vocabulary.ts";
import type { Confirmation } from "./confirm-set.ts";
import type { Shadows } from "./shadows.ts";

/** What the model says of one field, given the kept set S. Shares are of the gain G of the reference model. */
export interface FieldNeed {
  readonly name: string;
  readonly inKept: boolean;
  /** D_j / G with its 90 % interval */
  readonly share: Estimate;
  /** one-sided p of D_j > 0 */
  readonly p: number;
  /** does it pass Benjamini-Hochberg at q over all tested fields? */
  readonly discovered: boolean;
  /** gain of the model that holds only this field, as a share of G */
  readonly alone: Estimate;
  readonly aloneDiscovered: boolean;
  /** of 100 records with the outcome, how many more are missed in the top 20 % without it (or gained with it, outside S) */
  readonly missedOf100: Estimate;
  /** did an honest refit measure it, or the score test? */
  readonly refitted: boolean;
  /** records that would settle an undecided field; null where no number would */
  readonly recordsNeeded: number | null;
  /** for a field outside S: the kept fields that say most of what it says (mu+ of 0.1 and more), strongest first */
  readonly carriedBy: readonly string[];
  /** the fields together with which it tells more than by itself (pairs that help out of fold), strongest first */
  readonly partners: readonly string[];
  /** where the outcome is one of several values: those that it is shown to tell apart from the others */
  readonly tellsApart?: readonly string[];
  /** and those for which it is not shown to be worth less than the floor */
  readonly openFor?: readonly string[];
}

/** A field that is held anyway and conditions the model: what it tells, so that one known too late can be asked about. */
export type HeldField = Pick<FieldNeed, "name" | "share" | "alone" | "aloneDiscovered">;

export interface PathStep {
  readonly field: string;
  readonly kept: readonly string[];
  /** out-of-fold share of the gain that is left after dropping `field`; null where the step was not refitted */
  readonly performanceKept: Estimate | null;
}

/** What the model says of one value of several, against all others. */
export interface ValueResult {
  readonly label: string;
  readonly code: number;
  readonly records: number;
  /** do the fields tell it from the others? Without that nothing else is said of it */
  readonly supported: boolean;
  /** AUC, of every field and of the kept ones */
  readonly area: { readonly allFields: Estimate; readonly keptFields: Estimate } | null;
  readonly fields: readonly FieldNeed[];
  readonly held: readonly HeldField[];
}

export interface ModelResult {
  /** G per record in nats, with its standard error */
  readonly gain: { readonly value: number; readonly error: number };
  /** do these fields tell anything about the outcome? G - 2.33 se(G) > 0 */
  readonly supported: boolean;
  readonly lambda: number;
  /** AUC and top 20 % with 95 % intervals, ranked out of fold; `keptShare.low` is one-sided 95 % */
  readonly performance: Performance;
  /** the set S, in path order (most valuable first) */
  readonly kept: readonly string[];
  /** the model that losses are held against: the best of the sets that were refitted */
  readonly reference: { readonly fields: readonly string[]; readonly lambda: number };
  readonly fields: readonly FieldNeed[];
  /** pairs of fields that tell more together than one by one, out of fold; they are in every model that holds both */
  readonly pairs: readonly (readonly [string, string])[];
  /** the fields of the input that are held anyway */
  readonly held: readonly HeldField[];
  readonly path: readonly PathStep[];
  /** left out before the test, because there are too few records for so many fields; not among `fields` */
  readonly preScreened: readonly string[];
  /** is S shown to keep its share? false where the tolerance is below what this many records can resolve: then S is the
   * lean set, not proven equal */
  readonly proven: boolean;
  /** the kept set on a quarter of the records that was locked while it was searched; null with too few of them */
  readonly confirmed: Confirmation | null;
  /** a self-check; null where the fields do not support the goal */
  readonly shadows: Shadows | null;
  /** of an outcome that is one of several values, each that was tested; the figures above are then of all of them together */
  readonly values?: readonly ValueResult[];
}
