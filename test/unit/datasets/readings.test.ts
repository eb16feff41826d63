import { expect, test } from "vitest";
import { chooseReadings } from "../../../server/datasets/choose-readings.ts";
import { mendNames } from "../../../server/datasets/field-names.ts";
import { guessKind, type KeyFact } from "../../../server/datasets/guess-kinds.ts";
import { layoutByNames, namesConsents, namesCustomers } from "../../../server/datasets/layout-words.ts";
import { possibleReadings, type Reading, writtenAs } from "../../../server/datasets/readings.ts";
import { freeSlug, slugOf } from "../../../server/datasets/slugs.ts";
import { timeFormatsOf } from "../../../server/datasets/time-formats.ts";
import type { Field, FieldType } from "../../../server/vocabulary.ts";

const formats = (value: string) => timeFormatsOf(value).map(({ format }) => format);

test("one value has every format that writes it the same", () => {
  expect(formats("2024-01-05")).toEqual(["%Y-%m-%d"]);
  expect(formats("2024-11-12")).toEqual(["%Y-%m-%d", "%Y-%-m-%-d"]);
  expect(formats("05/11/2017")).toEqual(["%d/%m/%Y", "%m/%d/%Y"]);
  expect(formats("25/11/2017")).toEqual(["%d/%m/%Y", "%-d/%-m/%Y"]);
  expect(formats("1.2.17")).toEqual(["%-d.%-m.%y", "%-m.%-d.%y"]);
  expect(formats("05 Jan 2017")).toEqual(["%d %b %Y"]);
  expect(formats("May 5, 2017")).toEqual(["%b %-d, %Y", "%B %-d, %Y"]);
  expect(formats("20170105")).toEqual(["%Y%m%d"]);
  expect(formats("2017-01-28T14:06:53-0500")).toContain("%Y-%m-%dT%H:%M:%S%z");
  expect(formats("2021-06-11 13:31:13.748")).toEqual(["%Y-%m-%d %H:%M:%S.%g", "%Y-%m-%d %-H:%M:%S.%g"]);
  expect(formats("1/5/2017 3:05 PM")).toEqual(["%-d/%-m/%Y %-I:%M %p", "%-m/%-d/%Y %-I:%M %p"]);
  for (const none of ["", "12", "1.5", "4/5", "31/31/2020", "2024-01-05x", "Ann", "10:30", "2024-1-5T"]) {
    expect(formats(none), none).toEqual([]);
  }
});

const both = { comma: true, point: true, whole: true };

test("readings that cannot fit are not tried", () => {
  const types = (cells: string[], name = "x") => possibleReadings(cells, name, both).map(({ type }) => type);
  expect(types([])).toEqual([]);
  expect(types(["Ann"])).toEqual([]);
  expect(types(["1", "2"])).toContain("integer");
  expect(types(["1.5"])).not.toContain("integer");
  expect(types(["true", "false"])).toEqual(["boolean"]);
  expect(types(["20170105"])[0]).toBe("date");
  expect(types(["20170105"], "customerId")).not.toContain("date");
});

test("how a number is written is kept in one word", () => {
  const written = (mark: "." | ",", decimals: 2 | "shortest" | "point-zero" | "plain") =>
    writtenAs({ type: "number", mark, decimals });
  expect(written(".", "shortest")).toBe("0");
  expect(written(",", "shortest")).toBe("0,");
  expect(written(".", "point-zero")).toBe("0.0");
  expect(written(",", 2)).toBe("0,00");
  expect(writtenAs({ type: "integer" })).toBeNull();
});

test("columns that prove both orders prove none", () => {
  const date = (order: "day-first" | "month-first"): Reading => ({
    type: "date",
    format: order === "day-first" ? "%d/%m/%Y" : "%m/%d/%Y",
    zone: null,
    order,
  });
  const column = (name: string, ...fitting: Reading[]) => ({ name, fitting, blanks: 0 });
  const open = column("open", date("day-first"), date("month-first"));
  const nobody = { dates: null, decimal: null };
  const chosen = chooseReadings(
    "f.csv",
    [open, column("d", date("day-first")), column("m", date("month-first"))],
    nobody,
  );
  expect(chosen.proven).toBeNull();
  expect(chosen.columns[0]?.reading).toBeNull();
  expect(chooseReadings("f.csv", [open], { dates: "day-first", decimal: null }).columns[0]?.reading).toEqual(
    date("day-first"),
  );
});

test("names are mended only where they must be", () => {
  expect(mendNames("f", ["a", "b"])).toEqual({ names: ["a", "b"], warnings: [] });
  expect(mendNames("f", ["a", "A", " a ", "", "a_2"]).names).toEqual(["a", "A_3", "a_4", "column_4", "a_2"]);
});

test("slugs fit a URL and differ", () => {
  expect(slugOf("customerID")).toBe("customer-id");
  expect(slugOf("Größe (cm)")).toBe("gro-e-cm");
  expect(slugOf("漢字")).toBe("");
  const taken = new Set<string>();
  expect([freeSlug("a b", taken), freeSlug("a-b", taken), freeSlug("?", taken)]).toEqual(["a-b", "a-b-2", "field"]);
});

const fields = (named: Readonly<Record<string, FieldType>>): Field[] =>
  Object.entries(named).map(([name, type]) => ({ name, slug: slugOf(name), type }));
const guess = (
  name: string,
  named: Readonly<Record<string, FieldType>>,
  keys: readonly KeyFact[],
  records = 100,
  alone = false,
) => guessKind({ name, fields: fields(named), records, keys, given: { kind: null, key: null } }, alone);
const unique = (field: string): KeyFact => ({ field, filled: 100, distinct: 100 });
const repeated = (field: string): KeyFact => ({ field, filled: 100, distinct: 20 });

test("kinds follow from names, times and whether keys repeat", () => {
  expect(guess("people", { customerID: "text", age: "integer" }, [unique("customerID")])).toMatchObject({
    kind: "customers",
    key: "customerID",
  });
  expect(guess("sales", { household_id: "integer", at: "time" }, [repeated("household_id")])).toMatchObject({
    kind: "events",
  });
  expect(guess("log", { id: "integer", date: "time" }, [repeated("id")], 100, true)).toMatchObject({
    kind: "events",
    key: "id",
  });
  expect(
    guess("c", { email: "text", channel: "text", status: "text", changed_at: "time" }, [repeated("email")]),
  ).toMatchObject({ kind: "consents" });
  expect(guess("products", { product_id: "integer", brand: "text" }, [unique("product_id")])).toMatchObject({
    kind: "reference",
  });
  expect(guess("members", { member_no: "text", updated_at: "time" }, [repeated("member_no")])).toMatchObject({
    kind: "customers",
  });
  expect(guess("bank", { age: "integer", job: "text" }, [], 100, true)).toEqual({
    kind: "customers",
    key: null,
    sure: true,
  });
});

test("a unique customer with a type and a date of joining is a customer; one with repeated keys too, if the name says so", () => {
  const named = { customer_id: "text", type: "text", created_at: "time" } as const;
  expect(guess("people", named, [unique("customer_id")])).toMatchObject({ kind: "customers" });
  expect(guess("customers", named, [repeated("customer_id")])).toMatchObject({ kind: "customers" });
  expect(guess("log", named, [repeated("customer_id")])).toMatchObject({ kind: "events" });
  expect(guess("events", named, [unique("customer_id")])).toMatchObject({ kind: "events" });
});

test("names of tables and fields say what they are for", () => {
  expect(["customers", "user_history_data", "harbour-mobile-customers", "demographics"].every(namesCustomers)).toBe(
    true,
  );
  expect(["list_user_data", "events", "customer_orders"].some(namesCustomers)).toBe(false);
  expect(["consents", "user_unsubscribed_channel", "opt_outs", "OptOut"].every(namesConsents)).toBe(true);
  const layout = layoutByNames(fields({ id: "text", State: "text", channel: "text", at: "time" }), "customers", "id");
  expect(layout).toMatchObject({ key: "id", state: null, channel: null, at: null, event: null });
});
