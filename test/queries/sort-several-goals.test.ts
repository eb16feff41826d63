import { afterAll, beforeAll, expect, test } from "vitest";
import { findDataset } from "../../server/datasets/list-datasets.ts";
import { Cancelled } from "../../server/errors.ts";
import { storedStrategy } from "../../server/goals/strategy-store.ts";
import { type Job, Jobs } from "../../server/jobs/jobs.ts";
import { openResultStore } from "../../server/jobs/result-store.ts";
import { isJob } from "../../server/jobs/settle.ts";
import { sortDataset } from "../../server/plans/sort-dataset.ts";
import type { Dataset, Strategy } from "../../server/vocabulary.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";

class RememberingJobs extends Jobs {
  readonly begun: Job[] = [];

  override async result<T>(...asked: Parameters<typeof Jobs.prototype.result<T>>): Promise<T | Job<T>> {
    const ready = await super.result<T>(...asked);
    if (isJob(ready as object)) this.begun.push(ready as Job);
    return ready;
  }
}

let served: ServedWorkbench;
let dataset: Dataset;
let strategy: Strategy;

beforeAll(async () => {
  served = await serveSmallSample(1500);
  const { database } = served.workbench;
  const found = await findDataset(database, "small");
  if (!found) throw new Error("The sample is not there.");
  dataset = found;
  strategy = await storedStrategy(database, "small");
}, 60_000);
afterAll(() => served.close());

test("cancelled while the first of several goals is sorted, the one begun ahead ends too", async () => {
  const { workbench } = served;
  const jobs = new RememberingJobs(await openResultStore(workbench.database));
  const stop = new AbortController();
  const options = { seed: 7, signal: stop.signal, known: () => stop.abort() };
  const sorting = sortDataset({ ...workbench, jobs }, dataset, strategy, strategy.goals, options);
  await expect(sorting).rejects.toThrow(Cancelled);
  await Promise.allSettled(jobs.begun.map(({ finished }) => finished));
  expect(jobs.begun.map(({ state }) => state)).not.toContain("running");
  expect(jobs.begun.filter(({ state }) => state === "cancelled").length).toBeGreaterThan(1);
});

test("a goal that does not fit says so, whatever was begun before it", async () => {
  const { workbench } = served;
  const [first] = strategy.goals;
  const wrong = { ...first!, key: "wrong", audience: "no_such_field = 1" };
  await expect(sortDataset(workbench, dataset, strategy, [first!, wrong], { seed: 1 })).rejects.toThrow(
    /no_such_field/,
  );
});
