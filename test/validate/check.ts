/** One line of the report card: what was measured, against what it should be. */
export interface Check {
  readonly name: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** The numbers 1 … count. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

/** "38 of 40 (95 %)" */
export function ofAll(count: number, all: number): string {
  return `${count} of ${all} (${all ? ((100 * count) / all).toFixed(1) : "–"} %)`;
}

export function atLeast(name: string, count: number, all: number, share: number, than = ""): Check {
  return {
    name,
    target: `at least ${100 * share} %`,
    measured: `${ofAll(count, all)}${than}`,
    met: count >= share * all,
  };
}

export function atMost(name: string, count: number, all: number, share: number, than = ""): Check {
  return {
    name,
    target: `at most ${100 * share} %`,
    measured: `${ofAll(count, all)}${than}`,
    met: count <= share * all,
  };
}
