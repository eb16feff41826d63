import type { Estimate, Performance } from "../../vocabulary.ts";
import type { ModelInput } from "../model-input.ts";

/** A field at less detail: codes of the same records, in the same order. */
export interface LevelCodes {
  readonly key: string;
  readonly codes: Uint8Array;
  readonly bins: number;
  readonly ordered: boolean;
  /** entropy of the level's values */
  readonly bits: number;
}

/** A field of the kept set with its levels, from the finest to the coarsest. */
export interface LeveledField {
  readonly name: string;
  /** entropy of the values as they were tested */
  readonly bits: number;
  /** what a bit of it counts: 3 where it is identifying or special */
  readonly weight: number;
  readonly levels: readonly LevelCodes[];
}

export interface FittedSet {
  readonly fields: readonly string[];
  readonly lambda: number;
}

export interface LevelsInput {
  /** with the fields of the reference and of the kept set, as they were tested */
  readonly input: ModelInput;
  readonly reference: FittedSet;
  readonly kept: FittedSet;
  /** false: the kept set is the lean one; then its levels are held against itself */
  readonly proven: boolean;
  /** G, in nats per record */
  readonly gain: number;
  /** pairs of fields that are in every model which holds both, whatever their levels */
  readonly pairs: readonly (readonly [string, string])[];
  readonly fields: readonly LeveledField[];
}

/** How many of 100 with the outcome are found in the top 20 %, with the field at one level and the others as chosen. */
export interface MeasuredLevel {
  /** null: as it was tested; "drop": left out */
  readonly level: string | null;
  readonly found: Estimate;
}

export interface ChosenLevel {
  readonly name: string;
  readonly level: string;
  /** every level that was refitted beside the chosen levels of the others, from the finest on */
  readonly measured: readonly MeasuredLevel[];
}

export interface LevelsResult {
  /** fields for which a coarser level does the job, in the order of the input */
  readonly chosen: readonly ChosenLevel[];
  /** of the kept set at the chosen levels; null where none was chosen */
  readonly performance: {
    readonly keptFields: Estimate;
    readonly keptShare: Performance["keptShare"];
    readonly found: Estimate;
  } | null;
}
