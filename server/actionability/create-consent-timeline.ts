import { flag } from "../database/shape.ts";
import type { Inquiry } from "./inquiry.ts";

/** Per customer and channel, what stood from each entry on: the temporary table `consent_timeline`, made once. */
export async function createConsentTimeline({ session }: Inquiry): Promise<void> {
  const [purposes] = await session.rows("actionability/several-purposes", { several: flag });
  await session.run(
    purposes?.several ? "actionability/create-consent-timeline" : "actionability/create-consent-timeline-of-one",
  );
}
