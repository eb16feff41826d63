import fc from "fast-check";
import { expect, test } from "vitest";
import { isCardNumber, isIban } from "../../../server/profiles/checksums.ts";
import { hideSmallBars } from "../../../server/profiles/field-histogram.ts";
import { readFieldName } from "../../../server/profiles/field-name.ts";
import { headerWords } from "../../../server/profiles/header-words.ts";
import { shareOf } from "../../../server/profiles/value-shapes.ts";

test("an IBAN needs its true check sum", () => {
  for (const iban of ["DE89 3704 0044 0532 0130 00", "gb82west12345698765432", "MT84MALT011000012345MTLCAST001S"])
    expect(isIban(iban)).toBe(true);
  for (const other of ["DE88370400440532013000", "DE89", "", "4111111111111111"]) expect(isIban(other)).toBe(false);
});

test("a card number needs length, scheme and check digit", () => {
  for (const card of ["4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "6011111111111117"])
    expect(isCardNumber(card)).toBe(true);
  for (const other of ["4111111111111112", "1111111111111117", "411111111111", "79927398713", ""])
    expect(isCardNumber(other)).toBe(false);
});

test("changing one digit of a card number breaks it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const digits = [..."4111111111111111"];
      digits[place] = String((Number(digits[place]) + more) % 10);
      expect(isCardNumber(digits.join(""))).toBe(false);
    }),
  );
});

test("a share counts whole values only", () => {
  expect(shareOf(["a@b.org", "write to a@b.org now"], "email")).toBe(0.5);
  expect(shareOf(["10.0.0.1", "::1", "1.2.3", "999.1.1.1"], "ip")).toBe(0.5);
  expect(shareOf([], "email")).toBe(0);
});

test("names are split at humps, signs and numbers, without accents and articles", () => {
  expect(headerWords("customerID")).toEqual(["customer", "id"]);
  expect(headerWords("HTTPReferer")).toEqual(["http", "referer"]);
  expect(headerWords("emp.var.rate")).toEqual(["emp", "var", "rate"]);
  expect(headerWords("Date_de_naissance")).toEqual(["date", "naissance"]);
  expect(headerWords("Téléphone-Portable")).toEqual(["telephone", "portable"]);
  expect(headerWords("address1")).toEqual(["address", "1"]);
});

test("times and units at the end of a name are read apart", () => {
  expect(readFieldName("data_used_gb_30d")).toMatchObject({
    core: ["data", "used"],
    unit: "gb",
    window: "last 30 days",
  });
  expect(readFieldName("late_payments_12m")).toMatchObject({ core: ["late", "payments"], window: "last year" });
  expect(readFieldName("orders_last_3_months")).toMatchObject({ core: ["orders"], window: "last 3 months" });
  expect(readFieldName("last_month")).toMatchObject({ core: ["last", "month"], window: null });
  expect(readFieldName("30d")).toMatchObject({ core: ["30d"], window: null });
});

test("small bars join a neighbour until none is left, and no record gets lost", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 26 }), (counts) => {
      const bars = counts.map((count, at) => ({ from: at, to: at + 1, count, holders: count }));
      const shown = hideSmallBars(bars, (a, b) => a + b);
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(shown.every(({ count }) => count === 0 || count >= 5)).toBe(true);
      if (total >= 5) expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      for (const [at, bar] of shown.entries()) expect(bar.from).toBe(shown[at - 1]?.to ?? bar.from);
    }),
  );
});
