import type { Design } from "./design.ts";
import type { Layout } from "./layout.ts";

/** Blocks of a layout as one: a cell is a bin of each, so that one look-up a record serves all of them. */
export interface PackedGroup {
  readonly codes: Uint16Array;
  readonly cells: number;
  /** the first block's bins vary slowest */
  readonly blocks: readonly { readonly offset: number; readonly bins: number }[];
}

/** More cells would not stay in the nearest cache. */
const mostCells = 1024;

/** Blocks in the order of the layout, each in the first group that has room. */
export function packBlocks(design: Design, layout: Layout): PackedGroup[] {
  const room = Math.min(mostCells, Math.max(64, design.records / 8));
  const groups: { positions: number[]; cells: number }[] = [];
  for (const [position, field] of layout.blocks.entries()) {
    const { bins } = design.fields[field]!;
    const group = groups.find(({ cells }) => cells * bins <= room);
    if (group) {
      group.positions.push(position);
      group.cells *= bins;
    } else groups.push({ positions: [position], cells: bins });
  }
  return groups.map(({ positions, cells }) => ({
    cells,
    codes: packCodes(
      design,
      positions.map((position) => layout.blocks[position]!),
    ),
    blocks: positions.map((position) => ({
      offset: layout.offsets[position]!,
      bins: design.fields[layout.blocks[position]!]!.bins,
    })),
  }));
}

function packCodes(design: Design, fields: readonly number[]): Uint16Array {
  const packed = new Uint16Array(design.fields[fields[0]!]!.codes);
  for (const field of fields.slice(1)) {
    const { codes, bins } = design.fields[field]!;
    for (let i = 0; i < packed.length; i++) packed[i] = packed[i]! * bins + codes[i]!;
  }
  return packed;
}

/** What each cell of the group adds to the log-odds. */
export function cellValues({ cells, blocks }: PackedGroup, beta: Float64Array): Float64Array {
  const values = new Float64Array(cells);
  let repeat = cells;
  for (const { offset, bins } of blocks) {
    repeat /= bins;
    for (let cell = 0, bin = 0; cell < cells; bin = bin + 1 === bins ? 0 : bin + 1) {
      const value = beta[offset + bin]!;
      for (const end = cell + repeat; cell < end; cell++) values[cell]! += value;
    }
  }
  return values;
}

/** Adds sums by cell to the coefficients' places: of each block, by bin. */
export function addCells({ cells, blocks }: PackedGroup, sums: Float64Array, gradient: Float64Array): void {
  let repeat = cells;
  for (const { offset, bins } of blocks) {
    repeat /= bins;
    for (let cell = 0, bin = 0; cell < cells; bin = bin + 1 === bins ? 0 : bin + 1) {
      let sum = 0;
      for (const end = cell + repeat; cell < end; cell++) sum += sums[cell]!;
      gradient[offset + bin]! += sum;
    }
  }
}
