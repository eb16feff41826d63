import type { Database } from "../../server/database/database.ts";
import type {
  Dataset,
  Field,
  FieldProfile,
  FieldType,
  Table,
  TableKind,
  TableLayout,
} from "../../server/vocabulary.ts";
import { aProfile } from "../support/builders.ts";
import { noLayout } from "../support/no-layout.ts";

interface Size {
  readonly events: number;
  readonly customers: number;
}

const schema = "large";
export const layout: TableLayout = { ...noLayout, key: "customer_id", yes: ["granted"] };

/**
 * Customers, their events over 120 days, and on average two grants or withdrawals each, made in the database: half of
 * the events are carts, one in a hundred is delivered twice, one in ten comes with the nightly file.
 */
export async function makeLargeDataset(database: Database, { events, customers }: Size): Promise<Dataset> {
  const run = (name: string, sql: string) => database.run({ name: `bench/${name}`, sql });
  await run("schema", `create schema ${schema}`);
  await run(
    "customers",
    `create table ${schema}.customers as
     select 'C' || lpad(i::varchar, 8, '0') as customer_id,
       case when hash(i, 1) % 100 < 90 then 'c' || i || '@example.org' end as email,
       case when hash(i, 2) % 100 < 70 then md5(i::varchar)[:16] end as push_token,
       case when hash(i, 3) % 100 < 97 then 'Plan ' || (hash(i, 4) % 6) end as plan,
       hash(i, 5) % 50 = 0 as complaint,
       timestamp '2026-11-23' - to_minutes((hash(i, 6) % 500000)::bigint) as updated_at
     from range(${customers}) as t(i)`,
  );
  await run(
    "events",
    `create table ${schema}.events as
     with drawn as (
       select i, hash(i, 7) % 1000 < 5 as strange, (hash(i, 8) % ${customers})::bigint as c,
         timestamp '2026-11-23' - to_seconds((hash(i, 9) % (120 * 86400))::bigint) as happened_at
       from range(${events}) as t(i)
     ),
     timed as (
       select *, case
         when hash(i, 10) % 10 = 0 then date_trunc('day', happened_at) + interval 26 hours + to_seconds((hash(i, 11) % 3600)::bigint)
         else happened_at + to_seconds((hash(i, 12) % 1800)::bigint) end as loaded_at
       from drawn
     )
     select case when strange then 'X' || c else 'C' || lpad(c::varchar, 8, '0') end as customer_id,
       (['cart', 'view', 'cart', 'order'])[1 + (hash(i, 13) % 4)::integer] as kind, happened_at, loaded_at
     from timed where loaded_at <= timestamp '2026-11-23'`,
  );
  await run(
    "repeats",
    `insert into ${schema}.events select * from ${schema}.events where hash(customer_id, happened_at) % 100 = 0`,
  );
  await run(
    "consents",
    `create table ${schema}.consents as
     select 'C' || lpad((hash(i, 14) % ${customers})::varchar, 8, '0') as customer_id,
       (['email', 'app-push'])[1 + (hash(i, 15) % 2)::integer] as channel,
       case when hash(i, 16) % 4 = 0 then 'withdrawn' else 'granted' end as status,
       timestamp '2026-11-23' - to_minutes((hash(i, 17) % (3 * 525600))::bigint) as changed_at
     from range(${customers * 2}) as t(i)`,
  );
  return {
    slug: schema,
    name: schema,
    schema,
    tables: [
      table("customers", "customers", customers, {
        fields: {
          customer_id: "text",
          email: "text",
          push_token: "text",
          plan: "text",
          complaint: "boolean",
          updated_at: "time",
        },
        layout: { updated: "updated_at" },
      }),
      table("events", "events", events, {
        fields: { customer_id: "text", kind: "text", happened_at: "time", loaded_at: "time" },
        layout: { event: "kind", at: "happened_at", arrived: "loaded_at" },
      }),
      table("consents", "consents", customers * 2, {
        fields: { customer_id: "text", channel: "text", status: "text", changed_at: "time" },
        layout: { channel: "channel", state: "status", at: "changed_at" },
      }),
    ],
    loadedAt: "2026-11-23T00:00:00Z",
    warnings: [],
    fingerprint: schema,
  };
}

/** As much of the profiles as the grouping looks at. */
export function profilesOf(): readonly FieldProfile[] {
  return [
    aProfile({ name: "plan", distinct: 6 }),
    aProfile({ name: "email", meaning: "email", distinct: 1000 }),
    aProfile({ name: "push_token", meaning: "push-token", distinct: 1000 }),
  ];
}

function table(
  name: string,
  kind: TableKind,
  records: number,
  own: { readonly fields: Readonly<Record<string, FieldType>>; readonly layout: Partial<TableLayout> },
): Table {
  const fields: Field[] = Object.entries(own.fields).map(([field, type]) => ({
    name: field,
    slug: field.replaceAll("_", "-"),
    type,
  }));
  return {
    name,
    slug: name,
    kind,
    records,
    fields,
    layout: { ...layout, ...own.layout },
    sha256: "0".repeat(64),
    rejected: 0,
    copiesRemoved: 0,
  };
}
