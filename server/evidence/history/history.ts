import type { DepthCurve } from "../../model/history/depth-curve.ts";
import type { RowCurve } from "../../model/history/row-curve.ts";
import type { Estimate } from "../../vocabulary.ts";

/** How much history a goal needs (method §10). Plain JSON. */
export interface History {
  /** null where there are too few customers to leave out most of them */
  readonly rows: RowCurve | null;
  /** null where nothing that is needed has a time: then no period can be named */
  readonly depth: Depth | null;
  /** null where nothing says when the outcome became known */
  readonly byTime: ByTime | null;
  /** share of the customers whose outcome has a date, of the answer with fewer; null where no field is named that says it */
  readonly dated: number | null;
}

/** How far back the records have to reach. */
export interface Depth {
  /** events before the cut-off, or customers whose outcome became known */
  readonly of: "events" | "customers";
  readonly tables: readonly string[];
  readonly curve: DepthCurve;
  /** months until as many customers are seen as are needed; null where that is not known, or no matter of time */
  readonly forRows: number | null;
  /** months to keep: the longer of what the curve and the customers need */
  readonly keep: number;
}

/** The kept set learned from the past and tested on what came later. */
export interface ByTime {
  /** the first day of what came later */
  readonly from: string;
  readonly records: number;
  readonly keptShare: { readonly value: number; readonly low: number; readonly high: number };
  /** what all fields tell there, as a share of what they tell of customers of the same time; with its 90 % interval */
  readonly told: Estimate;
  /** is it shown to keep its share there, shown not to (false), or neither? */
  readonly holds: boolean | null;
}
