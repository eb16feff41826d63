import type { RoleField } from "../goals/resolved-goal.ts";
import type { FieldNeed } from "../model/model-result.ts";
import type { Answer, Channel, FieldProfile, Permission, Sensitivity } from "../vocabulary.ts";
import type { LeakageTest } from "./leakage.ts";
import type { FieldLevel } from "./levels/field-level.ts";
import type { RoleForm } from "./levels/role-forms.ts";
import type { Substitute } from "./measure-substitutes.ts";
import type { RolledUp } from "./roll-ups/rolled-up.ts";
import type { UpliftField } from "./uplift/goal-uplift.ts";

/** Another field that says the same (`duplicate`), or from which this one follows (`derived`). */
export interface Copy {
  readonly of: string;
  readonly kind: "duplicate" | "derived";
}

/** Whether a field is known before the outcome. `test` is null where the answer came without a sign. */
export interface Asked {
  readonly test: LeakageTest | null;
  readonly answer: Answer | null;
}

/** What is known of one goal before its fields are weighed. */
export interface GoalFacts {
  readonly goal: string;
  readonly channels: readonly Channel[];
  readonly hasOutcome: boolean;
  /** "leavers", "buyers", or "customers with this outcome" */
  readonly people: string;
  readonly records: number;
  /** records with the outcome, and without; null where the outcome is no yes or no */
  readonly withOutcome: number | null;
  readonly withoutOutcome: number | null;
  /** null where nothing was tested */
  readonly supported: boolean | null;
  readonly gain: { readonly value: number; readonly error: number } | null;
  /** tolerance of a single field, as a share of the gain */
  readonly delta: number;
}

/** Everything that the rules weigh for one field and one goal. */
export interface FieldFacts {
  readonly goal: GoalFacts;
  readonly profile: FieldProfile;
  /** false for fields of events, consents and reference tables: customers have no one value of them */
  readonly ofCustomers: boolean;
  readonly sensitivity: Sensitivity;
  readonly roles: readonly RoleField[];
  readonly isOutcome: boolean;
  /** does the audience, or what holds back, name it? Or does it say who or when for other fields that are needed? */
  readonly usedIn: "audience" | "hold-back" | "treatment" | "roll-up" | null;
  readonly permission: Permission | null;
  readonly maxAgeMinutes: number;
  readonly copy: Copy | null;
  /** why the model could not take it; null where it could */
  readonly untestable: "identifier" | "too-many-values" | "pre-screened" | null;
  /** a sign that it may be known only afterwards, and what a person answered */
  readonly asked: Asked | null;
  readonly need: FieldNeed | null;
  /** the coarsest level that does the job; null where the field is not needed, or only as it is */
  readonly level: FieldLevel | null;
  /** the least of it that its role needs; null where that is the field as it is */
  readonly form: RoleForm | null;
  /** is it held for another goal anyway? Then it stays rather than a copy of it */
  readonly isWanted?: boolean;
  /** what could take its place in the kept set, and whose place it could take; absent where nothing was found */
  readonly substitutes?: readonly Substitute[];
  /** the level that speaks for a text with too many values to test */
  readonly testedAs: string | null;
  /** of another table: what its records add up to for each customer; null where they were not summed up */
  readonly rolledUp: RolledUp | null;
  /** what it tells of whom the goal's offer persuades; absent where that was not measured */
  readonly uplift?: UpliftField;
}
