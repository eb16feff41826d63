import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import { grantedBy } from "./answers.ts";
import type { ConsentSource } from "./consents.ts";
import { keySql } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import { type CustomerKey, placeOfKey } from "./table-keys.ts";
import { sayCount } from "./words.ts";

/** Consents and opt-outs that match no customer count for nobody: says how many, and which two fields to compare. */
export async function warnOfStrangers(
  inquiry: Inquiry,
  sources: readonly ConsentSource[],
  keys: readonly CustomerKey[],
): Promise<void> {
  for (const source of sources) await warnOfSource(inquiry, source, keys);
}

async function warnOfSource(
  inquiry: Inquiry,
  { table: { name, layout }, entryKey, joins }: ConsentSource,
  keys: readonly CustomerKey[],
): Promise<void> {
  const { database, session, dataset, customers, warnings } = inquiry;
  const withdrawals = layout.each === "withdrawal" || layout.state === null;
  const [found] = await session.rows(
    "actionability/consents-of-nobody",
    { entries: count, strangers: count, refusals: count },
    {
      names: {
        consents: relation(dataset.schema, name),
        entry_key: keySql(inquiry, { field: entryKey, address: joins.address }),
        granted:
          withdrawals || layout.state === null
            ? database.fragment("actionability/never")
            : grantedBy(inquiry, layout.state, layout.yes),
      },
      values: { key: placeOfKey(keys, joins) },
    },
  );
  if (!found?.strangers) return;
  const { entries, strangers, refusals } = found;
  const one = strangers === 1;
  const no = withdrawals || refusals === 0 ? "" : `, ${sayCount(refusals)} of them a no`;
  warnings.push(
    `${sayCount(strangers)} of ${sayCount(entries)} ${withdrawals ? "opt-outs" : "entries"} in ${name} ${one ? "matches" : "match"} no customer${no}: ${one ? "it counts" : "they count"} for nobody. Check that ${entryKey} there and ${joins.field} in ${customers.name} are written alike.`,
  );
}
