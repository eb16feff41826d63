import type { ModelResult } from "../model/model-result.ts";
import { leastOfEach } from "./least-of-each.ts";
import type { ValuesHeld } from "./outcome-values.ts";
import { inWords } from "./plain-words.ts";

/** Values of fewer customers are not printed. */
const leastShown = 5;

/** What an outcome of several values has that one of yes and no has not. */
export function valueWarnings(values: ValuesHeld | null, model: ModelResult | null): string[] {
  if (!values) return [];
  const shown = values.rare.filter(({ records }) => records >= leastShown).map(({ label }) => `“${label}”`);
  const hidden = values.rare.length - shown.length;
  const others = hidden ? [`${hidden} held by fewer than ${leastShown}`] : [];
  const untold = (model?.values ?? []).filter(({ supported }) => !supported).map(({ label }) => `“${label}”`);
  return [
    ...(values.rare.length && values.tested.length
      ? [
          `Values with under ${leastOfEach} customers with or without them count as another value only: ${inWords([...shown, ...others])}.`,
        ]
      : []),
    ...(model?.supported && untold.length
      ? [`Nothing is said of ${inWords(untold)}: these fields do not tell such customers from the others.`]
      : []),
    ...(model?.supported
      ? ["Whether less detail would do was not tested, because the outcome is one of several values."]
      : []),
  ];
}
