import { catalogue } from "../goals/catalogue.ts";
import { type FittingGoal, goalsThatFit } from "../goals/goals-that-fit.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { urls } from "./urls.ts";

/** A goal to start from, and how much of what it needs is held. */
export interface Starter {
  readonly name: string;
  readonly description: string;
  /** "3 of 4 parts held" */
  readonly label: string;
  readonly parts: readonly { readonly held: boolean }[];
  readonly fit: string;
  readonly window: string;
  readonly href: string;
}

export interface Starters {
  readonly intro: string;
  readonly list: readonly Starter[];
  /** where all of them are listed; null where they are */
  readonly all: { readonly href: string; readonly text: string } | null;
}

const few = 4;
const examples = 3;

/** The three to begin with where there is no goal yet. */
export function exampleStarters(open: ProfiledDataset): readonly Starter[] {
  return startersOf(open, false).list.slice(0, examples);
}

/** The starters that these tables could serve and no goal was made of yet, the best first; `after` are shown elsewhere. */
export function startersOf({ dataset, strategy, profiles }: ProfiledDataset, all: boolean, after = 0): Starters {
  const taken = new Set(strategy.goals.map(({ from }) => from));
  const fitting = goalsThatFit(catalogue, dataset, profiles);
  const offered = all ? fitting : fitting.filter(({ entry }) => !taken.has(entry.key)).slice(after, after + few);
  return {
    intro: all
      ? `All ${catalogue.length} starters, those that fit your fields best first.`
      : `From ${catalogue.length} starters, those that fit your fields best.`,
    list: offered.map((one) => starterOf(dataset.slug, one)),
    all: all
      ? null
      : { href: `${urls.goals(dataset.slug, { starters: "all" })}#starters`, text: `All ${catalogue.length} starters` },
  };
}

function starterOf(dataset: string, { entry, held, of, lacks }: FittingGoal): Starter {
  return {
    name: entry.name,
    description: entry.description,
    label: `${held} of ${of} parts held`,
    parts: Array.from({ length: of }, (_, index) => ({ held: index < held })),
    fit: lacks.length ? `Lacks: ${lacks.join(", ")}` : `All ${of} parts held`,
    window: entry.windowSays,
    href: urls.newGoal(dataset, { from: entry.key }),
  };
}
