import { literal, relation } from "../database/sql-text.ts";

import { fieldOf } from "../datasets/dataset.ts";
import type { Channel, Table } from "../vocabulary.ts";
import { grantedBy } from "./answers.ts";
import { codeOf, codesOf, everyChannelCodes } from "./channels.ts";
import { covers } from "./consent-rules.ts";
import { keySql } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import { isTime, momentOf } from "./needed-fields.ts";
import { purposesFor } from "./purposes.ts";
import { type CustomerKey, keyOf, placeOfKey } from "./table-keys.ts";

/** A consents table that can be read: who, what was said, about which customers. */
export interface ConsentSource {
  readonly table: Table;
  readonly entryKey: string;
  readonly joins: CustomerKey;
  /** has a time for every entry, so that the past can be asked */
  readonly history: boolean;
}

/** The consents tables with a key that names customers and a state, or whose every row is an opt-out. */
export function consentSources(inquiry: Inquiry): readonly ConsentSource[] {
  return inquiry.dataset.tables.filter(({ kind }) => kind === "consents").flatMap((table) => sourceOf(inquiry, table));
}

function sourceOf(inquiry: Inquiry, table: Table): readonly ConsentSource[] {
  const { key, joins, state, each, at } = table.layout;
  const customerField = fieldOf(inquiry.customers, joins ?? inquiry.customers.layout.key ?? "");
  const missing =
    key === null || !customerField ? "whose consent it is" : state === null && each === null ? "what was said" : null;
  if (missing !== null || key === null || !customerField) {
    inquiry.warnings.push(
      `The consents in ${table.name} are not counted: no field of it says ${missing}. Name it under tables: in the strategy.`,
    );
    return [];
  }
  return [
    {
      table,
      entryKey: key,
      joins: keyOf(inquiry, table),
      history: at !== null && isTime(fieldOf(table, at)),
    },
  ];
}

/** Fills the temporary table `consent_entries` with what was said about the goal's channels. */
export async function addConsentEntries(
  inquiry: Inquiry,
  sources: readonly ConsentSource[],
  keys: readonly CustomerKey[],
  channels: readonly Channel[],
): Promise<void> {
  await inquiry.session.run("actionability/create-consent-entries");
  for (const source of sources) {
    const covered = channels.filter((channel) => covers(source, channel));
    if (covered.length) await addEntriesOf(inquiry, source, keys, covered);
  }
}

async function addEntriesOf(
  inquiry: Inquiry,
  source: ConsentSource,
  keys: readonly CustomerKey[],
  channels: readonly Channel[],
): Promise<void> {
  const { database, session, dataset } = inquiry;
  const { table, entryKey, joins } = source;
  const { layout } = table;
  const part = (query: string, names = {}) => database.fragment(query, names);
  const code = (field: string | null) =>
    field === null ? literal("") : part("actionability/code-as-written", { field });
  const codes = channelCodes(source, channels);
  const purposes = await purposesFor(inquiry, table);
  await session.run("actionability/add-consent-entries", {
    names: {
      consents: relation(dataset.schema, table.name),
      entry_key: keySql(inquiry, { field: entryKey, address: joins.address }),
      channel: code(layout.channel),
      purpose: code(layout.purpose),
      granted:
        layout.each === "withdrawal" || layout.state === null
          ? part("actionability/never")
          : grantedBy(inquiry, layout.state, layout.yes),
      at: source.history && layout.at !== null ? momentOf(inquiry, layout.at) : part("actionability/no-moment"),
    },
    values: {
      key: placeOfKey(keys, joins),
      codes: codes.map(([written]) => written),
      channels: codes.map(([, channel]) => channel),
      purpose_codes: purposes.map(([written]) => written),
      purposes: purposes.map(([, purpose]) => purpose),
      blank_channel_grants: layout.channel === null,
      blank_purpose_grants: layout.purpose === null,
    },
  });
}

/** What may stand in the channel column, and the goal's channel that it speaks for. */
function channelCodes(
  { table: { layout } }: ConsentSource,
  channels: readonly Channel[],
): readonly (readonly [string, Channel])[] {
  const translated = Object.entries(layout.channels).map(([written, name]) => [codeOf(written), codeOf(name)] as const);
  return channels.flatMap((channel) => {
    const usual = codesOf(channel);
    const own = translated.filter(([, name]) => usual.includes(name)).map(([written]) => written);
    const codes = new Set([...(translated.length ? own : usual), ...everyChannelCodes, ""]);
    return [...codes].map((written) => [written, channel] as const);
  });
}
