import { headerWords, spokenWords } from "./header-words.ts";

/** A field's name taken apart: what it is about, over which time, in which unit. */
export interface FieldName {
  /** all words but the time and the unit */
  readonly core: readonly string[];
  /** "last 30 days", as people say it; null where the name tells no span of time */
  readonly window: string | null;
  readonly unit: string | null;
  readonly words: readonly string[];
}

const spans: Readonly<Record<string, string>> = { h: "hours", d: "days", w: "weeks", m: "months", y: "years" };
const spanWords = new Set(["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"]);
const lastWords = new Set(["last", "past", "previous", "prev", "letzte", "dernier", "ultimos"]);
const units = new Set(
  "gb mb kb tb eur euro euros usd dollars gbp chf sek nok dkk pln pct percent perc kg km cm".split(" "),
);

/** For comparing with known words; `spoken` keeps articles and prepositions, for labels. */
export function readFieldName(name: string, how: "spoken" | "compared" = "compared"): FieldName {
  const words = how === "spoken" ? spokenWords(name) : headerWords(name);
  const { core, window } = takeWindow(words);
  const last = core.at(-1);
  const unit = last !== undefined && core.length > 1 && units.has(last) ? last : null;
  return { core: unit ? core.slice(0, -1) : core, window, unit, words };
}

function takeWindow(words: readonly string[]): { core: readonly string[]; window: string | null } {
  const last = words.at(-1) ?? "";
  const short = /^(\d{1,4})(h|d|w|m|y)$/.exec(last);
  if (short && words.length > 1) {
    const before = words.slice(0, -1);
    const rest = lastWords.has(before.at(-1) ?? "") && before.length > 1 ? before.slice(0, -1) : before;
    return { core: rest, window: windowText(Number(short[1]), spans[short[2] ?? "d"] ?? "days") };
  }
  const [third, second] = [words.at(-3) ?? "", words.at(-2) ?? ""];
  if (spanWords.has(last) && /^\d{1,4}$/.test(second) && words.length > 2) {
    const named = lastWords.has(third) && words.length > 3;
    return { core: words.slice(0, named ? -3 : -2), window: windowText(Number(second), plural(last)) };
  }
  if (spanWords.has(last) && lastWords.has(second) && words.length > 2) {
    return { core: words.slice(0, -2), window: `last ${last}` };
  }
  return { core: words, window: null };
}

function windowText(number: number, unit: string): string {
  if ((number === 12 && unit === "months") || number === 1) {
    return `last ${number === 12 ? "year" : unit.slice(0, -1)}`;
  }
  return `last ${number} ${unit}`;
}

function plural(word: string): string {
  return word.endsWith("s") ? word : `${word}s`;
}
