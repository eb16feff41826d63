import type { ConsentClock } from "./consent/consent-clock.ts";
import type { Lateness } from "./fixes/measure-lateness.ts";
import type { FixPlan, Mending } from "./fixes/plan-fixes.ts";
import type { JointGain, StageLoss } from "./fixes/stage-losses.ts";
import type { ShareByGroup } from "./groups/share-by-group.ts";
import type { TriggerVolume } from "./volume/describe-volume.ts";

/** What explains the funnel, beyond the contract's document. A part that nothing measures is null, or an empty list. */
export interface Explanation {
  /** what each measured stage costs, alone and as a fair share of all that is lost */
  readonly losses: readonly StageLoss[];
  /** pairs of stages that together bring more than each by itself */
  readonly jointGains: readonly JointGain[];
  /** what can be mended and whom it brings back, whatever it costs */
  readonly mending: Mending | null;
  /** concrete fixes, and the cheapest sets of them */
  readonly plan: FixPlan | null;
  /** what delay alone costs each week */
  readonly lateness: Lateness | null;
  /** how often the trigger fires */
  readonly volume: TriggerVolume | null;
  /** who is reached more and who less */
  readonly groups: ShareByGroup;
  /** who can be reached twelve months on */
  readonly consentClock: ConsentClock | null;
}
