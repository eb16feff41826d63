import type { Database } from "../database/database.ts";
import { count, orNull, text, time } from "../database/shape.ts";
import { dropPartIn, keepPartIn, partId, storedStrategy } from "../goals/strategy-store.ts";
import type { Decision } from "../vocabulary.ts";

export interface DecisionChange {
  readonly number: number;
  readonly before: Decision | null;
  readonly after: Decision | null;
  readonly at: string;
}

/** Records a person's decision. It is on disk when the promise resolves. */
export function recordDecision(database: Database, dataset: string, decision: Decision): Promise<void> {
  return change(database, dataset, decision, decision, decision.at);
}

/** Takes a decision back, so that what was measured stands again. */
export function withdrawDecision(database: Database, dataset: string, decision: Decision, at: string): Promise<void> {
  return change(database, dataset, decision, null, at);
}

/** Undoes the latest change for a goal that is still there. Returns what it was; null where there is nothing to undo. */
export function undoDecision(database: Database, dataset: string): Promise<DecisionChange | null> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.rows("workbench/decision-changes", changeShape, { values: { dataset } });
    const { goals } = await storedStrategy(transaction, dataset);
    const isThere = (goal: string | undefined) => goal === undefined || goals.some(({ key }) => key === goal);
    const last = rows.map(readChange).find(({ before, after }) => isThere((after ?? before)?.goal));
    if (!last) return null;
    const about = last.after ?? last.before;
    if (about) await dropPartIn(transaction, dataset, "decisions", about);
    if (last.before) await keepPartIn(transaction, dataset, "decisions", last.before);
    await transaction.run("workbench/drop-decision-change", { values: { dataset, number: last.number } });
    return last;
  });
}

/** Every change, the latest first. */
export async function listDecisionChanges(database: Database, dataset: string): Promise<DecisionChange[]> {
  const rows = await database.rows("workbench/decision-changes", changeShape, { values: { dataset } });
  return rows.map(readChange);
}

const changeShape = { number: count, before: orNull(text), after: orNull(text), changedAt: time };

function readChange(row: {
  number: number;
  before: string | null;
  after: string | null;
  changedAt: string;
}): DecisionChange {
  const read = (document: string | null) => (document === null ? null : (JSON.parse(document) as Decision));
  return { number: row.number, before: read(row.before), after: read(row.after), at: row.changedAt };
}

function change(
  database: Database,
  dataset: string,
  about: Decision,
  after: Decision | null,
  at: string,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const id = partId("decisions", about);
    const { decisions } = await storedStrategy(transaction, dataset);
    const before = decisions.find((decision) => partId("decisions", decision) === id) ?? null;
    if (before) await dropPartIn(transaction, dataset, "decisions", before);
    if (after) await keepPartIn(transaction, dataset, "decisions", after);
    const values = {
      dataset,
      id,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      at,
    };
    await transaction.run("workbench/record-decision-change", { values });
  });
}
