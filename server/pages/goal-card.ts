import { isDraft } from "../goals/goal-warnings.ts";
import type { Dataset } from "../vocabulary.ts";
import type { ChannelShares } from "./channel-shares.ts";
import { type FieldsByVerdict, fieldsByVerdict, type Tally, tallyOf } from "./counted-fields.ts";
import type { LabelOf } from "./field-labels.ts";
import { type GoalFact, goalFacts } from "./goal-facts.ts";
import { goalLacks, type Lack } from "./goal-lacks.ts";
import { reachSentence, type SentencePart } from "./goal-sentence.ts";
import type { GoalState } from "./goal-states.ts";
import { urls } from "./urls.ts";
import { numberWord } from "./words.ts";

export interface GoalCard {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** "Ready, 3 fields undecided" */
  readonly standing: string;
  /** it cannot start, or cannot be sorted */
  readonly waits: boolean;
  readonly sentence: readonly SentencePart[];
  readonly gives: { readonly tally: Tally; readonly strong: string; readonly rest: string } | null;
  /** where the sorting can be watched, and what tells of its progress; null where it is done */
  readonly watch: { readonly href: string; readonly events: string } | null;
  readonly gets: string | null;
  readonly facts: readonly GoalFact[];
  readonly lacks: readonly Lack[];
  readonly board: string | null;
  /** "Can we act in time?" */
  readonly actionability: string | null;
  readonly edit: string;
  readonly exchange: string;
  readonly remove: string;
}

export interface CardOf {
  readonly dataset: Dataset;
  readonly state: GoalState;
  readonly number: number;
  readonly counted: readonly string[];
  readonly audience: number | null;
  readonly shares: ChannelShares | null;
  readonly labelOf: LabelOf;
}

export function goalCard(card: CardOf): GoalCard {
  const { dataset, state, number, counted, audience, shares, labelOf } = card;
  const { goal } = state;
  const { slug } = dataset;
  const fields = fieldsByVerdict(dataset, counted, [state]);
  const sorted = state.kind === "sorted";
  const standing: FieldsByVerdict = sorted ? fields : { ...fields, undecided: [] };
  const edit = urls.editGoal(slug, goal.key);
  return {
    id: `goal-${goal.key}`,
    number,
    name: goal.name,
    standing: standingWords(state, standing),
    waits: isDraft(goal) || state.kind === "unfit",
    sentence: reachSentence(goal, labelOf),
    gives: sorted ? givesWords(fields, counted.length) : null,
    watch:
      state.kind === "sorting"
        ? { href: urls.job(state.job, { next: urls.goals(slug) }), events: urls.jobEvents(state.job) }
        : null,
    gets: goal.exchange?.trim() || null,
    facts: goalFacts({ dataset, state, audience, shares, labelOf }),
    lacks: goalLacks(dataset, state, standing, labelOf),
    board: state.kind === "unfit" ? null : urls.board(slug, goal.key),
    actionability: goal.trigger && state.kind !== "unfit" ? urls.actionability(slug, goal.key) : null,
    edit,
    exchange: `${edit}#exchange`,
    remove: urls.deleteGoal(slug, goal.key),
  };
}

function standingWords(state: GoalState, { undecided }: FieldsByVerdict): string {
  if (state.kind === "unfit") return "Does not fit these tables";
  if (isDraft(state.goal)) return "Cannot start yet";
  if (state.kind === "sorting") return "Being sorted";
  if (!undecided.length) return "Ready";
  return `Ready, ${undecided.length} ${undecided.length === 1 ? "field" : "fields"} undecided`;
}

/** "14 of 28 fields", "five of them blurrier. Three undecided." */
function givesWords(fields: FieldsByVerdict, all: number): GoalCard["gives"] {
  const { needed, coarser, undecided } = fields;
  const held = needed.length + coarser.length;
  const blurrier = coarser.length
    ? `${numberWord(coarser.length).toLowerCase()} of them blurrier.`
    : held > 1
      ? "all as they are."
      : "as it is.";
  return {
    tally: tallyOf(fields, ["needed", "coarser", "undecided"]),
    strong: `${held} of ${all} fields`,
    rest: `${held ? `, ${blurrier}` : "."}${undecided.length ? ` ${numberWord(undecided.length)} undecided.` : ""}`,
  };
}
