import type { FieldProfile } from "../vocabulary.ts";
import { headerWords } from "./header-words.ts";
import { type FieldGroup, meaningOf } from "./meanings.ts";

const contractWords = new Set(
  "contract plan bill billing payment payments pay charge charges price fee invoice subscription service tariff order orders product support security backup streaming internet protection lines loan default renewal".split(
    " ",
  ),
);
const behaviourWords = new Set(
  "used usage visit visits click clicks open opens view views app web session sessions event events call calls campaign purchase purchases page pages roaming search device".split(
    " ",
  ),
);

/** Under which heading the Fields page shows a field. */
export function groupOf(profile: Pick<FieldProfile, "name" | "meaning">): FieldGroup {
  const { group } = meaningOf(profile.meaning);
  if (group !== "other") return group;
  const words = headerWords(profile.name);
  if (words.some((word) => contractWords.has(word))) return "contract";
  if (words.some((word) => behaviourWords.has(word))) return "behaviour";
  return "other";
}
