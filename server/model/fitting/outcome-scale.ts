import type { ModelInput } from "../model-input.ts";

/** What a model is fitted to, and what its ranking is to find. */
export interface OutcomeScale {
  /** logistic: 0 or 1; gaussian: log1p of the number (or it as it is), of mean 0 and variance 1, so that losses are nats */
  readonly family: "logistic" | "gaussian";
  readonly fitted: Float64Array;
  /** 0 or 1, or the number itself, of which only shares of its sum are taken; what is below nothing counts as nothing */
  readonly amount: Float64Array;
}

/** The records in the order given. A number below nothing is mirrored: -log1p(-y). */
export function scaleOutcome({ measure, outcome, weight, asItIs }: ModelInput, order: Uint32Array): OutcomeScale {
  const inOrder = Float64Array.from(order, (i) => outcome[i]!);
  if (measure === "auc") return { family: "logistic", fitted: inOrder, amount: inOrder };
  const logs = asItIs ? inOrder : inOrder.map((y) => Math.sign(y) * Math.log1p(Math.abs(y)));
  const weightOf = (place: number) => weight?.[order[place]!] ?? 1;
  let [sum, total] = [0, 0];
  for (let i = 0; i < logs.length; i++) {
    sum += weightOf(i) * logs[i]!;
    total += weightOf(i);
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < logs.length; i++) squares += weightOf(i) * (logs[i]! - mean) ** 2;
  const spread = Math.sqrt(squares / total) || 1;
  return {
    family: "gaussian",
    fitted: logs.map((y) => (y - mean) / spread),
    amount: summable(inOrder.map((y) => Math.max(0, y))),
  };
}

/** Above it sums of squares could grow beyond what a number can hold. */
const largestSummed = 1e100;

function summable(amounts: Float64Array): Float64Array {
  const largest = amounts.reduce((most, amount) => Math.max(most, amount), 0);
  return largest > largestSummed ? amounts.map((amount) => amount / largest) : amounts;
}
