import type { ModelInput } from "../../server/model/model-input.ts";
import { type InputColumn, modelInput } from "./model-input.ts";
import { seededRandom } from "./seeded-random.ts";

/** The columns of some fields from one function a record, with its outcome by chance. */
function records(
  count: number,
  seed: number,
  make: (pick: (levels: number) => number) => { codes: Record<string, number>; logOdds: number },
): ModelInput {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => {
    const { codes, logOdds } = make((levels) => Math.floor(random() * levels));
    return { codes, outcome: random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0 };
  });
  const columns: Record<string, InputColumn> = {};
  for (const name of Object.keys(rows[0]!.codes)) {
    columns[name] = { codes: rows.map(({ codes }) => codes[name]!), ordered: name === "ordered" };
  }
  return modelInput(
    columns,
    rows.map(({ outcome }) => outcome),
  );
}

/** Two fields that tell nothing one by one and much together, two that tell something alone, and noise. */
export function plantXor(count: number, seed: number, strength = 0.9): ModelInput {
  return records(count, seed * 31 + 7, (pick) => {
    const codes = {
      left: pick(2),
      right: pick(2),
      plain: pick(4),
      ordered: pick(10),
      noise2: pick(2),
      noise6: pick(6),
      noise12: pick(12),
      noise30: pick(30),
    };
    const logOdds =
      -1.2 +
      (codes.left === codes.right ? strength : -strength) / 2 +
      [-0.8, 0.3, 0.6, -0.1][codes.plain]! +
      (codes.ordered - 4.5) / 5;
    return { codes, logOdds };
  });
}

/** Like the ranking of nursery applications: a gate that overrules the rest, and fields that count only beside others. */
export function plantNursery(count: number, seed: number): ModelInput {
  return records(count, seed * 131 + 3, (pick) => {
    const codes = {
      parents: pick(3),
      has_nurs: pick(5),
      form: pick(4),
      children: pick(4),
      housing: pick(3),
      finance: pick(2),
      social: pick(3),
      health: pick(3),
    };
    const need =
      codes.parents + codes.has_nurs + (codes.housing + codes.children >= 4 ? 1 : 0) + (codes.social > 1 ? 1 : 0);
    const logOdds = codes.health === 2 ? -4 : codes.health === 1 ? 1.6 * (need - 4.5) : 1.6 * (3.5 - need);
    return { codes, logOdds };
  });
}
