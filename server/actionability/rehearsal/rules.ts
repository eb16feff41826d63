import { needsAll } from "../address-conditions.ts";
import { covers, needsConsent } from "../consent-rules.ts";
import { hasMoment } from "../field-conditions.ts";
import type { Inquiry } from "../inquiry.ts";
import type { PreparedUnits } from "../measure-actionability.ts";
import { fieldsRead, type People, placeIn } from "../people.ts";

const MICROSECONDS = 60_000_000;

/** How a goal decides, as far as the past matters: what makes a channel agreed and reachable, and fields known and young. */
export interface Rules {
  readonly channels: readonly ChannelRule[];
  /** without an entry, a channel with a history is agreed */
  readonly unlessRefused: boolean;
  /** fields with readings of their own */
  readonly fields: number;
  /** of these, the ones that must have been read */
  readonly present: readonly number[];
  /** and the ones whose latest reading may be only so old */
  readonly fresh: readonly Limit[];
}

export interface Limit {
  readonly field: number;
  /** microseconds */
  readonly most: number;
}

export interface ChannelRule {
  /** its entries have times; else today's answer stands */
  readonly historic: boolean;
  /** every address must work; else one is enough */
  readonly all: boolean;
  readonly addresses: readonly AddressRule[];
}

export interface AddressRule {
  /** its bit among a trigger's `reachable` */
  readonly place: number;
  /** its readings say whether it is young enough; null where nothing of it has a history */
  readonly limit: Limit | null;
}

export function rulesOf(inquiry: Inquiry, { people, sources }: Pick<PreparedUnits, "people" | "sources">): Rules {
  const fields = fieldsRead(people);
  const read = people.needed.filter(({ place, readings }) => place !== "elsewhere" && readings !== null);
  return {
    // Without any channel nobody agreed to one.
    channels: (people.channels.length ? people.channels : [""]).map((channel) => ({
      historic: sources.some((source) => source.history && covers(source, channel)),
      ...addressRules(inquiry, people, channel),
    })),
    unlessRefused: !needsConsent(inquiry),
    fields: fields.length,
    present: read.map((field) => placeIn(fields, field) - 1),
    fresh: hasMoment(inquiry)
      ? read.map((field) => ({ field: placeIn(fields, field) - 1, most: field.maxAgeMinutes * MICROSECONDS }))
      : [],
  };
}

function addressRules(inquiry: Inquiry, people: People, channel: string): Pick<ChannelRule, "all" | "addresses"> {
  const own = people.addresses.filter((address) => address.channel === channel);
  const fields = fieldsRead(people);
  return {
    all: needsAll(own),
    addresses: own.map((address) => ({
      place: people.addresses.indexOf(address),
      limit:
        address.aged?.readings && inquiry.asOf !== null
          ? { field: placeIn(fields, address.aged) - 1, most: address.aged.maxAgeMinutes * MICROSECONDS }
          : null,
    })),
  };
}
