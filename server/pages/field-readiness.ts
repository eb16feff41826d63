import type { Measured } from "../measure-dataset.ts";
import type { Sorting } from "../plans/sort-dataset.ts";
import { sayReadiness } from "../reports/actionability/stage-words.ts";
import type { Goal, Readiness } from "../vocabulary.ts";
import type { OpenDataset } from "./open-dataset.ts";
import { measuredKey, startMeasuring } from "./open-measured.ts";
import { sortingKey } from "./open-sorting.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";
import { urls } from "./urls.ts";
import { listWords } from "./words.ts";

/** Whether a field is there in time for one goal that needs it. */
export interface GoalReadiness {
  readonly goal: string;
  readonly name: string;
  readonly href: string;
  readonly readiness: Readiness;
  readonly says: string;
  /** of its values, whatever was asked, none was young enough and known in time */
  readonly never: boolean;
}

export type ReadinessOf = (field: { readonly table: string; readonly name: string }) => readonly GoalReadiness[];

/**
 * What the reports say of each field. Only goals that are sorted already are looked at: a page of fields starts no
 * sorting, and waits for a count no longer than a moment.
 */
export async function readinessOfFields(site: Site, open: OpenDataset): Promise<ReadinessOf> {
  const reports = await Promise.all(open.strategy.goals.map((goal) => reportOf(site, open, goal)));
  const found = reports.flatMap((report) => (report ? report.actionability.goals : []));
  return ({ table, name }) =>
    found.flatMap((goal) =>
      goal.fields
        .filter((field) => field.table === table && field.name === name)
        .map(({ readiness, inTimeShare }) => ({
          goal: goal.key,
          name: goal.name,
          href: urls.actionability(open.dataset.slug, goal.key),
          readiness,
          says: inTimeShare === 0 ? "never in time" : sayReadiness[readiness],
          never: inTimeShare === 0,
        })),
    );
}

async function reportOf(site: Site, open: OpenDataset, goal: Goal): Promise<Measured | null> {
  const { jobs } = site.workbench;
  const made = await jobs.remembered<Measured>(measuredKey(site.workbench, open, [goal]));
  if (made) return made;
  const sorted = await jobs.remembered<Sorting>(sortingKey(site.workbench, open, [goal]));
  if (!sorted) return null;
  const measured = await soon(startMeasuring(site, open, [goal]));
  return "result" in measured ? measured.result : null;
}

/** "never in time for Top-up offer": the worst that any goal meets, in a few words. Null where no goal needs the field. */
export function sayWorst(found: readonly GoalReadiness[]): { readonly says: string; readonly bad: boolean } | null {
  const order: readonly Readiness[] = ["missing", "late", "not-measured", "in-time"];
  const worst = [...found].sort(
    (one, other) =>
      Number(other.never) - Number(one.never) || order.indexOf(one.readiness) - order.indexOf(other.readiness),
  )[0];
  if (!worst || worst.readiness === "not-measured") return null;
  const same = found.filter(({ says }) => says === worst.says);
  const bad = worst.never || worst.readiness === "late" || worst.readiness === "missing";
  if (!bad) return { says: `in time for its ${found.length === 1 ? "goal" : "goals"}`, bad };
  return {
    says: `${worst.says} for ${same.length > 2 ? `${same.length} goals` : listWords(same.map(({ name }) => name))}`,
    bad,
  };
}
