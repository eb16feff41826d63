import { loadDataset } from "../../server/datasets/load-dataset.ts";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../server/goals/strategy-store.ts";
import { writtenSample } from "./sample.ts";
import { type ServedWorkbench, serveWorkbench } from "./serve-workbench.ts";

/** The real app with a small sample and its strategy in it, under the slug "small". */
export async function serveSmallSample(customers = 800): Promise<ServedWorkbench> {
  const sample = writtenSample({ seed: 3, customers });
  const served = await serveWorkbench({ files: sample.files });
  const { database, folders } = served.workbench;
  const strategy = readStrategy(sample.strategy, "strategy.yaml");
  const files = sample.files.map((path) => ({ path }));
  const options = { slug: "small", name: "Small", settings: strategy.tables };
  const dataset = await loadDataset({ database, incoming: folders.incoming }, files, options);
  await replaceStrategy(database, dataset.slug, strategy);
  return served;
}
