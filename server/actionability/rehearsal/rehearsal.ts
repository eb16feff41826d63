import type { Database, Session } from "../../database/database.ts";
import { Cancelled } from "../../errors.ts";
import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { Dataset, FieldProfile } from "../../vocabulary.ts";
import { type Inquiry, openInquiry } from "../inquiry.ts";
import { type ActionabilityOptions, stoppable } from "../measure-actionability.ts";
import { Conductor } from "./conductor.ts";
import { countThen } from "./count-then.ts";
import { countFates } from "./fates.ts";
import { Latencies } from "./latencies.ts";
import { type Pace, realPace } from "./pace.ts";
import type { Period } from "./period.ts";
import { type PreparedRehearsal, prepareRehearsal } from "./prepare-rehearsal.ts";
import { readSteps } from "./read-steps.ts";
import { type RehearsalState, type RehearsalSummary, type RehearsalView, viewOf } from "./rehearsal-view.ts";
import { Replay } from "./replay.ts";
import { noSteps, type Steps } from "./steps.ts";

export interface RehearsalOf extends Omit<ActionabilityOptions, "signal"> {
  readonly database: Database;
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly goal: ResolvedGoal;
  readonly period: Period;
  /** how many times faster than it happened; null: as fast as it goes */
  readonly speed: number | null;
}

/** Steps read at once. */
const blockSize = 8_192;
/** Steps taken between two looks at the clock: so fine is the measured latency. */
const sliceSize = 256;
/** How long others wait for their turn, and how long the clock stands still, at most; milliseconds. */
const turn = 8;
const longestRest = 50;

/**
 * One run of a goal's past triggers, at a pace that can be changed, paused and stepped.
 * Between two reads it holds nothing of the database but temporary tables of one connection.
 */
export class Rehearsal {
  readonly #of: RehearsalOf;
  readonly #pace: Pace;
  readonly #conductor: Conductor;
  readonly #listeners = new Set<() => void>();
  readonly #latencies = new Latencies();
  #state: RehearsalState = "preparing";
  #wake = new AbortController();
  #prepared: PreparedRehearsal | null = null;
  #replay: Replay | null = null;
  #summary: RehearsalSummary | null = null;
  /** what was taken at full speed, and in how many real milliseconds */
  readonly #fast = { milliseconds: 0, records: 0 };

  constructor(of: RehearsalOf, pace: Pace = realPace) {
    this.#of = of;
    this.#pace = pace;
    this.#conductor = new Conductor(of.speed);
  }

  /** null before the end */
  get summary(): RehearsalSummary | null {
    return this.#summary;
  }

  pause(): void {
    this.#conductor.paused = true;
    this.#goOn();
  }

  resume(): void {
    this.#conductor.resume();
    this.#goOn();
  }

  /** Goes on to the next decision and pauses there. */
  step(): void {
    this.#conductor.step();
    this.#goOn();
  }

  changeSpeed(speed: number | null): void {
    this.#conductor.speed = speed;
    this.#goOn();
  }

  /** Calls `listen` at every change. Returns what stops it. */
  watch(listen: () => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  view(): RehearsalView {
    const { speed, clock } = this.#conductor;
    return viewOf({
      state: this.#state,
      speed,
      clock,
      prepared: this.#prepared,
      replay: this.#replay,
      latencies: this.#latencies,
      fast: this.#fast,
    });
  }

  /** Runs to the end, or until the signal aborts. Once. */
  async run(signal: AbortSignal): Promise<RehearsalSummary> {
    const { database, period, speed: _, ...about } = this.#of;
    const stop = () => this.#goOn();
    signal.addEventListener("abort", stop);
    try {
      this.#summary = await database.session(async (session) => {
        const inquiry = openInquiry({ database, ...about, session: stoppable(session, signal) });
        this.#prepared = await prepareRehearsal(inquiry, period);
        this.#replay = new Replay(this.#prepared.rules, this.#prepared.measured, this.#prepared.extent);
        this.#goOn();
        await this.#replayAll(session, this.#prepared, this.#replay, signal);
        return summarize(inquiry, this.#prepared, this.#replay);
      }, signal);
      this.#enter("done");
      return this.#summary;
    } catch (error) {
      this.#enter(signal.aborted || error instanceof Cancelled ? "stopped" : "failed");
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  async #replayAll(
    session: Session,
    { steps, extent }: PreparedRehearsal,
    replay: Replay,
    signal: AbortSignal,
  ): Promise<void> {
    let block = noSteps;
    let row = 0;
    let now = this.#pace.now();
    for (let taken = 0; taken < steps; ) {
      if (signal.aborted) throw new Cancelled("Cancelled.");
      if (row === block.rows) {
        block = await readSteps(session, taken, Math.min(blockSize, steps - taken));
        if (block.rows === 0) throw new Error("actionability/rehearsal-steps ended early.");
        row = 0;
      }
      now = this.#pass(now);
      const due = this.#conductor.due(block, row, extent.first);
      if (due === row) {
        const until = this.#conductor.until(block, row);
        await this.#rest(until);
        // While it is paused no time passes.
        if (until === null) now = this.#pace.now();
        continue;
      }
      const end = this.#take(replay, block, row, due);
      taken += end - row;
      row = end;
      this.#tell();
      if (row < block.rows) await this.#pace.rest(0, signal);
    }
    this.#pass(now);
  }

  /** Lets the real time since `before` pass; returns the time it is now. */
  #pass(before: number): number {
    const now = this.#pace.now();
    this.#conductor.pass(now - before);
    if (this.#atFullSpeed()) this.#fast.milliseconds += now - before;
    return now;
  }

  #atFullSpeed(): boolean {
    return this.#conductor.speed === null && !this.#conductor.paused;
  }

  /** Takes steps for one turn; returns the row after the last one taken. */
  #take(replay: Replay, steps: Steps, from: number, due: number): number {
    const begun = this.#pace.now();
    const records = replay.records;
    let row = from;
    let spent = 0;
    while (row < due && spent < turn) {
      const decisions = replay.decisions;
      const end = Math.min(due, row + sliceSize);
      replay.take(steps, row, end);
      row = end;
      spent = this.#pace.now() - begun;
      this.#latencies.add(spent, replay.decisions - decisions);
    }
    this.#conductor.took(steps, row);
    if (this.#atFullSpeed()) this.#fast.records += replay.records - records;
    return row;
  }

  async #rest(milliseconds: number | null): Promise<void> {
    if (milliseconds === null) this.#enter("paused");
    this.#wake = new AbortController();
    await this.#pace.rest(milliseconds === null ? null : Math.min(longestRest, milliseconds), this.#wake.signal);
    this.#tell();
  }

  #goOn(): void {
    this.#wake.abort();
    const live = this.#state === "running" || this.#state === "paused" || this.#state === "preparing";
    if (live && this.#replay) this.#enter(this.#conductor.paused ? "paused" : "running");
  }

  #enter(state: RehearsalState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listen of this.#listeners) listen();
  }
}

async function summarize(
  inquiry: Inquiry,
  { units, measured }: PreparedRehearsal,
  replay: Replay,
): Promise<RehearsalSummary> {
  const reported = await countThen(inquiry, units);
  const replayed = replay.masks;
  return {
    replayed: replay.fates,
    reported: countFates(reported, measured),
    masks: { replayed, reported },
    equal: JSON.stringify(replayed) === JSON.stringify(reported),
  };
}
