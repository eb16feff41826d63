import { existsSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { type GatedCondition, gateCondition } from "../../../server/database/gate.ts";
import { count } from "../../../server/database/shape.ts";
import { UserError } from "../../../server/errors.ts";
import type { Dataset } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
let dataset: Dataset;
let folder: string;

beforeAll(async () => {
  ({ database, folder } = await openTestDatabase());
  const rows = Array.from({ length: 40 }, (_, row) => ({
    customer_id: `c${row}`,
    age: row + 20,
    plan: row % 2 ? "Basic" : "It's {big}",
    "emp.var.rate": row / 4,
    'Weird "na;me--': row,
    contract_end: `2026-${row % 2 ? "07" : "09"}-15`,
    read_at: "2026-06-29T10:00:00Z",
    complaint_open: row % 4 === 0 ? "Yes" : "No",
    vip: row % 5 === 0,
    note: row % 3 ? null : "12",
    select: row,
  }));
  dataset = await aDataset(database, { customers: rows, events: [{ customer_id: "c1", kind: "visit" }] });
});
afterAll(() => database.close());

const gate = (condition: string, asOf: string | null = "2026-06-30T12:00:00Z") =>
  gateCondition(database, dataset, condition, { asOf });

async function refusal(condition: string, asOf?: string | null): Promise<string> {
  const outcome = await gate(condition, asOf).then(
    () => new Error(`let through: ${condition}`),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(UserError);
  return (outcome as UserError).message;
}

describe("a condition that is let through", () => {
  test.each([
    ["age < 30", 10],
    ["age between 20 and 24 or not vip and age > 58", 6],
    ["plan = 'Basic'", 20],
    ["plan <> 'Basic'", 20],
    ["plan like 'It''s {%'", 20],
    ["plan in ('Basic', 'Plus')", 20],
    ["lower(plan) = $$basic$$", 20],
    ["emp.var.rate < 1", 4],
    ['"emp.var.rate" < 1', 4],
    ["customers.age < 30", 10],
    ["AGE < 30", 10],
    ['"Weird ""na;me--" < 3', 3],
    ['"select" < 3', 3],
    ["note is null", 26],
    ["cast(note as integer) = 12", 14],
    ["note::integer + 1 = 13", 14],
    ["case when vip then age < 30 else false end", 2],
    ["complaint_open", 10],
    ["not complaint_open::boolean", 30],
    ["vip", 8],
    ["contract_end <= as_of + 60", 20],
    ["contract_end <= as_of + interval 60 days", 20],
    ["contract_end - as_of < 60", 20],
    ["date_diff('day', as_of, contract_end) < 60", 20],
    ["as_of - 30 < contract_end", 40],
    ["contract_end = date '2026-07-15'", 20],
    ["read_at >= as_of - 2", 40],
    ["read_at >= as_of - 1", 0],
    ["age < 30 -- the young ones", 10],
    ["/* young */ age < 30", 10],
    ["coalesce(note, '0') = '0'", 26],
    ["true", 40],
  ] as const)("%s", async (condition, customers) => {
    const gated = await gate(condition);
    expect(gated.customers).toBe(customers);
    expect(await counted(gated)).toBe(customers);
  });

  test("names the fields it reads, once each", async () => {
    const { fields } = await gate("age < 30 or age > 50 and emp.var.rate < 1");
    expect(fields).toEqual([
      { table: "customers", field: "age" },
      { table: "customers", field: "emp.var.rate" },
    ]);
  });

  test("answers no where it has no answer", async () => {
    const gated = await gate("cast(note as integer) > 3");
    const names = {
      customers: { sql: '"dataset_made_up"."customers"' },
      condition: { sql: `(${gated.sql.sql}) is null` },
    };
    expect((await database.row("goals/customers-where", { customers: count }, { names })).customers).toBe(0);
  });

  test("can be put into a query twice, whatever braces its texts hold", async () => {
    const gated = await gate("plan = 'It''s {big}'");
    const again = database.fragment("goals/condition", { condition: gated.sql });
    expect(await counted({ ...gated, sql: again })).toBe(20);
  });
});

function counted(gated: GatedCondition): Promise<number> {
  const names = { customers: { sql: '"dataset_made_up"."customers"' }, condition: gated.sql };
  return database.row("goals/customers-where", { customers: count }, { names }).then((row) => row.customers);
}

describe("a condition that is refused", () => {
  test.each([
    ["now() > contract_end", "as_of"],
    ["current_date > contract_end", "as_of"],
    ["current_timestamp > read_at", "as_of"],
    ["today() > contract_end", "as_of"],
    ["age(contract_end) > interval 1 day", "as_of"],
    ["get_current_timestamp() > read_at", "as_of"],
    ["random() < 0.5", "another answer each time"],
    ["uuid() = plan", "another answer each time"],
    ["agge < 3", "Did you mean age?"],
    ["lowwer(plan) = 'basic'", "Did you mean lower"],
    ["plan", "not a question"],
    ["age + 1", "not a question"],
    ["'yes'", "not a question"],
    ["null", "not a question"],
    ["plan > 3", "different kinds"],
    ["contract_end < 'tomorrow'", "cannot be worked out|different kinds"],
    ["contract_end < date '2026-99-99'", "cannot be worked out|different kinds"],
    ["", "empty"],
    ["   ", "empty"],
    [`age < 3${" or age < 3".repeat(1_000)}`, "longer than"],
    ["age <", "could not be read"],
    ["age < 3)", "could not be read"],
    ["(age < 3", "could not be read"],
    ["age = 12345678901234567890", "15 digits"],
    ["age < 1e999", "could not be read"],
  ])("%s: says %s", async (condition, words) => {
    expect(await refusal(condition)).toMatch(new RegExp(words));
  });

  test("as_of without a time, with the way to give one", async () => {
    expect(await refusal("contract_end <= as_of + 60", null)).toContain("--as-of");
    expect((await gate("age < 30", null)).customers).toBe(10);
  });

  test.each([
    // settings, environment, session
    ..."getenv('HOME') = 'x'|current_setting('threads') = '1'|current_user = 'x'|version() = 'x'".split("|"),
    ..."current_schema() = 'x'|current_database() = 'x'|txid_current() > 1|pg_backend_pid() > 1".split("|"),
    ..."set_config('a', 'b', false) = 'b'|current_query() = 'x'|in_search_path('a', 'b')".split("|"),
    // files and other tables
    ..."exists (select * from read_csv('/etc/passwd'))|exists (from '/etc/passwd')".split("|"),
    ..."read_text('/etc/passwd') = 'x'|age in (select age from customers)|age = (select max(age) from events)".split(
      "|",
    ),
    ..."exists (select 1)|age = any(select 1)|exists (from duckdb_settings())|exists (from glob('/*'))".split("|"),
    ..."exists (select * from enable_logging(storage='file', storage_config={'path': '/tmp/'}))".split("|"),
    "enable_logging(storage='file')",
    "age in (from query('select 1'))",
    "(with t as (select 1) select true from t)",
    // several statements, other statements
    ..."true; drop table customers|true; select 1|true); drop table customers; select (true".split("|"),
    ..."true) union select (true|true) from customers where (true|true), (false|true) as answer, (1".split("|"),
    ..."true) order by (1|true) limit (1|true) having (true".split("|"),
    ..."pragma version|attach 'x.db'|copy customers to 'x.csv'|install httpfs|load httpfs|set threads = 1".split("|"),
    ..."export database 'x'|call enable_logging()|checkpoint|describe customers|show tables|values (true)".split("|"),
    // what is no comparison of fields with values
    ..."*|columns('a.*')|columns(*) > 1|#1|#1 > 1|$1 = 1|$asof = 1|? = 1|age = default".split("|"),
    ..."sum(age) > 1|count(*) > 1|row_number() over () > 1|sum(age) over () > 1|age > 1 collate nocase".split("|"),
    ..."list_filter([1], x -> x > 1) = [1]|[1, 2] = [1]|{'a': 1} = {'a': 1}|(age, plan) = (1, 'x')".split("|"),
    ..."plan[1] = 'B'|try(age > 1)|unnest([true])|nextval('s') = 1|setseed(0.5) is null|sleep_ms(1) is null".split("|"),
    ..."plan::json = 'x'|plan::myenum = 'x'|age::struct(x int) is null|read_at::timestamptz > as_of".split("|"),
    ..."repeat('x', 1000000000) = 'x'|range(1000000000) is null|lpad('x', 1000000000, 'x') = 'x'|error('x')".split("|"),
    ..."system.main.lower(plan) = 'x'|memory.main.customers.age = 1".split("|"),
    ..."events.kind = 'visit'|rowid = 1|dataset_made_up.customers.age = 1|md5(plan) = 'x'".split("|"),
    ..."age < 3 /* open|age < 3 $$|$tag$ age < 3|'age < 3|age \u0000 < 3|age ＜ 3|ａｇｅ < 3|age\u00a0\u037e drop".split(
      "|",
    ),
    "grouping(age) = 1",
    "json_serialize_sql('select 1') = 'x'",
    "json_execute_serialized_sql('x')",
    "query('select 1')",
    "query_table('customers')",
    "getvariable('x') = 1",
    "write_log('x') is null",
    "parse_path('/etc/passwd') is null",
    "'x' = any(['x'])",
    "age at time zone 'UTC' is null",
    "array[1] = [1]",
    "if(true, random(), 1) > 0.5",
    "case when random() > 0.5 then true end",
    "age in (1, random())",
    "age between 1 and random()",
    "not random() > 0.5",
    "cast(random() as integer) = 1",
    "coalesce(random(), 1) > 0.5",
    "lower(getenv('HOME')) = 'x'",
  ])("nasty: %s", async (condition) => {
    await refusal(condition);
    expect((await database.row("goals/customers-where", { customers: count }, everyone())).customers).toBe(40);
  });

  test("nothing was written anywhere", () => {
    for (const name of ["x.db", "x.csv", "x"]) expect(existsSync(`${folder}/${name}`)).toBe(false);
  });
});

const everyone = () => ({ names: { customers: { sql: '"dataset_made_up"."customers"' }, condition: { sql: "true" } } });

describe("any text at all", () => {
  const pieces = [
    ..."age|plan|as_of|now()|random()|(|)|;|--|/*|*/|'|\"|$$|select|from|customers|read_csv|'x'|1|+|<|=|and|or|not".split(
      "|",
    ),
    ..."exists|union|union all|,|.|::|cast|as|date|{|}|[|]|?|$x|#1|*|in|null|is|case|when|then|end|drop table customers".split(
      "|",
    ),
    ..."\n|\u0000|é|😀|pragma|attach|enable_logging|lower|getenv|interval|2|over|->|lambda|collate|current_date".split(
      "|",
    ),
  ];

  test("is let through or refused with a message, and changes nothing", { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(" ")),
        ),
        async (condition) => {
          const outcome = await gate(condition).catch((error: unknown) => error);
          if (outcome instanceof UserError) return true;
          if (outcome instanceof Error) throw outcome;
          return (await counted(outcome as GatedCondition)) <= 40;
        },
      ),
      { numRuns: 250, seed: 20_261_124 },
    );
    expect((await database.row("goals/customers-where", { customers: count }, everyone())).customers).toBe(40);
  });
});

describe("an allowed condition", () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 70 }).map(String),
    fc.constantFrom("age", '"select"', "emp.var.rate", "age % 7", "age - 3"),
  );
  const comparison = fc.oneof(
    fc
      .tuple(value, fc.constantFrom("<", "<=", "=", "<>", ">", ">=", "is distinct from"), value)
      .map((all) => all.join(" ")),
    fc.constantFrom(
      "vip",
      "note is null",
      "plan like '%{%'",
      "plan in ('Basic')",
      "contract_end < as_of + 30",
      "note = '12'",
    ),
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small" },
      comparison,
      fc
        .tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition"))
        .map(([a, word, b]) => `${a} ${word} ${b}`),
      tie("condition").map((inner) => `not (${inner})`),
      fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `case when ${a} then ${b} else vip end`),
    ),
  }));

  test("means the same after it was built anew", { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (written) => {
        const gated = await gate(written);
        const plain = written
          .replaceAll("emp.var.rate", '"emp.var.rate"')
          .replaceAll("as_of + 30", "timestamp '2026-06-30 12:00:00' + interval 30 days")
          .replaceAll("{", "' || chr(123) || '");
        const names = { customers: { sql: '"dataset_made_up"."customers"' }, condition: { sql: `(${plain})` } };
        const wanted = await database.row("goals/customers-where", { customers: count }, { names });
        expect(gated.customers).toBe(wanted.customers);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
