import type { FieldNeed } from "../model/model-result.ts";
import type { Facts } from "../vocabulary.ts";

/** The figures behind a model verdict. Shares are of the gain; `missed…` are people of 100 with the outcome. */
export function needFacts(need: FieldNeed): Facts {
  return {
    share: need.share.value,
    low: need.share.low,
    high: need.share.high,
    alone: need.alone.value,
    p: need.p,
    inKept: need.inKept,
    missedOf100: need.missedOf100.value,
    missedOf100Low: need.missedOf100.low,
    missedOf100High: need.missedOf100.high,
    refitted: need.refitted,
    ...(need.partners.length ? { partners: need.partners } : {}),
    ...(need.tellsApart?.length ? { tellsApart: need.tellsApart } : {}),
    ...(need.openFor?.length && !need.inKept ? { openFor: need.openFor } : {}),
  };
}
