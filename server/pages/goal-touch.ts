import { customersTable } from "../datasets/dataset.ts";
import { peopleOf } from "../evidence/people-of.ts";
import { whyUntestable } from "../evidence/untestable.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { ChannelShares } from "./channel-shares.ts";
import { count } from "./helpers.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { outcomeFields } from "./table-about.ts";
import { capital, listWords, ofEvery100 } from "./words.ts";

/** A figure of the panel "What this goal would touch". */
export interface Touched {
  readonly figure: string;
  readonly what: string;
  readonly so: string;
  /** points at a person */
  readonly risk: boolean;
}

/** How many fields a goal takes by a role, how many would be tested, how many are ruled out before; and who agreed. */
export function touchedBy(
  resolved: ResolvedGoal,
  open: ProfiledDataset,
  audience: number | null,
  shares: ChannelShares | null,
): readonly Touched[] {
  const { name } = customersTable(open.dataset);
  const outcomes = [...outcomeFields(open.dataset, open.strategy), ...(resolved.outcome?.fields ?? [])];
  const outcome = new Set(outcomes.filter(({ table }) => table === name).map(({ field }) => field));
  const fields = open.profiles.filter((profile) => profile.table === name && !outcome.has(profile.name));
  const named = [...resolved.roles, ...resolved.audienceFields, ...resolved.holdBackFields];
  const taken = fields.filter((profile) => named.some((ref) => ref.table === name && ref.field === profile.name));
  const others = fields.filter((profile) => !taken.includes(profile));
  const out = others.flatMap((profile) => {
    const why = whyOut(profile, open, resolved.goal.key);
    return why === null ? [] : [{ profile, why }];
  });
  const rest = others.length - out.length;
  return [
    {
      figure: count(taken.length),
      what: `of ${count(fields.length)} fields ${taken.length === 1 ? "has" : "have"} a role`,
      so: "Kept because the goal cannot run without them.",
      risk: false,
    },
    resolved.outcome
      ? {
          figure: count(rest),
          what: "will be tested",
          so: `Do they help to find ${peopleOf(resolved.outcome)}? If not, they are unused here.`,
          risk: false,
        }
      : { figure: count(rest), what: "cannot be tested", so: "Choose an outcome, or sort them by hand.", risk: false },
    ...(out.length ? [ruledOut(out)] : []),
    ...agreed(audience, shares),
  ];
}

function whyOut(profile: FieldProfile, { strategy, dataset }: ProfiledDataset, goal: string): string | null {
  const { name } = customersTable(dataset);
  const permitted = strategy.permitted.some(
    ({ field, goals }) => goals.includes(goal) && (field === profile.name || field === `${name}.${profile.name}`),
  );
  if (profile.sensitivity === "special" && !permitted) return special;
  if (profile.filled === 0) return "Nothing is filled in";
  if (profile.distinct === 1 && profile.filled === profile.records) return "The same for everybody";
  const untestable = whyUntestable(profile);
  if (untestable === "identifier") return "Different for everybody";
  return untestable === "too-many-values" ? "Too many different texts to compare" : null;
}

const special = "Specially protected, and no agreement held";

function ruledOut(out: readonly { readonly profile: FieldProfile; readonly why: string }[]): Touched {
  const reasons = [...new Set(out.map(({ why }) => why))];
  const sentences = reasons.map((reason) => {
    const labels = out.filter(({ why }) => why === reason).map(({ profile }) => profile.label);
    return `${reason}: ${listWords(labels, 4)}.`;
  });
  return {
    figure: count(out.length),
    what: `${out.length === 1 ? "is" : "are"} ruled out before testing`,
    so: sentences.join(" "),
    risk: reasons.includes(special),
  };
}

function agreed(audience: number | null, shares: ChannelShares | null): readonly Touched[] {
  if (audience === null || shares?.agreedToAny == null || audience === 0) return [];
  return [
    {
      figure: count(shares.agreedToAny),
      what: `of ${count(audience)} customers agreed to a channel you chose`,
      so: `${capital(ofEvery100(shares.agreedToAny / audience))}.`,
      risk: false,
    },
  ];
}
