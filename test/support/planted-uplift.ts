import type { ModelInput } from "../../server/model/model-input.ts";
import { modelInput } from "./model-input.ts";
import { seededRandom } from "./seeded-random.ts";

export interface PlantedUplift {
  readonly input: ModelInput;
  readonly treated: Uint8Array;
  /** how much likelier each record acts with the offer */
  readonly effect: Float64Array;
}

/**
 * Who acts anyway is a matter of `loyal` and `visits`; whom the offer persuades of `price` and `app`, which say nothing of
 * who acts without it. `region` and two fields of noise say neither.
 * @param strength 0: the offer changes nothing for anybody
 * @param byLot false: the loyal get the offer more often
 */
export function plantUplift(records: number, seed: number, { strength = 1, byLot = true } = {}): PlantedUplift {
  const random = seededRandom(seed * 3571 + 29);
  const pick = (levels: number) => Math.floor(random() * levels);
  const rows = Array.from({ length: records }, () => {
    const codes = {
      loyal: pick(4),
      visits: pick(6),
      price: pick(4),
      app: pick(2),
      region: pick(8),
      noise3: pick(3),
      noise16: pick(16),
    };
    const anyway = 1 / (1 + Math.exp(-(-1.6 + 0.55 * (codes.loyal - 1.5) + 0.25 * (codes.visits - 2.5))));
    const effect = strength * ([-0.06, -0.01, 0.06, 0.12][codes.price]! + (codes.app ? 0.05 : -0.02));
    const offered = random() < (byLot ? 0.5 : 0.3 + 0.13 * codes.loyal);
    const acts = random() < Math.min(0.98, Math.max(0.01, anyway + (offered ? effect : 0)));
    return { codes, effect, offered, acts };
  });
  const column = (name: keyof (typeof rows)[0]["codes"]) => ({ codes: rows.map(({ codes }) => codes[name]) });
  const columns = {
    ...{ loyal: column("loyal"), visits: column("visits"), price: column("price"), app: column("app") },
    ...{ region: column("region"), noise3: column("noise3"), noise16: column("noise16") },
  };
  return {
    input: modelInput(
      columns,
      rows.map(({ acts }) => (acts ? 1 : 0)),
    ),
    treated: Uint8Array.from(rows, ({ offered }) => (offered ? 1 : 0)),
    effect: Float64Array.from(rows, ({ effect }) => effect),
  };
}
