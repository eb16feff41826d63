/** Of each field the level it stands at: -1 as it was tested, else the place among its levels. */
export type LevelState = readonly number[];

/** In a state: left out. The walk never goes there. */
export const dropped = -2;

/** What the walk knows of a level: its price and what it hides. */
export interface Step {
  readonly loss: number;
  readonly privacy: number;
}

interface Move {
  readonly field: number;
  readonly to: number;
}

/** Refits that the walk may ask for. */
const mostCheckpoints = 12;

/**
 * Makes fields coarser in the order of loss over privacy, beginning where they do best, and asks at checkpoints whether all of them together still do
 * the job. The longest stretch that does is found by halving; the step after it is barred, and the walk goes on with
 * the others. Every state it returns was asked for and passed.
 * @param passes an honest refit of the whole set
 * @param allowed loss per record that the prices may sum to where the first checkpoint is set
 */
export function walkLevels(
  fields: readonly (readonly Step[])[],
  passes: (state: LevelState) => boolean,
  allowed: number,
): LevelState {
  let state: LevelState = fields.map(() => -1);
  const ceilings = fields.map((levels) => levels.length);
  let checkpoints = 0;
  // Levels that do better than the values, where there are such, are where the way begins: from there on it only loses.
  const best = bestByPrice(fields);
  if (best.some((level) => level >= 0)) {
    checkpoints++;
    if (passes(best)) state = best;
  }
  for (;;) {
    const moves = pathFrom(fields, state, ceilings);
    let [good, bad] = [0, moves.length + 1];
    let probe = firstProbe(fields, state, moves, allowed);
    while (bad - good > 1) {
      if (checkpoints === mostCheckpoints) return after(state, moves.slice(0, good));
      checkpoints++;
      if (passes(after(state, moves.slice(0, probe)))) good = probe;
      else bad = probe;
      probe = (good + bad) >> 1;
    }
    state = after(state, moves.slice(0, good));
    const barred = moves[good];
    if (!barred) return state;
    ceilings[barred.field] = barred.to;
  }
}

/** All moves that the ceilings leave, each time the cheapest for what it hides. */
function pathFrom(fields: readonly (readonly Step[])[], from: LevelState, ceilings: readonly number[]): Move[] {
  const moves: Move[] = [];
  for (let state = from; ; ) {
    let best: (Move & { readonly price: number; readonly privacy: number }) | undefined;
    for (const [field, levels] of fields.entries()) {
      const now = at(levels, state[field]!);
      for (let to = state[field]! + 1; to < ceilings[field]!; to++) {
        const privacy = levels[to]!.privacy - now.privacy;
        if (!(privacy > 0)) continue;
        const price = Math.max(0, levels[to]!.loss - now.loss) / privacy;
        if (!best || price < best.price || (price === best.price && privacy > best.privacy))
          best = { field, to, price, privacy };
      }
    }
    if (!best) return moves;
    moves.push({ field: best.field, to: best.to });
    state = after(state, [best]);
  }
}

/** Each field at the level of least loss. */
export function bestByPrice(fields: readonly (readonly Pick<Step, "loss">[])[]): LevelState {
  return fields.map((levels) => {
    const losses = levels.map(({ loss }) => loss);
    const least = Math.min(0, ...losses);
    return least < 0 ? losses.indexOf(least) : -1;
  });
}

/** The longest stretch whose prices, over those of the best levels, sum to what is allowed; at least one move. */
function firstProbe(
  fields: readonly (readonly Step[])[],
  from: LevelState,
  moves: readonly Move[],
  allowed: number,
): number {
  const sumOf = (state: LevelState) => fields.reduce((sum, levels, field) => sum + at(levels, state[field]!).loss, 0);
  const least = sumOf(bestByPrice(fields));
  let length = 1;
  while (length < moves.length && sumOf(after(from, moves.slice(0, length + 1))) - least <= allowed) length++;
  return length;
}

function after(state: LevelState, moves: readonly Move[]): LevelState {
  const next = [...state];
  for (const { field, to } of moves) next[field] = to;
  return next;
}

function at(levels: readonly Step[], level: number): Step {
  return levels[level] ?? { loss: 0, privacy: 0 };
}
