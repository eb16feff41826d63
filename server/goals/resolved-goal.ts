import type { Sql } from "../database/sql-text.ts";
import type { Channel, FieldRef, Goal, Role } from "../vocabulary.ts";

export interface RoleField extends FieldRef {
  readonly role: Role;
  /** null where the role serves every channel */
  readonly channel: Channel | null;
  /** the law or contract, for `duty` */
  readonly law: string | null;
}

/** An outcome that was found in the tables. */
export interface ResolvedOutcome {
  readonly kind: "yes-no" | "number" | "one-of-several";
  /** the contract's form, as reports print it */
  readonly as:
    | { readonly field: string; readonly is: string }
    | { readonly field: string }
    | { readonly sql: string }
    | { readonly table: string; readonly event: string | null; readonly within: string; readonly cutOff: string };
  /** "Churn is Yes" */
  readonly label: string;
  /** over the customers relation, unqualified: boolean for yes-no, a number for number, text for one-of-several */
  readonly expression: Sql;
  /** the fields that the expression reads, and the one that says when; never tested, never counted */
  readonly fields: readonly FieldRef[];
  /** the field of the customers table that says when it became known; absent where nobody said so */
  readonly at?: string;
}

/** Who got the offer, found in the tables. */
export interface ResolvedTreatment {
  readonly as: { readonly field: string; readonly is: string };
  /** "coupon is sent" */
  readonly label: string;
  /** boolean over the customers relation, unqualified; an empty cell is no */
  readonly expression: Sql;
  readonly fields: readonly FieldRef[];
}

export type ResolvedTrigger =
  /** one per customer: the date in `field`, moved by `offsetMinutes` */
  | { readonly kind: "date"; readonly field: FieldRef; readonly offsetMinutes: number }
  /** one per event */
  | {
      readonly kind: "event";
      readonly table: string;
      readonly event: string | null;
      readonly at: string;
      readonly arrived: string | null;
    }
  /** a condition on the customers table; `at` is when the reading it looks at was taken */
  | {
      readonly kind: "condition";
      readonly condition: Sql;
      readonly fields: readonly FieldRef[];
      readonly at: string | null;
    };

/** A goal with every name in it found in the dataset, every condition through the gate, every duration in minutes. */
export interface ResolvedGoal {
  readonly goal: Goal;
  readonly roles: readonly RoleField[];
  readonly outcome: ResolvedOutcome | null;
  /** absent where nobody says who got the offer */
  readonly treatment?: ResolvedTreatment;
  /** boolean over the customers relation, `as_of` already bound as a literal */
  readonly audience: Sql | null;
  readonly audienceFields: readonly FieldRef[];
  readonly holdBack: Sql | null;
  readonly holdBackFields: readonly FieldRef[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly trigger: ResolvedTrigger | null;
  readonly windowMinutes: number | null;
  readonly untilMinutes: number | null;
  readonly reactionMinutes: number;
  readonly lookBackMinutes: number | null;
  /** no exchange: it is sorted, but it cannot start */
  readonly draft: boolean;
  readonly warnings: readonly string[];
}
