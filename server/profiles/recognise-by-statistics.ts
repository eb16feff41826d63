import type { Clues, Recognised } from "./clues.ts";

/** What the numbers alone say, where neither the name nor the values do. */
export function recogniseByStatistics(clues: Clues): Recognised {
  const { distinct, filled } = clues.facts;
  if (clues.empty) return { code: "empty", reason: "Every cell is empty, and the name says nothing we know." };
  if (clues.type === "date") return { code: "date", reason: "Every value is a date." };
  if (clues.type === "time") return { code: "time", reason: "Every value is a time." };
  if (clues.type === "number") return { code: "number", reason: "Every value is a number." };
  if (clues.unique && !clues.facts.sample.some((value) => /\s/.test(value))) {
    return { code: "record-id", reason: "Every record has a value of its own." };
  }
  if (clues.type === "integer") return { code: "number", reason: "Every value is a whole number." };
  if (distinct <= 50 || distinct <= 0.02 * filled) {
    return {
      code: "category",
      reason:
        distinct === 1
          ? "It has a single value."
          : `It has ${distinct} different values, so it sorts records into groups.`,
    };
  }
  return { code: "text", reason: `It has ${distinct} different texts that we do not recognise.` };
}
