import type { ModelResult } from "../model/model-result.ts";

/** How the method was checked on this very goal, for whoever looks at the statistics. */
export interface SelfCheck {
  readonly term: string;
  readonly text: string;
}

export function selfChecks(model: ModelResult | null): SelfCheck[] {
  if (!model?.supported) return [];
  return shadowCheck(model);
}

function shadowCheck({ shadows }: ModelResult): SelfCheck[] {
  if (!shadows || shadows.tested === 0) return [];
  const { needed, tested } = shadows;
  return [{ term: "Fields with their values dealt out anew", text: `${needed} of ${tested} were called needed` }];
}
