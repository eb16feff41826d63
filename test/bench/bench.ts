import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../server/package-root.ts";
import { actionabilityAgainstSql } from "./actionability.ts";
import { dependenciesAgainstSql } from "./dependencies.ts";
import { eventLoopDelay } from "./event-loop-delay.ts";
import { fieldValue } from "./field-value.ts";
import { firstPage } from "./first-page.ts";
import { growthOfTime } from "./growth.ts";
import { median, paired, say } from "./paired.ts";
import { rehearsalSpeed } from "./rehearsal.ts";
import { wholeGoal } from "./whole-goal.ts";

// npm run bench, or one of them: npm run bench -- NAME. Paired, medians. Two quiet cores; absolute times move with the
// machine, ratios hardly; on a busy one go by the processor time.
const runs = 5;
const telco = join(process.env["WINNOW_REAL_DATA"] ?? "", "telco-churn", "Telco-Customer-Churn.csv");
const winnow = join(packageRoot(), "dist/server/main.js");

async function commandAgainstPython(): Promise<void> {
  const title = "telco, command to both reports, against Python importing pandas and sklearn";
  if (!existsSync(telco)) return say(title, "skipped: WINNOW_REAL_DATA is not set");
  const report = [
    process.execPath,
    winnow,
    "report",
    telco,
    "--outcome",
    "Churn=Yes",
    "--out",
    "/dev/shm/winnow-bench",
  ];
  const imports = ["-c", "import pandas, sklearn.linear_model"];
  const pairs =
    (await paired(runs, report, ["python3", ...imports])) ??
    (await paired(runs, report, ["/usr/bin/python3", ...imports]));
  if (!pairs) return say(title, "skipped: no Python with pandas and sklearn");
  const ratio = median(pairs.map(({ first, second }) => first / second));
  const seconds = (pick: "first" | "second") => median(pairs.map((pair) => pair[pick])).toFixed(2);
  say(title, `${ratio.toFixed(2)} times (${seconds("first")} s against ${seconds("second")} s), target at most 7`);
}

const benches: Readonly<Record<string, () => Promise<void>>> = {
  command: commandAgainstPython,
  "first-page": async () => {
    const pages = [];
    for (let run = 0; run < runs; run++) pages.push(await firstPage(winnow));
    say("first page with the sample, after the server listens", `${median(pages).toFixed(2)} s, target at most 2`);
  },
  "event-loop": async () => {
    for (const { about, delay } of await eventLoopDelay(telco)) {
      say(`event loop during the ${about} reports`, `p99.9 ${delay.toFixed(1)} ms, target under 50`);
    }
  },
  "field-value": () => fieldValue(200_000, runs),
  "whole-goal": () => wholeGoal(100_000, 100),
  dependencies: () => dependenciesAgainstSql(1_000_000, runs),
  growth: () => growthOfTime(winnow, 100_000, runs),
  rehearsal: () => rehearsalSpeed(2_000_000),
  actionability: () => actionabilityAgainstSql(10_000_000, 1_000_000, 3),
};

const only = process.argv[2];
if (only !== undefined && !benches[only]) {
  say(`There is no bench ${only}`, Object.keys(benches).join(", "));
  process.exitCode = 2;
} else for (const [name, bench] of Object.entries(benches)) if (only === undefined || name === only) await bench();
