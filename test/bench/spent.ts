import { median } from "./paired.ts";

/** Seconds of one run: on the wall, and of the processor on all threads. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export async function spend<T>(work: () => T | Promise<T>): Promise<{ result: T; spent: Spent }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, spent: { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 } };
}

export function medianSpent(runs: readonly Spent[]): Spent {
  return { wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) };
}

export function together(...parts: readonly Spent[]): Spent {
  return parts.reduce((sum, one) => ({ wall: sum.wall + one.wall, cpu: sum.cpu + one.cpu }), { wall: 0, cpu: 0 });
}

export function seconds({ wall, cpu }: Spent): string {
  return `${wall.toFixed(2)} s (${cpu.toFixed(2)} s of processor time)`;
}
