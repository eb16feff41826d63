import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import type { ModelInput } from "../../model/model-input.ts";
import type { ModelResult } from "../../model/model-result.ts";
import { type UpliftResult, upliftTask } from "../../model/uplift/measure-uplift.ts";
import type { FieldRef } from "../../vocabulary.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { ChosenFields } from "../choose-fields.ts";
import { encodeFields } from "../encoding/encode-fields.ts";
import type { ReadField } from "../encoding/field-reader.ts";
import type { ReadRecords } from "../encoding/read-records.ts";
import { leastOfEach } from "../least-of-each.ts";
import type { RollUps } from "../roll-ups/roll-ups.ts";
import type { GoalUplift, UpliftField } from "./goal-uplift.ts";

/** Uplift is a difference of differences: more records than the other models see. */
const mostRecords = 200_000;

/** What the goal's fields were tested on, and what came of it. */
export interface TestedGoal {
  readonly chosen: ChosenFields;
  readonly rollUps: RollUps;
  readonly records: ReadRecords;
  /** fields that may be known only after the outcome, by name */
  readonly open: readonly string[];
  readonly settings: ModelInput["settings"];
  readonly model: ModelResult | null;
}

/** What the offer changes and whom it persuades; null where the goal does not say who got it, or cannot be asked so. */
export async function measureGoalUplift(
  engine: Engine,
  input: AnalysisInput,
  tested: TestedGoal,
  context: JobContext,
): Promise<GoalUplift | null> {
  const { treatment, outcome } = input.resolved;
  if (!treatment || !outcome || outcome.kind === "one-of-several" || !tested.model) return null;
  const { chosen, rollUps, records, settings, model } = tested;
  const offered: ReadField = { name: "offered", type: "boolean", expression: treatment.expression };
  const read = [offered, ...chosen.read, ...rollUps.read];
  const encoded = await encodeFields(engine.database, input.dataset, read, outcome.expression, {
    ...records.options,
    relation: rollUps.relation,
    measure: outcome.kind === "number" ? "captured" : "several",
    mostRecords,
  });
  const [first, ...others] = encoded.input.fields;
  // where everybody got it, or nobody did, there is one value only
  const yes = encoded.bins[0]?.bins.findIndex((bin) => bin.kind === "range" && bin.from === 1) ?? -1;
  const treated = Uint8Array.from(first?.codes ?? [], (code) => (code === yes ? 1 : 0));
  const took = treated.reduce((sum, one) => sum + one, 0);
  const basis = { treatment: treatment.as, records: treated.length, treated: took };
  if (Math.min(took, treated.length - took) < leastOfEach) return { ...basis, ...tooLittle };
  const fields = others
    .filter(({ name }) => !rollUps.byName.has(name) || records.screened.kept.has(name))
    .map((field) => (chosen.held.has(field.name) ? { ...field, always: true } : field));
  const result = await engine.pool.run(
    upliftTask,
    {
      input: { ...encoded.input, fields, settings },
      treated,
      onlyForLot: tested.open,
      propensity: { fields: model.supported ? model.kept : [], lambda: model.lambda },
    },
    context,
  );
  return { ...basis, ...claimed(result, (name) => refOf(input, rollUps, name)) };
}

const tooLittle = {
  claim: "too-little",
  ...{ rates: null, average: null, toldBy: [], qini: null, curve: null, fields: [], enough: null },
} as const;

function claimed(
  { rates, average, treatedToldBy, told, qini, curve, fields, enough }: UpliftResult,
  refOf: (name: string) => FieldRef & Pick<UpliftField, "as">,
): Omit<GoalUplift, "treatment" | "records" | "treated"> {
  const byLot = treatedToldBy.length === 0;
  const shown = told === true && (qini?.uplift?.low ?? 0) > 0;
  return {
    claim: shown ? "shown" : byLot ? "undecided" : "not-by-lot",
    rates,
    average: byLot ? average : null,
    toldBy: treatedToldBy.map(refOf).map(({ table, field }) => ({ table, field })),
    qini,
    curve,
    // where they tell nothing there is nothing to be a share of
    fields: (told ? fields : []).map(({ name, share, inKept, discovered }) => ({
      ...refOf(name),
      share,
      needed: shown && inKept && discovered && share.value > 0,
    })),
    enough,
  };
}

function refOf({ dataset }: AnalysisInput, { byName }: RollUps, name: string): FieldRef & Pick<UpliftField, "as"> {
  const rollUp = byName.get(name);
  return rollUp ? { ...rollUp.of, as: rollUp.label } : { table: customersTable(dataset).name, field: name, as: null };
}
