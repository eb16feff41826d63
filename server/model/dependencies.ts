/** A field as the numbers of its distinct values, without gaps from 0; the empty cell is a value. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly distinct: number;
}

export interface Dependency {
  /** positions of the columns: each value of `from` has one value of `to` */
  readonly from: number;
  readonly to: number;
  /** does each value of `to` have one value of `from`, too? */
  readonly oneToOne: boolean;
}

/** A dependency must be less likely than this if the values of the one were dealt out anew. */
const byChance = Math.log(1e-9);

/**
 * Exact dependencies between columns of the same records (g3 = 0). A column with more than `mostDistinct` values
 * determines others only one to one. Each pair is read no further than its first contradiction.
 * What would hold anyway (one column nearly unique, the other nearly constant) is no dependency.
 */
export function findDependencies(columns: readonly CodedColumn[], mostDistinct: number): Dependency[] {
  const widest = Math.max(1, ...columns.map(({ distinct }) => distinct));
  const seenIn = new Int32Array(widest).fill(-1);
  const valueGiven = new Int32Array(widest);
  let pair = 0;
  const determines = (x: CodedColumn, y: CodedColumn): boolean => {
    const round = pair++;
    for (let i = 0; i < x.codes.length; i++) {
      const [given, value] = [x.codes[i]!, y.codes[i]!];
      if (seenIn[given] !== round) {
        seenIn[given] = round;
        valueGiven[given] = value;
      } else if (valueGiven[given] !== value) return false;
    }
    return true;
  };
  const found: Dependency[] = [];
  for (const [from, x] of columns.entries()) {
    for (const [to, y] of columns.entries()) {
      if (from === to || x.distinct < 2 || y.distinct < 2 || x.distinct < y.distinct) continue;
      const oneToOne = x.distinct === y.distinct;
      if (!oneToOne && x.distinct > mostDistinct) continue;
      if (determines(x, y) && logChance(x, y, oneToOne) < byChance) found.push({ from, to, oneToOne });
    }
  }
  return found;
}

/** Logarithm of the chance that y, dealt out anew over the records, still follows from x; an upper estimate. */
function logChance(x: CodedColumn, y: CodedColumn, oneToOne: boolean): number {
  const records = countsOf(y);
  const dealt = logArrangements(records);
  if (oneToOne) return logSwaps(records) - dealt;
  const groups = new Float64Array(y.distinct);
  const counted = new Uint8Array(x.distinct);
  for (let i = 0; i < x.codes.length; i++) {
    const given = x.codes[i]!;
    if (counted[given]) continue;
    counted[given] = 1;
    groups[y.codes[i]!]! += 1;
  }
  return logArrangements(groups) - dealt;
}

function countsOf({ codes, distinct }: CodedColumn): Float64Array {
  const counts = new Float64Array(distinct);
  for (const code of codes) counts[code]! += 1;
  return counts;
}

/** log of n! / product of counts! */
function logArrangements(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum - logFactorial(count), logFactorial(counts.reduce((a, b) => a + b, 0)));
}

/** Values held by equally many records may change places: log of the ways. */
function logSwaps(counts: Float64Array): number {
  const alike = new Map<number, number>();
  for (const count of counts) alike.set(count, (alike.get(count) ?? 0) + 1);
  return [...alike.values()].reduce((sum, values) => sum + logFactorial(values), 0);
}

/** Stirling's series, exact to 1e-9 from 10 on. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return Math.log(product);
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}
