import type { Design, DesignField } from "../fitting/design.ts";

/** Two fields that tell more together than one by one. `term` is the place of their joint cells among the design's fields. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly term: number;
}

/** Each field of a pair is cut to this many groups. */
const mostGroups = 6;

/** The bins of a field in at most six groups, made from the field alone: neighbours of equal size, or the commonest five and the rest. */
export interface Groups {
  readonly of: Uint8Array;
  readonly count: number;
}

export function groupsOf({ bins, counts, ordered }: DesignField): Groups {
  if (bins <= mostGroups) return { of: Uint8Array.from({ length: bins }, (_, bin) => bin), count: bins };
  if (!ordered) {
    const byCount = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
    const of = new Uint8Array(bins).fill(mostGroups - 1);
    for (const [rank, bin] of byCount.slice(0, mostGroups - 1).entries()) of[bin] = rank;
    return { of, count: mostGroups };
  }
  const records = counts.reduce((sum, count) => sum + count, 0);
  const of = new Uint8Array(bins);
  let group = 0;
  let below = 0;
  for (let bin = 0; bin < bins; bin++) {
    const middle = below + counts[bin]! / 2;
    if (bin > 0) group = Math.min(group + 1, Math.max(group, Math.floor((middle / records) * mostGroups)));
    of[bin] = group;
    below += counts[bin]!;
  }
  return { of, count: group + 1 };
}

/** The design with the cells of each pair as one more block; a model holds it when it holds both fields. */
export function withPairs(design: Design, pairs: readonly Pick<Pair, "first" | "second">[]): Design {
  const terms = pairs.map(({ first, second }) => cellsOf(design, first, second));
  const placed = pairs.map(({ first, second }, index) => ({ first, second, term: design.fields.length + index }));
  return { ...design, fields: [...design.fields, ...terms], pairs: placed };
}

/** The other field of each pair that holds this one, the strongest pair first. */
export function partnersOf({ pairs }: Design, field: number): number[] {
  return pairs.flatMap(({ first, second }) => (first === field ? [second] : second === field ? [first] : []));
}

function cellsOf(design: Design, first: number, second: number): DesignField {
  const [a, b] = [design.fields[first]!, design.fields[second]!];
  const [rows, columns] = [groupsOf(a), groupsOf(b)];
  const cells = Uint8Array.from(a.codes, (code, i) => rows.of[code]! * columns.count + columns.of[b.codes[i]!]!);
  const counts = new Float64Array(rows.count * columns.count);
  for (const cell of cells) counts[cell]! += 1;
  const used = [...counts.keys()].filter((cell) => counts[cell]! > 0);
  const dense = new Uint8Array(counts.length);
  for (const [code, cell] of used.entries()) dense[cell] = code;
  return {
    name: `${a.name} with ${b.name}`,
    codes: cells.map((cell) => dense[cell]!),
    bins: used.length,
    freedom: Math.max(1, used.length - rows.count - columns.count + 1),
    counts: Float64Array.from(used, (cell) => counts[cell]!),
    ordered: false,
    cost: 1,
  };
}
