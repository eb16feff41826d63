import type { FieldNeed } from "../../model/model-result.ts";
import type { FieldRef } from "../../vocabulary.ts";
import { shownSmall } from "../shown-small.ts";
import { fieldName, type RolledTable, type RollUp } from "./roll-up.ts";
import type { Screened } from "./screen-roll-ups.ts";

/** What testing says of a field of another table, through what its records add up to for each customer. */
export interface RolledUp {
  /**
   * needed: one of its roll-ups is; unused: all of them are shown to be worth less than the floor; open: neither;
   * and of fields that only serve other fields' roll-ups the same
   */
  readonly state: "needed" | "unused" | "open";
  /** the roll-up that speaks for the field; null where none of its own was tested */
  readonly need: FieldNeed | null;
  /** the roll-ups that the verdict rests on: those needed, else those not settled, else all of them */
  readonly names: readonly string[];
  /** does it say who or when for roll-ups of other fields that are needed? */
  readonly serves: readonly string[];
  /** every one of its roll-ups is the same for everybody, or says what this other field says */
  readonly silent: "constant" | "copied" | null;
  readonly copyOf: readonly string[];
  /** has the model left out what would have to be tested? */
  readonly leftOut: boolean;
}

interface Judged {
  readonly rollUp: RollUp;
  readonly state: RolledUp["state"];
  readonly need: FieldNeed | null;
}

/**
 * The findings by field ("events.kind"), for every field that has a roll-up or serves one. Pure.
 * @param needs what the model says of the roll-ups; the first of a name counts
 */
export function findRolledUp(
  tables: readonly RolledTable[],
  screened: Screened,
  needs: readonly FieldNeed[],
  delta: number,
): Map<string, RolledUp> {
  const found = new Map<string, RolledUp>();
  const needOf = (name: string) => needs.find((need) => need.name === name) ?? null;
  for (const { table, key, at, rollUps } of tables) {
    const judged = rollUps.map((rollUp) => judge(rollUp, screened, needOf(rollUp.name), delta));
    const names = new Set([
      ...judged.map(({ rollUp }) => rollUp.of.field),
      ...(rollUps.length ? [key, at ?? key] : []),
    ]);
    for (const field of names) {
      const ref = { table, field };
      const serves = field === key || field === at;
      found.set(fieldName(ref), findField(ref, judged, serves, screened));
    }
  }
  return found;
}

function judge(rollUp: RollUp, { constant, copies }: Screened, need: FieldNeed | null, delta: number): Judged {
  if (need?.inKept && need.discovered && need.share.value > 0) return { rollUp, state: "needed", need };
  const silent = constant.has(rollUp.name) || copies.has(rollUp.name);
  const under = need !== null && shownSmall(need, delta);
  return { rollUp, state: silent || under ? "unused" : "open", need };
}

function findField(ref: FieldRef, judged: readonly Judged[], serves: boolean, screened: Screened): RolledUp {
  const own = judged.filter(({ rollUp }) => rollUp.of.field === ref.field);
  const others = serves ? judged.filter(({ rollUp }) => rollUp.of.field !== ref.field) : [];
  const ownState = stateOf(own);
  const state = ownState === "needed" ? ownState : stateOf([...own, ...others]);
  const speaking = state === ownState ? own.filter((one) => one.state === ownState) : [];
  const { constant, copies } = screened;
  const silent = own.length > 0 && own.every(({ need, state }) => state === "unused" && need === null);
  return {
    state,
    need: speaking.flatMap(({ need }) => need ?? []).toSorted(byWorth)[0] ?? null,
    names: speaking.map(({ rollUp }) => rollUp.label),
    serves: others.filter((one) => one.state === "needed").map(({ rollUp }) => rollUp.label),
    silent: !silent ? null : own.every(({ rollUp }) => constant.has(rollUp.name)) ? "constant" : "copied",
    copyOf: [...new Set(own.flatMap(({ rollUp }) => copies.get(rollUp.name) ?? []))],
    leftOut: own.some(({ state, need }) => state === "open" && need === null),
  };
}

function stateOf(judged: readonly Judged[]): RolledUp["state"] {
  return (["needed", "open"] as const).find((state) => judged.some((one) => one.state === state)) ?? "unused";
}

/** Greater ends of the interval first: who is shown to be little there is shown to be little everywhere. */
function byWorth(a: FieldNeed, b: FieldNeed): number {
  return b.share.high - a.share.high || (a.name < b.name ? -1 : 1);
}
