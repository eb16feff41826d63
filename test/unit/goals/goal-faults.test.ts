import { expect, test } from "vitest";
import { goalFaults } from "../../../server/goals/goal-faults.ts";
import { goalKeyFrom } from "../../../server/goals/goal-key.ts";
import type { Goal } from "../../../server/vocabulary.ts";

const whole: Goal = { key: "a", name: "A", channels: [], roles: {}, exchange: "A gift", window: "24h", until: "7d" };
const faulty = (change: Partial<Goal>) => goalFaults({ ...whole, ...change }).map(({ part }) => part);

test("a whole goal has nothing to mend", () => {
  expect(goalFaults(whole)).toEqual([]);
});

test("each part that cannot be saved is named", () => {
  expect(goalFaults({ ...whole, exchange: "  " })).toEqual([
    { part: "exchange", message: "Say what the customer gets" },
  ]);
  expect(faulty({ name: "" })).toEqual(["name"]);
  expect(faulty({ key: "A b" })).toEqual(["key"]);
  expect(faulty({ window: "soon" })).toEqual(["window"]);
  expect(faulty({ window: "0m" })).toEqual(["window"]);
  expect(faulty({ reaction: "0m" })).toEqual([]);
  expect(faulty({ until: "1h" })).toEqual(["until"]);
  expect(faulty({ quiet: "21-8" })).toEqual(["quiet"]);
  expect(faulty({ keep: 0 })).toEqual(["keep"]);
});

test("a key is made from the name and differs from those taken", () => {
  expect(goalKeyFrom("Keep customers – été!", [])).toBe("keep-customers-ete");
  expect(goalKeyFrom("A", ["a", "a-2"])).toBe("a-3");
  expect(goalKeyFrom("…", [])).toBe("goal-1");
});
