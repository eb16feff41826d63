import type { Funnel } from "./count-stages.ts";
import { batchOfTriggers } from "./find-batch.ts";
import type { Lag } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { wilson } from "./intervals.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { bit, countPassing } from "./stage-masks.ts";

/** The lag as the report prints it. */
export async function describeLag(inquiry: Inquiry, lag: LagMeasured, funnel: Funnel): Promise<Lag> {
  const window = lag.measured && funnel.measured.includes("in-time") && lag.events > 0;
  const passing = countPassing(funnel.masks, bit.inTime);
  const interval = window ? wilson(passing, lag.events) : null;
  return {
    measured: lag.measured,
    events: lag.measured ? lag.events : null,
    negative: lag.measured ? lag.negative : null,
    p50Minutes: lag.p50,
    p95Minutes: lag.p95,
    p99Minutes: lag.p99,
    p50Range: lag.bounds[0] ?? null,
    p95Range: lag.bounds[1] ?? null,
    p99Range: lag.bounds[2] ?? null,
    inWindowShare: window ? passing / lag.events : null,
    inWindowLow: interval?.low ?? null,
    inWindowHigh: interval?.high ?? null,
    matureMinutes: lag.measured ? lag.matureMinutes : null,
    batch: await batchOfTriggers(inquiry, lag),
  };
}
