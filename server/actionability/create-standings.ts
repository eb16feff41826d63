import { reachableBy } from "./address-conditions.ts";
import { isObjection } from "./answers.ts";
import { covers, needsConsent, recordedFor } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import { consentFieldsOf } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import type { People } from "./people.ts";

/** What stands today per customer and channel (`customer_channels`) and per customer (`customer_reach`). */
export async function createStandings(
  inquiry: Inquiry,
  people: People,
  sources: readonly ConsentSource[],
): Promise<void> {
  const { session, asOf } = inquiry;
  const { channels } = people;
  // A list without items cannot be bound; without any channel nobody agreed to one.
  const asked = channels.length ? channels : [""];
  await session.run("actionability/create-customer-channels", {
    names: { reachable: asked.map((channel) => reachableBy(inquiry, people, channel, "today")) },
    values: {
      channels: asked,
      // Booleans as text: DuckDB reads them in a list.
      recorded: asked.map((channel) => String(channels.length > 0 && recordedFor(inquiry, channel, sources))),
      historic: asked.map((channel) => String(sources.some((source) => source.history && covers(source, channel)))),
      flag_refuses: asked.map((channel) => String(consentFieldsOf(inquiry, channel).some(isObjection))),
      unless_refused: !needsConsent(inquiry),
      as_of: asOf,
    },
  });
  await session.run("actionability/create-customer-reach");
}
