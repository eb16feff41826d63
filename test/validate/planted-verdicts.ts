import { fitGoal } from "../../server/model/fit-goal.ts";
import { type Planted, plantTruth } from "../support/planted-truth.ts";
import { verdictOf } from "../support/verdict-of.ts";
import { atLeast, atMost, type Check, ofAll, seeds } from "./check.ts";

interface Judged {
  readonly planted: Planted;
  readonly name: string;
  readonly verdict: string;
  readonly why: string | null;
}

/** The table of methods 5.3: what becomes of the planted fields. The pair strong2 and its recode is counted by itself. */
export function plantedVerdicts(runs: number, records: number): Check[] {
  const judged: Judged[] = [];
  let oneKept = 0;
  for (const seed of seeds(runs)) {
    const { input, truth } = plantTruth(records, seed);
    const result = fitGoal(input);
    if (result.kept.filter((name) => pair.includes(name)).length === 1) oneKept++;
    for (const { name } of input.fields) {
      if (!pair.includes(name)) judged.push({ name, planted: truth[name]!, ...verdictOf(result, name) });
    }
  }
  const of = (...planted: readonly Planted[]) => judged.filter((one) => planted.includes(one.planted));
  const as = (fields: readonly Judged[], verdict: string) => fields.filter((one) => one.verdict === verdict).length;
  const [needed, weak, noise, redundant] = [of("needed"), of("weak"), of("noise"), of("redundant")];
  const rest = of("noise", "redundant");
  const undecided = (fields: readonly Judged[]) => `, undecided ${ofAll(as(fields, "undecided"), fields.length)}`;
  const at = (name: string) => `n = ${records}: ${name}`;
  const wrong = atMost(at("needed -> unused"), as(needed, "unused"), needed.length, records < 5000 ? 0.03 : 0.01);
  if (records < 5000) {
    // so few tell a coarse proxy of a field better than the field: only noise must not be needed
    return [
      wrong,
      atMost(at("noise -> needed"), as(noise, "needed"), noise.length, 0.03),
      note(at("needed -> needed"), as(needed, "needed"), needed.length, "60 %", undecided(needed)),
      note(at("redundant -> unused"), as(redundant, "unused"), redundant.length, "13 %", undecided(redundant)),
    ];
  }
  const idle = atMost(at("noise or redundant -> needed"), as(rest, "needed"), rest.length, 0.03);
  return [
    atLeast(at("needed -> needed"), as(needed, "needed"), needed.length, 0.97, undecided(needed)),
    wrong,
    idle,
    atLeast(at("redundant -> unused"), as(redundant, "unused"), redundant.length, 0.97, undecided(redundant)),
    atLeast(at("noise -> unused"), as(noise, "unused"), noise.length, 0.97, undecided(noise)),
    note(at("weak -> needed"), as(weak, "needed"), weak.length, "95 %", undecided(weak)),
    atLeast(at("exactly one of a duplicate pair kept"), oneKept, runs, 0.95),
  ];
}

const pair: readonly string[] = ["strong2", "recode_strong2"];

/** No target: the figure measured with the prototype stands beside it. */
function note(name: string, count: number, all: number, before: string, more: string): Check {
  return { name, target: `about ${before} (prototype)`, measured: `${ofAll(count, all)}${more}`, met: true };
}
