import type { Level } from "./levels-of.ts";

/**
 * The coarsest level from which every wanted one follows: it serves all who want one (method §5.2). Null where no level
 * does, as with bands of 2 and of 5: then only the value itself serves.
 * @param levels of one field, from the finest to the coarsest
 * @param wanted some of them
 */
export function commonLevel(levels: readonly Level[], wanted: readonly Level[]): Level | null {
  if (!wanted.length) return null;
  return levels.findLast((level) => wanted.every((other) => follows(levels, level, other))) ?? null;
}

/** Can the coarser level be worked out from the finer one? Bands only where they begin together. */
function follows(levels: readonly Level[], finer: Level, coarser: Level): boolean {
  const placeOf = ({ key }: Level) => levels.findIndex((level) => level.key === key);
  if (placeOf(finer) > placeOf(coarser)) return false;
  const [narrow, wide] = [bandWidth(finer), bandWidth(coarser)];
  if (narrow === null || wide === null) return true;
  const times = wide / narrow;
  return Math.abs(times - Math.round(times)) < 1e-9;
}

function bandWidth({ key }: Level): number | null {
  return key.endsWith("-bands") ? Number.parseFloat(key) : null;
}
