export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment the sample was taken, in epoch seconds: 2026-11-23 09:40 UTC. */
export const asOf = Date.UTC(2026, 10, 23, 9, 40) / 1000;
/** Midnight of that day. */
export const midnight = Date.UTC(2026, 10, 23) / 1000;

/** 2026-11-23T09:40:00Z */
export function timeText(seconds: number): string {
  const inDay = ((seconds % day) + day) % day;
  const hours = Math.floor(inDay / hour);
  const minutes = Math.floor(inDay / minute) % 60;
  return `${dateText(seconds - inDay)}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(inDay % 60)}Z`;
}

/** 2026-11-23 */
export function dateText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
