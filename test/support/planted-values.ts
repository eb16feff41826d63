import type { OutcomeValue, ValuesInput } from "../../server/model/values/values-input.ts";
import { type InputColumn, modelInput } from "./model-input.ts";
import { seededRandom } from "./seeded-random.ts";

export const threeValues: readonly OutcomeValue[] = [
  { code: 1, label: "monthly" },
  { code: 2, label: "yearly" },
  { code: 3, label: "two years" },
];

/**
 * Which of three contracts a customer has. Monthly or longer is a matter of `flat` and `income`; how long, of `house` alone,
 * which says nothing of monthly. A recode of income, a noisy copy of house, and four fields of noise say nothing more.
 */
export function plantValues(records: number, seed: number): ValuesInput {
  const random = seededRandom(seed * 4241 + 3);
  const pick = (levels: number) => Math.floor(random() * levels);
  const happens = (odds: number) => random() < 1 / (1 + Math.exp(-odds));
  const rows = Array.from({ length: records }, () => {
    const [income, flat, house] = [pick(5), pick(3), pick(4)];
    const codes = {
      income,
      flat,
      house,
      recode_income: (income * 2 + 1) % 5,
      copy_house: random() < 0.85 ? house : pick(4),
      noise2: pick(2),
      noise5: pick(5),
      noise12: pick(12),
      noise30: pick(30),
    };
    const isMonthly = happens(-0.3 + [-0.9, 0.1, 0.9][flat]! - 0.45 * (income - 2));
    const isYearly = happens([-1.2, -0.3, 0.5, 1.2][house]!);
    return { codes, value: isMonthly ? 1 : isYearly ? 2 : 3 };
  });
  const column = (name: keyof (typeof rows)[0]["codes"]) => ({ codes: rows.map(({ codes }) => codes[name]) });
  const columns = {
    ...{ income: column("income"), flat: column("flat"), house: column("house") },
    ...{ recode_income: column("recode_income"), copy_house: column("copy_house"), noise2: column("noise2") },
    ...{ noise5: column("noise5"), noise12: column("noise12"), noise30: column("noise30") },
  };
  return valuesInput(
    columns,
    rows.map(({ value }) => value),
    threeValues,
  );
}

/** Codes and values as the model takes them; folds by rank within each value, as the encoder makes them. */
export function valuesInput(
  columns: Readonly<Record<string, InputColumn>>,
  outcome: readonly number[],
  values: readonly OutcomeValue[],
): ValuesInput {
  const ranks = new Map<number, number>();
  const fold = Uint8Array.from(outcome, (code) => {
    const rank = ranks.get(code) ?? 0;
    ranks.set(code, rank + 1);
    return rank % 5;
  });
  return { ...modelInput(columns, outcome), fold, values };
}
