import { mean } from "../statistics/differences.ts";
import { type CrossFit, crossFit, type Warm } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import type { RowSpace } from "./row-passes.ts";

export const lambdas = [0.3, 1, 3, 10, 30] as const;

/** The fit with the lambda of least out-of-fold loss: walks the grid downhill from `first`. */
export function tune(design: Design, fields: readonly number[], space: RowSpace, first: number, warm?: Warm): CrossFit {
  let place = Math.max(0, lambdas.indexOf(first as (typeof lambdas)[number]));
  let best = crossFit(design, fields, lambdas[place]!, space, warm);
  let loss = mean(design, best.losses);
  for (const direction of [1, -1]) {
    let moved = false;
    for (;;) {
      const lambda = lambdas[place + direction];
      if (lambda === undefined) break;
      const next = crossFit(design, fields, lambda, space, best);
      const nextLoss = mean(design, next.losses);
      if (nextLoss >= loss) break;
      [best, loss, place, moved] = [next, nextLoss, place + direction, true];
    }
    if (moved) break;
  }
  return best;
}
