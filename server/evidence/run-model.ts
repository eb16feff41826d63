import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import { goalTask } from "../model/goal-task.ts";
import type { ModelInput } from "../model/model-input.ts";
import type { FieldNeed, ModelResult } from "../model/model-result.ts";
import { valuesTask } from "../model/values/fit-values.ts";
import { valueTask } from "../model/values/search-value.ts";
import type { OutcomeValue, ValuesInput } from "../model/values/values-input.ts";

export interface ModelContext extends JobContext {
  /** hears of each field as it is measured; of an outcome of several values only the result tells */
  readonly part?: (need: FieldNeed) => void;
}

/** Fits the goal in the worker threads; of an outcome of several values a search for each, then one set for all. */
export function runModel(
  { pool }: Engine,
  input: ModelInput,
  values: readonly OutcomeValue[] | null,
  { part, ...context }: ModelContext,
): Promise<ModelResult> {
  return values ? runValues(pool, { ...input, values }, context) : pool.run(goalTask, input, { ...context, part });
}

async function runValues(pool: Engine["pool"], input: ValuesInput, context: JobContext): Promise<ModelResult> {
  const { values } = input;
  const done = values.map(() => 0);
  const searched = await Promise.all(
    values.map((value, place) => {
      const progress: JobContext["progress"] = (part, total) => {
        done[place] = part / total;
        const sum = done.reduce((all, one) => all + one, 0);
        context.progress(sum, 2 * values.length, `Looking for what tells “${value.label}” from the others`);
      };
      return pool.run(valueTask, { input, value }, { ...context, progress });
    }),
  );
  const progress: JobContext["progress"] = (part, total, now) =>
    context.progress(values.length * (1 + part / total), 2 * values.length, now);
  return pool.run(valuesTask, { input, searched }, { ...context, progress });
}
