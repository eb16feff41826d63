import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { canaryDataset } from "../support/canary.ts";

const canary = canaryDataset();

test("every token of the canary stands in its files and is found there", () => {
  const found = canary.files.flatMap((file) => canary.leaksIn(readFileSync(file, "utf8")));
  expect(new Set(found)).toEqual(canary.tokens);
});

test("tokens are found however they are written", () => {
  const [number, time] = [/^7391/, /^2024/].map((shape) => [...canary.tokens].find((token) => shape.test(token)) ?? "");
  const separated = (number ?? "").replace(/(\d)(\d{3})(\d{3})(\d{3})/, "$1,$2,$3,$4");
  expect(canary.leaksIn(`spent ${separated}`)).toEqual([number]);
  expect(canary.leaksIn(`/at/${encodeURIComponent((time ?? "").replace("T", " "))}`)).toEqual([time]);
  expect(canary.leaksIn("nothing of a customer, since 2024-01-01")).toEqual([]);
});
