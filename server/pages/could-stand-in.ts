import type { GoalAnalysis } from "../evidence/goal-analysis.ts";
import type { Substitute } from "../evidence/measure-substitutes.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { boardKey } from "./board-card.ts";
import type { OpenBoard } from "./open-sorting.ts";
import { urls } from "./urls.ts";

interface CouldStandIn {
  readonly label: string;
  readonly href: string;
  readonly does: string;
  readonly keeps: string;
}

/** What could take the field's place in the kept set, and whose place it could take; the same job first. */
export function couldStandIn(
  { dataset, sorting, sorted }: OpenBoard,
  { table, name }: Pick<FieldProfile, "table" | "name">,
  substitutes: GoalAnalysis["substitutes"],
): { readonly standIns: readonly CouldStandIn[]; readonly standsInFor: readonly CouldStandIn[] } {
  const is = (place: Substitute["kept"]) => place.table === table && place.name === name;
  const goal = sorted.resolved.goal.key;
  const say = (other: Substitute["kept"], substitute: Substitute, reveals: Substitute["reveals"]): CouldStandIn[] => {
    const profile = sorting.profiles.find((one) => one.table === other.table && one.name === other.name);
    if (!profile) return [];
    const { same, keptShare } = substitute;
    return [
      {
        label: profile.label,
        href: urls.boardField(dataset.slug, goal, boardKey(dataset, profile)),
        does: `${same ? "Does the same job" : "Does a part of it"}, and reveals ${revealWords[reveals]}.`,
        keeps: keepsWords(keptShare),
      },
    ];
  };
  const bySame = substitutes.toSorted((a, b) => Number(b.same) - Number(a.same));
  return {
    standIns: bySame.filter(({ kept }) => is(kept)).flatMap((one) => say(one.other, one, one.reveals)),
    standsInFor: bySame.filter(({ other }) => is(other)).flatMap((one) => say(one.kept, one, opposite[one.reveals])),
  };
}

const revealWords = { less: "less", "as-much": "as much", more: "more" } as const;
const opposite = { less: "more", "as-much": "as-much", more: "less" } as const;

/** Of what all fields tell. */
function keepsWords({ value, low }: Substitute["keptShare"]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return `${percent(value)}, at least ${percent(low)}`;
}
