import type { FieldNeed, ModelResult } from "../model/model-result.ts";
import type { Tested } from "./tested.ts";

/** What testing has found until now: a first look, which what comes later may change. */
export interface TestedSoFar
  extends Pick<
    Tested,
    "records" | "withOutcome" | "withoutOutcome" | "copies" | "untestable" | "asked" | "levels" | "testedAt"
  > {
  readonly model: (Pick<ModelResult, "supported" | "fields"> & { readonly gain: ModelResult["gain"] | null }) | null;
  /** null until what the records of other tables add up to has been tested */
  readonly rolledUp: Tested["rolledUp"] | null;
  readonly uplift?: Tested["uplift"];
  readonly substitutes?: Tested["substitutes"];
}

/** Takes in what is found on the way. */
export interface SoFar {
  readonly add: (more: Partial<Omit<TestedSoFar, "model">>) => void;
  readonly measured: (need: FieldNeed) => void;
}

/** Adds everything up, the later in place of the earlier, and tells the whole of it each time. */
export function addUp(records: number, tell: (found: TestedSoFar) => void): SoFar {
  const none = new Map<string, never>();
  let found: TestedSoFar = {
    ...{ records, withOutcome: null, withoutOutcome: null, levels: null, model: null, rolledUp: null },
    ...{ copies: none, untestable: none, asked: none, testedAt: none },
  };
  const change = (more: Partial<TestedSoFar>) => {
    found = { ...found, ...more };
    tell(found);
  };
  return {
    add: change,
    measured(need) {
      const others = found.model?.fields.filter(({ name }) => name !== need.name) ?? [];
      change({ model: { supported: true, gain: null, fields: [...others, need] } });
    },
  };
}
