import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { count } from "./helpers.ts";
import { ofEvery100 } from "./words.ts";

export interface ValuesFigure {
  readonly claim: string;
  readonly rows: readonly { readonly value: string; readonly customers: string; readonly percent: number }[];
  readonly note: string;
  /** where to ask for the values, or to put them away again; null where there is nothing to ask for */
  readonly toggle: { readonly href: string; readonly text: string } | null;
}

interface Showing {
  readonly shows: boolean;
  readonly show: string;
  readonly hide: string;
}

const mostRows = 12;

/**
 * The commonest values, or how they are written. Values that say something protected are masked until asked for;
 * those that point at one person stay masked. A value of fewer than 5 customers is in neither list.
 */
export function valuesFigure(profile: FieldProfile, { shows, show, hide }: Showing): ValuesFigure | null {
  const { top, patterns, sensitivity, histogram, records } = profile;
  const values = top.filter(({ value }) => value !== null).slice(0, mostRows);
  const masked = sensitivity === "special" && !shows;
  if (values.length && histogram.length < 2 && !masked) {
    return {
      claim: `The commonest value is held by ${ofEvery100((values[0]?.count ?? 0) / Math.max(1, records))} customers`,
      rows: rowsOf(values),
      note: "Values held by fewer than 5 customers are left out.",
      toggle: sensitivity === "special" ? { href: hide, text: "Hide the values" } : null,
    };
  }
  if (!patterns.length) return null;
  const direct = meaningOf(profile.meaning).direct || sensitivity === "identifying";
  return {
    claim: "How the values are written",
    rows: rowsOf(patterns.slice(0, mostRows)),
    note: `Masked: letters show as a, digits as 9.${direct ? " They point at one person, so they stay masked." : ""}`,
    toggle: masked && values.length ? { href: show, text: "Show the values" } : null,
  };
}

function rowsOf(values: FieldProfile["top"]): ValuesFigure["rows"] {
  const most = Math.max(1, ...values.map((one) => one.count));
  return values.map(({ value, count: number }) => ({
    value: value ?? "",
    customers: count(number),
    percent: Math.max(1, Math.round((100 * number) / most)),
  }));
}
