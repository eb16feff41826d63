import type { UpliftResult } from "../../model/uplift/measure-uplift.ts";
import type { Estimate, FieldRef } from "../../vocabulary.ts";

/** What the goal's offer changes, and whom it persuades. Plain JSON. Areas and curves are in outcomes per customer. */
export interface GoalUplift {
  readonly treatment: { readonly field: string; readonly is: string };
  /**
   * shown: ranking by uplift is shown to bring more than chance; undecided: it is not; not-by-lot: who got the offer can be
   * told from the fields; too-little: too few customers with or without it
   */
  readonly claim: "shown" | "undecided" | "not-by-lot" | "too-little";
  readonly records: number;
  readonly treated: number;
  /** rates of the outcome (of numbers, means) with the offer and without */
  readonly rates: { readonly treated: number; readonly untreated: number } | null;
  /** their difference, 95 %; null where it is not what the offer changed */
  readonly average: Estimate | null;
  /** the fields that tell who got the offer */
  readonly toldBy: readonly FieldRef[];
  /** Qini coefficients, 95 % */
  readonly qini: UpliftResult["qini"];
  /** extra outcomes per customer when the first 0, 5, … 100 % of a ranking get the offer */
  readonly curve: UpliftResult["curve"];
  /** what each field tells of who is persuaded, as a share of what all tell, 90 %; none where they do not tell it */
  readonly fields: readonly UpliftField[];
  /** about how many customers would settle it; null where it is settled, or no number can be given */
  readonly enough: number | null;
}

export interface UpliftField extends FieldRef {
  /** what its records add up to, where it stands in another table */
  readonly as: string | null;
  readonly share: Estimate;
  /** in the set that tells who is persuaded, and shown to help there */
  readonly needed: boolean;
}
