import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { findDataset } from "../datasets/list-datasets.ts";
import type { LoadFile } from "../datasets/load-dataset.ts";
import { UserError } from "../errors.ts";
import { readStrategy } from "../goals/read-strategy.ts";
import { packageRoot } from "../package-root.ts";
import { kindNames } from "./preview-choices.ts";
import type { Page } from "./site.ts";
import { startLoad } from "./start-load.ts";
import { urls } from "./urls.ts";

const sampleName = "Harbour Mobile";
export const sampleSlug = "harbour-mobile";

/** Opens the sample: the one already loaded, else a fresh one with its strategy. */
export const useSample: Page = async (site, _request, response) => {
  if (await findDataset(site.workbench.database, sampleSlug)) return response.redirect(303, urls.fields(sampleSlug));
  const folder = join(packageRoot(), "sample-data", "harbour-mobile");
  if (!existsSync(folder)) throw new UserError("The sample is not there yet. Make it with: npm run build.");
  const tables = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const path = join(folder, "strategy.yaml");
  const strategy = readStrategy(await readFile(path, "utf8"), "strategy.yaml");
  const job = startLoad(site, {
    name: sampleName,
    files: tables.sort().map((name) => fileOf(join(folder, name))),
    options: { slug: sampleSlug, settings: strategy.tables },
    strategy,
  });
  response.redirect(303, urls.job(job.id, { as: "load", back: urls.home() }));
};

/** The sample's tables are called after their kind; the readings are events too. */
function fileOf(path: string): LoadFile {
  const stem = basename(path, ".csv");
  const kind = kindNames.find((known) => known === stem);
  return kind ? { path, kind } : { path };
}
