/** The mean loss of models that learned from so many records each. */
export interface CurvePoint {
  readonly records: number;
  /** how many such models it is the mean of */
  readonly subsets: number;
  readonly loss: number;
}

/** L(n) = end + rise n^-speed */
export interface LearningCurve {
  readonly end: number;
  readonly rise: number;
  readonly speed: number;
}

/** Steps of .05 from .2 to 1.6 (method §10). */
const speeds = Array.from({ length: 29 }, (_, step) => 0.2 + 0.05 * step);

/**
 * Weighted least squares over a grid of speeds. What a fit loses by the luck of its records falls as their number, so a point
 * weighs as their square, for each subset. More records never do harm (rise >= 0), and no loss ends below nothing.
 */
export function fitCurve(points: readonly CurvePoint[]): LearningCurve {
  const fits = speeds.map((speed) => fitAt(points, speed));
  return fits.reduce((best, fit) => (fit.off < best.off ? fit : best));
}

function fitAt(points: readonly CurvePoint[], speed: number): LearningCurve & { readonly off: number } {
  const rows = points.map(({ records, subsets, loss }) => ({
    x: records ** -speed,
    y: loss,
    w: records ** 2 * subsets,
  }));
  const total = rows.reduce((sum, { w }) => sum + w, 0);
  const x = rows.reduce((sum, { x, w }) => sum + w * x, 0) / total;
  const y = rows.reduce((sum, { y, w }) => sum + w * y, 0) / total;
  const across = rows.reduce((sum, one) => sum + one.w * (one.x - x) * (one.y - y), 0);
  const along = rows.reduce((sum, one) => sum + one.w * (one.x - x) ** 2, 0);
  const rise = Math.max(0, Math.min(across / along, y / x));
  const end = y - rise * x;
  const off = rows.reduce((sum, one) => sum + one.w * (one.y - end - rise * one.x) ** 2, 0);
  return { end, rise, speed, off };
}

/** Where the curve has the share of its whole way down from `base`; infinite where it never gets there. */
export function recordsFor({ end, rise, speed }: LearningCurve, base: number, share: number): number {
  const allowed = (1 - share) * (base - end);
  if (rise <= 0) return 0;
  return allowed > 0 ? (rise / allowed) ** (1 / speed) : Number.POSITIVE_INFINITY;
}
