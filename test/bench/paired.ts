import { spawn } from "node:child_process";

export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** Wall seconds of two commands in turn, A B A B …, after one run of each that does not count; null where one fails. */
export async function paired(
  runs: number,
  first: readonly string[],
  second: readonly string[],
): Promise<Pair[] | null> {
  if ((await time(second)) === null || (await time(first)) === null) return null;
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run++) {
    const [a, b] = [await time(first), await time(second)];
    if (a === null || b === null) return null;
    pairs.push({ first: a, second: b });
  }
  return pairs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

export function say(what: string, figure: string): void {
  console.log(`${what}: ${figure}`);
}

function time([command = "", ...args]: readonly string[]): Promise<number | null> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "ignore" });
    child.on("error", () => resolve(null));
    child.on("exit", (code) => resolve(code === 0 ? (performance.now() - start) / 1000 : null));
  });
}
