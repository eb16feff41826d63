import { count } from "../database/shape.ts";
import type { Sql } from "../database/sql-text.ts";
import { sayDuration } from "../goals/duration.ts";
import { fieldConditions, hasMoment } from "./field-conditions.ts";
import { batchOfReadings } from "./find-batch.ts";
import type { AgeBar, FieldAges } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { isTimed, type NeededField } from "./needed-fields.ts";
import type { People } from "./people.ts";
import { sayCount } from "./words.ts";

const DAY = 1_440;
const roundAges = [60, 6 * 60, DAY, 7 * DAY, 30 * DAY, 365 * DAY];

/** How old the field that must be youngest is, in buckets around its limit. Nothing where no field has a time of update. */
export async function ageBars(
  inquiry: Inquiry,
  people: People,
): Promise<{ ages: readonly AgeBar[]; agesOf: FieldAges | null }> {
  const [field] = people.needed.filter(isTimed).sort((one, other) => one.maxAgeMinutes - other.maxAgeMinutes);
  const conditions = field && fieldConditions(inquiry, people, field, "today");
  if (!field || !conditions?.updated || !hasMoment(inquiry)) return { ages: [], agesOf: null };
  const bounds = boundsAround(field.maxAgeMinutes);
  const counts = await countAges(inquiry, conditions.updated, conditions.seen, bounds);
  const ages = [...bounds, null].map((to, index) => ({
    label: labelBetween(bounds[index - 1] ?? null, to),
    count: counts.get(index) ?? 0,
    late: index > 0 && (bounds[index - 1] ?? 0) >= field.maxAgeMinutes,
  }));
  await warnOfUpdates(inquiry, field, conditions.updated, conditions.seen);
  const batch = await batchOfReadings(inquiry, people, field);
  return { ages, agesOf: { ...agesOf(field, counts.get(-1) ?? 0), batch } };
}

/** Where only the last update is on record, one after the trigger hides how old the value was then. */
async function warnOfUpdates(inquiry: Inquiry, field: NeededField, updated: Sql, seen: Sql): Promise<void> {
  if (field.readings || inquiry.goal.trigger?.kind === "condition" || inquiry.goal.trigger === null) return;
  const names = { updated, seen };
  const [since] = await inquiry.session.rows("actionability/updated-since", { units: count }, { names });
  if (!since?.units) return;
  inquiry.warnings.push(
    `For ${sayCount(since.units)} triggers ${field.label} was updated after the trigger: how old it was then is not on record, so it does not count as fresh. Keep each change with its time.`,
  );
}

async function countAges({ session }: Inquiry, updated: Sql, seen: Sql, bounds: readonly number[]) {
  const rows = await session.rows(
    "actionability/age-counts",
    { bucket: count, units: count },
    {
      names: { updated, seen },
      values: { bounds },
    },
  );
  return new Map(rows.map(({ bucket, units }) => [bucket, units]));
}

function agesOf({ ref, maxAgeMinutes }: NeededField, unknown: number): Omit<FieldAges, "batch"> {
  return { table: ref.table, name: ref.field, maxAgeMinutes, unknown };
}

/** The limit, and up to three round ages above it; one below it where the limit is long. */
function boundsAround(limit: number): readonly number[] {
  const below = roundAges.filter((age) => age < limit).slice(-2);
  const above = roundAges.filter((age) => age > limit).slice(0, 3);
  return [...below, limit, ...above];
}

function labelBetween(from: number | null, to: number | null): string {
  if (from === null) return to === null ? "any age" : `under ${sayDuration(to)}`;
  return to === null ? `over ${sayDuration(from)}` : `${sayDuration(from)} to ${sayDuration(to)}`;
}
