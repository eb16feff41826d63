import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../../server/actionability/measure-actionability.ts";
import { Rehearsal } from "../../../../server/actionability/rehearsal/rehearsal.ts";
import type { Database } from "../../../../server/database/database.ts";
import { anyPast, rehearsalOf } from "../../../support/any-past.ts";
import { openTestDatabase } from "../../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const forever = new AbortController().signal;

test("a rehearsal ends with the report's counts, to the event, whatever the past and the goal", async () => {
  let triggers = 0;
  let acted = 0;
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(anyPast, async (past) => {
      const of = await rehearsalOf(database, past);
      const rehearsal = new Rehearsal(of);
      const summary = await rehearsal.run(forever);
      expect(summary.masks.replayed).toEqual(summary.masks.reported);
      expect(summary.replayed).toEqual(summary.reported);
      expect(summary.equal).toBe(true);
      const view = rehearsal.view();
      expect(view).toMatchObject({ state: "done", waiting: 0, decided: view.triggers, triggered: view.triggers });
      triggers += view.triggers;
      acted += view.fates.acted;
      changed += view.changed;

      if (past.from !== null || past.to !== null) return;
      const report = await measureActionability(database, of.dataset, of.profiles, of.goal, of);
      if (report.atTriggerTime)
        expect(report.atTriggerTime).toMatchObject({ triggers: view.triggers, count: view.fates.acted });
    }),
    { numRuns: 40, seed: 20261124 },
  );
  // The worlds are such that both answers are common.
  expect(acted).toBeGreaterThan(20);
  expect(triggers).toBeGreaterThan(2 * acted);
  expect(changed).toBeGreaterThan(0);
}, 60_000);
