import { binNumbers, codeOfNumber } from "../../server/model/bins/bin-numbers.ts";
import type { LevelCodes, LeveledField } from "../../server/model/levels/levels-input.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import { type InputColumn, modelInput } from "./model-input.ts";
import { normal, seededRandom } from "./seeded-random.ts";

/** The level that the truth acts through, of each field that has one. */
export const levelsOfTruth = { birth: "10-years", town: "region" } as const;

export interface PlantedLevels {
  readonly input: ModelInput;
  readonly fields: readonly LeveledField[];
  readonly logOdds: Float64Array;
}

/**
 * A day of birth that acts through its decade, a town that acts through its region, an income that acts as it is, and
 * noise. The levels of birth: year, 5-years, 10-years, 20-years, 40-years; of town: region, country.
 * The same seed gives the same records, and more of them the same first ones.
 */
export function plantLevels(records: number, seed: number): PlantedLevels {
  const random = seededRandom(seed * 6151 + 29);
  const pick = (levels: number) => Math.floor(random() * levels);
  const rows = Array.from({ length: records }, () => {
    const born = 1940 + 65 * random();
    const town = pick(24);
    const income = normal(random);
    const noise = pick(6);
    const logOdds =
      -1.6 +
      [-0.9, 0.3, -0.4, 0.5, 0.9, -0.2, 0.6][Math.floor((born - 1940) / 10)]! +
      [0.7, -0.6, 0.1, -0.7, 0.6, 0][town >> 2]! +
      0.8 * income;
    return { born, town, income, noise, logOdds, outcome: random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0 };
  });
  const born = rows.map((row) => row.born);
  const columns: Record<string, InputColumn> = {
    birth: binned(born.map((value) => Math.floor(value * 365))),
    town: { codes: rows.map(({ town }) => town + 1) },
    income: binned(rows.map(({ income }) => income)),
    noise: { codes: rows.map(({ noise }) => noise + 1) },
  };
  const band = (years: number) => binned(born.map((value) => Math.floor(value / years) * years));
  const birth = [
    levelOf("year", band(1)),
    levelOf("5-years", band(5)),
    levelOf("10-years", band(10)),
    levelOf("20-years", band(20)),
    levelOf("40-years", band(40)),
  ];
  const town = [
    levelOf("region", { codes: rows.map((row) => (row.town >> 2) + 1) }),
    levelOf("country", { codes: rows.map((row) => (row.town >> 3) + 1) }),
  ];
  return {
    input: modelInput(
      columns,
      rows.map(({ outcome }) => outcome),
    ),
    fields: [
      { name: "birth", bits: Math.log2(65 * 365), weight: 3, levels: birth },
      { name: "town", bits: entropyOf(columns["town"]!.codes), weight: 3, levels: town },
    ],
    logOdds: Float64Array.from(rows, (row) => row.logOdds),
  };
}

function binned(values: readonly number[]): InputColumn {
  const { uppers } = binNumbers("", Float64Array.from(values));
  return { codes: values.map((value) => codeOfNumber(uppers, value)), ordered: true };
}

function levelOf(key: string, { codes, ordered = false }: InputColumn): LevelCodes {
  const own = Uint8Array.from(codes);
  return {
    key,
    codes: own,
    bins: own.reduce((most, code) => Math.max(most, code), 0) + 1,
    ordered,
    bits: entropyOf(own),
  };
}

function entropyOf(codes: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (const code of Array.from(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / codes.length) * Math.log2(count / codes.length),
    0,
  );
}
