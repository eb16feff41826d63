import type { Task } from "../jobs/worker-pool.ts";
import type { SegmentInput, SegmentLosses } from "./segment-losses.ts";

/** `segmentLosses` in a worker thread. */
export const segmentLossesTask: Task<SegmentInput, SegmentLosses | null> = { name: "segment-losses" };
