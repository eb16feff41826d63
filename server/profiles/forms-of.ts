import type { FieldProfile } from "../vocabulary.ts";
import { answerOf } from "./answer-of.ts";
import { type Level, levelsOf } from "./levels-of.ts";

type Formed = Pick<FieldProfile, "name" | "type" | "meaning" | "distinct">;

/** Text that says more than yes, no and unknown. */
const fewAnswers = 3;

/**
 * What is left of a field where only its part in a goal counts: whether it says yes, or on which day of the year it comes
 * back. Models are never shown these.
 */
export function formsOf(profile: Formed): Level[] {
  const { type, meaning, distinct } = profile;
  const isTime = type === "date" || type === "time";
  const saysMore = isTime || (type !== "boolean" && distinct > fewAnswers);
  return [...(isTime && meaning === "birth-date" ? [dayOfYear] : []), ...(saysMore ? [yesOrNo(profile)] : [])];
}

const dayOfYear: Level = {
  key: "day-of-year",
  label: "Day and month, without the year",
  ordered: true,
  expression: (database, field) => database.fragment("profiles/level-day-of-year", { field }),
};

function yesOrNo({ name, type }: Formed): Level {
  return {
    key: "yes-no",
    label: "Yes or no",
    ordered: false,
    expression: (database, field) => {
      const answer = answerOf(database, { name: typeof field === "string" ? field : name, type });
      return database.fragment("profiles/level-yes-no", { answer });
    },
  };
}

/** A level or a form of the field by its key. */
export function levelNamed(profile: FieldProfile, key: string | null | undefined): Level | undefined {
  return [...levelsOf(profile), ...formsOf(profile)].find((level) => level.key === key);
}
