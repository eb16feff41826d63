import type { Engine } from "../jobs/engine.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Dataset, FieldProfile, Strategy } from "../vocabulary.ts";
import { findRareValues } from "./find-rare-values.ts";
import { profileDataset } from "./profile-dataset.ts";

/** The dataset's profiles under a strategy's corrections and thresholds: the kept ones, else the job that makes them. */
export function profilesOf(
  { database, jobs, version }: Engine,
  dataset: Dataset,
  { fields, thresholds }: Pick<Strategy, "fields" | "thresholds">,
  asOf?: string | null,
): Promise<FieldProfile[] | Job<FieldProfile[]>> {
  const key = resultKey(
    "profiles-with-rare-values",
    version,
    dataset.fingerprint,
    dataset.tables,
    fields,
    thresholds.k,
    asOf === undefined ? "as found" : asOf,
  );
  return jobs.result("Looking at every field", key, async (context) => {
    const profiles = await profileDataset(database, dataset, fields, { ...context, asOf });
    return findRareValues(database, dataset, profiles, thresholds.k, context.signal);
  });
}
