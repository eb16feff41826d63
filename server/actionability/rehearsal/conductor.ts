import { kindOfStep, type Steps } from "./steps.ts";

const MICROSECONDS = 1_000;

/** Says which steps are due: by the speed, or one decision at a time. Times replayed are microseconds, real ones milliseconds. */
export class Conductor {
  /** how many times faster than it happened; null: as fast as it goes */
  speed: number | null;
  paused = false;
  #wanted = 0;
  #clock: number | null = null;

  constructor(speed: number | null) {
    this.speed = speed;
  }

  /** The moment replayed; null before the first. */
  get clock(): number | null {
    return this.#clock;
  }

  resume(): void {
    this.paused = false;
    this.#wanted = 0;
  }

  /** Lets one more decision through, and pauses. */
  step(): void {
    this.paused = true;
    this.#wanted++;
  }

  /** Moves the clock by the real time that passed; not while it is paused. */
  pass(milliseconds: number): void {
    if (this.#clock !== null && this.speed !== null && !this.paused)
      this.#clock += milliseconds * MICROSECONDS * this.speed;
  }

  /**
   * The row after the last one that is due, of those from `row` on; `row` itself where none is.
   * What happened before `first` is taken in at once: it was known when the rehearsal begins.
   */
  due(steps: Steps, row: number, first: number): number {
    if (steps.at[row]! < first) return rowAfter(steps, row, (at) => at < first);
    this.#clock ??= first;
    if (this.paused) return this.#wanted > 0 ? afterDecision(steps, row) : row;
    const { speed } = this;
    const clock = this.#clock;
    return speed === null ? steps.rows : rowAfter(steps, row, (at) => at <= clock);
  }

  /** The steps up to, not with, `row` have been taken. */
  took(steps: Steps, row: number): void {
    if (row === 0 || this.#clock === null) return;
    this.#clock = Math.max(this.#clock, steps.at[row - 1]!);
    if (this.#wanted > 0 && steps.kind[row - 1] === kindOfStep.close) this.#wanted--;
  }

  /** Milliseconds until the step at `row` is due; null while only somebody's wish can make it so. */
  until(steps: Steps, row: number): number | null {
    if (this.paused) return null;
    if (this.speed === null || this.#clock === null) return 0;
    return Math.max(0, (steps.at[row]! - this.#clock) / (MICROSECONDS * this.speed));
  }
}

function afterDecision(steps: Steps, row: number): number {
  for (let next = row; next < steps.rows; next++) if (steps.kind[next] === kindOfStep.close) return next + 1;
  return steps.rows;
}

/** The first row, from `row` on, that does not pass; times only grow. */
function rowAfter(steps: Steps, row: number, passes: (at: number) => boolean): number {
  let low = row;
  let high = steps.rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(steps.at[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
