import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listDatasets } from "../../server/datasets/list-datasets.ts";
import { loadDataset } from "../../server/datasets/load-dataset.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

test("what is to be kept with a dataset is kept with it or not at all", async () => {
  const { database, folder } = await openTestDatabase();
  const path = join(folder, "customers.csv");
  writeFileSync(path, "customer_id,plan\n1,a\n2,b\n3,a\n");
  const context = { database, incoming: folder };
  const load = (keepWith: () => Promise<void>) => loadDataset(context, [{ path }], { slug: "customers", keepWith });
  await expect(load(() => Promise.reject(new Error("no room")))).rejects.toThrow();
  expect(await listDatasets(database)).toEqual([]);
  const kept: string[] = [];
  await loadDataset(context, [{ path }], { slug: "customers", keepWith: async (_, slug) => void kept.push(slug) });
  expect(kept).toEqual(["customers"]);
  expect((await listDatasets(database)).map(({ slug }) => slug)).toEqual(["customers"]);
});
