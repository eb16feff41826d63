import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import type { ChosenLevel } from "../../model/levels/levels-input.ts";
import { levelsTask } from "../../model/levels/levels-task.ts";
import type { ModelInput } from "../../model/model-input.ts";
import type { ModelResult } from "../../model/model-result.ts";
import { countExposed } from "../../profiles/count-exposed.ts";
import { countGroups, type GroupedField } from "../../profiles/count-groups.ts";
import { identifyingFields } from "../../profiles/identifying-fields.ts";
import { type Level, levelsOf } from "../../profiles/levels-of.ts";
import type { Estimate, Performance } from "../../vocabulary.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { EncodeOptions } from "../encoding/encode-fields.ts";
import type { FieldFacts } from "../field-facts.ts";
import { inSentence } from "../plain-words.ts";
import { encodeLevels, type WantedLevels } from "./encode-levels.ts";
import type { FieldLevel, LevelRow } from "./field-level.ts";

export interface LevelFindings {
  /** by field of the customers table */
  readonly fields: ReadonlyMap<string, FieldLevel>;
  /** of the kept set at these levels */
  readonly performance: Performance;
}

/** The model that the kept set comes from, and what it was fitted on. */
export interface Fitted {
  readonly input: ModelInput;
  readonly model: ModelResult;
  readonly outcome: NonNullable<AnalysisInput["resolved"]["outcome"]>;
  /** as the fields were encoded */
  readonly options: EncodeOptions;
  readonly facts: readonly FieldFacts[];
  /** fields with too many values that were tested at a level */
  readonly testedAt: ReadonlyMap<string, Level>;
}

/** A bit of an identifying or specially protected field counts three times (method §6). */
const weightOfSensitive = 3;

/**
 * How much coarser each needed field may be, such that all of them together still do the job (method §6). Decisions play
 * no part: what a person decided stands over it later. Null where nothing can be made coarser. Levels are held against one
 * model; an outcome of several values has one each, so there only what could not be tested in full is made coarser.
 */
export async function measureLevels(
  engine: Engine,
  input: AnalysisInput,
  fitted: Fitted,
  context: JobContext,
): Promise<LevelFindings | null> {
  const { model, testedAt } = fitted;
  const needed = neededFields(fitted);
  const several = model.values !== undefined;
  const wanted = several ? [] : needed.map((facts) => wantedOf(facts, testedAt)).filter(({ levels }) => levels.length);
  if (!wanted.length && !needed.some(({ profile }) => testedAt.has(profile.name))) return null;
  const { chosen, performance } = await choose(engine, input, fitted, wanted, context);
  const levels = new Map(needed.flatMap((facts) => levelOf(facts, chosen, testedAt)));
  const fields = new Map<string, FieldLevel>();
  for (const facts of needed) {
    const level = levels.get(facts.profile.name);
    const measured = chosen.find(({ name }) => name === facts.profile.name);
    const found = performance?.found ?? model.performance.foundInTop20.keptFields;
    if (level)
      fields.set(facts.profile.name, await describe(engine, input, fitted, { facts, level, measured, found, levels }));
  }
  return fields.size ? { fields, performance: withLevels(model.performance, performance) } : null;
}

/** Of the kept set what is needed by evidence: what is not shown to be needed stays as it is. */
function neededFields({ model, facts }: Fitted): FieldFacts[] {
  const needed = new Set(
    model.fields.filter((need) => need.inKept && need.discovered && need.share.value > 0).map(({ name }) => name),
  );
  return facts.filter(({ profile, ofCustomers }) => ofCustomers && needed.has(profile.name));
}

function wantedOf({ profile, sensitivity }: FieldFacts, testedAt: Fitted["testedAt"]): WantedLevels {
  const base = testedAt.get(profile.name) ?? null;
  const levels = levelsOf(profile);
  return {
    name: profile.name,
    testedAt: base,
    weight: sensitivity === "identifying" || sensitivity === "special" ? weightOfSensitive : 1,
    levels: base ? levels.slice(levels.findIndex(({ key }) => key === base.key) + 1) : levels,
  };
}

async function choose(
  { database, pool }: Engine,
  { dataset }: AnalysisInput,
  { input, model, outcome, options }: Fitted,
  wanted: readonly WantedLevels[],
  context: JobContext,
) {
  if (!wanted.length) return { chosen: [], performance: null };
  const fields = await encodeLevels(database, dataset, wanted, outcome.expression, options);
  const { reference, kept, lambda, proven, gain, pairs } = model;
  const set = { fields: kept, lambda };
  return pool.run(levelsTask, { input, reference, kept: set, proven, gain: gain.value, pairs, fields }, context);
}

function levelOf(
  { profile }: FieldFacts,
  chosen: readonly ChosenLevel[],
  testedAt: Fitted["testedAt"],
): [string, Level][] {
  const key = chosen.find(({ name }) => name === profile.name)?.level;
  const level = levelsOf(profile).find((one) => one.key === key) ?? testedAt.get(profile.name);
  return level ? [[profile.name, level]] : [];
}

function withLevels(
  performance: Performance,
  measured: Awaited<ReturnType<typeof choose>>["performance"],
): Performance {
  if (!measured) return performance;
  const { keptFields, keptShare, found } = measured;
  const foundInTop20 = { ...performance.foundInTop20, keptFields: found };
  return { ...performance, keptFields, keptShare, foundInTop20 };
}

interface Described {
  readonly facts: FieldFacts;
  readonly level: Level;
  readonly measured: ChosenLevel | undefined;
  /** with the kept set at its levels */
  readonly found: Estimate;
  readonly levels: ReadonlyMap<string, Level>;
}

/** The rows of the compare table, and who the field singles out at each of them. */
async function describe(
  { database }: Engine,
  input: AnalysisInput,
  fitted: Fitted,
  { facts, level, measured, found, levels }: Described,
): Promise<FieldLevel> {
  const { profile } = facts;
  const base = fitted.testedAt.get(profile.name);
  const beside = identifyingBeside(input, fitted, profile.name, levels);
  const row = async (
    key: string | null,
    label: string,
    own: GroupedField | null,
    found: Estimate | null,
  ): Promise<LevelRow> => ({
    level: key,
    label,
    found,
    risk: await countGroups(database, input.dataset, own ? [...beside, own] : beside, {
      signal: fitted.options.signal,
    }),
  });
  const foundAt = (key: string | null) => measured?.measured.find((one) => one.level === key)?.found ?? null;
  const rows = [
    await row(null, `Full ${inSentence(profile.label)}`, { field: profile.name }, base ? null : foundAt(null)),
  ];
  for (const one of levelsOf(profile)) {
    const isChosen = one.key === level.key;
    const at = isChosen ? found : one.key === base?.key ? foundAt(null) : foundAt(one.key);
    if (at) rows.push(await row(one.key, one.label, { field: profile.name, level: one }, at));
  }
  rows.push(await row("drop", "Leave it out", null, foundAt("drop")));
  const identifying = identifyingFields(input.profiles).some(({ field }) => field === profile.name);
  const { k } = input.strategy.thresholds;
  const kept = [...beside, { field: profile.name, level }];
  return {
    level: level.key,
    label: level.label,
    fullTested: base === undefined,
    rare: level.rare ?? null,
    exposed: identifying ? await countExposed(database, input.dataset, kept, k, fitted.options.signal) : null,
    identifying,
    rows,
  };
}

/** The identifying fields that the goal keeps beside this one, at the levels chosen for them. */
function identifyingBeside(
  { profiles, dataset, resolved }: AnalysisInput,
  { model }: Fitted,
  own: string,
  levels: ReadonlyMap<string, Level>,
): GroupedField[] {
  const customers = customersTable(dataset).name;
  const named = [...resolved.roles, ...resolved.audienceFields, ...resolved.holdBackFields];
  const kept = new Set([...model.kept, ...named.filter(({ table }) => table === customers).map(({ field }) => field)]);
  return identifyingFields(profiles, customers)
    .filter(({ field }) => field !== own && kept.has(field))
    .map(({ field }) => ({ field, level: levels.get(field) }));
}
