import type { Estimate, Facts } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import type { FieldLevel, LevelRow } from "../levels/field-level.ts";
import { needFacts } from "../need-facts.ts";
import { inSentence, moreMissed, wholeNumber } from "../plain-words.ts";
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
      sentence: [sayLevel(facts, level), sayRare(level), saySingledOut(level)].filter(Boolean).join(" "),
      facts: { level: level.level, levelLabel: level.label, ...levelFacts(level), ...needFacts(need) },
      query: level.fullTested ? "model/refit-at-levels" : "model/refit-without",
    };
  },
};

function sayLevel({ profile, goal, need }: FieldFacts, level: FieldLevel): string {
  const full = inSentence(rowAt(level, null)?.label ?? "Full value");
  const { name, many } = nameOf(profile.meaning, level);
  if (!level.fullTested && need) {
    return `The ${full} has too many values to test. ${name} ${many ? "help" : "helps"}: ${inSentence(moreMissed(need.missedOf100, goal.people))}`;
  }
  const [before, after] = [rowAt(level, null)?.found, rowAt(level, level.level)?.found];
  if (before && after && before.value - after.value >= leastFewer && of100(after.value) < of100(before.value)) {
    return `${name} ${many ? "find" : "finds"} ${of100(after.value)} of every 100 ${goal.people}, the ${full} ${of100(before.value)}.`;
  }
  if (profile.meaning === "postcode") return `${name} alone finds just as many ${goal.people} as the ${full}.`;
  return `${name} ${many ? "do" : "does"} the same job.`;
}

/** Share of the people with the outcome below which two levels find as many. */
const leastFewer = 0.005;

/** The level as a sentence begins with it, and whether it is many things. */
function nameOf(meaning: string, { level, label }: FieldLevel): { readonly name: string; readonly many: boolean } {
  const one = (name: string) => ({ name, many: false });
  if (meaning === "postcode") return one(level === "first" ? "A wider region" : "Region");
  if (meaning === "age" || (meaning === "birth-date" && level === "10-years")) return one("An age band");
  if (level === "10-years") return one("The decade");
  if (level === "common") return one("The value with the rare ones together");
  if (level.endsWith("-bands")) return { name: label, many: true };
  const top = /^top-(\d+)$/.exec(level)?.[1];
  if (top) return { name: `The ${top} commonest by name, the rest together,`, many: true };
  return one(`The ${inSentence(label)}`);
}

/** Only where at least one of 100 people stands in a crowd that did not before. */
function saySingledOut(level: FieldLevel): string {
  const [before, after] = [rowAt(level, null), rowAt(level, level.level)];
  if (!level.identifying || !before || !after) return "";
  const [from, to] = [of100(before.risk.singledOutShare), of100(after.risk.singledOutShare)];
  return to < from ? `Singled out falls from ${from} to ${to} of 100.` : "";
}

function sayRare({ rare }: FieldLevel): string {
  if (!rare) return "";
  const { customers, under } = rare;
  const whose = customers === 1 ? "1 customer has a value" : `${wholeNumber(customers)} customers have values`;
  return `${whose} held by fewer than ${under}: they become “Other”.`;
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
    ...(level.rare ? { rareCustomers: level.rare.customers, rareUnder: level.rare.under } : {}),
    ...(level.exposed ? { stillSingledOut: level.exposed.customers, singledOutUnder: level.exposed.under } : {}),
  };
}

function foundFacts(name: string, found: Estimate | null | undefined): Facts {
  if (!found) return {};
  return { [name]: 100 * found.value, [`${name}Low`]: 100 * found.low, [`${name}High`]: 100 * found.high };
}

function rowAt({ rows }: FieldLevel, key: string | null): LevelRow | undefined {
  return rows.find(({ level }) => level === key);
}

function of100(share: number): number {
  return Math.round(100 * share);
}
