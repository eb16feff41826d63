import type { DatasetPart } from "./dataset-part.ts";
import { dayAndTime, thousands } from "./say-figures.ts";
import type { Term } from "./words.ts";

/** What makes a run repeatable: same input, seed and version give the same figures. */
export function runTerms({
  winnow,
  run,
  asOf,
  seed,
}: {
  winnow: string;
  run: string;
  asOf: string | null;
  seed: number;
}): readonly Term[] {
  return [
    { term: "As of", text: asOf ? dayAndTime(asOf) : "no time in these tables says" },
    { term: "Run", text: `${dayAndTime(run)}, Winnow ${winnow}, seed ${seed}` },
  ];
}

/** Which bytes the figures are about. */
export function filesOf(dataset: DatasetPart): readonly Term[] {
  return dataset.tables.map(({ name, kind, records, fields, sha256 }) => ({
    term: name,
    text: `${kind}, ${thousands(records)} records of ${fields} fields, sha256 ${sha256}`,
  }));
}
