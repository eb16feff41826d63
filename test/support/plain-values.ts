import type { ValuesInput } from "../../server/model/values/values-input.ts";
import { ofValue } from "../../server/model/values/values-input.ts";
import { bruteForceAuc, plainLogistic, plainLogOdds } from "./plain-logistic.ts";

/** One value against all others the slow way: log-odds of each record from a model that never saw its fold. */
export function plainValues(input: ValuesInput, fields: readonly string[], lambda: (code: number) => number) {
  const few = { ...input, fields: input.fields.filter(({ name }) => fields.includes(name)) };
  const each = input.values.map((value) => {
    const own = ofValue(few, value);
    const eta = new Float64Array(input.records);
    for (let fold = 0; fold < input.folds; fold++) {
      const rows = [...own.fold.keys()].filter((i) => own.fold[i] !== fold);
      const beta = plainLogistic(own, lambda(value.code), rows);
      for (let i = 0; i < input.records; i++) if (own.fold[i] === fold) eta[i] = plainLogOdds(own, beta, i);
    }
    const records = own.outcome.reduce((sum, y) => sum + y, 0);
    const losses = eta.map((odds, i) => Math.log1p(Math.exp(own.outcome[i] ? -odds : odds)));
    return { ...value, records, losses, area: bruteForceAuc(own.outcome, eta), found: foundBySort(own.outcome, eta) };
  });
  const all = each.reduce((sum, { records }) => sum + records, 0);
  const mean = (of: (one: (typeof each)[0]) => number) =>
    each.reduce((sum, one) => sum + (one.records / all) * of(one), 0);
  return {
    losses: Float64Array.from({ length: input.records }, (_, i) => each.reduce((sum, one) => sum + one.losses[i]!, 0)),
    area: mean(({ area }) => area),
    found: mean(({ found }) => found),
  };
}

/** Share of those with the outcome among the first fifth of the records; ties at its edge share what is left. */
function foundBySort(outcome: Float64Array, eta: Float64Array): number {
  const room = eta.length / 5;
  const edge = [...eta].sort((a, b) => b - a)[Math.ceil(room) - 1]!;
  const above = [...eta.keys()].filter((i) => eta[i]! > edge + 1e-9);
  const tied = [...eta.keys()].filter((i) => Math.abs(eta[i]! - edge) <= 1e-9);
  const hits = (places: readonly number[]) => places.reduce((sum, i) => sum + outcome[i]!, 0);
  const positives = outcome.reduce((sum, y) => sum + y, 0);
  return (hits(above) + (hits(tied) * (room - above.length)) / tied.length) / positives;
}
