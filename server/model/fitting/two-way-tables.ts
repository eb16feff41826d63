interface Coded {
  readonly codes: Uint8Array;
  readonly bins: number;
}

/** Fields as one: a cell is a bin of each. */
interface Joined extends Coded {
  readonly members: readonly { readonly field: number; readonly bins: number; readonly binOf: Uint8Array }[];
}

interface Records {
  /** one or two weights a record */
  readonly weights: readonly Float64Array[];
  readonly from: number;
  readonly to: number;
}

/** Joined fields have at most this many cells, so that the table of two stays in the nearest cache. */
const mostCells = 64;

/**
 * The two-way table of every pair of fields over records [from, to): `visit` is told the pair, the later field first,
 * and for each weight its sums, a row for each bin of the first and a column for each of the second.
 * Fields of few bins are counted together, and their tables read off; so a record is looked at once for many pairs.
 */
export function eachTwoWayTable(
  fields: readonly Coded[],
  records: Records,
  visit: (first: number, second: number, tables: readonly Float64Array[]) => void,
): void {
  const told = (a: number, b: number, rows: number, tables: readonly Float64Array[]) => {
    if (a > b) visit(a, b, tables);
    else
      visit(
        b,
        a,
        tables.map((table) => turned(table, rows)),
      );
  };
  const groups = joinFields(fields, records);
  for (const [place, group] of groups.entries()) {
    const own = within(group, records);
    for (const [i, one] of group.members.entries()) {
      for (const other of group.members.slice(0, i)) {
        const tables = own.map((sums) => bothOf(sums, one, other));
        told(one.field, other.field, one.bins, tables);
      }
    }
    const others = groups.slice(0, place);
    for (let start = 0; start < others.length; start += 4) {
      const some = others.slice(start, start + 4);
      const joint = records.weights.map((weights) => countTogether(group, some, weights, records));
      for (const [at, other] of some.entries()) {
        const tables = joint.map((each) => each[at]!);
        for (const one of group.members) {
          const rows = tables.map((table) => sumRows(table, one, other.bins));
          for (const two of other.members) {
            told(
              one.field,
              two.field,
              one.bins,
              rows.map((table) => sumColumns(table, one.bins, two)),
            );
          }
        }
      }
    }
  }
}

function joinFields(fields: readonly Coded[], { from, to }: Records): Joined[] {
  const room = Math.min(mostCells, Math.sqrt((to - from) / 4));
  const groups: { members: number[]; cells: number }[] = [];
  for (const [field, { bins }] of fields.entries()) {
    const group = groups.find(({ cells }) => cells * bins <= room);
    if (group) {
      group.members.push(field);
      group.cells *= bins;
    } else groups.push({ members: [field], cells: bins });
  }
  return groups.map(({ members, cells }) => {
    let repeat = cells;
    return {
      bins: cells,
      codes: joinCodes(
        members.map((field) => fields[field]!),
        from,
        to,
      ),
      members: members.map((field) => {
        const { bins } = fields[field]!;
        repeat /= bins;
        const each = repeat;
        return { field, bins, binOf: Uint8Array.from({ length: cells }, (_, cell) => Math.floor(cell / each) % bins) };
      }),
    };
  });
}

/** The codes of records [from, to), and of no others. */
function joinCodes([first, ...rest]: readonly Coded[], from: number, to: number): Uint8Array {
  if (!first) return new Uint8Array(0);
  if (rest.length === 0) return first.codes.subarray(from, to);
  const joined = first.codes.slice(from, to);
  for (const { codes, bins } of rest) {
    for (let i = 0; i < joined.length; i++) joined[i] = joined[i]! * bins + codes[from + i]!;
  }
  return joined;
}

/** The two-way table of one field with each of the others: its bins are the rows. */
export function tablesWith(
  one: Coded,
  others: readonly Coded[],
  weights: Float64Array,
  records: Pick<Records, "from">,
): Float64Array[] {
  const tables: Float64Array[] = [];
  for (let start = 0; start < others.length; start += 4) {
    tables.push(...countTogether(one, others.slice(start, start + 4), weights, records));
  }
  return tables;
}

/** One table each with up to four others; four sums at once, for one need not wait until the last is written. */
function countTogether(
  { codes, bins }: Coded,
  others: readonly Coded[],
  weights: Float64Array,
  { from }: Pick<Records, "from">,
): Float64Array[] {
  const tables = others.map((other) => new Float64Array(bins * other.bins));
  const [a, b, c, d] = others;
  if (a && b && c && d) {
    const [ca, cb, cc, cd] = [a.codes, b.codes, c.codes, d.codes];
    const [na, nb, nc, nd] = [a.bins, b.bins, c.bins, d.bins];
    const [ta, tb, tc, td] = [tables[0]!, tables[1]!, tables[2]!, tables[3]!];
    for (let i = 0; i < codes.length; i++) {
      const w = weights[from + i]!;
      const row = codes[i]!;
      ta[row * na + ca[i]!]! += w;
      tb[row * nb + cb[i]!]! += w;
      tc[row * nc + cc[i]!]! += w;
      td[row * nd + cd[i]!]! += w;
    }
    return tables;
  }
  for (const [index, { codes: other, bins: width }] of others.entries()) {
    const table = tables[index]!;
    for (let i = 0; i < codes.length; i++) table[codes[i]! * width + other[i]!]! += weights[from + i]!;
  }
  return tables;
}

/** Sums of each weight by cell, where pairs inside the group want them. */
function within({ codes, bins, members }: Joined, { weights, from }: Records): Float64Array[] {
  if (members.length < 2) return [];
  return weights.map((weight) => {
    const sums = new Float64Array(bins);
    for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += weight[from + i]!;
    return sums;
  });
}

type Member = Joined["members"][number];

function bothOf(sums: Float64Array, one: Member, other: Member): Float64Array {
  const table = new Float64Array(one.bins * other.bins);
  for (let cell = 0; cell < sums.length; cell++)
    table[one.binOf[cell]! * other.bins + other.binOf[cell]!]! += sums[cell]!;
  return table;
}

function sumRows(table: Float64Array, { bins, binOf }: Member, width: number): Float64Array {
  if (bins === binOf.length) return table;
  const sums = new Float64Array(bins * width);
  for (let row = 0; row < binOf.length; row++) {
    const [to, from] = [binOf[row]! * width, row * width];
    for (let column = 0; column < width; column++) sums[to + column]! += table[from + column]!;
  }
  return sums;
}

function sumColumns(table: Float64Array, rows: number, { bins, binOf }: Member): Float64Array {
  const width = binOf.length;
  if (bins === width) return table;
  const sums = new Float64Array(rows * bins);
  for (let row = 0; row < rows; row++) {
    const [to, from] = [row * bins, row * width];
    for (let column = 0; column < width; column++) sums[to + binOf[column]!]! += table[from + column]!;
  }
  return sums;
}

function turned(table: Float64Array, rows: number): Float64Array {
  const columns = table.length / rows;
  const other = new Float64Array(table.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) other[column * rows + row] = table[row * columns + column]!;
  }
  return other;
}
