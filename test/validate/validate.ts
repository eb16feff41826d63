import type { Check } from "./check.ts";
import { intervalCoverage } from "./interval-coverage.ts";
import { keptOnFreshRecords } from "./kept-on-fresh-records.ts";
import { knownThen } from "./known-then.ts";
import { leaksAsked } from "./leaks-asked.ts";
import { nothingToFind } from "./nothing-to-find.ts";
import { pairsFound } from "./pairs-found.ts";
import { plantedVerdicts } from "./planted-verdicts.ts";
import { publishedTables } from "./published-tables.ts";
import { sameVerdicts } from "./same-verdicts.ts";
import { sampleVerdicts } from "./sample-verdicts.ts";
import { scoreAgainstRefit } from "./score-against-refit.ts";
import { shareCoverage } from "./share-coverage.ts";

// npm run validate: the planted truth of methods 12 and the published tables, measured against their targets.
const suites: readonly (() => Check[] | Promise<Check[]>)[] = [
  () => nothingToFind(40),
  () => leaksAsked(20),
  () => plantedVerdicts(30, 1000),
  () => plantedVerdicts(20, 10_000),
  () => pairsFound(20),
  () => intervalCoverage(100),
  () => shareCoverage(4_000),
  () => knownThen([1, 31, 32, 33, 34, 35]),
  () => sampleVerdicts([1, 20_261_123, 4_711, 99, 2 ** 40 + 5, -8]),
  () => keptOnFreshRecords(15),
  () => scoreAgainstRefit(6),
  sameVerdicts,
  publishedTables,
];

let missed = 0;
for (const suite of suites) {
  const began = process.cpuUsage();
  const checks = await suite();
  const { user, system } = process.cpuUsage(began);
  for (const { name, target, measured, met } of checks) {
    process.stdout.write(`${met ? "met   " : "MISSED"}  ${name}: ${measured}; target ${target}\n`);
    if (!met) missed++;
  }
  process.stdout.write(`        (${((user + system) / 1e6).toFixed(1)} s of processor time)\n`);
}
process.stdout.write(missed ? `${missed} missed\n` : "all met\n");
process.exitCode = missed ? 1 : 0;
