import type { Request } from "express";
import { effortPoints } from "../actionability/fixes/plan-fixes.ts";
import type { GoalActionability } from "../actionability/goal-actionability.ts";
import { MOST_POINTS } from "../goals/fix-names.ts";
import { goalFixes } from "../reports/actionability/goal-fixes.ts";
import { formPart } from "./site.ts";

export interface EffortFault {
  readonly text: string;
  readonly href: string;
}

/** What a person writes of a goal's fixes: texts, whether or not they make sense. */
export interface WrittenEfforts {
  /** by the fix as the strategy names it */
  readonly points: ReadonlyMap<string, string>;
  /** of every 100; blank is most of what all fixes reach */
  readonly wish: string;
  readonly by: string;
}

/** The form under the fixes of a report. */
export interface EffortsForm {
  readonly action: string;
  readonly faults: readonly EffortFault[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: number;
    readonly fix: string;
    readonly usual: string;
    readonly points: string;
    readonly bad: boolean;
  }[];
  readonly most: number;
  readonly unit: string;
  readonly wish: { readonly value: string; readonly bad: boolean };
  readonly by: { readonly value: string; readonly bad: boolean };
  readonly kept: boolean;
  /** what the efforts come to */
  readonly together: readonly string[];
}

const inputOf = (fix: string) => `effort:${fix}`;

/** The form filled in with what was written, else with what stands. Null where there is nothing to mend. */
export function effortsForm(
  report: GoalActionability,
  action: string,
  written: WrittenEfforts,
  faults: readonly EffortFault[],
): EffortsForm | null {
  const { plan, unit } = report;
  if (!plan) return null;
  const bad = (id: string) => faults.some(({ href }) => href === `#${id}`);
  return {
    action,
    faults,
    rows: plan.fixes.map(({ key, fix, effort }, place) => ({
      id: effortId(place),
      name: inputOf(key),
      number: place + 1,
      fix,
      usual: `${effort}, ${effortPoints[effort]}`,
      points: written.points.get(key) ?? "",
      bad: bad(effortId(place)),
    })),
    most: MOST_POINTS,
    unit: unit === "trigger" ? "triggers" : "customers",
    wish: { value: written.wish, bad: bad("wish") },
    by: { value: written.by, bad: bad("by") },
    kept: plan.wished || plan.fixes.some(({ by }) => by !== null),
    together: goalFixes(report)?.together ?? [],
  };
}

/** What stands: the efforts as the plan weighs them, and the wish where somebody has one. */
export function standingEfforts({ plan }: GoalActionability, by: string): WrittenEfforts {
  return {
    points: new Map(plan?.fixes.map(({ key, points }) => [key, String(points)])),
    wish: plan?.wished ? String(Math.round(plan.wishedShare * 10_000) / 100) : "",
    by,
  };
}

export function writtenEfforts(request: Request, { plan }: GoalActionability, by: string): WrittenEfforts {
  return {
    points: new Map(plan?.fixes.map(({ key }) => [key, formPart(request, inputOf(key)) ?? ""])),
    wish: formPart(request, "wish") ?? "",
    by,
  };
}

export function effortFaults({ points, wish, by }: WrittenEfforts): readonly EffortFault[] {
  const efforts = [...points.values()].flatMap((text, place) =>
    isWholeTo(MOST_POINTS, text)
      ? []
      : [
          {
            text: `Write the effort of fix ${place + 1} as a whole number, 0 to ${MOST_POINTS}`,
            href: `#${effortId(place)}`,
          },
        ],
  );
  const others = [
    wish === "" || (/^\d{1,3}(\.\d{1,2})?$/.test(wish) && Number(wish) <= 100)
      ? null
      : { text: "Write the share to reach as a number, 0 to 100, or leave it blank", href: "#wish" },
    by === "" ? { text: "Say who reckons the efforts", href: "#by" } : null,
    by.length > 80 ? { text: "Keep the name or role under 80 letters", href: "#by" } : null,
  ];
  return [...efforts, ...others.filter((fault) => fault !== null)];
}

function isWholeTo(most: number, text: string): boolean {
  return /^\d{1,6}$/.test(text) && Number(text) <= most;
}

function effortId(place: number): string {
  return `effort-${place + 1}`;
}
