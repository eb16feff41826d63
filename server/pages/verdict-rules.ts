import type { Verdict } from "../vocabulary.ts";
import { verdictWords } from "./verdict-words.ts";

/** A rule as the page of numbers lists it. */
interface RuleWords {
  readonly title: string;
  readonly holds: string;
  readonly verdicts: readonly { readonly code: Verdict; readonly label: string }[];
}

const rules: readonly (readonly [title: string, holds: string, ...verdicts: readonly Verdict[]])[] = [
  [
    "A person decided",
    "With a name and a reason. What was measured stays beside it.",
    "needed",
    "coarser",
    "unused",
    "undecided",
  ],
  ["A law asks for it", "The goal names the law.", "needed"],
  ["It is specially protected", "And no permission for this goal is on file.", "unused"],
  [
    "Its role needs less of it",
    "Yes or no of when somebody agreed, a birthday without its year, the day of a time: the same answer for every customer.",
    "coarser",
  ],
  [
    "It has a role in the goal",
    "It tells customers apart, is the address, shows agreement, says when to act or when the news arrived, is part of the message, or holds messages back.",
    "needed",
  ],
  [
    "The goal names it",
    "Its audience or its hold-back condition does. The outcome itself is listed, and never counted.",
    "needed",
  ],
  [
    "It may be known only afterwards",
    "Undecided while nobody has answered. Unused once somebody says so.",
    "undecided",
    "unused",
  ],
  ["It is empty", "Under 1 in 200 records have a value, and having one tells nothing.", "unused"],
  ["It is the same for everybody", "One value fills 999 of 1,000 cells, and having one tells nothing.", "unused"],
  ["It is different for everybody", "It can only point at people.", "unused"],
  ["Another field says the same", "A copy of a kept field, or something that follows from it.", "unused"],
  [
    "It is too old",
    "Half of its values are older than the limit: the one that was set, else the action window for what sets the goal off, else a year.",
    "unused",
  ],
  [
    "It was not tested",
    "The goal has no outcome, so only its use counts. A field of another table that is not summed up for each customer waits for a person.",
    "unused",
    "undecided",
  ],
  [
    "There is too little data",
    "Under 100 customers with the outcome or without it, or too few share each text.",
    "undecided",
  ],
  ["No field tells anything", "All together they do no better than guessing.", "undecided"],
  [
    "Its records were summed up",
    "A field of another table whose sums per customer say nothing, repeat other fields or could not all be tested; and what only says whose they are.",
    "unused",
    "undecided",
  ],
  ["Less detail does as well", "A coarser version of a field that helps is shown to do the same job.", "coarser"],
  ["It helps", "It is in the kept set, and shown to help.", "needed"],
  ["It tells whom the offer persuades", "Where the goal says who got it. That is not who is likely to act.", "needed"],
  ["It makes no difference", "It is outside the kept set, and shown to be worth less than the floor.", "unused"],
  ["Too close to call", "Anything else.", "undecided"],
];

/** The rules of verdicts, in the order they are tried. docs/method.md lists the same with their codes. */
export function verdictRules(): readonly RuleWords[] {
  return rules.map(([title, holds, ...verdicts]) => ({
    title,
    holds,
    verdicts: verdicts.map((code) => ({ code, label: verdictWords[code].short })),
  }));
}
