import type { Dataset, FieldProfile } from "../vocabulary.ts";
import { needsAddress } from "./catalogue/channels.ts";
import type { CatalogueGoal } from "./catalogue.ts";
import { draftTrigger } from "./draft-trigger.ts";
import { bestField } from "./match-field.ts";
import { tellsOutcome } from "./outcome-choices.ts";
import { type ProposedRole, proposeFields } from "./propose-roles.ts";

export interface FittingGoal {
  readonly entry: CatalogueGoal;
  /** parts held, of the parts it cannot do without */
  readonly held: number;
  readonly of: number;
  /** completes "lacks": "when they said no" */
  readonly lacks: readonly string[];
  readonly fields: readonly FieldProfile[];
  /** "All 4 parts held: Customer number, Email address, Agreed to email, Date of birth." */
  readonly why: string;
}

/** Starters in the order in which these tables can serve them, each with the sentence that says why. */
export function goalsThatFit(
  catalogue: readonly CatalogueGoal[],
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): FittingGoal[] {
  return catalogue
    .map((entry, place) => ({ place, ...fitOf(entry, dataset, profiles) }))
    .sort((a, b) => b.score - a.score || b.special - a.special || a.place - b.place)
    .map(({ entry, held, of, lacks, fields, why }) => ({ entry, held, of, lacks, fields, why }));
}

interface Part {
  readonly says: string;
  readonly held: boolean;
  /** does it tell this goal from others? key, address and agreement do not */
  readonly special: boolean;
}

function fitOf(entry: CatalogueGoal, dataset: Dataset, profiles: readonly FieldProfile[]) {
  const proposed = proposeFields(entry, dataset, profiles);
  const parts = partsOf(entry, proposed, {
    trigger: draftTrigger(entry, dataset, profiles, proposed) !== undefined,
    agreement: dataset.tables.some(({ kind }) => kind === "consents"),
  });
  const held = parts.filter((part) => part.held);
  const lacks = parts.filter((part) => !part.held).map(({ says }) => says);
  const fields = [...new Set(proposed.map(({ field }) => field))];
  return {
    ...{ entry, held: held.length, of: parts.length, lacks, fields },
    special: held.filter((part) => part.special).length,
    // A field that tells the outcome counts like one more part.
    score: (held.length + (tellsOutcome(entry, profiles) ? 1 : 0)) / (parts.length + 1),
    why: sentence(parts.length, lacks, fields),
  };
}

/** What other tables than the customers' may hold. */
interface Elsewhere {
  readonly trigger: boolean;
  readonly agreement: boolean;
}

function partsOf(entry: CatalogueGoal, proposed: readonly ProposedRole[], elsewhere: Elsewhere): Part[] {
  const has = (role: ProposedRole["role"]) => proposed.some((one) => one.role === role);
  const contents = entry.wanted.filter(({ role, essential }) => role === "content" && essential);
  const found = proposed.filter(({ role }) => role === "content").map(({ field }) => field);
  return [
    { says: "what tells customers apart", held: has("key"), special: false },
    ...(entry.channels.some(needsAddress) ? [{ says: "an address", held: has("address"), special: false }] : []),
    ...(entry.asksAgreement
      ? [{ says: "who agreed", held: has("consent") || elsewhere.agreement, special: false }]
      : []),
    { says: entry.trigger.moment, held: elsewhere.trigger, special: true },
    ...contents.map((wanted) => ({
      says: wanted.says,
      held: found.some((field) => fits(wanted, field)),
      special: true,
    })),
  ];
}

function fits(wanted: CatalogueGoal["wanted"][number], field: FieldProfile): boolean {
  return bestField(wanted, [field]) !== undefined;
}

function sentence(parts: number, lacks: readonly string[], fields: readonly FieldProfile[]): string {
  if (lacks.length) return `Lacks: ${lacks.join(", ")}.`;
  return `All ${parts} parts held: ${fields.map(({ label }) => label).join(", ")}.`;
}
