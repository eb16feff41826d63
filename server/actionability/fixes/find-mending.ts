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
import type { Mending } from "./plan-fixes.ts";
import { waysOut } from "./ways-out.ts";

export interface MendingFacts {
  readonly inquiry: Inquiry;
  readonly people: People;
  readonly funnel: Funnel;
  readonly fields: readonly FieldReadiness[];
  readonly lag: LagMeasured;
  readonly lagSaid: Lag;
  readonly agesOf: FieldAges | null;
}

/** Concrete fixes over what stops each unit, and whom every set of them brings back. Null where nothing is told. */
export async function findMending(facts: MendingFacts): Promise<Mending | null> {
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
  return { remedies, groups, known: funnel.known, acted: funnel.count };
}
