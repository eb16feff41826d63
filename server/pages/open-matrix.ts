import type { Request, Response } from "express";
import { customersTable } from "../datasets/dataset.ts";
import type { RoleField } from "../goals/resolved-goal.ts";
import type { FieldPlan } from "../plans/plan-field.ts";
import { planFields } from "../plans/plan-fields.ts";
import type { FieldProfile, FieldRef, FieldVerdict } from "../vocabulary.ts";
import { countedFields, type FieldsByVerdict, fieldsByVerdict } from "./counted-fields.ts";
import { type GoalState, goalStates } from "./goal-states.ts";
import { openProfiles, type ProfiledDataset } from "./open-dataset.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

export type SortedState = Extract<GoalState, { kind: "sorted" }>;
export type SettledState = Exclude<GoalState, { kind: "sorting" }>;

/** What one goal makes of one field. */
export interface MatrixCell {
  readonly state: SettledState;
  /** null where the goal does not fit these tables */
  readonly verdict: FieldVerdict | null;
  readonly roles: readonly RoleField[];
  /** it says whether the goal's event happened: measured with, never tested */
  readonly isOutcome: boolean;
}

export interface MatrixField {
  readonly profile: FieldProfile;
  /** in the order of the goals */
  readonly cells: readonly MatrixCell[];
  /** over all goals */
  readonly plan: FieldPlan;
}

export interface OpenMatrix extends ProfiledDataset {
  readonly states: readonly SettledState[];
  readonly fields: readonly MatrixField[];
  /** where the fields of the customers table stand over all goals, their outcomes not counted */
  readonly standing: FieldsByVerdict;
  readonly counted: number;
}

/** Every field against every goal; null where a goal is still being sorted and the reader was sent to watch. */
export async function openMatrix(site: Site, request: Request, response: Response): Promise<OpenMatrix | null> {
  const open = await openProfiles(site, request, response);
  if (!open) return null;
  const all = await goalStates(site, open);
  const states: SettledState[] = [];
  for (const state of all) {
    if (state.kind === "sorting") {
      response.redirect(303, urls.job(state.job, { next: request.originalUrl }));
      return null;
    }
    states.push(state);
  }
  const counted = countedFields(open.dataset, open.strategy, states);
  return {
    ...open,
    states,
    fields: fieldsOf(site, open, states),
    standing: fieldsByVerdict(open.dataset, counted, states),
    counted: counted.length,
  };
}

export function isSorted(state: SettledState): state is SortedState {
  return state.kind === "sorted";
}

/** Is the field one of the customers table? */
export function isOfCustomers({ dataset }: ProfiledDataset, { profile }: MatrixField): boolean {
  return profile.table === customersTable(dataset).name;
}

function fieldsOf(
  { workbench }: Site,
  { profiles }: ProfiledDataset,
  states: readonly SettledState[],
): readonly MatrixField[] {
  const verdicts = states.filter(isSorted).flatMap(({ sorted }) => sorted.verdicts);
  const plans = planFields(workbench.database, profiles, verdicts);
  const byField = states.map((state) => new Map(isSorted(state) ? state.sorted.verdicts.map(keyed) : []));
  return plans.flatMap((plan, place) => {
    const profile = profiles[place];
    if (!profile) return [];
    const cells = states.map((state, goal) => cellOf(state, profile, byField[goal]?.get(keyOf(profile)) ?? null));
    return [{ profile, plan, cells }];
  });
}

function cellOf(state: SettledState, { table, name }: FieldProfile, verdict: FieldVerdict | null): MatrixCell {
  const is = (ref: FieldRef) => ref.table === table && ref.field === name;
  const resolved = isSorted(state) ? state.sorted.resolved : null;
  return {
    state,
    verdict,
    roles: resolved?.roles.filter(is) ?? [],
    isOutcome: resolved?.outcome?.fields.some(is) ?? false,
  };
}

function keyed(verdict: FieldVerdict): [string, FieldVerdict] {
  return [keyOf(verdict), verdict];
}

function keyOf({ table, name }: { readonly table: string; readonly name: string }): string {
  return JSON.stringify([table, name]);
}
