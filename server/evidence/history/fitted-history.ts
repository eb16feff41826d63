import type { BinnedField } from "../../model/model-input.ts";
import type { ChosenFields } from "../choose-fields.ts";
import type { ReadField } from "../encoding/field-reader.ts";
import type { FieldFacts } from "../field-facts.ts";
import type { KnownBefore } from "../known-before.ts";
import type { Fitted } from "../levels/measure-levels.ts";
import type { RolledTable } from "../roll-ups/roll-up.ts";
import { readRollUp } from "../roll-ups/roll-up-relation.ts";
import type { RollUps } from "../roll-ups/roll-ups.ts";

/** A goal's model, and how what it was fitted on can be read once more as of other times. */
export interface FittedHistory extends Pick<Fitted, "input" | "model" | "outcome" | "options"> {
  readonly rollUps: RollUps;
  readonly chosen: Pick<ChosenFields, "read" | "held">;
  readonly knownBefore: KnownBefore | null;
  /** of every field of the dataset */
  readonly allFacts: readonly FieldFacts[];
  readonly isLate: (name: string) => boolean;
}

/** The kept fields and those that they are held against. */
export function namesInPlay({ model: { kept, reference } }: Pick<FittedHistory, "model">): ReadonlySet<string> {
  return new Set([...kept, ...reference.fields]);
}

/** The tables with only those roll-ups; tables without any are left out. */
export function onlyRollUps(tables: readonly RolledTable[], names: ReadonlySet<string>): RolledTable[] {
  return tables
    .map((table) => ({ ...table, rollUps: table.rollUps.filter(({ name }) => names.has(name)) }))
    .filter(({ rollUps }) => rollUps.length > 0);
}

/** The fields of the customers table in play and those held anyway, then the roll-ups. */
export function readAgain(
  { chosen: { read, held }, input }: Pick<FittedHistory, "chosen" | "input">,
  names: ReadonlySet<string>,
  tables: readonly RolledTable[],
): ReadField[] {
  const isHeld = (name: string) => held.has(name) && input.fields.some((field) => field.name === name);
  const own = read.filter(({ name }) => names.has(name) || isHeld(name));
  return [...own, ...tables.flatMap(({ rollUps }) => rollUps.map(readRollUp))];
}

export function markHeld(fields: readonly BinnedField[], { held }: FittedHistory["chosen"]): BinnedField[] {
  return fields.map((field) => (held.has(field.name) ? { ...field, always: true } : field));
}
