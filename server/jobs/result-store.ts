import type { Database } from "../database/database.ts";
import { text } from "../database/shape.ts";
import type { ResultStore } from "./jobs.ts";

/** Finished results in the workspace's own database. */
export async function openResultStore(database: Database): Promise<ResultStore> {
  await database.run("workbench/create-schema");
  await database.run("workbench/create-results");
  return {
    async find(key) {
      const rows = await database.rows("workbench/result", { result: text }, { values: { key } });
      return rows[0]?.result ?? null;
    },
    keep: (key, result) => database.run("workbench/keep-result", { values: { key, result } }),
  };
}
