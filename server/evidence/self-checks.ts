import type { ModelResult } from "../model/model-result.ts";
import { wholeNumber } from "./plain-words.ts";

/** How the method was checked on this very goal, for whoever looks at the statistics. */
export interface SelfCheck {
  readonly term: string;
  readonly text: string;
}

export function selfChecks(model: ModelResult | null): SelfCheck[] {
  if (!model?.supported) return [];
  return [...valueChecks(model), confirmation(model), ...shadowCheck(model)];
}

/** Of each of several values how well it is told from all others. */
function valueChecks({ values = [] }: ModelResult): SelfCheck[] {
  return values.flatMap(({ label, records, area }) => {
    if (!area) return [];
    const [kept, all] = [area.keptFields, area.allFields].map(
      ({ value, low, high }) => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    );
    return [
      {
        term: `“${label}” from the others (AUC)`,
        text: `${kept} with the kept set; ${all} with every field; ${wholeNumber(records)} customers`,
      },
    ];
  });
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
