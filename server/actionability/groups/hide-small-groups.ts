/** Fewer customers are never shown by themselves. */
export const SMALLEST_GROUP = 5;

export interface SizedGroup {
  readonly customers: number;
}

/**
 * The groups that may be shown. What is hidden can be worked out from the total when it is a single group, or when all
 * that is hidden is under five customers: then the next smallest groups are hidden as well.
 */
export function hideSmallGroups<T extends SizedGroup>(groups: readonly T[]): readonly T[] {
  const bySize = [...groups].sort((one, other) => one.customers - other.customers);
  let hidden = bySize.filter(({ customers }) => customers < SMALLEST_GROUP).length;
  if (hidden === 0) return groups;
  const sum = (count: number) => bySize.slice(0, count).reduce((all, { customers }) => all + customers, 0);
  while (hidden < bySize.length && (hidden < 2 || sum(hidden) < SMALLEST_GROUP)) hidden++;
  const away = new Set(bySize.slice(0, hidden));
  return groups.filter((group) => !away.has(group));
}
