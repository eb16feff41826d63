export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment the sample was taken, in epoch seconds: 2026-11-23 09:40 UTC. */
export const asOf = Date.UTC(2026, 10, 23, 9, 40) / 1000;
/** Midnight of that day. */
export const today = Date.UTC(2026, 10, 23) / 1000;

/** 2026-11-23T09:40:00Z */
export function timeText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** 2026-11-23 */
export function dateText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
