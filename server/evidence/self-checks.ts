import type { ModelResult } from "../model/model-result.ts";
import { wholeNumber } from "./plain-words.ts";

/** How the method was checked on this very goal, for whoever looks at the statistics. */
export interface SelfCheck {
  readonly term: string;
  readonly text: string;
}

export function selfChecks(model: ModelResult | null): SelfCheck[] {
  if (!model?.supported) return [];
  return [confirmation(model), ...shadowCheck(model)];
}

function confirmation({ confirmed }: ModelResult): SelfCheck {
  const term = "Kept set tested again";
  if (!confirmed) return { term, text: "cross-validated, not independently confirmed" };
  const { records, keptShare } = confirmed;
  const [value, low] = [keptShare.value, keptShare.low].map((share) => `${(100 * share).toFixed(1)}%`);
  return {
    term,
    text: `keeps ${value}, at least ${low} (one-sided 95% bound), on ${wholeNumber(records)} customers who played no part in choosing it`,
  };
}

function shadowCheck({ shadows }: ModelResult): SelfCheck[] {
  if (!shadows || shadows.tested === 0) return [];
  const { needed, tested } = shadows;
  return [{ term: "Fields with their values dealt out anew", text: `${needed} of ${tested} were called needed` }];
}
