import type { GoalActionability } from "../actionability/goal-actionability.ts";
import type { RehearsalView } from "../actionability/rehearsal/rehearsal-view.ts";
import type { MiddleStage } from "../actionability/stage-masks.ts";
import { count, plural } from "./helpers.ts";
import { type Speed, sayPace } from "./rehearsal-form.ts";
import { fatesAsked, fateWords, sayMilliseconds, sayMoment, whyFate } from "./rehearsal-words.ts";

interface Counter {
  readonly label: string;
  readonly number: string;
  /** which mark it has */
  readonly kind: "plain" | "acted" | "lost" | "held";
}

/** What changes while a rehearsal goes, ready to print. */
export interface LiveRehearsal {
  readonly state: string;
  readonly clock: string;
  readonly percent: number;
  readonly going: boolean;
  readonly first: readonly Counter[];
  readonly fates: readonly Counter[];
  readonly timeline: Timeline;
  readonly decisions: readonly { readonly time: string; readonly decided: string; readonly why: string }[];
  readonly facts: readonly { readonly term: string; readonly fact: string }[];
}

interface Timeline {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly bars: readonly Bar[];
  /** of 600; null before the first moment */
  readonly clock: number | null;
}

interface Bar {
  readonly x: number;
  readonly actedY: number;
  readonly actedHeight: number;
  readonly notY: number;
  readonly notHeight: number;
}

const width = 600;
const height = 64;

export function liveRehearsal(view: RehearsalView, stages: GoalActionability["stages"]): LiveRehearsal {
  return {
    state: sayState(view),
    clock: view.clock === null ? "" : sayMoment(Math.min(view.clock, view.last)),
    percent: Math.floor(shareOf(view) * 100),
    going: view.state === "preparing",
    first: firstCounters(view),
    fates: fatesAsked.map((fate) => ({
      label: fateWords[fate],
      number: isMeasured(view, fate) ? count(view.fates[fate]) : "not measured",
      kind: fate === "acted" ? "acted" : fate === "held-back" ? "held" : "lost",
    })),
    timeline: timelineOf(view),
    decisions: view.decisions.map(({ at, fate }) => ({
      time: sayMoment(at),
      decided: fateWords[fate],
      why: whyFate(fate, stages),
    })),
    facts: factsOf(view),
  };
}

/** One sentence of where it stands, for those who listen. */
export function sayRehearsal(view: RehearsalView): string {
  if (view.state === "preparing") return "Putting the events in order.";
  const at = view.clock === null ? "" : ` ${sayMoment(Math.min(view.clock, view.last))}.`;
  const decided = `${plural(view.decided, "trigger", "triggers")} decided, ${count(view.fates.acted)} acted in time.`;
  return `${sayState(view)}.${at} ${decided}`;
}

/** Before anything is measured nothing is said not to be. */
function isMeasured({ measured }: RehearsalView, fate: string): boolean {
  return !measured.length || fate === "acted" || fate === "held-back" || measured.includes(fate as MiddleStage);
}

function sayState({ state, speed }: RehearsalView): string {
  switch (state) {
    case "preparing":
      return "Putting the events in order";
    case "running":
      return sayPace(speed as Speed);
    case "paused":
      return "Paused";
    case "done":
      return "Done";
    default:
      return "Stopped";
  }
}

function shareOf({ state, clock, first, last }: RehearsalView): number {
  if (state === "done") return 1;
  if (clock === null || last <= first) return 0;
  return Math.min(1, Math.max(0, (clock - first) / (last - first)));
}

function firstCounters({ seen, triggered, waiting }: RehearsalView): readonly Counter[] {
  return [
    ...(seen === null ? [] : [{ label: "Events seen", number: count(seen), kind: "plain" as const }]),
    { label: "Triggered", number: count(triggered), kind: "plain" },
    { label: "Still open", number: count(waiting), kind: "plain" },
  ];
}

function timelineOf(view: RehearsalView): Timeline {
  const { slices, first, last, fates, decided } = view;
  const most = Math.max(1, ...slices.map(({ acted, not }) => acted + not));
  const step = slices.length ? width / slices.length : width;
  return {
    label: `Over the days: ${plural(fates.acted, "trigger", "triggers")} acted on in time, ${count(decided - fates.acted)} not.`,
    from: last > first ? sayMoment(first) : "",
    to: last > first ? sayMoment(last) : "",
    bars: slices.flatMap(({ acted, not }, index) => (acted + not ? [barOf(acted, not, most, index * step)] : [])),
    clock: view.clock === null ? null : Math.round(shareOf(view) * width),
  };
}

function barOf(acted: number, not: number, most: number, x: number): Bar {
  const actedHeight = Math.round((acted / most) * height);
  const both = Math.round(((acted + not) / most) * height);
  return {
    x,
    actedY: height - actedHeight,
    actedHeight,
    notY: height - both,
    notHeight: both - actedHeight,
  };
}

function factsOf({ records, recordsPerSecond, latency, actedAtOnce, changed, measured }: RehearsalView) {
  const facts = [{ term: "Records replayed", fact: count(records) }];
  if (recordsPerSecond !== null) facts.push({ term: "Records a second", fact: count(recordsPerSecond) });
  if (latency) {
    const half = `half within ${sayMilliseconds(latency.median)}`;
    facts.push({ term: "Time to decide", fact: `99 of 100 within ${sayMilliseconds(latency.p99)}, ${half}` });
  }
  if (measured.includes("in-time"))
    facts.push({
      term: "If decided on arrival",
      fact: `${count(actedAtOnce)} acted on; ${count(changed)} came out otherwise by the window’s end`,
    });
  return facts;
}
