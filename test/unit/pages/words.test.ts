import { expect, test } from "vitest";
import { csvCell } from "../../../server/pages/fields-list.ts";
import { localPath, twin, urls } from "../../../server/pages/urls.ts";
import { spanWords } from "../../../server/pages/value-words.ts";
import {
  ageWords,
  bytesWords,
  dateWords,
  dayWords,
  listWords,
  numberWord,
  of100,
  ofEvery100,
} from "../../../server/pages/words.ts";
import type { FieldProfile } from "../../../server/vocabulary.ts";

test("a share never rounds to nobody or to everybody while somebody is left", () => {
  expect([0, 0.004, 0.01, 0.514, 0.994, 1].map(of100)).toEqual(["0", "under 1", "1", "51", "over 99", "100"]);
  expect([0, 0.004, 0.61, 1].map(ofEvery100)).toEqual(["none", "under 1 of every 100", "61 of every 100", "all"]);
});

test("an age is said in the largest unit of which there are two", () => {
  const minutes = [0.2, 12, 119, 120, 26 * 60, 3 * 1440, 20 * 1440, 14 * 30.4375 * 1440, 3 * 365.25 * 1440];
  expect(minutes.map(ageWords)).toEqual([
    ...["moments", "12 minutes", "119 minutes", "2 hours", "26 hours"],
    ...["3 days", "3 weeks", "14 months", "3 years"],
  ]);
});

test("a day is said as people say it", () => {
  const now = new Date("2026-11-24T12:00:00");
  const day = (time: string) => dayWords(time, now);
  expect(day("2026-11-24T09:40:00")).toBe("today at 09:40");
  expect(day("2026-11-23T23:59:00")).toBe("yesterday at 23:59");
  expect(day("2026-11-19T10:00:00")).toBe("Thursday");
  expect(day("2026-11-02T10:00:00")).toBe("2 November");
  expect(day("2025-11-02T10:00:00")).toBe("2 November 2025");
  expect(dateWords("2027-11-23")).toBe("23 November 2027");
  expect(dateWords("next spring")).toBe("next spring");
});

test("lists, numbers and sizes read like prose", () => {
  expect(listWords([])).toBe("");
  expect(listWords(["a", "b"])).toBe("a and b");
  expect(listWords(["a", "b", "c", "d", "e"])).toBe("a, b and 3 more");
  expect([1, 3, 12].map(numberWord)).toEqual(["One", "Three", "12"]);
  expect([12, 3400, 3_400_000, 2.1e9].map(bytesWords)).toEqual(["12 bytes", "3.4 KB", "3.4 MB", "2.1 GB"]);
});

test("a span of dates says a shared year once, and years alone where they say enough", () => {
  const days = (date: string) => Date.parse(date) / 86_400_000;
  const span = (from: string, to: string) =>
    spanWords({
      type: "date",
      histogram: [],
      spread: { minimum: days(from), maximum: days(to), median: 0, mean: 0 },
    } as unknown as FieldProfile); // only these parts are read
  expect(span("2026-08-03", "2026-11-20")).toBe("Aug to Nov 2026");
  expect(span("2026-10-03", "2028-11-20")).toBe("2026 to 2028");
  expect(span("2025-12-03", "2026-11-20")).toBe("Dec 2025 to Nov 2026");
});

test("only paths of ours are gone back to", () => {
  expect(localPath("/datasets/a/fields?page=2")).toBe("/datasets/a/fields?page=2");
  for (const path of ["//x.example", "/\\x.example", "https://x.example", "x", "", null, "/a b", "/a\nb"]) {
    expect(localPath(path)).toBeNull();
  }
});

test("a path is a route's pattern when it is called with one, and its twin keeps the query", () => {
  expect(urls.field(":dataset", ":table", ":slug")).toBe("/datasets/:dataset/tables/:table/fields/:slug");
  expect(urls.fields("a", { facet: "special", page: null })).toBe("/datasets/a/fields?facet=special");
  expect(twin("/datasets/a/fields?page=2", "json")).toBe("/datasets/a/fields.json?page=2");
});

test("no cell of a CSV can start a formula or break out of its quotes", () => {
  expect(["=1+1", "+49", "-x", "@a"].map(csvCell)).toEqual(["'=1+1", "'+49", "'-x", "'@a"]);
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect([null, -3, true].map(csvCell)).toEqual(["", "-3", "true"]);
});
