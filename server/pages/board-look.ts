import { customersTable } from "../datasets/dataset.ts";
import type { Job } from "../jobs/jobs.ts";
import type { SortedSoFar } from "../plans/sort-dataset.ts";
import type { Verdict } from "../vocabulary.ts";
import { boardKey, sharedScale } from "./board-card.ts";
import { boardColumns, type Column } from "./board-columns.ts";
import { count } from "./helpers.ts";
import type { OpenGoal } from "./open-sorting.ts";
import { verdictWords } from "./verdict-words.ts";

/** The board while its fields are being tested. */
export interface BoardLook {
  readonly strip: Strip;
  readonly columns: readonly Column[];
  /** every field, the settled ones too: their verdict takes the place of the wait */
  readonly slots: readonly Slot[];
}

interface Strip {
  /** "12 of 19 fields tested" */
  readonly text: string;
  readonly now: string;
  readonly tested: number;
  readonly total: number;
  /** false while it is not known yet what is to be tested */
  readonly known: boolean;
}

export interface Slot {
  readonly id: string;
  readonly label: string;
  readonly verdict: Verdict | null;
  readonly state: string;
  /** a rule decided without a test */
  readonly settled: boolean;
}

/** What the job knows of the goal until now; null where it knows nothing yet. */
export function soFarOf({ known }: Job): SortedSoFar | null {
  const found = known?.();
  return isSorted(found) ? found : null;
}

function isSorted(found: unknown): found is SortedSoFar {
  return typeof found === "object" && found !== null && "resolved" in found && "profiles" in found;
}

export function boardLook(open: OpenGoal, job: Job): BoardLook {
  const soFar = soFarOf(job);
  if (!soFar)
    return {
      strip: { ...stripOf(0, 0, job), text: "Getting ready" },
      columns: columnsOf(open, []),
      slots: plainSlots(open),
    };
  const fields = fieldsOf(soFar);
  const tested = fields.filter(({ state }) => state === "tested").length;
  const waiting = fields.filter(({ state }) => state === "waiting").length;
  return {
    strip: stripOf(tested, tested + waiting, job),
    columns: columnsOf(
      open,
      fields.flatMap(({ profile, verdict }) => (verdict ? [{ profile, verdict }] : [])),
    ),
    slots: fields.map(({ profile, verdict, state }) =>
      slotOf(boardKey(open.dataset, profile), profile.label, verdict?.verdict ?? null, state === "settled"),
    ),
  };
}

function stripOf(tested: number, total: number, { progress, title }: Job): Strip {
  const known = total > 0;
  const now = progress.now === title ? "" : progress.now;
  return {
    text: known ? `${count(tested)} of ${count(total)} fields tested` : "Every field is sorted",
    now: known && tested === total ? "Checking them once more" : now,
    tested,
    total: Math.max(1, total),
    known,
  };
}

/** Every field but the outcome, which only says whether it worked. */
function fieldsOf({ profiles, resolved, fields }: SortedSoFar) {
  const outcome = resolved.outcome?.fields ?? [];
  return fields.flatMap((field, place) => {
    const profile = profiles[place];
    const isOutcome = outcome.some((one) => one.table === field.table && one.field === field.name);
    return profile && !isOutcome ? [{ ...field, profile }] : [];
  });
}

/** Cards as they stand for now: nothing on them can be pressed before everything is tested. */
function columnsOf({ dataset, goal }: OpenGoal, fields: Parameters<typeof boardColumns>[0]): readonly Column[] {
  const scale = sharedScale(fields.map(({ verdict }) => verdict));
  const columns = boardColumns(fields, { dataset, goal: goal.key, scale, moved: null, open: null });
  return columns.map((column) => ({
    ...column,
    more: null,
    cards: column.cards.map((card) => ({ ...card, moves: [], action: "", why: "", unexplained: null })),
  }));
}

/** Before anything is known: the fields by the names of their columns. */
function plainSlots({ dataset, goal: { outcome } }: OpenGoal): readonly Slot[] {
  const own = customersTable(dataset).fields;
  const named = outcome && "field" in outcome ? outcome.field : null;
  return own.filter(({ name }) => name !== named).map(({ slug, name }) => slotOf(slug, name, null, false));
}

function slotOf(key: string, label: string, verdict: Verdict | null, settled: boolean): Slot {
  const state = verdict ? verdictWords[verdict].short : "Waiting";
  return { id: `t-${key}`, label, verdict, state, settled };
}
