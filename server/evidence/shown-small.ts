import type { FieldNeed } from "../model/model-result.ts";

/** Is a field outside the kept set shown to be worth less than the floor? Of several values: for every one of them. */
export function shownSmall({ inKept, share, openFor = [] }: FieldNeed, floor: number): boolean {
  return !inKept && share.high < floor && openFor.length === 0;
}
