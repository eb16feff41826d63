/** An area under the ROC curve, and what each record adds to its error: the variance is the sum of the squares. */
export interface AreaParts {
  readonly value: number;
  readonly parts: Float64Array;
}

/**
 * Area under the ROC curve with ties counted half, and DeLong's structural components (1988), centred and scaled so that
 * their squares sum to its variance. In a sample of cases and controls the weights are equal within each class and cancel.
 * Null where one of the classes is empty.
 * @param outcome above nothing: it happened
 * @param order the records by falling `eta`
 */
export function areaParts(outcome: Float64Array, eta: Float64Array, order: Uint32Array): AreaParts | null {
  const n = order.length;
  let positives = 0;
  for (let i = 0; i < n; i++) if (outcome[i]! > 0) positives++;
  const negatives = n - positives;
  if (positives === 0 || negatives === 0) return null;
  const parts = new Float64Array(n);
  let sum = 0;
  let [positivesAbove, negativesAbove] = [0, 0];
  for (let from = 0; from < n; ) {
    let to = from;
    let tiedPositives = 0;
    while (to < n && eta[order[to]!] === eta[order[from]!]) if (outcome[order[to++]!]! > 0) tiedPositives++;
    const tiedNegatives = to - from - tiedPositives;
    const beats = (negatives - negativesAbove - tiedNegatives / 2) / negatives;
    const beatenBy = (positivesAbove + tiedPositives / 2) / positives;
    for (let place = from; place < to; place++) parts[order[place]!] = outcome[order[place]!]! > 0 ? beats : beatenBy;
    sum += tiedPositives * beats;
    positivesAbove += tiedPositives;
    negativesAbove += tiedNegatives;
    from = to;
  }
  const value = sum / positives;
  const ofPositive = 1 / Math.sqrt(positives * Math.max(1, positives - 1));
  const ofNegative = 1 / Math.sqrt(negatives * Math.max(1, negatives - 1));
  for (let i = 0; i < n; i++) parts[i] = (parts[i]! - value) * (outcome[i]! > 0 ? ofPositive : ofNegative);
  return { value, parts };
}
