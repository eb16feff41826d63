import { expect, test } from "vitest";
import { sayCondition } from "../../../server/pages/say-condition.ts";

const labels: Readonly<Record<string, string>> = { contract_end: "Contract end", plan: "Plan", left_pct: "Data left" };
const say = (condition: string) => sayCondition(condition, (field) => labels[field] ?? field);

test.each([
  ["contract_end <= as_of + 60", "contract end at most 60 days ahead"],
  ["contract_end < as_of - 1", "contract end more than 1 day ago"],
  ["contract_end >= as_of - 30", "contract end at most 30 days ago"],
  ["contract_end > as_of", "contract end still ahead"],
  ["left_pct < 10", "data left under 10"],
  ["left_pct >= 2.5 AND plan = 'Basic'", "data left at least 2.5 and plan “Basic”"],
])("%s is said as %s", (condition, words) => {
  expect(say(condition)).toBe(words);
});

test.each([
  "left_pct < 10 or plan = 'Basic'",
  "plan <> 'Basic'",
  "not complaint_open",
  "plan = 'a and b'",
  "left_pct * 2 > 3",
  "plan > 'M'",
])("%s is left as it is written", (condition) => {
  expect(say(condition)).toBeNull();
});
