import { kindOfStep, makeSteps, type Steps } from "../../server/actionability/rehearsal/steps.ts";

export interface StepMade {
  readonly at: number;
  readonly kind: keyof typeof kindOfStep;
  readonly customer?: number;
  readonly place?: number;
  readonly value?: number;
  readonly flags?: number;
  readonly agreed?: number;
  readonly reachable?: number;
}

/** Steps by hand; what is not named is 0. */
export function stepsOf(made: readonly StepMade[]): Steps {
  const steps = makeSteps(made.length);
  for (const [row, { kind, ...rest }] of made.entries()) {
    steps.kind[row] = kindOfStep[kind];
    for (const [name, value] of Object.entries(rest)) steps[name as keyof typeof rest][row] = value;
  }
  return steps;
}
