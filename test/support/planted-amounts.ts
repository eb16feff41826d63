import type { ModelInput } from "../../server/model/model-input.ts";
import { type InputColumn, modelInput } from "./model-input.ts";
import { normal, seededRandom } from "./seeded-random.ts";

/** What customers spend: three fields drive it, one only repeats, the rest is noise. A third spends nothing. */
export function plantAmounts(records: number, seed: number): ModelInput {
  const random = seededRandom(seed * 613 + 11);
  const pick = (levels: number) => Math.floor(random() * levels);
  const rows = Array.from({ length: records }, () => {
    const codes = {
      plan: pick(4),
      visits: pick(12),
      member: pick(2),
      copy: 0,
      noise3: pick(3),
      noise8: pick(8),
      noise20: pick(20),
    };
    codes.copy = random() < 0.85 ? codes.plan : pick(4);
    const spends = random() < 0.45 + 0.12 * codes.plan;
    const amount = Math.exp(2.5 + 0.5 * codes.plan + 0.12 * codes.visits + 0.5 * codes.member + 0.7 * normal(random));
    return { codes, amount: spends ? Math.round(100 * amount) / 100 : 0 };
  });
  const columns: Record<string, InputColumn> = {};
  for (const name of ["plan", "visits", "member", "copy", "noise3", "noise8", "noise20"] as const) {
    columns[name] = { codes: rows.map(({ codes }) => codes[name]), ordered: name === "visits" };
  }
  return {
    ...modelInput(
      columns,
      rows.map(({ amount }) => amount),
    ),
    measure: "captured",
  };
}
