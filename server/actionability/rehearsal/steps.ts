/** What a step of a rehearsal is; at one moment they are taken in this order. */
export const kindOfStep = {
  /** somebody agreed or withdrew: `place` is channel and purpose, `value` 1 or 0 */
  consent: 0,
  /** a needed field's reading became known: `place` is the field, `value` when it was read */
  reading: 1,
  /** an event of the trigger's table arrived */
  arrival: 2,
  /** a trigger happened */
  trigger: 3,
  /** a trigger that arrived in time could first be acted on */
  chance: 4,
  /** a trigger's window closed */
  close: 5,
} as const;

/**
 * Steps in the order of time, column by column. Times are microseconds since 1970, `customer` is -1 for nobody known.
 * Of a trigger `place` is its number, `value` the moment against which its fields' ages count, `flags` the bits of its
 * mask that need no history; `agreed` has a bit per channel (today's answer), `reachable` one per address.
 */
export interface Steps {
  readonly rows: number;
  readonly at: Float64Array;
  readonly kind: Uint8Array;
  readonly customer: Int32Array;
  readonly place: Int32Array;
  readonly value: Float64Array;
  readonly flags: Int32Array;
  readonly agreed: Int32Array;
  readonly reachable: Int32Array;
}

export const noSteps: Steps = makeSteps(0);

export function makeSteps(rows: number): Steps {
  return {
    rows,
    at: new Float64Array(rows),
    kind: new Uint8Array(rows),
    customer: new Int32Array(rows),
    place: new Int32Array(rows),
    value: new Float64Array(rows),
    flags: new Int32Array(rows),
    agreed: new Int32Array(rows),
    reachable: new Int32Array(rows),
  };
}
