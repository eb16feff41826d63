import { maskCounts } from "../count-stages.ts";
import { atTrigger } from "../create-masks.ts";
import type { Inquiry } from "../inquiry.ts";
import type { PreparedUnits } from "../measure-actionability.ts";
import { createMasksThen } from "../point-in-time.ts";
import type { MaskCount } from "../stage-masks.ts";

/** The report's own count of the same triggers: as-of joins over whole tables, in one GROUP BY. Over `units_then`. */
export async function countThen(
  inquiry: Inquiry,
  { people, lag }: Pick<PreparedUnits, "people" | "lag">,
): Promise<readonly MaskCount[]> {
  await createMasksThen(inquiry, people, lag);
  return maskCounts(inquiry.session, atTrigger.masks);
}
