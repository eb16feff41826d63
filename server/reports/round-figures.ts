/** Six significant digits: the one place where figures of a document are rounded before they are printed or compared. */
export function roundFigures<T>(document: T): T {
  return rounded(document) as T;
}

function rounded(part: unknown): unknown {
  if (typeof part === "number") return Number.isInteger(part) ? part : sixDigits(part);
  if (Array.isArray(part)) return part.map(rounded);
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, rounded(value)]));
}

function sixDigits(figure: number): number | null {
  if (!Number.isFinite(figure)) return null;
  const short = Number(figure.toPrecision(6));
  return short === 0 ? 0 : short;
}
