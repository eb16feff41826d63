import type { Rule } from "../rule.ts";

export const notSupported: Rule = {
  reason: "no-lift",
  weigh({ goal, asked }) {
    // what is asked about took no part
    if (goal.supported !== false || !goal.gain || (asked && asked.answer?.known !== "before")) return undefined;
    return {
      rule: "no-lift",
      favours: "undecided",
      sentence: "These fields do not tell who will. All together they do no better than guessing.",
      facts: {
        why: "goal-not-supported",
        gain: goal.gain.value,
        gainError: goal.gain.error,
        wouldChange: "Fields that tell something about the outcome, or many more customers.",
      },
      query: "model/gain",
    };
  },
};
