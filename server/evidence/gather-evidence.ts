import { customersTable, findField } from "../datasets/dataset.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import type { Evidence, FieldProfile, FieldRef } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import { evidenceSoFar } from "./evidence-so-far.ts";
import type { FieldFacts, GoalFacts } from "./field-facts.ts";
import type { GoalAnalysis } from "./goal-analysis.ts";
import { goalWarnings } from "./goal-warnings.ts";
import { findRoleForms } from "./levels/role-forms.ts";
import { sayTestedAs } from "./levels/say-tested-as.ts";
import { maxAgeOf } from "./max-age.ts";
import { peopleOf } from "./people-of.ts";
import { fieldName } from "./roll-ups/roll-up.ts";
import { sayRolledUp } from "./roll-ups/say-rolled-up.ts";
import { rules } from "./rules.ts";
import { saySubstitutes } from "./say-substitutes.ts";
import { selfChecks } from "./self-checks.ts";
import { addUp, type TestedSoFar } from "./so-far.ts";
import { testFields } from "./test-fields.ts";
import type { Tested } from "./tested.ts";
import { sayUplift } from "./uplift/say-uplift.ts";
import { upliftOf } from "./uplift/uplift-of.ts";
import { upliftWarnings } from "./uplift/uplift-warnings.ts";

/** Runs the rules over every field of the dataset for one goal (method §5.1). */
export async function gatherEvidence(engine: Engine, input: AnalysisInput, context: JobContext): Promise<GoalAnalysis> {
  const { dataset, resolved } = input;
  const customers = customersTable(dataset).name;
  const before = await factsToTest(engine, input, context);
  const weighAll = (tested: TestedSoFar | null) => {
    const goal = goalFacts(input, tested);
    return before.map((facts) => {
      const evidence = weigh(factsAfter(facts, goal, tested));
      return { table: facts.profile.table, name: facts.profile.name, evidence };
    });
  };
  const tell = (found: TestedSoFar) => context.known?.(() => evidenceSoFar(before, found, weighAll(found)));
  const tested = await testFields(engine, input, before, context, addUp(customersTable(dataset).records, tell));
  if (tested) tell(tested);
  const goal = goalFacts(input, tested);
  const fields = weighAll(tested);
  const model = tested?.model ?? null;
  const asked = [...(tested?.asked ?? [])].map(([name, { test, answer }]) => ({
    ...(findField(dataset, name) ?? { table: customers, field: name }),
    test,
    answer: answer?.known ?? null,
  }));
  const open = asked.filter(({ answer }) => answer === null);
  return {
    goal: resolved.goal.key,
    records: goal.records,
    positives: goal.withOutcome,
    supported: goal.supported,
    performance: model?.supported ? (tested?.levels?.performance ?? model.performance) : null,
    gain: model?.supported ? model.gain : null,
    proven: model?.proven ?? true,
    asked,
    withAsked: tested?.withAsked?.supported ? tested.withAsked.performance : null,
    kept: keptFields(customers, resolved, tested, model?.kept ?? []),
    provenSet: provenSet(customers, resolved, tested),
    levels: [...(tested?.levels?.fields ?? [])].map(([name, { rows }]) => ({ table: customers, name, rows })),
    fields,
    shadows: model?.shadows ?? null,
    confirmed: model?.confirmed ?? null,
    checks: selfChecks(model),
    history: tested?.history ?? null,
    segments: tested?.segments ?? null,
    substitutes: tested?.substitutes ?? [],
    uplift: tested?.uplift ?? null,
    warnings: [
      ...resolved.warnings,
      ...goalWarnings(goal, tested),
      ...upliftWarnings(resolved, tested?.uplift ?? null, open),
    ],
  };
}

/** What is known of every field of the dataset before anything is tested. */
export async function factsToTest(
  { database }: Engine,
  input: AnalysisInput,
  { signal }: Pick<JobContext, "signal">,
): Promise<FieldFacts[]> {
  const customers = customersTable(input.dataset).name;
  const forms = await findRoleForms(database, input, signal);
  return input.profiles.map((profile) => factsBefore(input, profile, customers, forms));
}

function weigh(facts: FieldFacts): readonly Evidence[] {
  return rules
    .flatMap((rule) => rule.weigh(facts) ?? [])
    .map((evidence) => sayUplift(saySubstitutes(sayRolledUp(sayTestedAs(evidence, facts), facts), facts), facts));
}

/** The set S as fields: of roll-ups the field they come from, once, unless it has a role or is the outcome. */
function keptFields(
  customers: string,
  { roles, outcome }: AnalysisInput["resolved"],
  tested: Tested | null,
  names: readonly string[],
): GoalAnalysis["kept"] {
  const { model, levels, rollUps } = tested ?? {};
  const kept = (model?.supported ? names : []).map((name) => {
    const of = rollUps?.get(name)?.of;
    return of
      ? { table: of.table, name: of.field, level: null }
      : { table: customers, name, level: levels?.fields.get(name)?.level ?? null };
  });
  // What an event's fields say of the past is not the outcome, which lies after the cut-off.
  const ofOutcome = outcome && !("table" in outcome.as) ? outcome.fields : [];
  const apart = [...roles, ...ofOutcome];
  return kept.filter(
    ({ table, name }, place) =>
      kept.findIndex((one) => one.table === table && one.name === name) === place &&
      !apart.some((ref) => ref.table === table && ref.field === name),
  );
}

/** No smaller set than the reference itself is shown to do as well as the reference (method §2.8). */
function provenSet(
  customers: string,
  resolved: AnalysisInput["resolved"],
  tested: Tested | null,
): GoalAnalysis["provenSet"] {
  const model = tested?.model;
  if (!model?.supported || model.proven || model.values) return null;
  return keptFields(customers, resolved, tested, model.reference.fields).map(({ table, name }) => ({ table, name }));
}

/** What is known of a field before anything is tested; enough to say whether it is to be tested. */
function factsBefore(
  input: AnalysisInput,
  profile: FieldProfile,
  customers: string,
  forms: Awaited<ReturnType<typeof findRoleForms>>,
): FieldFacts {
  const { resolved, strategy } = input;
  const is = (ref: FieldRef) => ref.table === profile.table && ref.field === profile.name;
  const ofCustomers = profile.table === customers;
  return {
    goal: goalFacts(input, null),
    profile,
    ofCustomers,
    sensitivity: profile.sensitivity,
    roles: resolved.roles.filter(is),
    isOutcome: resolved.outcome?.fields.some(is) ?? false,
    usedIn: usedIn(resolved, is),
    permission:
      strategy.permitted.find(
        ({ field, goals }) => goals.includes(resolved.goal.key) && names(field, profile, ofCustomers),
      ) ?? null,
    maxAgeMinutes: maxAgeOf(input, profile),
    copy: null,
    untestable: null,
    asked: null,
    need: null,
    level: null,
    testedAs: null,
    form: ofCustomers ? (forms.get(profile.name) ?? null) : null,
    rolledUp: null,
  };
}

function usedIn(
  { treatment, audienceFields, holdBackFields }: AnalysisInput["resolved"],
  is: (ref: FieldRef) => boolean,
): FieldFacts["usedIn"] {
  if (treatment?.fields.some(is)) return "treatment";
  return audienceFields.some(is) ? "audience" : holdBackFields.some(is) ? "hold-back" : null;
}

function factsAfter(facts: FieldFacts, goal: GoalFacts, tested: TestedSoFar | null): FieldFacts {
  const { name } = facts.profile;
  if (!tested) return { ...facts, goal };
  const uplift = upliftOf(tested.uplift, { table: facts.profile.table, field: name });
  const { substitutes = [] } = tested;
  if (!facts.ofCustomers) return { ...facts, ...uplift, substitutes, goal, ...ofOtherTable(facts, tested) };
  return {
    ...facts,
    ...uplift,
    substitutes,
    goal,
    copy: tested.copies.get(name) ?? null,
    untestable: tested.untestable.get(name) ?? null,
    asked: tested.asked.get(name) ?? null,
    need: tested.model?.fields.find((need) => need.name === name) ?? null,
    level: tested.levels?.fields.get(name) ?? null,
    testedAs: tested.testedAt.get(name)?.label ?? null,
  };
}

function ofOtherTable(
  { profile, usedIn }: FieldFacts,
  { asked, rolledUp }: TestedSoFar,
): Pick<FieldFacts, "asked" | "need" | "rolledUp" | "usedIn"> {
  const name = fieldName({ table: profile.table, field: profile.name });
  const found = rolledUp?.get(name) ?? null;
  const own = found?.need?.discovered && found.need.inKept;
  const serves = !own && found !== null && found.serves.length > 0;
  return {
    asked: asked.get(name) ?? null,
    need: found?.need ?? null,
    rolledUp: found,
    usedIn: usedIn ?? (serves ? "roll-up" : null),
  };
}

function goalFacts({ dataset, resolved, strategy }: AnalysisInput, tested: TestedSoFar | null): GoalFacts {
  return {
    goal: resolved.goal.key,
    channels: resolved.goal.channels,
    hasOutcome: resolved.outcome !== null,
    people: peopleOf(resolved.outcome),
    records: tested?.records ?? customersTable(dataset).records,
    withOutcome: tested?.withOutcome ?? null,
    withoutOutcome: tested?.withoutOutcome ?? null,
    supported: tested?.model?.supported ?? null,
    gain: tested?.model?.gain ?? null,
    delta: strategy.thresholds.delta,
  };
}

function names(field: string, profile: FieldProfile, ofCustomers: boolean): boolean {
  return field === `${profile.table}.${profile.name}` || (ofCustomers && field === profile.name);
}
