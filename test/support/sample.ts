import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSample, type Sample } from "../../sample-data/make-sample.ts";
import { writeSample } from "../../sample-data/write-sample.ts";

export interface WrittenSample extends Sample {
  readonly folder: string;
  /** the CSV files, in the order of the sample's tables: customers first */
  readonly files: readonly string[];
  readonly strategyFile: string;
}

/** Writes a sample into a fresh folder. Call it once in a test file: 1,000 customers are enough unless counts matter. */
export function writtenSample(options: { seed?: number; customers?: number } = {}): WrittenSample {
  const { seed = 1, customers } = options;
  const folder = mkdtempSync(join(tmpdir(), "winnow-sample-"));
  const sample = makeSample(customers === undefined ? { seed } : { seed, customers });
  writeSample(sample, folder);
  return {
    ...sample,
    folder,
    files: sample.tables.map(({ name }) => join(folder, `${name}.csv`)),
    strategyFile: join(folder, "strategy.yaml"),
  };
}
