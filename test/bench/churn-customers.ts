import type { Database } from "../../server/database/database.ts";
import type { Dataset, Field, FieldType } from "../../server/vocabulary.ts";
import { layout } from "./large-dataset.ts";

const schema = "churn";

/** Mixed once more: hashes of the same record with two salts differ by the same bits everywhere. */
const mixed = (salt: number) => `hash(hash(i, ${salt}))`;
/** A number in [0, 1) that depends on the record and the draw only. */
const draw = (salt: number) => `((${mixed(salt)} >> 11)::double / 9007199254740992)`;
const below = (salt: number, count: number) => `(${mixed(salt)} % ${count})::bigint`;
const oneOf = (salt: number, texts: readonly string[]) =>
  `([${texts.map((text) => `'${text}'`).join(", ")}])[1 + ${below(salt, texts.length)}]`;
/** Standard normal, by Box and Muller. */
const normal = (salt: number) => `(sqrt(-2 * ln(1 - ${draw(salt)})) * cos(2 * pi() * ${draw(salt + 1)}))`;
const filled = (salt: number, percent: number, expression: string) =>
  `case when ${below(salt, 100)} < ${percent} then ${expression} end`;
const today = "timestamp '2026-11-23'";

/** What the rest is made of. The first six drive the outcome. */
const drawn: Readonly<Record<string, string>> = {
  tenure: `(1 + 2000 * pow(${draw(1)}, 1.4))::bigint`,
  recency: `(1 - 60 * ln(1 - ${draw(2)}))::bigint`,
  plan_number: `least(5, (6 * pow(${draw(3)}, 1.3))::bigint)`,
  orders: `(-4 * ln(1 - ${draw(4)}))::bigint`,
  visits: `greatest(0, (12 + 6 * ${normal(5)})::bigint)`,
  tickets: `(-0.9 * ln(1 - ${draw(7)}))::bigint`,
  age: `(18 + 62 * ${draw(8)})::bigint`,
  city_number: `(80 * pow(${draw(9)}, 1.6))::bigint`,
};

const logOdds = `-1.2 - 0.0013 * tenure + 0.013 * least(recency, 240)
  + ([0.65, 0.1, -0.3, -0.6, 0.3, -0.1])[1 + plan_number] - 0.19 * orders - 0.06 * visits + 0.65 * tickets`;

const firstNames = [
  "Ada",
  "Ben",
  "Cleo",
  "Dan",
  "Eva",
  "Finn",
  "Gita",
  "Hugo",
  "Ines",
  "Jan",
  "Kim",
  "Leo",
  "Mia",
  "Noa",
];

/** 21 texts, 4 yes or no, 6 times and 19 numbers, as they are written in SQL over the drawn columns. */
const columns: readonly (readonly [name: string, type: FieldType, expression: string])[] = [
  ["customer_id", "text", "'C' || lpad(i::varchar, 9, '0')"],
  ["first_name", "text", oneOf(20, firstNames)],
  ["last_name", "text", `'Name ' || ${below(21, 50)}`],
  ["full_name", "text", `${oneOf(20, firstNames)} || ' Name ' || ${below(21, 50)}`],
  ["email", "text", filled(22, 96, "'c' || i || '@example.org'")],
  ["phone", "text", filled(23, 80, `'+44 7' || lpad(${below(24, 1_000_000_000)}::varchar, 9, '0')`)],
  ["ip", "text", `concat_ws('.', 10, ${below(25, 256)}, ${below(26, 256)}, ${below(27, 256)})`],
  ["note", "text", filled(28, 30, `'Called about order ' || ${below(29, 400_000)}`)],
  ["gender", "text", filled(30, 93, oneOf(31, ["f", "m", "f", "m", "x"]))],
  ["zip", "text", `lpad((city_number * 10 + ${below(32, 10)})::varchar, 5, '0')`],
  ["city", "text", "'City ' || city_number"],
  ["state", "text", `'State ' || case when ${below(33, 1000)} < 8 then 11 else city_number // 8 end`],
  ["occupation", "text", filled(34, 85, `'Occupation ' || ${below(35, 24)}`)],
  ["plan", "text", oneOfPlan(["Basic", "Plus", "Family", "Business", "Student", "Senior"])],
  ["plan_code", "text", oneOfPlan(["B1", "P2", "F3", "U4", "S5", "E6"])],
  ["channel", "text", oneOf(36, ["shop", "web", "partner", "phone"])],
  ["device", "text", filled(37, 88, oneOf(38, ["ios", "android", "desktop"]))],
  ["browser", "text", oneOf(39, ["chrome", "safari", "firefox", "edge", "other"])],
  ["language", "text", oneOf(40, ["en", "en", "en", "de", "fr", "cy", "pl"])],
  ["campaign", "text", filled(41, 60, `'Campaign ' || ${below(42, 40)}`)],
  ["segment", "text", "case when orders > 8 then 'gold' when orders > 3 then 'silver' else 'bronze' end"],
  ["churned", "boolean", `${draw(43)} < 1 / (1 + exp(-(${logOdds})))`],
  ["newsletter", "boolean", `${below(44, 100)} < 40`],
  ["app_installed", "boolean", filled(45, 95, `${below(46, 100)} < 55`)],
  ["auto_pay", "boolean", `${below(47, 100)} < 70`],
  ["birth_date", "date", `(${today} - to_days((age * 365 + ${below(48, 365)})::integer))::date`],
  ["signup_date", "date", `(${today} - to_days(tenure::integer))::date`],
  ["signup_ts", "time", `${today} - to_days(tenure::integer) + to_seconds(${below(49, 86_400)})`],
  ["last_purchase_ts", "time", `${today} - to_days(recency::integer) + to_seconds(${below(50, 86_400)})`],
  ["last_login_ts", "time", filled(51, 90, `${today} - to_seconds(${below(52, 90 * 86_400)})`)],
  ["last_contact_ts", "time", filled(53, 50, `${today} - to_seconds(${below(54, 700 * 86_400)})`)],
  ["tenure_days", "integer", "tenure"],
  ["recency_days", "integer", "recency"],
  ["age", "integer", filled(55, 94, "age")],
  ["orders", "integer", "orders"],
  ["web_visits", "integer", "visits"],
  ["tickets", "integer", "tickets"],
  ["revenue", "number", `round(orders * (15 + 40 * ${draw(56)}), 2)`],
  ["revenue_cents", "integer", `round(100 * round(orders * (15 + 40 * ${draw(56)}), 2))::bigint`],
  ["average_order", "number", filled(57, 92, `round(15 + 40 * ${draw(56)} + ${normal(58)}, 2)`)],
  ["monthly_charges", "number", `10 + 8 * plan_number + ${below(60, 800)} / 100.0`],
  ["discount", "number", filled(61, 35, `${below(62, 31)} / 100.0`)],
  ["emails_opened", "integer", `${below(63, 25)}`],
  ["sms_clicks", "integer", filled(64, 70, `(-1.5 * ln(1 - ${draw(65)}))::bigint`)],
  ["sessions", "integer", `greatest(0, visits + ${below(66, 9)} - 4)`],
  ["household", "integer", `1 + ${below(67, 6)}`],
  ["income", "number", filled(68, 75, `round(exp(10.3 + 0.5 * ${normal(69)}), 0)`)],
  ["credit_score", "integer", `(650 + 70 * ${normal(71)})::bigint`],
  ["distance_km", "number", `round(-12 * ln(1 - ${draw(73)}), 1)`],
  ["rating", "integer", filled(74, 40, `${below(75, 11)}`)],
];

/** The planted drivers, each with the fields that are as good. */
export const drivers: readonly (readonly string[])[] = [
  ["tenure_days", "signup_date", "signup_ts"],
  ["recency_days", "last_purchase_ts"],
  ["plan", "plan_code"],
  ["orders"],
  ["web_visits"],
  ["tickets"],
];

/** Every field but the outcome. */
export function fieldsOf({ tables }: Dataset): readonly Field[] {
  return tables[0]?.fields.filter(({ name }) => name !== "churned") ?? [];
}

interface Size {
  readonly records: number;
  /** beside the outcome; beyond 49, fields of noise and of what others say */
  readonly fields?: number;
}

/** One table of customers, made in the database: 50 columns of which six drive `churned`. The same size, the same cells. */
export async function makeChurnCustomers(database: Database, { records, fields = 49 }: Size): Promise<Dataset> {
  const made = [...columns, ...Array.from({ length: fields - 49 }, (_, index) => another(index))];
  const cells = made.map(([name, , expression]) => `${expression} as ${name}`).join(",\n  ");
  const of = Object.entries(drawn).map(([name, expression]) => `${expression} as ${name}`);
  const run = (name: string, sql: string) => database.run({ name: `bench/${name}`, sql });
  await run("schema", `create schema if not exists ${schema}`);
  await run(
    "churn",
    `create or replace table ${schema}.customers as
     with drawn as (select i, ${of.join(", ")} from range(${records}) as t(i))
     select ${cells} from drawn`,
  );
  const list = made.map(([name, type]): Field => ({ name, slug: name.replaceAll("_", "-"), type }));
  const about = { sha256: "0".repeat(64), rejected: 0, copiesRemoved: 0 };
  const table = {
    ...about,
    name: "customers",
    slug: "customers",
    kind: "customers" as const,
    records,
    fields: list,
    layout,
  };
  return {
    slug: schema,
    name: schema,
    schema,
    tables: [table],
    loadedAt: "2026-11-23T00:00:00Z",
    warnings: [],
    fingerprint: schema,
  };
}

function oneOfPlan(texts: readonly string[]): string {
  return `([${texts.map((text) => `'${text}'`).join(", ")}])[1 + plan_number]`;
}

function another(index: number): (typeof columns)[number] {
  const salt = 100 + 3 * index;
  switch (index % 4) {
    case 0:
      return [`more_text_${index}`, "text", filled(salt, 95, `'Value ' || ${below(salt + 1, 3 + index)}`)];
    case 1:
      return [`more_number_${index}`, "number", filled(salt, 90, `round(${normal(salt + 1)}, 2)`)];
    case 2:
      return [
        `more_count_${index}`,
        "integer",
        `(-3 * ln(1 - ${draw(salt)}))::bigint + ${index % 3 ? "orders // 4" : "tickets"}`,
      ];
    default:
      return [`more_flag_${index}`, "boolean", `${below(salt, 100)} < ${20 + index}`];
  }
}
