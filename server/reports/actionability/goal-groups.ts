import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import type { GroupedShare, GroupShare } from "../../actionability/groups/share-by-group.ts";
import { inWords } from "../../evidence/plain-words.ts";
import { of100, percent, thousands } from "../say-figures.ts";

export interface GoalGroups {
  readonly sentences: readonly string[];
  readonly unit: string;
  /** every group that may be shown, with its range */
  readonly rows: readonly GroupRow[];
  readonly note: string;
}

export interface GroupRow {
  readonly field: string;
  readonly group: string;
  readonly units: string;
  readonly of100: string;
  readonly range: string;
}

type LabelOf = (field: { readonly table: string; readonly name: string }) => string;

/** Of fewer the counts are said, not the share (methods.md 9.1). */
const FEWEST = 30;

/** Whom the goal reaches more and whom less. Null where no field has groups to compare. */
export function goalGroups({ groups, unit }: GoalActionability, labelOf: LabelOf): GoalGroups | null {
  const { differing, alike } = groups;
  if (!differing.length && !alike.length) return null;
  const hidden = differing.reduce((sum, one) => sum + one.hidden, 0);
  return {
    sentences: [
      ...differing.map((one) => sentence(one, labelOf(one))),
      ...(alike.length ? [`No difference by ${inWords(alike.map((one) => `“${labelOf(one)}”`))}.`] : []),
    ],
    unit: unit === "trigger" ? "Triggers" : "Customers",
    rows: differing.flatMap((one) => one.groups.map((group) => row(one, group, labelOf(one)))),
    note: hidden
      ? `${thousands(hidden)} small ${hidden === 1 ? "group is" : "groups are"} hidden, so that no group of under five customers can be worked out.`
      : "",
  };
}

function sentence(grouped: GroupedShare, label: string): string {
  const recorded = grouped.groups.filter(({ value }) => value !== null);
  const told = [recorded.filter(({ units }) => units >= FEWEST), recorded, grouped.groups].find(
    (some) => some.length > 1,
  );
  const [most, least] = [told?.[0], told?.at(-1)];
  if (!most || !least) return "";
  return `By “${label}”: ${of100(most.share)} of every 100 for ${sayGroup(grouped, most)} (${thousands(most.count)} of ${thousands(most.units)}), ${of100(least.share)} for ${sayGroup(grouped, least)} (${thousands(least.count)} of ${thousands(least.units)}).`;
}

function row(grouped: GroupedShare, group: GroupShare, field: string): GroupRow {
  const { units, count, share, low, high } = group;
  return {
    field,
    group: sayGroup(grouped, group),
    units: thousands(units),
    of100: units < FEWEST ? `${thousands(count)} of ${thousands(units)}` : of100(share),
    range: `${percent(low)} to ${percent(high)}`,
  };
}

function sayGroup({ level }: GroupedShare, { value }: GroupShare): string {
  if (value === null) return "not recorded";
  const width = /^(\d+)-(?:years|bands)$/.exec(level?.key ?? "")?.[1];
  const from = Number(value);
  if (width && Number.isFinite(from)) return `${value} to ${from + Number(width) - 1}`;
  return level?.key.startsWith("first") ? `${value}…` : value;
}
