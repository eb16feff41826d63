import { literal, relation, type Sql } from "../database/sql-text.ts";
import { fieldOf } from "../datasets/dataset.ts";
import { allOf } from "./conditions.ts";
import { keySql } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import { isTime, momentOf, type ReadingSource } from "./needed-fields.ts";
import { fieldsRead, type People } from "./people.ts";
import { type CustomerKey, keyOf, placeOfKey } from "./table-keys.ts";

/** The temporary table `latest_readings`: per customer, when each field with readings was last read, by what is on record today. */
export async function createReadings(inquiry: Inquiry, people: People): Promise<void> {
  const { session } = inquiry;
  const fields = fieldsRead(people);
  if (!fields.length) {
    await session.run("actionability/create-no-readings", { names: { readings: "latest_readings", of: "customer" } });
    return;
  }
  await session.run("actionability/create-readings");
  for (const [index, { readings }] of fields.entries()) {
    if (readings) await addReadings(inquiry, people.keys, readings, index + 1);
  }
  await session.run("actionability/create-latest-readings", { values: { positions: positionsOf(people) } });
}

/** The same by what was known here at trigger + window, per unit: `unit_readings_then`. */
export async function createReadingsThen({ session }: Inquiry, people: People): Promise<void> {
  const positions = positionsOf(people);
  if (positions.length) await session.run("actionability/create-unit-readings-then", { values: { positions } });
  else await session.run("actionability/create-no-readings", { names: { readings: "unit_readings_then", of: "unit" } });
}

function positionsOf(people: People): readonly number[] {
  return fieldsRead(people).map((_, index) => index + 1);
}

async function addReadings(
  inquiry: Inquiry,
  keys: readonly CustomerKey[],
  source: ReadingSource,
  position: number,
): Promise<void> {
  const { database, session, dataset, asOf } = inquiry;
  const { table, at } = source;
  const { arrived, key } = table.layout;
  const joins = keyOf(inquiry, table);
  const known = arrived !== null && isTime(fieldOf(table, arrived)) ? arrived : at;
  await session.run("actionability/add-readings", {
    names: {
      events: relation(dataset.schema, table.name),
      event_key:
        key === null
          ? database.fragment("actionability/no-key")
          : keySql(inquiry, { field: key, address: joins.address }),
      fires: isReading(inquiry, source),
      at: momentOf(inquiry, at),
      known: momentOf(inquiry, known),
    },
    values: { position, key: placeOfKey(keys, joins), as_of: asOf },
  });
}

function isReading({ database }: Inquiry, { table, event, value }: ReadingSource): Sql {
  const conditions: Sql[] = [];
  if (value !== null) conditions.push(database.fragment("actionability/field-filled", { field: value }));
  if (event !== null && table.layout.event !== null) {
    conditions.push(
      database.fragment("actionability/event-fires", { field: table.layout.event, event: literal(event) }),
    );
  }
  return allOf(database, conditions);
}
