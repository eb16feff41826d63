import type { Database } from "../database/database.ts";
import { json } from "../database/shape.ts";
import type { Dataset } from "../vocabulary.ts";

/** Makes the list of loaded datasets where there is none yet: once, before anybody asks. Two at a time would conflict. */
export async function createDatasetList(database: Database): Promise<void> {
  await database.run("workbench/create-schema");
  await database.run("workbench/create-datasets");
}

/** Every dataset, the last loaded first. */
export async function listDatasets(database: Database): Promise<Dataset[]> {
  const rows = await database.rows("workbench/datasets", { document: json<Dataset> });
  return rows.map(({ document }) => document);
}

export async function findDataset(database: Database, slug: string): Promise<Dataset | undefined> {
  const [row] = await database.rows("workbench/dataset", { document: json<Dataset> }, { values: { slug } });
  return row?.document;
}
