import type { FixPlan, PlanStep } from "../../actionability/fixes/plan-fixes.ts";
import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { inWords } from "../../evidence/plain-words.ts";
import { countOf, of100, thousands } from "../say-figures.ts";
import { sayStage } from "./stage-words.ts";

export interface GoalFixes {
  readonly unit: string;
  readonly rows: readonly FixRow[];
  /** what all of them reach, and the cheapest way to most of it */
  readonly together: readonly string[];
}

export interface FixRow {
  readonly number: number;
  readonly fix: string;
  readonly note: string;
  readonly gain: string;
  readonly after: string;
  /** percent of the largest gain */
  readonly width: number;
}

/** What brings most back, each fix by itself, and the cheapest set of them; one that brings nobody back is left out. */
export function goalFixes(goal: GoalActionability): GoalFixes | null {
  const rows = goal.plan ? plannedRows(goal.plan) : stageRows(goal);
  if (!rows.length) return null;
  return {
    unit: goal.unit === "trigger" ? "More triggers acted on" : "More customers reached",
    rows,
    together: goal.plan ? together(goal.plan) : [],
  };
}

function plannedRows({ fixes, cheapest }: FixPlan): readonly FixRow[] {
  const most = Math.max(1, ...fixes.map(({ gain }) => gain));
  return fixes.flatMap(({ fix, stage, effort, note, gain, shareAfter }, place) => {
    if (gain === 0 && !cheapest?.fixes.includes(place)) return [];
    const notes = [`At “${sayStage[stage]}”, ${effort} effort`, note, gain === 0 ? "Only together with others" : null];
    return [
      {
        number: place + 1,
        fix,
        note: notes.filter(Boolean).join(". "),
        gain: `+${thousands(gain)}`,
        after: `${of100(shareAfter)} of every 100`,
        width: Math.round((gain / most) * 1000) / 10,
      },
    ];
  });
}

/** Where no plan was made: per step, what mending all of it brings. */
function stageRows({ fixes }: GoalActionability): readonly FixRow[] {
  const worth = fixes.filter(({ gain, expected }) => gain > 0 || expected);
  const most = Math.max(1, ...worth.map(({ gain }) => gain));
  return worth.map(({ fix, stage, gain, shareAfter, expected }, place) => ({
    number: place + 1,
    fix,
    note: `At “${sayStage[stage]}”${expected === null ? "" : `; about ${thousands(expected)} if the later steps hold as for the others`}`,
    gain: `+${thousands(gain)}`,
    after: `${of100(shareAfter)} of every 100`,
    width: Math.round((gain / most) * 1000) / 10,
  }));
}

function together({ fixes, together: all, cheapest }: FixPlan): readonly string[] {
  if (fixes.length < 2) return [];
  const most = `All ${countOf(fixes.length, "fix", "fixes").replace(/ .*/, "")} together would reach ${of100(all.shareAfter)} of every 100.`;
  if (!cheapest || cheapest.fixes.length === fixes.length) return [most];
  return [
    most,
    `The cheapest way to most of that: ${sayStep(cheapest, fixes)}, then ${of100(cheapest.shareAfter)} of every 100.`,
  ];
}

function sayStep({ fixes: places }: PlanStep, fixes: FixPlan["fixes"]): string {
  const numbers = inWords(places.map((place) => `${place + 1}`));
  const efforts = (["small", "medium", "large"] as const).flatMap((effort) => {
    const count = places.filter((place) => fixes[place]?.effort === effort).length;
    return count ? [countOf(count, effort, effort)] : [];
  });
  return `${places.length === 1 ? "fix" : "fixes"} ${numbers} (${inWords(efforts)})`;
}
