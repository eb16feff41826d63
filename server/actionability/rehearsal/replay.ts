import type { MaskCount, MiddleStage } from "../stage-masks.ts";
import { type Fate, type FateCounts, fates, fatesOf, sayFates } from "./fates.ts";
import { KnownThen } from "./known-then.ts";
import type { Rules } from "./rules.ts";
import { kindOfStep, type Steps } from "./steps.ts";

/** How large a replay is, and between which moments it lies, in microseconds since 1970. */
export interface Extent {
  readonly customers: number;
  /** one more than the largest number of a trigger */
  readonly places: number;
  readonly purposes: number;
  readonly first: number;
  readonly last: number;
}

export interface Decision {
  readonly at: number;
  readonly fate: Fate;
}

const slices = 60;
const lastKept = 10;
const actedOn = fates.indexOf("acted");

/**
 * Takes steps in the order of time and decides each trigger when its window closes, with what is known at that moment.
 * Pure: no clock, no database. What it counted can be read at any time.
 */
export class Replay {
  readonly #known: KnownThen;
  readonly #extent: Extent;
  readonly #fates: Uint8Array;
  readonly #counts = new Float64Array(fates.length);
  readonly #masks = new Float64Array(256);
  /** by trigger: would it have been acted on at its first chance? */
  readonly #atOnce: Uint8Array;
  readonly #acted = new Float64Array(slices);
  readonly #not = new Float64Array(slices);
  readonly #last: Decision[] = [];
  seen = 0;
  triggered = 0;
  /** triggers whose window has closed */
  decided = 0;
  /** steps that were records of a file, not moments of a trigger */
  records = 0;
  /** decisions made, at the first chance and at the window's end */
  decisions = 0;
  actedAtOnce = 0;
  /** triggers that were decided otherwise at the window's end than at the first chance */
  changed = 0;

  constructor(rules: Rules, measured: readonly MiddleStage[], extent: Extent) {
    this.#known = new KnownThen(rules, extent.customers, extent.purposes);
    this.#extent = extent;
    this.#fates = fatesOf(measured);
    this.#atOnce = new Uint8Array(extent.places);
  }

  get waiting(): number {
    return this.triggered - this.decided;
  }

  get fates(): FateCounts {
    return sayFates(this.#counts);
  }

  /** Triggers by what they passed, fewest bits first. */
  get masks(): MaskCount[] {
    return [...this.#masks].flatMap((units, mask) => (units ? [{ mask, units }] : []));
  }

  /** The latest decisions, newest first. */
  get last(): readonly Decision[] {
    return this.#last.toReversed();
  }

  /** Triggers decided in each of 60 equal parts of the time replayed. */
  get slices(): readonly { readonly acted: number; readonly not: number }[] {
    return Array.from(this.#acted, (acted, index) => ({ acted, not: this.#not[index]! }));
  }

  /** Takes the steps from row `from` up to, not with, row `to`. */
  take(steps: Steps, from: number, to: number): void {
    for (let row = from; row < to; row++) this.#takeStep(steps, row);
  }

  #takeStep(steps: Steps, row: number): void {
    switch (steps.kind[row]) {
      case kindOfStep.consent:
        this.records++;
        this.#known.say(steps.customer[row]!, steps.place[row]!, steps.value[row] === 1);
        break;
      case kindOfStep.reading:
        this.records++;
        this.#known.read(steps.customer[row]!, steps.place[row]!, steps.value[row]!);
        break;
      case kindOfStep.arrival:
        this.records++;
        this.seen++;
        break;
      case kindOfStep.trigger:
        this.triggered++;
        break;
      case kindOfStep.chance:
        this.#decideAtOnce(steps, row);
        break;
      default:
        this.#decide(steps, row);
    }
  }

  #decideAtOnce(steps: Steps, row: number): void {
    this.decisions++;
    if (this.#fates[this.#known.maskOf(steps, row)] !== actedOn) return;
    this.actedAtOnce++;
    this.#atOnce[steps.place[row]!] = 1;
  }

  #decide(steps: Steps, row: number): void {
    const mask = this.#known.maskOf(steps, row);
    const fate = this.#fates[mask]!;
    const acted = fate === actedOn;
    this.decisions++;
    this.decided++;
    this.#masks[mask]!++;
    this.#counts[fate]!++;
    if (acted !== (this.#atOnce[steps.place[row]!] === 1)) this.changed++;
    const slice = this.#sliceOf(steps.at[row]!);
    if (acted) this.#acted[slice]!++;
    else this.#not[slice]!++;
    this.#last.push({ at: steps.at[row]!, fate: fates[fate]! });
    if (this.#last.length > lastKept) this.#last.shift();
  }

  #sliceOf(at: number): number {
    const { first, last } = this.#extent;
    return last > first ? Math.min(slices - 1, Math.floor(((at - first) / (last - first)) * slices)) : 0;
  }
}
