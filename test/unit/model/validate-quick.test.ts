import { expect, test } from "vitest";
import type { Check } from "../../validate/check.ts";
import { intervalCoverage } from "../../validate/interval-coverage.ts";
import { keptOnFreshRecords } from "../../validate/kept-on-fresh-records.ts";
import { leaksAsked } from "../../validate/leaks-asked.ts";
import { nothingToFind } from "../../validate/nothing-to-find.ts";
import { pairsFound } from "../../validate/pairs-found.ts";
import { plantedVerdicts } from "../../validate/planted-verdicts.ts";

// A few seeds of `npm run validate`, which runs them all.
const quick: Readonly<Record<string, () => Check[]>> = {
  "nothing to find": () => nothingToFind(8, 1500),
  "a leak is asked about": () => leaksAsked(2, 2500),
  "planted verdicts": () => plantedVerdicts(1, 10_000),
  "few records": () => plantedVerdicts(3, 1000),
  pairs: () => pairsFound(2, 5000),
  "intervals cover": () => intervalCoverage(20, 5000),
  "the claim holds on fresh records": () => keptOnFreshRecords(1, 6000, 20_000),
};

test.each(Object.entries(quick))("%s", { timeout: 60_000 }, (_, suite) => {
  expect(suite().filter(({ met }) => !met)).toEqual([]);
});
