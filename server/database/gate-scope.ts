import { didYouMean } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import { allowedFunctions } from "./gate-functions.ts";
import type { TreeNode } from "./gate-nodes.ts";

export interface GateScope {
  /** the fields of the customers table */
  readonly fields: readonly string[];
  readonly table: string;
  /** what as_of stands for; null where nobody gave a time */
  readonly asOf: TreeNode | null;
  /** how the condition is called in messages */
  readonly condition: string;
}

export function refusal(scope: GateScope, what: string): UserError {
  return new UserError(
    `The condition "${scope.condition}" holds ${what}. A condition compares fields of ${scope.table} with values, ` +
      "as data_left_pct < 10 and plan = 'Basic'.",
  );
}

export function clockRefusal(scope: GateScope, name: string): UserError {
  return new UserError(
    `The condition "${scope.condition}" reads the clock with ${name}, so tomorrow the same tables would answer otherwise. ` +
      "Write as_of, the time the tables stand for.",
  );
}

export function functionRefusal(scope: GateScope, name: string): UserError {
  return new UserError(
    `The condition "${scope.condition}" uses ${name}(), which is not among the functions a condition may use.` +
      didYouMean(
        name,
        [...allowedFunctions].filter((one) => /^[a-z]/.test(one)),
      ),
  );
}
