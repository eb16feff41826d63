import { literal, type Sql } from "../../database/sql-text.ts";
import type { Inquiry } from "../inquiry.ts";
import type { LagMeasured } from "../measure-lag.ts";
import { microseconds } from "../needed-fields.ts";
import { type CurvePoint, decayCurve, worthAfter } from "./decay-curve.ts";

/** Millionths of a unit's worth that its delay costs, over `units`. Nothing where no arrival or window is known. */
export function worthLost(inquiry: Inquiry, lag: LagMeasured): Sql {
  const { database, goal } = inquiry;
  const curve = decayCurve(goal.goal, goal.windowMinutes, goal.untilMinutes);
  const best = curve ? worthAfter(curve.points, goal.reactionMinutes) : 0;
  if (!curve || best <= 0 || !lag.measured || goal.trigger?.kind !== "event") {
    return database.fragment("actionability/none-lost");
  }
  const delay = database.fragment("actionability/delay-of-units", {
    grain: microseconds(lag.grainMinutes),
    reaction: literal(goal.reactionMinutes),
  });
  return database.fragment("actionability/worth-lost", {
    best: literal(best),
    left: stretches(inquiry, delay, curve.points),
  });
}

function stretches({ database }: Inquiry, delay: Sql, points: readonly CurvePoint[]): Sql {
  return points.slice(1).reduceRight<Sql>((later, finish, place) => {
    const start = points[place] ?? finish;
    return database.fragment("actionability/worth-in-stretch", {
      delay,
      start: literal(start.minutes),
      finish: literal(finish.minutes),
      worth: literal(start.worth),
      slope: literal((finish.worth - start.worth) / (finish.minutes - start.minutes)),
      later,
    });
  }, literal(0));
}
