import type { Estimate, Facts } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import type { FieldLevel, LevelRow } from "../field-level.ts";
import { needFacts } from "../need-facts.ts";
import { moreMissed } from "../plain-words.ts";
import type { Rule } from "../rule.ts";
import { lift } from "./lift.ts";

/** Needed by evidence, and less detail does the job as well. */
export const coarser: Rule = {
  reason: "coarser-as-good",
  weigh(facts) {
    const { need, level } = facts;
    if (!need || !level || !lift.weigh(facts)) return undefined;
    return {
      rule: "coarser-as-good",
      favours: "coarser",
      sentence: [sayLevel(facts, level), saySingledOut(level)].filter(Boolean).join(" "),
      facts: { level: level.level, levelLabel: level.label, ...levelFacts(level), ...needFacts(need) },
      query: level.fullTested ? "model/refit-at-levels" : "model/refit-without",
    };
  },
};

function sayLevel({ profile, goal, need }: FieldFacts, level: FieldLevel): string {
  const full = level.rows.find((row) => row.level === null)?.label.toLowerCase() ?? "full value";
  const short = shortName(profile.meaning, level);
  if (!level.fullTested && need) {
    return `${short} is enough to test by: ${lowerFirst(moreMissed(need.missedOf100, goal.people))} The ${full} has too many values to test.`;
  }
  const [before, after] = [foundAt(level, null), foundAt(level, level.level)];
  const fewer = before && after ? of100(before.value) - of100(after.value) : 0;
  if (before && after && fewer > 0) {
    return `${short} finds ${of100(after.value)} of every 100 ${goal.people}, the ${full} ${of100(before.value)}.`;
  }
  if (profile.meaning === "postcode") return `${short} alone finds just as many ${goal.people} as the ${full}.`;
  return `${short} does the same job.`;
}

function shortName(meaning: string, level: FieldLevel): string {
  if (meaning === "postcode") return level.level === "first" ? "A wider region" : "Region";
  if (meaning === "age" || (meaning === "birth-date" && level.level === "10-years")) return "An age band";
  return `“${level.label}”`;
}

/** Only where at least one of 100 people stands in a crowd that did not before. */
function saySingledOut(level: FieldLevel): string {
  const [before, after] = [rowAt(level, null), rowAt(level, level.level)];
  if (!level.identifying || !before || !after) return "";
  const [from, to] = [of100(before.risk.singledOutShare), of100(after.risk.singledOutShare)];
  return to < from ? `Singled out falls from ${from} to ${to} of 100.` : "";
}

function levelFacts(level: FieldLevel): Facts {
  const [before, after] = [rowAt(level, null), rowAt(level, level.level)];
  const people = (row: LevelRow | undefined) =>
    row ? Math.round(row.risk.inGroupsUnder11Share * row.risk.records) : null;
  return {
    ...foundFacts("foundOf100", after?.found),
    ...foundFacts("foundOf100Before", before?.found),
    singledOutOf100: after ? 100 * after.risk.singledOutShare : null,
    singledOutOf100Before: before ? 100 * before.risk.singledOutShare : null,
    inGroupsUnder11: people(after),
    inGroupsUnder11Before: people(before),
  };
}

function foundFacts(name: string, found: Estimate | null | undefined): Facts {
  if (!found) return {};
  return { [name]: 100 * found.value, [`${name}Low`]: 100 * found.low, [`${name}High`]: 100 * found.high };
}

function foundAt(level: FieldLevel, key: string | null): Estimate | null {
  return rowAt(level, key)?.found ?? null;
}

function rowAt({ rows }: FieldLevel, key: string | null): LevelRow | undefined {
  return rows.find(({ level }) => level === key);
}

function of100(share: number): number {
  return Math.round(100 * share);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
