import { needsAddress } from "../goals/catalogue/channels.ts";
import { findStarter } from "../goals/catalogue.ts";
import { isDraft } from "../goals/goal-warnings.ts";
import type { Dataset, Goal, RoleFields } from "../vocabulary.ts";
import type { FieldsByVerdict } from "./counted-fields.ts";
import type { LabelOf } from "./field-labels.ts";
import { channelWords } from "./goal-parts.ts";
import type { GoalState } from "./goal-states.ts";
import { urls } from "./urls.ts";
import { listWords, numberWord } from "./words.ts";

/** What a goal still lacks: the thing, what follows from that, and where to mend it. */
export interface Lack {
  readonly what: string;
  readonly so: string;
  readonly link: { readonly href: string; readonly text: string } | null;
}

export function goalLacks(
  dataset: Dataset,
  state: GoalState,
  fields: FieldsByVerdict,
  labelOf: LabelOf,
): readonly Lack[] {
  const { goal } = state;
  const edit = urls.editGoal(dataset.slug, goal.key);
  const starter = goal.from === undefined ? undefined : findStarter(goal.from);
  const unreached = goal.channels.filter((channel) => needsAddress(channel) && !serves(goal.roles.address, channel));
  return [
    state.kind === "unfit" ? lack("A part that these tables have.", state.message, `${edit}`, "Mend it") : null,
    isDraft(goal) ? lack("What the customer gets.", "Without it no customer hears of this goal.") : null,
    !goal.trigger && starter
      ? lack("Something to set it off.", `Nothing chosen tells ${starter.trigger.moment}.`)
      : null,
    goal.outcome
      ? null
      : lack("An outcome.", "Until then its fields are sorted by what they do, not by what they predict."),
    unreached.length
      ? lack(
          "An address.",
          `No field is named as the address for ${channelWords(unreached).toLowerCase()}.`,
          `${edit}#roles`,
          "Name it",
        )
      : null,
    undecided(dataset, goal, fields, labelOf),
  ].filter((one) => one !== null);
}

function undecided(dataset: Dataset, goal: Goal, fields: FieldsByVerdict, labelOf: LabelOf): Lack | null {
  const open = fields.undecided;
  if (!open.length) return null;
  const what = `${numberWord(open.length)} ${open.length === 1 ? "verdict" : "verdicts"}:`;
  const names = listWords(
    open.map((name) => lower(labelOf(name))),
    4,
  );
  const board = `${urls.board(dataset.slug, goal.key)}#col-undecided`;
  return lack(what, `${names}.`, board, `Settle ${open.length === 1 ? "it" : "them"} on the board`);
}

function lack(what: string, so: string, href?: string, text = ""): Lack {
  return { what, so, link: href === undefined ? null : { href, text } };
}

function serves(fields: RoleFields | undefined, channel: string): boolean {
  if (fields === undefined) return false;
  return typeof fields === "string" || Array.isArray(fields) ? fields.length > 0 : Object.hasOwn(fields, channel);
}

function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
