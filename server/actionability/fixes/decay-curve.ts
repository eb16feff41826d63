import type { Goal } from "../../vocabulary.ts";

const HOUR = 60;
const DAY = 1_440;

/** What acting is still worth after a delay, between 0 and 1: straight lines between the points, nothing after the last. */
export interface DecayCurve {
  readonly points: readonly CurvePoint[];
  /** where the curve comes from, as an assumption to check */
  readonly says: string;
  /** of 100 acted on at once, how many do what is hoped for; null where nobody says */
  readonly of100: number | null;
}

export interface CurvePoint {
  readonly minutes: number;
  readonly worth: number;
}

const at = (minutes: number, worth: number): CurvePoint => ({ minutes, worth });

/** A cart is best reminded of after an hour, and who knows sooner can wait: so the first hour loses nothing. */
const cart: DecayCurve = {
  points: [at(0, 1), at(HOUR, 1), at(3 * HOUR, 0.79), at(6 * HOUR, 0.63), at(12 * HOUR, 0.52), at(DAY, 0.4)].concat(
    at(3 * DAY, 0.31),
  ),
  says: "of a hundred carts, five come back within an hour and two after a day (Omnisend 2024, as quoted by others)",
  of100: 5.2,
};

const usual: Readonly<Record<string, DecayCurve>> = {
  "cart-abandonment": cart,
  "checkout-abandonment": cart,
  "lead-follow-up": {
    points: [at(0, 1), at(5, 1), at(30, 0.05), at(DAY, 0.01)],
    says: "an answer within 5 minutes finds 21 times as many willing to talk as one after 30 (Oldroyd 2007)",
    of100: null,
  },
  "back-in-stock": {
    points: [at(0, 1), at(6 * HOUR, 0.74), at(12 * HOUR, 0.55), at(DAY, 0.3), at(3 * DAY, 0.03)],
    says: "seven of ten clicks on such news come within a day (vendors’ figures)",
    of100: null,
  },
};

/** The usual curve for a goal of the catalogue, else one from the goal's own window and its end; null without a window. */
export function decayCurve(
  { key, from }: Pick<Goal, "key" | "from">,
  windowMinutes: number | null,
  untilMinutes: number | null,
): DecayCurve | null {
  const known = usual[from ?? key];
  const end = untilMinutes ?? (known ? null : windowMinutes);
  if (known) return end === null ? known : { ...known, points: endingAt(known.points, end) };
  if (windowMinutes === null || end === null) return null;
  const last = Math.max(windowMinutes, end);
  return {
    points: last > windowMinutes ? [at(0, 1), at(windowMinutes, 1), at(last, 0)] : [at(0, 1), at(windowMinutes, 1)],
    says:
      last > windowMinutes
        ? "acting is worth all of it inside the window, and evenly less until it is useless"
        : "acting is worth all of it inside the window, and nothing after it",
    of100: null,
  };
}

/** What is left after a delay. */
export function worthAfter(points: readonly CurvePoint[], minutes: number): number {
  const next = points.findIndex((point) => minutes <= point.minutes);
  const to = points[next];
  const from = points[next - 1];
  if (!to) return 0;
  if (!from) return to.worth;
  return from.worth + ((to.worth - from.worth) * (minutes - from.minutes)) / (to.minutes - from.minutes);
}

function endingAt(points: readonly CurvePoint[], end: number): readonly CurvePoint[] {
  const inside = points.filter(({ minutes }) => minutes < end);
  return [...inside, at(end, worthAfter(points, end))];
}
