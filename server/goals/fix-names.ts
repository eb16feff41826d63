/** More than that is no longer weighed, only refused. */
export const MOST_POINTS = 999;

/** How the strategy names what can be mended: the verb, then the field as the strategy names fields, or the channel. */
export const fixName = {
  match: "match",
  load: "load",
  loadSlower: "load slower",
  clocks: "clocks",
  fill: (field: string) => `fill ${field}`,
  read: (field: string) => `read ${field}`,
  ask: (channel: string) => `ask ${channel}`,
  check: (channel: string) => `check ${channel}`,
} as const;

export function isFixName(text: string): boolean {
  return /^(?:match|load|load slower|clocks|(?:fill|read|ask|check) \S.*)$/s.test(text);
}

/** The field that a fix is about; null for one about something else. */
export function fieldOfFix(fix: string): string | null {
  return /^(?:fill|read) (\S.*)$/s.exec(fix)?.[1] ?? null;
}
