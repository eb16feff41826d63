import { isDraft } from "../goals/goal-warnings.ts";
import type { FieldsByVerdict } from "./counted-fields.ts";
import type { GoalState } from "./goal-states.ts";
import { count, plural } from "./helpers.ts";
import { numberWord } from "./words.ts";

export interface GoalsSummary {
  readonly headline: string;
  readonly lead: string;
}

/** "Three goals need 15 of your 28 fields", and what stands in the way. */
export function goalsSummary(states: readonly GoalState[], fields: FieldsByVerdict, counted: number): GoalsSummary {
  const goals = states.length;
  const waiting = states.filter(({ kind }) => kind !== "sorted").length;
  if (!goals) return { headline: `No goal asks for your ${plural(counted, "field", "fields")} yet`, lead: startLead };
  const needed = fields.needed.length + fields.coarser.length;
  const sorted = goals - waiting;
  if (!sorted)
    return { headline: `${goalWords(goals)} for ${plural(counted, "field", "fields")}`, lead: leadOf(states) };
  const headline = `${goalWords(sorted)} ${sorted === 1 ? "needs" : "need"} ${count(needed)} of your ${plural(counted, "field", "fields")}`;
  return { headline: waiting ? `${headline} so far` : headline, lead: leadOf(states) };
}

const startLead = "A goal says whom you reach, when it helps them, and what they get for their data.";

function leadOf(states: readonly GoalState[]): string {
  const sorting = states.filter(({ kind }) => kind === "sorting").length;
  const unfit = states.filter(({ kind }) => kind === "unfit").length;
  const drafts = states.filter(({ goal }) => isDraft(goal)).length;
  const of = (number: number) => (states.length === 1 ? "It" : `${numberWord(number)} of them`);
  const is = (number: number) => (number === 1 ? "is" : "are");
  const sentences = [
    sorting ? `${of(sorting)} ${is(sorting)} still being sorted.` : null,
    unfit ? `${of(unfit)} ${unfit === 1 ? "names" : "name"} what these tables do not have.` : null,
    drafts
      ? `${of(drafts)} cannot start yet: ${drafts === 1 ? "it does" : "they do"} not say what the customer gets.`
      : null,
  ].filter((sentence) => sentence !== null);
  if (sentences.length) return sentences.join(" ");
  return states.length === 1
    ? "It says what the customer gets."
    : `${states.length === 2 ? "Both" : "All of them"} say what the customer gets.`;
}

function goalWords(goals: number): string {
  return `${numberWord(goals)} ${goals === 1 ? "goal" : "goals"}`;
}

export interface TallyWords {
  readonly strong: string;
  readonly rest: string;
}

/** "Ten fields serve no goal at all", ", and 3 are undecided." */
export function tallyWords({ unused, undecided }: FieldsByVerdict): TallyWords {
  if (!unused.length && !undecided.length) return { strong: "Every field serves a goal", rest: "." };
  const strong = unused.length
    ? `${numberWord(unused.length)} ${unused.length === 1 ? "field serves" : "fields serve"} no goal at all`
    : "Every field serves a goal or is undecided";
  const open = undecided.length ? `, and ${undecided.length} ${undecided.length === 1 ? "is" : "are"} undecided.` : ".";
  return { strong, rest: unused.length ? open : undecided.length ? `: ${undecided.length} undecided.` : "." };
}
