import { inWords } from "../../evidence/plain-words.ts";
import { countOf, percent } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface JointWords {
  readonly sentences: readonly string[];
  /** what each goal changes and still keeps */
  readonly goals: readonly { readonly name: string; readonly text: string }[];
}

/** How far the goals can share their fields; null with fewer than two goals that the fields support. */
export function jointWords({ joint, goals }: MinimizationReport, lines: readonly FieldLine[]): JointWords | null {
  if (!joint) return null;
  const labels = (places: readonly { readonly table: string; readonly name: string }[]) =>
    inWords(
      places.map(
        ({ table, name }) => lines.find(({ field }) => field.table === table && field.name === name)?.label ?? name,
      ),
    );
  const [before, after] = [joint.separate.length, joint.together.length];
  const least = Math.min(...joint.goals.map(({ keptShare }) => keptShare.low));
  const proven = joint.goals.every((goal) => goal.proven);
  const keeps = `every goal still keeps ${proven ? `at least ${percent(least)}` : "what it kept"} of what all fields tell`;
  return {
    sentences: [
      after < before
        ? `Together the goals need ${countOf(before, "field").toLowerCase()}. Chosen with one another in view, ${countOf(after, "field").toLowerCase()} ${after === 1 ? "does" : "do"}, and ${keeps}.`
        : `Together the goals need ${countOf(before, "field").toLowerCase()}, with those that they name. Choosing with one another in view saves none.`,
      ...(proven
        ? []
        : [
            "With this many customers it cannot be shown for every goal that its kept fields do as well as all of them.",
          ]),
      ...(after < before ? ["The verdicts above are each goal’s own, and stay as they are."] : []),
    ],
    goals: joint.goals
      .filter(({ leaves, takes }) => leaves.length + takes.length > 0)
      .map(({ goal, leaves, takes, keptShare }) => ({
        name: goals.find(({ key }) => key === goal)?.name ?? goal,
        text: `${changeWords(labels(leaves), labels(takes))} It then keeps ${percent(keptShare.value)}, at least ${percent(keptShare.low)}.`,
      })),
  };
}

function changeWords(leaves: string, takes: string): string {
  if (!takes) return `It can do without ${leaves}.`;
  return leaves ? `It takes ${takes} in place of ${leaves}.` : `It takes ${takes} as well.`;
}
