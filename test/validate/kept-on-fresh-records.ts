import { confirmSet } from "../../server/model/confirm-set.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import { leaveOut } from "../../server/model/lock-quarter.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { atLeast, type Check, seeds } from "./check.ts";

/** A set that is claimed to keep 98 % of the gain must do so on many records that nobody had seen. */
export function keptOnFreshRecords(runs: number, records = 10_000, fresh = 60_000): Check[] {
  const kept = seeds(runs).flatMap((seed) => {
    const input = without(plantTruth(records + fresh, 50 + seed).input, "recode_strong2");
    const unseen = Uint8Array.from({ length: input.records }, (_, i) => (i < records ? 0 : 1));
    const result = fitGoal(leaveOut(input, unseen));
    if (!result.proven) return [];
    const places = (names: readonly string[]) =>
      names.map((name) => input.fields.findIndex((one) => one.name === name));
    const set = { fields: places(result.kept), lambda: result.lambda };
    const reference = { fields: places(result.reference.fields), lambda: result.reference.lambda };
    return [confirmSet(input, unseen, [], set, reference).keptShare.value];
  });
  const least = kept.length ? `, least ${(100 * Math.min(...kept)).toFixed(2)} %` : "";
  const right = kept.filter((share) => share >= 0.98).length;
  return [atLeast(`claimed sets that keep 98 % on ${fresh} fresh records`, right, kept.length, 0.93, least)];
}
