import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../server/package-root.ts";
import { makeSample, type Sample } from "./make-sample.ts";
import { csvText } from "./table.ts";

/** Writes the tables as CSV, strategy.yaml and truth.json; each file is written beside its place and renamed. */
export function writeSample(sample: Sample, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const table of sample.tables) write(join(folder, `${table.name}.csv`), csvText(table));
  write(join(folder, "strategy.yaml"), sample.strategy);
  write(join(folder, "truth.json"), `${JSON.stringify(sample.truth, null, 2)}\n`);
}

function write(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** Tables that an older version wrote would be loaded along. */
function removeOtherTables(sample: Sample, folder: string): void {
  const written = new Set(sample.tables.map(({ name }) => `${name}.csv`));
  const others = readdirSync(folder).filter((name) => name.endsWith(".csv") && !written.has(name));
  for (const name of others) rmSync(join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(packageRoot(), "sample-data", "harbour-mobile");
  const sample = makeSample({ seed: 1 });
  writeSample(sample, folder);
  removeOtherTables(sample, folder);
}
