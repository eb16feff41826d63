import type { FieldProfile } from "../vocabulary.ts";
import { count } from "./helpers.ts";
import { valueWords } from "./value-words.ts";

export interface SmallHistogram {
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly sentence: string;
  readonly from: string;
  readonly middle: string;
  readonly to: string;
}

const width = 328;
const height = 74;

/** A histogram of 328 by 76 with three labels; null for a field without bars. */
export function smallHistogram({ histogram, type, label }: FieldProfile): SmallHistogram | null {
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (!first || !last || histogram.length < 2) return null;
  const range = last.to - first.from;
  const density = histogram.map((bar) => bar.count / (bar.to - bar.from));
  const highest = Math.max(...density);
  const words = (value: number) => valueWords(value, type, range);
  const peak = histogram[density.indexOf(highest)] ?? first;
  return {
    bars: histogram.map((bar, index) => {
      const tall = round(((density[index] ?? 0) / highest) * height);
      return {
        x: round(((bar.from - first.from) / range) * width),
        y: round(height - tall),
        width: round(Math.max(1, ((bar.to - bar.from) / range) * width - 2)),
        height: tall,
      };
    }),
    sentence: `Bar chart of ${label.toLowerCase()}, from ${words(first.from)} to ${words(last.to)}. Most customers, ${count(peak.count)}, are between ${words(peak.from)} and ${words(peak.to)}.`,
    from: words(first.from),
    middle: words(first.from + range / 2),
    to: words(last.to),
  };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
