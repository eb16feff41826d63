import type { FieldProfile, Sensitivity } from "../vocabulary.ts";
import type { GoalReadiness } from "./field-readiness.ts";
import { fieldStatistics } from "./field-statistics.ts";
import { type LevelRisks, levelRisks } from "./group-risk.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { groupWordsAlone } from "./singled-out-words.ts";
import type { Site } from "./site.ts";
import { type SmallHistogram, smallHistogram } from "./small-histogram.ts";
import { urls } from "./urls.ts";
import { of100, sensitivityWords } from "./words.ts";

/** One field in short, beside the list. */
export interface FieldPanel {
  readonly label: string;
  readonly name: string;
  readonly href: string;
  readonly sensitivity: Sensitivity;
  readonly sensitivityLabel: string;
  readonly sentence: string;
  readonly histogram: SmallHistogram | null;
  readonly coarser: readonly { readonly label: string; readonly singledOut: string; readonly best: boolean }[];
  /** for each goal that needs it, as the reports say */
  readonly ready: readonly GoalReadiness[];
  readonly statistics: readonly { readonly term: string; readonly fact: string }[];
}

export async function fieldPanel(
  site: Site,
  open: ProfiledDataset,
  profile: FieldProfile,
  ready: readonly GoalReadiness[],
): Promise<FieldPanel> {
  const table = open.dataset.tables.find(({ name }) => name === profile.table);
  return {
    label: profile.label,
    name: profile.name,
    href: urls.field(open.dataset.slug, table?.slug ?? "", profile.slug),
    sensitivity: profile.sensitivity,
    sensitivityLabel: sensitivityWords[profile.sensitivity],
    sentence: `${profile.sensitivityReason} ${groupWordsAlone(profile)}`.trim(),
    histogram: smallHistogram(profile),
    coarser: coarserRows(await levelRisks(site, open, profile)),
    ready,
    statistics: fieldStatistics(profile),
  };
}

function coarserRows(risks: LevelRisks | null): FieldPanel["coarser"] {
  const levels = risks?.levels.filter(({ level }) => level !== "drop") ?? [];
  const least = Math.min(...levels.map(({ alone }) => alone));
  const best = levels.find(({ level, alone }) => level !== null && alone === least);
  return levels.map((one) => ({ label: one.label, singledOut: of100(one.alone), best: one === best }));
}
