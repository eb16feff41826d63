import { customersTable } from "../datasets/dataset.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import type { Level } from "../profiles/levels-of.ts";
import type { Field } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import { chooseCopies } from "./choose-copies.ts";
import { conditionsModel } from "./conditions-model.ts";
import type { ReadField } from "./encoding/field-reader.ts";
import type { Copy, FieldFacts } from "./field-facts.ts";
import { findCopies } from "./find-copies.ts";
import { testableLevel } from "./levels/testable-level.ts";
import { rulesOut } from "./rules-out.ts";
import { whyUntestable } from "./untestable.ts";

export type Untestable = "identifier" | "too-many-values" | "pre-screened";

/** Which fields of the customers table the model gets to see, and why the others stay out. */
export interface ChosenFields {
  readonly untestable: ReadonlyMap<string, Untestable>;
  readonly copies: ReadonlyMap<string, Copy>;
  /** fields with too many values, and the level that is tested in their place */
  readonly testedAt: ReadonlyMap<string, Level>;
  /** those that no rule has decided yet */
  readonly candidates: readonly FieldFacts[];
  /** those that are held whatever the model says */
  readonly held: ReadonlySet<string>;
  /** candidates and held ones, as they are read */
  readonly read: readonly ReadField[];
}

/** @param late is the field known only afterwards, as a person answered? */
export async function chooseFields(
  engine: Engine,
  input: AnalysisInput,
  ofCustomers: readonly FieldFacts[],
  late: (name: string) => boolean,
  context: JobContext,
): Promise<ChosenFields> {
  const { testedAt, untestable } = await findTestable(engine, input, ofCustomers, context);
  // less than the values is kept of some: then they stand for no copy of themselves
  const comparable = ofCustomers.filter(
    ({ profile, form }) => !form && !untestable.has(profile.name) && !testedAt.has(profile.name),
  );
  const found = await findCopies(engine.database, input.dataset, fieldsOf(input, comparable), context);
  const copies = chooseCopies(found, comparable);
  const usable = ofCustomers.filter(
    ({ profile: { name } }) => !untestable.has(name) && !copies.has(name) && !late(name),
  );
  const candidates = usable.filter((one) => !rulesOut(one));
  const held = new Set(usable.filter(conditionsModel).map(({ profile }) => profile.name));
  const chosen = usable.filter((one) => candidates.includes(one) || held.has(one.profile.name));
  const forms = new Map(chosen.map(({ profile, form }) => [profile.name, form?.level]));
  const levelOf = ({ name }: Field) => forms.get(name) ?? testedAt.get(name);
  const read = fieldsOf(input, chosen).map((field) => readAt(engine, field, levelOf(field)));
  return { untestable, copies, testedAt, candidates, held, read };
}

/** Texts with too many values that a level can speak for are untestable no more. */
async function findTestable(
  { database }: Engine,
  { dataset }: AnalysisInput,
  facts: readonly FieldFacts[],
  { signal }: JobContext,
): Promise<{ testedAt: Map<string, Level>; untestable: Map<string, Untestable> }> {
  const testedAt = new Map<string, Level>();
  const untestable = new Map<string, Untestable>();
  for (const { profile } of facts) {
    const why = whyUntestable(profile);
    if (!why) continue;
    const level = await testableLevel(database, dataset, profile, signal);
    if (level) testedAt.set(profile.name, level);
    else untestable.set(profile.name, why);
  }
  return { testedAt, untestable };
}

function readAt({ database }: Engine, field: Field, level: Level | undefined): ReadField {
  if (!level) return field;
  const expression = level.expression(database, field.name);
  return { name: field.name, type: level.ordered ? "number" : "text", expression };
}

function fieldsOf({ dataset }: AnalysisInput, facts: readonly FieldFacts[]): Field[] {
  const wanted = new Set(facts.map(({ profile }) => profile.name));
  return customersTable(dataset).fields.filter(({ name }) => wanted.has(name));
}
