const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const months = ["January", "February", "March", "April", "May", "June"].concat([
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]);

/** A share as whole people of 100: "24", "under 1", "over 99"; only a true 0 or 1 is "0" or "100". */
export function of100(share: number): string {
  if (share > 0 && share < 0.01) return "under 1";
  if (share < 1 && share > 0.99) return "over 99";
  return String(Math.round(share * 100));
}

/** How many of 100 rings to fill: never none for some people, never all for most. */
export function ringsOf100(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** "98.4%"; for statistics only. */
export function percent(share: number): string {
  return `${(share * 100)
    .toFixed(1)
    .replace(/^-(?=0\.0$)/, "")
    .replace("-", "−")}%`;
}

/** "Three fields", "one field", "28 fields" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${small[count] ?? thousands(count)} ${count === 1 ? one : many}`;
}

export function thousands(count: number): string {
  return Math.round(count).toLocaleString("en-GB");
}

/** The first names of a long list, and how many more there are. */
export function firstNames(names: readonly string[], most = 30): readonly string[] {
  return names.length <= most ? names : [...names.slice(0, most), `${thousands(names.length - most)} more`];
}

/** "23 November 2026"; the text as it stands where it is no ISO day. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${Number(date)} ${name} ${year}` : iso;
}

/** "23 November 2026, 09:40 UTC" */
export function dayAndTime(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time ? `${day(iso)}, ${time} UTC` : day(iso);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Ends with a full stop, as a sentence does. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
}
