import type { Design } from "./design.ts";

/** Where the coefficients of a set of fields stand: the intercept at 0, then one block a field. */
export interface Layout {
  /** the fields chosen */
  readonly fields: readonly number[];
  /** the fields chosen, those held anyway, and the pairs of which both are here: each has coefficients */
  readonly blocks: readonly number[];
  /** of each block */
  readonly offsets: readonly number[];
  readonly size: number;
}

export function layOut(design: Design, fields: readonly number[]): Layout {
  let size = 1;
  const here = [...fields, ...design.held];
  const both = design.pairs.filter(({ first, second }) => here.includes(first) && here.includes(second));
  const blocks = [...here, ...both.map(({ term }) => term)];
  const offsets = blocks.map((field) => {
    const offset = size;
    size += design.fields[field]!.bins;
    return offset;
  });
  return { fields, blocks, offsets, size };
}

/** Coefficients moved from one layout to another; fields that only the new one has start at 0. */
export function carryOver(beta: Float64Array, from: Layout, to: Layout, design: Design): Float64Array {
  const carried = new Float64Array(to.size);
  carried[0] = beta[0]!;
  for (const [position, field] of to.blocks.entries()) {
    const source = from.blocks.indexOf(field);
    if (source < 0) continue;
    const start = from.offsets[source]!;
    carried.set(beta.subarray(start, start + design.fields[field]!.bins), to.offsets[position]!);
  }
  return carried;
}
