import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { of100, thousands } from "../say-figures.ts";
import { sayStage } from "./stage-words.ts";

export interface GoalFixes {
  readonly unit: string;
  readonly rows: readonly {
    readonly number: number;
    readonly fix: string;
    readonly note: string;
    readonly gain: string;
    readonly after: string;
    /** percent of the largest gain */
    readonly width: number;
  }[];
}

/** What brings most back, each fix by itself; one that brings nobody back by itself is left to the JSON. */
export function goalFixes({ fixes, unit }: GoalActionability): GoalFixes | null {
  const worth = fixes.filter(({ gain, expected }) => gain > 0 || expected);
  if (!worth.length) return null;
  const most = Math.max(1, ...worth.map(({ gain }) => gain));
  return {
    unit: unit === "trigger" ? "More triggers acted on" : "More customers reached",
    rows: worth.map(({ fix, stage, gain, shareAfter, expected }, place) => ({
      number: place + 1,
      fix,
      note: `At “${sayStage[stage]}”${expected === null ? "" : `; about ${thousands(expected)} if the later steps hold as for the others`}`,
      gain: `+${thousands(gain)}`,
      after: `${of100(shareAfter)} of every 100`,
      width: Math.round((gain / most) * 1000) / 10,
    })),
  };
}
