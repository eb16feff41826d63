import type { Progress } from "../../jobs/serve-tasks.ts";
import { makeDesign } from "../fitting/design.ts";
import { fitNone } from "../fitting/fit-alone.ts";
import { rowSpace } from "../fitting/row-passes.ts";
import { tune } from "../fitting/tune.ts";
import type { ModelInput } from "../model-input.ts";
import { namedPairs } from "../named-fields.ts";
import { withPairs } from "../pairs/pairs.ts";
import { type DepthCurve, type DepthLosses, depthCurve } from "./depth-curve.ts";

export interface EventDepthInput {
  /** the same records and folds each time, with the fields made of so many months of events; the shortest first */
  readonly pasts: readonly { readonly months: number; readonly input: ModelInput }[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly lambda: number;
}

/** How far back events have to reach: every past fitted and tested out of fold on the same folds. Pure. */
export function eventDepth(
  { pasts, pairs, lambda }: EventDepthInput,
  progress: Progress = () => undefined,
): DepthCurve | null {
  const first = pasts[0];
  if (!first) return null;
  const losses: DepthLosses[] = [];
  for (const [place, { months, input }] of pasts.entries()) {
    progress(place, pasts.length, "Looking less far back");
    const design = withPairs(makeDesign(input), namedPairs(input, pairs));
    losses.push({ months, losses: tune(design, design.candidates, rowSpace(input.records), lambda).losses });
  }
  progress(pasts.length, pasts.length, "Done");
  const design = makeDesign(first.input);
  return depthCurve(design, fitNone(design).losses, losses, first.input.settings.keep);
}
