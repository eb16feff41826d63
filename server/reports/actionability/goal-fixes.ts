import type { FixPlan, PlannedFix, PlanStep } from "../../actionability/fixes/plan-fixes.ts";
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
  return fixes.flatMap((planned, place) => {
    const { fix, stage, note, gain, shareAfter } = planned;
    if (gain === 0 && !cheapest?.fixes.includes(place)) return [];
    const notes = [
      `At “${sayStage[stage]}”, ${sayEffort(planned)}`,
      note,
      gain === 0 ? "Only together with others" : null,
    ];
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

/** A usual effort is a word; one that somebody reckoned is a number, with the name. */
function sayEffort({ effort, points, by }: PlannedFix): string {
  return by === null ? `${effort} effort` : `effort ${points} by ${by}`;
}

function together(plan: FixPlan): readonly string[] {
  const { fixes, together: all } = plan;
  const shown = fixes.filter(({ gain }, place) => gain > 0 || plan.cheapest?.fixes.includes(place)).length;
  const many = countOf(fixes.length, "fix", "fixes").replace(/ .*/, "");
  const idle = fixes.length - shown;
  const named = idle
    ? `All of these, and ${countOf(idle, "fix", "fixes")} that ${idle === 1 ? "brings" : "bring"} nobody back alone,`
    : `All ${many}`;
  const most = fixes.length < 2 ? [] : [`${named} together would reach ${of100(all.shareAfter)} of every 100.`];
  return plan.wished ? [...most, wished(plan)] : [...most, ...mostOfIt(plan)];
}

function mostOfIt({ fixes, cheapest }: FixPlan): readonly string[] {
  if (fixes.length < 2 || !cheapest || cheapest.fixes.length === fixes.length) return [];
  const reach = `${of100(cheapest.shareAfter)} of every 100`;
  return [`The cheapest way to most of that: ${sayStep(cheapest, fixes)}, then ${reach}.`];
}

/** What a person wished to reach, and the cheapest way there. */
function wished({ fixes, together: all, shareNow, wishedShare, cheapest }: FixPlan): string {
  const wish = `${of100(wishedShare)} of every 100`;
  if (shareNow >= wishedShare - 1e-9) return `You wished to reach ${wish}: that is reached today.`;
  if (!cheapest)
    return `You wished to reach ${wish}: no set of these fixes does, all of them together reach ${of100(all.shareAfter)}.`;
  return `The cheapest way to the ${wish} that you wished: ${sayStep(cheapest, fixes)}, then ${of100(cheapest.shareAfter)}.`;
}

function sayStep({ fixes: places, effort }: PlanStep, fixes: FixPlan["fixes"]): string {
  const numbers = inWords(places.map((place) => `${place + 1}`));
  const reckoned = places.some((place) => fixes[place]?.by !== null);
  return `${places.length === 1 ? "fix" : "fixes"} ${numbers} (${reckoned ? `effort ${effort} in all` : usualEfforts(places, fixes)})`;
}

function usualEfforts(places: PlanStep["fixes"], fixes: FixPlan["fixes"]): string {
  const efforts = (["small", "medium", "large"] as const).flatMap((effort) => {
    const count = places.filter((place) => fixes[place]?.effort === effort).length;
    return count ? [countOf(count, effort, effort)] : [];
  });
  return inWords(efforts);
}
