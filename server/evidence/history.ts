import type { RowCurve } from "../model/row-curve.ts";

/** How much history a goal needs (method §10). Plain JSON. */
export interface History {
  /** null where there are too few customers to leave out most of them */
  readonly rows: RowCurve | null;
}
