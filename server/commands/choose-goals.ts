import { UserError } from "../errors.ts";
import { catalogue } from "../goals/catalogue.ts";
import { draftGoal } from "../goals/draft-goal.ts";
import { parseOutcome } from "../goals/parse-outcome.ts";
import { parseTreatment } from "../goals/parse-treatment.ts";
import { plainGoal } from "../goals/plain-goal.ts";
import type { Dataset, FieldProfile, Goal, Outcome, Strategy } from "../vocabulary.ts";

export interface GoalFlags {
  readonly goal?: string;
  readonly outcome?: string;
  readonly outcomeSql?: string;
  readonly treatment?: string;
}

/** Which goals a command is about. Throws UserError where nothing names one. */
export function chooseGoals(
  flags: GoalFlags,
  strategy: Strategy,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): readonly Goal[] {
  const outcome = outcomeOf(flags);
  const treatment = flags.treatment === undefined ? {} : { treatment: parseTreatment(flags.treatment) };
  if (flags.goal) {
    const goal = namedGoal(flags.goal, strategy, dataset, profiles);
    return [outcome ? { ...goal, outcome, ...treatment } : { ...goal, ...treatment }];
  }
  if (outcome) return [{ ...plainGoal(outcome, dataset), ...treatment }];
  if (flags.treatment !== undefined && strategy.goals.length !== 1) {
    throw new UserError("--treatment is about one goal. Name it with --goal, or give its --outcome.");
  }
  if (strategy.goals.length) return strategy.goals.map((goal) => ({ ...goal, ...treatment }));
  throw new UserError(
    "Nothing says what the data is for. Name an outcome, a goal or a strategy, for example: " +
      "winnow report customers.csv --outcome Churn=Yes --out out/",
  );
}

function outcomeOf({ outcome, outcomeSql }: GoalFlags): Outcome | undefined {
  if (outcome !== undefined && outcomeSql !== undefined) {
    throw new UserError("Give either --outcome or --outcome-sql, not both.");
  }
  if (outcomeSql !== undefined) return { sql: outcomeSql };
  return outcome === undefined ? undefined : parseOutcome(outcome);
}

function namedGoal(key: string, strategy: Strategy, dataset: Dataset, profiles: readonly FieldProfile[]): Goal {
  const own = strategy.goals.find((goal) => goal.key === key);
  if (own) return own;
  const starter = catalogue.find((entry) => entry.key === key);
  if (starter) return draftGoal(starter, dataset, profiles);
  const known = [...strategy.goals, ...catalogue].map((goal) => goal.key);
  throw new UserError(`There is no goal “${key}”. The strategy and the catalogue have: ${known.join(", ")}.`);
}
