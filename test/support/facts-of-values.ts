import type { FieldFacts } from "../../server/profiles/field-facts.ts";

/** What counting would say of these values, one customer each; counted slowly and in the open. */
export function factsOfValues(values: readonly (string | null)[]): FieldFacts {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const entries = [...counts.entries()];
  return {
    records: values.length,
    filled: values.filter((value) => value !== null).length,
    distinct: counts.size,
    alone: entries.filter(([, count]) => count === 1).length,
    top: entries
      .filter(([, count]) => count >= 5)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 20),
    sample: entries.map(([value]) => value).slice(0, 300),
  };
}
