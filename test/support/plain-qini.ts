/**
 * The Qini coefficient the slow way: sort, add the outcomes of those with and without the offer (each over its share), and
 * take the area between the steps' curve and the straight line by trapezoids. For scores without ties.
 */
export function plainQini(outcome: ArrayLike<number>, treated: ArrayLike<number>, score: ArrayLike<number>): number {
  const n = outcome.length;
  const share = Array.from(treated).reduce((sum, w) => sum + w, 0) / n;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => score[b]! - score[a]!);
  const curve = [0];
  let [withOffer, without] = [0, 0];
  for (const i of order) {
    if (treated[i]) withOffer += outcome[i]!;
    else without += outcome[i]!;
    curve.push((withOffer / share - without / (1 - share)) / n);
  }
  const all = curve[n]!;
  return curve.slice(1).reduce((area, value, k) => {
    const [line, lineBefore] = [(all * (k + 1)) / n, (all * k) / n];
    return area + (value - line + curve[k]! - lineBefore) / 2 / n;
  }, 0);
}
