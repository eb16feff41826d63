import type { FieldProfile, HistogramBar } from "../vocabulary.ts";
import type { FieldChart } from "./field-chart.ts";
import { count } from "./helpers.ts";
import { valueWords } from "./value-words.ts";
import { of100 } from "./words.ts";

export interface HistogramFigure {
  readonly claim: string;
  readonly sentence: string;
  readonly drawings: readonly { readonly widths: string; readonly svg: string }[];
  readonly rows: readonly { readonly range: string; readonly customers: string }[];
}

/** A field's histogram with its claim, its sentence and its table, which stands alone while there is no chart; null for a field without bars. */
export function histogramFigure(
  { histogram, type, label, filled }: FieldProfile,
  chart: FieldChart | null,
): HistogramFigure | null {
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (!first || !last || histogram.length < 2) return null;
  const words = (value: number) => valueWords(value, type, last.to - first.from);
  const half = halfOf(histogram);
  const share = half.count / Math.max(1, filled);
  const peak = histogram.reduce((best, bar) => (bar.count > best.count ? bar : best));
  const between = (bar: HistogramBar) => `${words(bar.from)} to ${words(bar.to)}`;
  return {
    claim: `${of100(share)} of every 100 lie between ${words(half.from)} and ${words(half.to)}`,
    sentence: `Bar chart of ${label}, from ${words(first.from)} to ${words(last.to)}. The highest bar is ${between(peak)}, with ${count(peak.count)}.`,
    drawings: chart
      ? [
          { widths: "only-wide", svg: chart.wide },
          { widths: "only-narrow", svg: chart.narrow },
        ]
      : [],
    rows: histogram.map((bar) => ({ range: between(bar), customers: count(bar.count) })),
  };
}

/** The narrowest run of bars that holds half of what all bars hold. */
function halfOf(histogram: readonly HistogramBar[]): HistogramBar {
  const wanted = histogram.reduce((sum, bar) => sum + bar.count, 0) / 2;
  let best: HistogramBar | null = null;
  for (let start = 0; start < histogram.length; start++) {
    let held = 0;
    for (const end of histogram.slice(start)) {
      held += end.count;
      if (held < wanted) continue;
      const from = histogram[start]?.from ?? 0;
      if (!best || end.to - from < best.to - best.from) best = { from, to: end.to, count: held };
      break;
    }
  }
  return best ?? { from: 0, to: 0, count: 0 };
}
