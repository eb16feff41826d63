import type { Job, Jobs } from "../../jobs/jobs.ts";
import type { TriggerTimeShare } from "../goal-actionability.ts";
import { Rehearsal, type RehearsalOf } from "./rehearsal.ts";
import type { RehearsalSummary } from "./rehearsal-view.ts";

/** A rehearsal of a workbench, as its page finds it again. */
export interface KeptRehearsal {
  readonly id: string;
  /** the dataset's slug and the goal's key */
  readonly dataset: string;
  readonly goal: string;
  readonly rehearsal: Rehearsal;
  readonly job: Job<RehearsalSummary>;
  /** the days asked for, as the form had them */
  readonly days: { readonly from: string | null; readonly to: string | null };
  /** the report's own figure, where the days are all that it looks at */
  readonly reported: Pick<TriggerTimeShare, "triggers" | "count"> | null;
}

/** Each that has not ended holds a connection and what it replays. */
const mostLive = 2;
const mostKept = 10;

/** The rehearsals of one workbench: those that go, and the latest that ended. */
export class Rehearsals {
  readonly #jobs: Jobs;
  readonly #kept = new Map<string, KeptRehearsal>();

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  /** Begins one; an earlier one of the same goal, and the oldest of too many, is stopped. */
  start(of: RehearsalOf, about: Pick<KeptRehearsal, "dataset" | "goal" | "days" | "reported">): KeptRehearsal {
    const live = [...this.#kept.values()].filter(({ job }) => job.state === "running");
    const same = live.filter(({ dataset, goal }) => dataset === about.dataset && goal === about.goal);
    const others = live.filter((one) => !same.includes(one));
    for (const { id } of [...same, ...others.slice(0, Math.max(0, others.length - mostLive + 1))])
      this.#jobs.cancel(id);
    const rehearsal = new Rehearsal(of);
    const job = this.#jobs.start(`Rehearsing “${of.goal.goal.name}”`, null, ({ signal }) => rehearsal.run(signal));
    const kept = { ...about, id: job.id, rehearsal, job };
    this.#kept.set(job.id, kept);
    for (const id of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - mostKept))) this.#kept.delete(id);
    return kept;
  }

  find(id: string): KeptRehearsal | undefined {
    return this.#kept.get(id);
  }

  /** The newest of a goal that has not been stopped. */
  newest(dataset: string, goal: string): KeptRehearsal | undefined {
    return [...this.#kept.values()].findLast(
      (one) => one.dataset === dataset && one.goal === goal && one.job.state !== "cancelled",
    );
  }

  stop(id: string): void {
    this.#jobs.cancel(id);
  }
}
