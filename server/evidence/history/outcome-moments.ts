import type { Engine } from "../../jobs/engine.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { encodeFields } from "../encoding/encode-fields.ts";
import type { FittedHistory } from "./fitted-history.ts";

/** When each record's outcome became known, in milliseconds, in the order of the model's records; NaN where nobody knows. */
export async function outcomeMoments(
  { database }: Engine,
  { dataset }: AnalysisInput,
  { outcome, options }: Pick<FittedHistory, "outcome" | "options">,
): Promise<Float64Array | null> {
  if (outcome.at === undefined) return null;
  const expression = database.fragment("evidence/moment", { at: outcome.at });
  const moments = [{ name: outcome.at, type: "number", expression }] as const;
  const { numbers } = await encodeFields(database, dataset, [], outcome.expression, { ...options, numbers: moments });
  return numbers[0] ?? null;
}
