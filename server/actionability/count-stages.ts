import { count } from "../database/shape.ts";
import type { StageName } from "../vocabulary.ts";
import type { AskedStage } from "./ask-stages.ts";
import type { StageCount } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { bit, countPassing, type MaskCount, type MiddleStage, requiredMask } from "./stage-masks.ts";

export interface Funnel {
  readonly masks: readonly MaskCount[];
  readonly measured: readonly MiddleStage[];
  /** the bits of a unit that is acted on */
  readonly required: number;
  readonly stages: readonly StageCount[];
  readonly known: number;
  readonly count: number;
  /** distinct customers acted on */
  readonly customers: number;
  readonly heldBack: number;
}

/** Without any of these nothing is said about acting at all. */
const telling: readonly MiddleStage[] = ["fresh", "agreed", "reachable", "in-time"];

/** The funnel from `person_masks`: each stage counts those who pass it and every measured stage before it. */
export async function countStages({ session, goal }: Inquiry, asked: readonly AskedStage[]): Promise<Funnel> {
  const masks = await maskCounts(session, "person_masks");
  const measured = asked.flatMap(({ stage, why }) => (why === null ? [stage] : []));
  const upTo = (stage: MiddleStage) => requiredMask(measured.slice(0, measured.indexOf(stage) + 1));
  const required = requiredMask(measured) | bit.notHeldBack;
  const customers = await stageCustomers(session, [0, ...measured.map(upTo), required]);
  const known = countPassing(masks, 0);
  const passed = countPassing(masks, requiredMask(measured));
  const acted = countPassing(masks, required);

  let before = known;
  const step = (stage: StageName, mask: number, words: StageWords, purposely = 0): StageCount => {
    const here = countPassing(masks, mask);
    const lost = before - here - purposely;
    before = here;
    const share = known === 0 ? 0 : here / known;
    return {
      stage,
      measured: true,
      count: here,
      lost,
      share,
      customers: customers.get(mask) ?? 0,
      why: null,
      ...words,
    };
  };
  const first = step("known", 0, {
    means: goal.trigger ? "The trigger fired" : "Customers in the audience",
    lostBecause: "",
  });
  const heldBack = passed - acted;
  const middle = asked.map(({ stage, why, means, lostBecause }) =>
    why === null ? step(stage, upTo(stage), { means, lostBecause }) : notMeasured(stage, why, { means, lostBecause }),
  );
  const words = { means: "Not held back", lostBecause: "held back on purpose" };
  const last = measured.some((stage) => telling.includes(stage))
    ? step("actionable", required, words, heldBack)
    : notMeasured("actionable", "None of fresh, agreed, reachable and in time is measured.", words);
  return {
    masks,
    measured,
    required,
    known,
    count: acted,
    customers: customers.get(required) ?? 0,
    heldBack,
    stages: [first, ...middle, last],
  };
}

/** Units by what they pass, from the temporary table `masks`. */
export function maskCounts(session: Inquiry["session"], masks: string): Promise<readonly MaskCount[]> {
  return session.rows("actionability/mask-counts", { mask: count, units: count }, { names: { masks } });
}

interface StageWords {
  readonly means: string;
  readonly lostBecause: string;
}

export function notMeasured(stage: StageName, why: string, words: StageWords): StageCount {
  return { stage, measured: false, count: null, lost: null, share: null, customers: null, why, ...words };
}

async function stageCustomers(session: Inquiry["session"], required: readonly number[]): Promise<Map<number, number>> {
  const rows = await session.rows(
    "actionability/stage-customers",
    { required: count, customers: count },
    { names: { masks: "person_masks" }, values: { required: [...new Set(required)] } },
  );
  return new Map(rows.map((row) => [row.required, row.customers]));
}
