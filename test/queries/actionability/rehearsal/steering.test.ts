import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pace } from "../../../../server/actionability/rehearsal/pace.ts";
import { Rehearsal, type RehearsalOf } from "../../../../server/actionability/rehearsal/rehearsal.ts";
import type { Database } from "../../../../server/database/database.ts";
import { Cancelled } from "../../../../server/errors.ts";
import { anyPast, type Past, rehearsalOf } from "../../../support/any-past.ts";
import { openTestDatabase } from "../../../support/open-test-database.ts";

let database: Database;
let of: RehearsalOf;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
  const [past] = fc.sample(anyPast, { numRuns: 1, seed: 5 });
  of = await rehearsalOf(database, { ...past, trigger: "event", window: 60, from: null, to: null } as Past);
});
afterAll(() => database.close());

const forever = new AbortController().signal;

/** A clock that only moves while somebody waits for it. */
function ownPace(): Pace & { rested: number } {
  const pace = {
    rested: 0,
    now: () => pace.rested,
    rest: async (milliseconds: number | null, signal: AbortSignal) => {
      if (milliseconds === null) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      else pace.rested += milliseconds;
    },
  };
  return pace;
}

const reaches = (rehearsal: Rehearsal, wanted: () => boolean) =>
  new Promise<void>((resolve) => {
    const unwatch = rehearsal.watch(() => {
      if (!wanted()) return;
      unwatch();
      resolve();
    });
  });

test("at 10,000 times real speed it takes a ten-thousandth of the time, and ends the same", async () => {
  const fast = new Rehearsal(of);
  const { replayed } = await fast.run(forever);
  const pace = ownPace();
  const rehearsal = new Rehearsal({ ...of, speed: 10_000 }, pace);
  expect((await rehearsal.run(forever)).replayed).toEqual(replayed);
  const { first, last, recordsPerSecond } = rehearsal.view();
  expect(pace.rested).toBeCloseTo((last - first) / 1_000 / 10_000, -1);
  expect(recordsPerSecond).toBeNull();
});

test("paused it waits; a step takes one decision; going on ends it with the report's counts", async () => {
  const rehearsal = new Rehearsal({ ...of, speed: 1 }, ownPace());
  rehearsal.pause();
  const end = rehearsal.run(forever);
  const waits = (decided: number) =>
    reaches(rehearsal, () => rehearsal.view().state === "paused" && rehearsal.view().decided === decided);
  await waits(0);
  for (const decided of [1, 2]) {
    const there = waits(decided);
    rehearsal.step();
    await there;
    expect(rehearsal.view().decisions[0]?.at).toBe(rehearsal.view().clock);
  }
  rehearsal.changeSpeed(null);
  expect(rehearsal.view().decided).toBe(2);
  rehearsal.resume();
  expect((await end).equal).toBe(true);
  expect(rehearsal.view()).toMatchObject({ state: "done", speed: null });
});

test("stopped while it waits, it ends there and frees its connection", async () => {
  const stop = new AbortController();
  const rehearsal = new Rehearsal({ ...of, speed: 1 }, ownPace());
  rehearsal.pause();
  const paused = reaches(rehearsal, () => rehearsal.view().state === "paused" && rehearsal.view().triggers > 0);
  const end = rehearsal.run(stop.signal);
  await paused;
  stop.abort();
  await expect(end).rejects.toThrow(Cancelled);
  expect(rehearsal.view().state).toBe("stopped");
  expect(rehearsal.summary).toBeNull();
});

test("measures how long decisions took, on the clock that it is given", async () => {
  const pace = ownPace();
  const slow: Pace = {
    ...pace,
    now: () => {
      pace.rested += 1;
      return pace.rested;
    },
  };
  const rehearsal = new Rehearsal(of, slow);
  await rehearsal.run(forever);
  const { latency, decided } = rehearsal.view();
  expect(latency?.decisions).toBeGreaterThanOrEqual(decided);
  expect(latency?.p99).toBeGreaterThanOrEqual(1);
});
