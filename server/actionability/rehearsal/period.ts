/** From when to when triggers happened, in microseconds since 1970; the end is not part of it, null is open. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

export const everything: Period = { from: null, to: null };
