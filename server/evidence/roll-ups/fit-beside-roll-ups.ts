import type { ModelInput } from "../../model/model-input.ts";
import type { FieldNeed, HeldField, ModelResult } from "../../model/model-result.ts";
import type { RollUps } from "./roll-ups.ts";

/** The model that decides, what it was fitted on, and the one that weighed every roll-up. */
export interface FittedBeside {
  readonly fields: ModelInput["fields"];
  readonly model: ModelResult;
  /** the same model where no roll-up was left out of it */
  readonly weighed: ModelResult;
}

/**
 * Fits all fields together; then, where roll-ups did not show to be needed, once more without those. Many roll-ups that say
 * nothing would cost the fields of the customers table the power to show what they say.
 */
export async function fitBesideRollUps(
  { byName }: Pick<RollUps, "byName">,
  fields: ModelInput["fields"],
  fitSome: (fields: ModelInput["fields"]) => Promise<ModelResult>,
): Promise<FittedBeside> {
  const weighed = await fitSome(fields);
  const needed = new Set(
    weighed.supported
      ? weighed.fields.filter((need) => need.inKept && need.discovered && need.share.value > 0).map(({ name }) => name)
      : [],
  );
  const lean = fields.filter(({ name }) => !byName.has(name) || needed.has(name));
  const isLeaner = lean.length < fields.length && lean.some(({ always }) => !always);
  return isLeaner ? { fields: lean, model: await fitSome(lean), weighed } : { fields, model: weighed, weighed };
}

/** What both models say of their fields, the deciding one first. Fields that tell nothing say nothing of each other. */
export function needsOf({ model, weighed }: FittedBeside): FieldNeed[] {
  return [model, weighed].flatMap(({ supported, fields }) => (supported ? fields : []));
}

export function heldOf({ model }: FittedBeside): readonly HeldField[] {
  return model.supported ? model.held : [];
}
