import type { FieldProfile, HistogramBar } from "../vocabulary.ts";
import { count } from "./helpers.ts";
import { valueWords } from "./value-words.ts";
import { of100 } from "./words.ts";

export interface HistogramDrawing {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly left: number;
  readonly lines: readonly { readonly y: number; readonly labelY: number; readonly label: string }[];
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly labels: readonly { readonly x: number; readonly label: string }[];
}

export interface HistogramFigure {
  readonly claim: string;
  readonly sentence: string;
  readonly wide: HistogramDrawing;
  readonly narrow: HistogramDrawing;
  readonly rows: readonly { readonly range: string; readonly customers: string }[];
}

/** A field's histogram with axes, its claim, its sentence and its table; null for a field without bars. */
export function histogramFigure({ histogram, type, label, filled }: FieldProfile): HistogramFigure | null {
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
    wide: draw(histogram, words, { width: 880, height: 385, left: 62, labels: 8 }),
    narrow: draw(histogram, words, { width: 350, height: 240, left: 50, labels: 4 }),
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

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly labels: number;
}

/** Bars as tall as they are dense, so that one joined to hide a small group does not look like a peak. */
function draw(histogram: readonly HistogramBar[], words: (value: number) => string, frame: Frame): HistogramDrawing {
  const from = histogram[0]?.from ?? 0;
  const range = (histogram.at(-1)?.to ?? 1) - from;
  const step = Math.min(...histogram.map((bar) => bar.to - bar.from));
  const counts = histogram.map((bar) => (bar.count * step) / (bar.to - bar.from));
  const grid = gridOf(Math.max(...counts));
  const base = frame.height - 34;
  const tall = (number: number) => (number / grid.top) * (base - 16);
  const across = (value: number) => frame.left + 6 + ((value - from) / range) * (frame.width - frame.left - 14);
  const every = Math.ceil(histogram.length / frame.labels);
  return {
    width: frame.width,
    height: frame.height,
    base: round(base),
    left: frame.left,
    lines: grid.values.map((value) => ({
      y: round(base - tall(value)),
      labelY: round(base - tall(value) + 5),
      label: count(value),
    })),
    bars: histogram.map((bar, index) => ({
      x: round(across(bar.from) + 1),
      y: round(base - tall(counts[index] ?? 0)),
      width: round(Math.max(1, across(bar.to) - across(bar.from) - 2.5)),
      height: round(tall(counts[index] ?? 0)),
    })),
    labels: histogram
      .filter((_, index) => index % every === 0)
      .map((bar) => ({ x: round(across(bar.from)), label: words(bar.from) }))
      .filter(({ x }) => x < frame.width - 30),
  };
}

/** At most four lines at round numbers, the highest at or above the tallest bar. */
function gridOf(highest: number): { readonly top: number; readonly values: readonly number[] } {
  const raw = Math.max(highest, 1) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= raw) ?? raw);
  const values = [0, 1, 2, 3].map((times) => times * step).filter((value) => value <= highest);
  return { top: Math.max(highest, step), values };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
