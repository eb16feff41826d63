import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../server/errors.ts";
import { parseDuration, printDuration, sayDuration } from "../../../server/goals/duration.ts";
import { parseOutcome, printOutcome } from "../../../server/goals/parse-outcome.ts";

describe("a duration", () => {
  test.each([
    ["15m", 15],
    ["24h", 1_440],
    ["30d", 43_200],
    ["0m", 0],
    [" 7d ", 10_080],
  ])("%s is %i minutes", (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  test.each(["", "24", "1.5h", "-1h", "24 h", "1w", "h", "1h30m", "99999999d", "１h"])("%j is none", (text) => {
    expect(() => parseDuration(text)).toThrow(UserError);
  });

  test("is the same after printing", () => {
    fc.assert(fc.property(fc.nat(1_000_000), (minutes) => parseDuration(printDuration(minutes)) === minutes));
    expect([0, 90, 1_440, 10_080].map(printDuration)).toEqual(["0m", "90m", "1d", "7d"]);
  });

  test("reads as people say it", () => {
    expect([1, 15, 60, 1_440, 10_080].map(sayDuration)).toEqual([
      "1 minute",
      "15 minutes",
      "1 hour",
      "24 hours",
      "7 days",
    ]);
  });
});

describe("--outcome", () => {
  test.each([
    ["Churn=Yes", { field: "Churn", is: "Yes" }],
    ["note=a=b", { field: "note", is: "a=b" }],
    ["mail=x@90d", { field: "mail", is: "x@90d" }],
    ["emp.var.rate=1.1", { field: "emp.var.rate", is: "1.1" }],
    ["revenue", { field: "revenue" }],
    ["orders@90d", { table: "orders", event: null, within: "90d" }],
    ["events:low balance@24h", { table: "events", event: "low balance", within: "24h" }],
    ["events:a:b@1d", { table: "events", event: "a:b", within: "1d" }],
    ["spend@home", { field: "spend@home" }],
  ])("%s", (text, outcome) => {
    expect(parseOutcome(text)).toEqual(outcome);
    expect(printOutcome(parseOutcome(text))).toBe(text);
  });

  test.each(["", " ", "=Yes", "Churn=", "Churn= "])("%j is refused with an example", (text) => {
    expect(() => parseOutcome(text)).toThrow(/--outcome .*Churn=Yes/);
  });
});
