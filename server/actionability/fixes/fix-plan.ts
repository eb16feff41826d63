import { count } from "../../database/shape.ts";
import { literal } from "../../database/sql-text.ts";
import type { Funnel } from "../count-stages.ts";
import type { FieldAges, FieldReadiness, Lag } from "../goal-actionability.ts";
import type { Inquiry } from "../inquiry.ts";
import type { LagMeasured } from "../measure-lag.ts";
import type { People } from "../people.ts";
import { quietHours } from "../quiet-hours.ts";
import { lackBit, lackBits, lacksOf } from "./lacks.ts";
import { listRemedies } from "./list-remedies.ts";
import { type FixPlan, planFixes } from "./plan-fixes.ts";
import { waysOut } from "./ways-out.ts";

export interface PlanFacts {
  readonly inquiry: Inquiry;
  readonly people: People;
  readonly funnel: Funnel;
  readonly fields: readonly FieldReadiness[];
  readonly lag: LagMeasured;
  readonly lagSaid: Lag;
  readonly agesOf: FieldAges | null;
  readonly wishedShare?: number | undefined;
}

/** Concrete fixes over what stops each unit, and the cheapest sets of them. Null where nothing is told, or nothing can be mended. */
export async function fixPlan(facts: PlanFacts): Promise<FixPlan | null> {
  const { inquiry, people, funnel, fields, lag, lagSaid, agesOf } = facts;
  if (funnel.stages.at(-1)?.measured !== true) return null;
  const lacks = lacksOf(inquiry, { people, fields, lag, measured: funnel.measured });
  await inquiry.session.run("actionability/create-channel-needs", {
    values: {
      channels: people.channels.length ? lacks.channels : [""],
      weights: (people.channels.length ? lacks.channels : [""]).map((_, place) => 2 ** (lackBit.channels + 3 * place)),
    },
  });
  const counts = await inquiry.session.rows(
    "actionability/fix-needs",
    { needs: count, units: count },
    {
      names: {
        stranger: literal(2 ** lackBit.stranger),
        lacks: lackBits(inquiry, lacks),
        late: lacks.late,
        quiet: quietHours(inquiry),
      },
    },
  );
  const { remedies, groups } = waysOut(counts, lacks, listRemedies({ inquiry, people, lag: lagSaid, agesOf }, lacks));
  return planFixes(remedies, groups, { known: funnel.known, acted: funnel.count, wishedShare: facts.wishedShare });
}
