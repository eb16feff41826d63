import type { Engine } from "../jobs/engine.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Dataset, FieldProfile, FieldSetting } from "../vocabulary.ts";
import { profileDataset } from "./profile-dataset.ts";

/** The dataset's profiles: the kept ones, else the job that makes them. */
export function profilesOf(
  { database, jobs, version }: Engine,
  dataset: Dataset,
  settings: readonly FieldSetting[],
  asOf?: string | null,
): Promise<FieldProfile[] | Job<FieldProfile[]>> {
  const key = resultKey(
    "profiles",
    version,
    dataset.fingerprint,
    dataset.tables,
    settings,
    asOf === undefined ? "as found" : asOf,
  );
  return jobs.result("Looking at every field", key, (context) =>
    profileDataset(database, dataset, settings, { ...context, asOf }),
  );
}
