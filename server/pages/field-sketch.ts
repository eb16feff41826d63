import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile, HistogramBar } from "../vocabulary.ts";
import { count, plural } from "./helpers.ts";
import { spanWords } from "./value-words.ts";
import { of100 } from "./words.ts";

/** A small drawing of a field's values, 104 by 26, with its caption in words. */
export interface FieldSketch {
  readonly kind: "bars" | "shares" | "comb" | "none";
  readonly marks: readonly { readonly path: string; readonly shade: number | null }[];
  /** a masked shape in place of a drawing, for free writing */
  readonly pattern: string | null;
  readonly caption: string;
}

const width = 104;
const height = 26;
const shades = [1, 0.68, 0.46, 0.3, 0.2];

export function sketchField(profile: FieldProfile): FieldSketch {
  const caption = captionOf(profile);
  const sketch = { marks: [], pattern: null, caption };
  if (profile.filled === 0) return { ...sketch, kind: "none" };
  if (profile.meaning === "free-text") {
    return { ...sketch, kind: "none", pattern: "“Aa bb ccc…”" };
  }
  if (allDifferent(profile)) return { ...sketch, kind: "comb" };
  const counts = profile.top.filter(({ value }) => value !== null).map((one) => one.count);
  if (counts.length > 1 && profile.distinct === 2)
    return { ...sketch, kind: "shares", marks: shares(counts, profile.filled) };
  if (profile.histogram.length > 1) return { ...sketch, kind: "bars", marks: bars(heights(profile.histogram)) };
  if (counts.length && profile.distinct <= 5)
    return { ...sketch, kind: "shares", marks: shares(counts, profile.filled) };
  if (counts.length) return { ...sketch, kind: "bars", marks: bars(counts.slice(0, 26)) };
  return { ...sketch, kind: profile.distinct > 1 ? "comb" : "none" };
}

export function allDifferent({ distinct, filled, approximate }: FieldProfile): boolean {
  return filled > 1 && (distinct === filled || (approximate && distinct > 0.98 * filled));
}

/** How dense each bar is: bars that were joined to hide small groups are wider than the rest. */
function heights(histogram: readonly HistogramBar[]): readonly number[] {
  const step = Math.min(...histogram.map((bar) => bar.to - bar.from));
  return histogram.flatMap((bar) => {
    const times = Math.max(1, Math.round((bar.to - bar.from) / step));
    return Array.from({ length: Math.min(times, 30) }, () => bar.count / times);
  });
}

function bars(counts: readonly number[]): FieldSketch["marks"] {
  const highest = Math.max(...counts, 1);
  const slot = width / counts.length;
  const path = counts.map((one, index) => {
    const tall = one === 0 ? 0 : Math.max(0.8, (one / highest) * height);
    return `M${short(index * slot)} ${height}v-${short(tall)}h${short(slot * 0.85)}v${short(tall)}z`;
  });
  return [{ path: path.join(""), shade: null }];
}

function shares(counts: readonly number[], filled: number): FieldSketch["marks"] {
  let x = 0;
  return counts.slice(0, 5).map((one, index) => {
    const wide = Math.max(1, (one / Math.max(filled, 1)) * (width - 6));
    const path = `M${short(x)} 7h${short(wide)}v12h-${short(wide)}z`;
    x += wide + 1.5;
    return { path, shade: shades[index] ?? 0.2 };
  });
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function captionOf(profile: FieldProfile): string {
  const { filled, distinct, approximate, top, meaning, type } = profile;
  if (filled === 0) return "nothing in it";
  if (meaning === "free-text") return plural(filled, "text", "texts");
  if (distinct === 1) return "always the same";
  if (allDifferent(profile)) return "all different";
  const yes = top.find(({ value }) => /^(yes|true|ja|oui|1|granted)$/i.test(value ?? ""));
  if (distinct === 2 && yes) return `${of100(yes.count / filled)}% ${yes.value === "1" ? "are 1" : "yes"}`;
  const most = top[0];
  const ordered = type !== "text" && type !== "boolean";
  if (ordered && most?.value != null && most.count > filled / 2 && !meaningOf(meaning).direct)
    return `mostly ${most.value}`;
  const span = ordered ? spanWords(profile) : null;
  return span ?? `${approximate ? "about " : ""}${count(distinct)} values`;
}
