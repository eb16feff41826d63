import { customersTable } from "../datasets/dataset.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import { standInsTask } from "../model/stand-ins-task.ts";
import type { Estimate, FieldProfile, Sensitivity } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import type { Fitted } from "./levels/measure-levels.ts";
import type { RollUps } from "./roll-ups/roll-ups.ts";

interface Place {
  readonly table: string;
  readonly name: string;
}

/** A field of the kept set, and one from outside that could take its place. */
export interface Substitute {
  readonly kept: Place;
  readonly other: Place;
  /** what the set keeps then, of what all fields tell; refitted */
  readonly keptShare: { readonly value: number; readonly low: number };
  readonly found: Estimate;
  /** is it shown to do the same job? The change loses less than the floor of a single field */
  readonly same: boolean;
  /** does the other say more of a person than the kept one, or less? By sensitivity, then by whom it singles out */
  readonly reveals: "less" | "as-much" | "more";
}

/** Which fields outside the kept set could stand in for one of it, and what the set would keep then (method §4). */
export async function measureSubstitutes(
  { pool }: Engine,
  input: AnalysisInput,
  { input: modelled, model }: Pick<Fitted, "input" | "model">,
  { byName }: Pick<RollUps, "byName">,
  context: JobContext,
): Promise<readonly Substitute[]> {
  const { reference, kept, lambda, gain, pairs, fields } = model;
  const others = fields.filter(({ inKept }) => !inKept).map(({ name }) => name);
  if (!others.length || !kept.length) return [];
  const set = { fields: kept, lambda };
  const found = await pool.run(
    standInsTask,
    { input: modelled, reference, kept: set, gain: gain.value, pairs, others },
    context,
  );
  const customers = customersTable(input.dataset).name;
  const placeOf = (name: string): Place => {
    const of = byName.get(name)?.of;
    return of ? { table: of.table, name: of.field } : { table: customers, name };
  };
  return found.flatMap(({ of, by, keptShare, found, same }): Substitute[] => {
    const [own, other] = [placeOf(of), placeOf(by)];
    const isOne = own.table === other.table && own.name === other.name;
    return isOne ? [] : [{ kept: own, other, keptShare, found, same, reveals: compare(input.profiles, own, other) }];
  });
}

const order: readonly Sensitivity[] = ["none", "personal", "identifying", "special"];
/** Shares of customers that a field singles out by itself are told apart from here on. */
const leastApart = 0.01;

function compare(profiles: readonly FieldProfile[], own: Place, other: Place): Substitute["reveals"] {
  const [a, b] = [own, other].map(({ table, name }) =>
    profiles.find((one) => one.table === table && one.name === name),
  );
  if (!a || !b) return "as-much";
  const bySensitivity = order.indexOf(b.sensitivity) - order.indexOf(a.sensitivity);
  if (bySensitivity) return bySensitivity > 0 ? "more" : "less";
  const apart = alone(b) - alone(a);
  return Math.abs(apart) < leastApart ? "as-much" : apart > 0 ? "more" : "less";
}

function alone({ singledOutAlone, records }: FieldProfile): number {
  return singledOutAlone / Math.max(1, records);
}
