import { inWords } from "../../evidence/plain-words.ts";
import type { GoalUplift } from "../../evidence/uplift/goal-uplift.ts";
import type { Estimate } from "../../vocabulary.ts";
import { of100, percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";
import type { GoalHistoryWords } from "./goal-histories.ts";
import type { GoalResult } from "./minimization-input.ts";

/** What the offer of each goal changes, in words, a drawing and figures; null where no goal says who got one. */
export function goalUplifts(goals: readonly GoalResult[]): readonly GoalHistoryWords[] | null {
  const known = goals.flatMap(({ goal, uplift, outcome }) => {
    if (!uplift) return [];
    const isNumber = outcome?.kind === "number";
    return [{ name: goal.name, sentences: sentencesOf(uplift.measured, isNumber), curves: curvesOf(uplift, isNumber) }];
  });
  return known.length ? known : null;
}

/** Of 100 customers, or the amount itself where the outcome is a number. */
function per100(value: number, isNumber: boolean): string {
  const figure = isNumber ? Number(value.toPrecision(3)) : Number((100 * value).toFixed(1));
  return figure.toLocaleString("en-GB").replace("-", "−");
}

/** The same for a sentence: whole people. */
function wholePer100(value: number, isNumber: boolean): string {
  return isNumber ? per100(value, true) : of100(value);
}

function sentencesOf(uplift: GoalUplift, isNumber: boolean): string[] {
  const { claim, treatment, records, treated, rates, average, toldBy } = uplift;
  const who = `${thousands(treated)} of ${thousands(records)} customers got the offer (${treatment.field} is ${treatment.is}).`;
  if (claim === "too-little" || !rates) {
    return [who, "That is too few of one or the other to measure what it changes: at least 100 of each are needed."];
  }
  const said = (rate: number) => (isNumber ? per100(rate, true) : `${of100(rate)} of every 100`);
  const both = `With it ${said(rates.treated)}, without it ${said(rates.untreated)}${isNumber ? " on average" : " did what the goal is about"}.`;
  if (claim === "not-by-lot") {
    const fields = inWords([...new Set(toldBy.map(({ field }) => field))]);
    return [
      `${who} ${both}`,
      `It was not drawn by lot who got it: ${fields} ${toldBy.length > 1 ? "tell" : "tells"} it. So the difference is not what the offer changed, and nothing is claimed of it. What the fields tell is valid for people like those contacted.`,
    ];
  }
  return [
    `${who} ${both}`,
    ...(average ? [averageWords(average, isNumber)] : []),
    "Who is likely to act is not who is persuaded by the offer. The kept fields tell the first.",
    rankingWords(uplift),
  ];
}

function averageWords({ value, low, high }: Estimate, isNumber: boolean): string {
  const unit = isNumber ? "on average" : "of every 100";
  if (low <= 0 && high >= 0)
    return "The offer may change nothing: the difference is too close to call with this many customers.";
  return `The offer ${value > 0 ? "brings" : "costs"} ${wholePer100(Math.abs(value), isNumber)} ${value > 0 ? "more " : ""}${unit}.`;
}

function rankingWords({ claim, qini, records, enough, fields }: GoalUplift): string {
  if (claim !== "shown") {
    const settle = enough === null ? "" : ` About ${thousands(enough)} would settle it.`;
    return `Whom it persuades is undecided with ${thousands(records)} customers.${settle}`;
  }
  const needed = [...new Set(fields.filter((field) => field.needed).map(({ field }) => field))];
  const by = needed.length ? ` by ${inWords(needed)}` : "";
  const better = (qini?.difference?.low ?? 0) > 0;
  return `Whom it persuades can be told${by}. ${better ? "Choosing people so brings more than choosing those likeliest to act." : "Whether that brings more than choosing those likeliest to act is not shown."}`;
}

function curvesOf({ measured: { curve }, drawn }: NonNullable<GoalResult["uplift"]>, isNumber: boolean) {
  if (!curve) return [];
  const { uplift, propensity } = curve;
  const steps = propensity.length - 1;
  const all = propensity.at(-1) ?? 0;
  const shown = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => (tenth * steps) / 10);
  const unit = isNumber ? "for each customer of all" : "of 100 customers of all";
  const at = (values: readonly number[] | null, step: number) => (values ? per100(values[step] ?? 0, isNumber) : "–");
  const fifth = steps / 5;
  const best = uplift ? ` by whom the offer persuades ${at(uplift, fifth)},` : "";
  return [
    {
      heading: `What the offer brings when only the first get it (${unit})`,
      alt: `The first 20 of 100${best ? `:${best}` : ":"} by who is likely to act ${at(propensity, fifth)}, by lot ${per100(all / 5, isNumber)}. All 100: ${per100(all, isNumber)}.`,
      svg: drawn?.replace("<svg", '<svg aria-hidden="true"') ?? null,
      narrow: null,
      columns: [
        "Get it, of 100",
        ...(uplift ? ["Chosen by whom it persuades"] : []),
        "Chosen by who is likely to act",
        "Drawn by lot",
      ],
      rows: shown.map((step) => ({
        head: String((100 * step) / steps),
        cells: [...(uplift ? [at(uplift, step)] : []), at(propensity, step), per100((all * step) / steps, isNumber)],
      })),
    },
  ];
}

/** For whoever looks at the statistics. */
export function upliftTerms({ uplift }: Pick<GoalResult, "uplift">): readonly Term[] {
  if (!uplift) return [];
  const { average, qini, fields } = uplift.measured;
  const range = ({ value, low, high }: Estimate, digits: number) =>
    `${value.toFixed(digits)}, likely range ${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  return [
    ...(average ? [{ term: "Average effect of the offer", text: range(average, 4) }] : []),
    ...(qini?.uplift ? [{ term: "Qini coefficient, ranked by uplift", text: range(qini.uplift, 4) }] : []),
    ...(qini ? [{ term: "Qini coefficient, ranked by propensity", text: range(qini.propensity, 4) }] : []),
    ...(qini?.difference ? [{ term: "The first less the second", text: range(qini.difference, 4) }] : []),
    ...fields.map(({ field, as, share, needed }) => ({
      term: `Tells whom the offer persuades: ${as ?? field}`,
      text: `${percent(share.value)} of what all fields tell, 90% interval ${percent(share.low)} to ${percent(share.high)}${needed ? "; needed for it" : ""}`,
    })),
  ];
}
