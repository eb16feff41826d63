import type { Database } from "../database/database.ts";
import type { Jobs } from "./jobs.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What long work needs: the database, the jobs it reports to, and the threads that do arithmetic. */
export interface Engine {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly pool: WorkerPool;
  /** Winnow's and DuckDB's version: a part of every kept result's key */
  readonly version: string;
}
