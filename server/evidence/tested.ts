import type { ModelResult } from "../model/model-result.ts";
import type { Level } from "../profiles/levels-of.ts";
import type { Untestable } from "./choose-fields.ts";
import type { Asked, Copy } from "./field-facts.ts";
import type { History } from "./history/history.ts";
import type { KnownBefore } from "./known-before.ts";
import type { LevelFindings } from "./levels/measure-levels.ts";
import type { Substitute } from "./measure-substitutes.ts";
import type { ValuesHeld } from "./outcome-values.ts";
import type { RollUp } from "./roll-ups/roll-up.ts";
import type { RolledUp } from "./roll-ups/rolled-up.ts";
import type { Segments } from "./segments/measure-segments.ts";
import type { GoalUplift } from "./uplift/goal-uplift.ts";

/** What testing found. Without enough records there is no model, and the rest is still told. */
export interface Tested {
  readonly records: number;
  /** null where the outcome is a number */
  readonly withOutcome: number | null;
  readonly withoutOutcome: number | null;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly untestable: ReadonlyMap<string, Untestable>;
  /** fields that show a sign of being known only afterwards, or that a person answered for */
  readonly asked: ReadonlyMap<string, Asked>;
  /** without the fields whose question is open, or answered "afterwards" */
  readonly model: ModelResult | null;
  /** with the fields whose question is open; null where none is */
  readonly withAsked: ModelResult | null;
  /** how much coarser the needed fields may be; null where none may */
  readonly levels: LevelFindings | null;
  /** fields that could stand in for a kept one, and what the set keeps then */
  readonly substitutes: readonly Substitute[];
  /** how much history the kept set needs; null where the fields do not support the goal */
  readonly history: History | null;
  /** who loses more than others with the kept set; null where nothing was shown */
  readonly segments: Segments | null;
  /** fields with too many values, and the level that was tested in their place */
  readonly testedAt: ReadonlyMap<string, Level>;
  /** what the records of other tables add up to, by the name the model knows it by */
  readonly rollUps: ReadonlyMap<string, RollUp>;
  /** what that says of the fields of other tables, by "table.field" */
  readonly rolledUp: ReadonlyMap<string, RolledUp>;
  /** who was left out because nothing can have been known of them; null where everybody could be known */
  readonly knownBefore: KnownBefore | null;
  /** share of the customers with the outcome whose record was changed after it was known, where that is too many */
  readonly updatedAfter: number | null;
  /** null where the outcome is not one of several values */
  readonly values: ValuesHeld | null;
  /** what the offer changes; null where the goal does not say who got it */
  readonly uplift?: GoalUplift | null;
}
