import type { LabelOf } from "./field-labels.ts";

/**
 * "contract end date at most 60 days ahead" for `contract_end_date <= as_of + 60`: comparisons of a field with a number,
 * a text or a day, joined by and. Null for any other condition, which is then shown as it is written.
 */
export function sayCondition(condition: string, labelOf: LabelOf): string | null {
  const said = condition.split(/\s+and\s+/i).map((part) => sayComparison(part.trim(), labelOf));
  return said.every((part) => part !== null) ? said.join(" and ") : null;
}

function sayComparison(comparison: string, labelOf: LabelOf): string | null {
  const match = /^([a-z_][a-z0-9_]*)\s*(<=|>=|<|>|=)\s*(.+)$/i.exec(comparison);
  if (!match) return null;
  const [, field = "", operator = "", value = ""] = match;
  const label = lower(labelOf(field));
  if (/^-?\d+(\.\d+)?$/.test(value)) return `${label} ${numberWords[operator]}${value}`;
  const text = /^'([^']*)'$/.exec(value);
  if (text && operator === "=") return `${label} “${text[1]}”`;
  const day = /^as_of(?:\s*([+-])\s*(\d+))?$/i.exec(value);
  if (!day) return null;
  return `${label} ${dayWords(operator, day[1] === "-" ? "ago" : "ahead", Number(day[2] ?? 0))}`;
}

const numberWords: Readonly<Record<string, string>> = {
  "<": "under ",
  "<=": "at most ",
  ">": "over ",
  ">=": "at least ",
  "=": "",
};

/** Further ahead is later, longer ago is earlier. */
function dayWords(operator: string, side: "ahead" | "ago", days: number): string {
  if (days === 0)
    return { "<": "past", "<=": "today or past", ">": "still ahead", ">=": "today or later" }[operator] ?? "today";
  const words =
    side === "ahead"
      ? { "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" }
      : { "<": "more than", "<=": "at least", ">": "less than", ">=": "at most" };
  const most = (words as Readonly<Record<string, string>>)[operator] ?? "exactly";
  return `${most} ${days} ${days === 1 ? "day" : "days"} ${side}`;
}

function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
