import { expect, test } from "vitest";
import { addressShape, channelsOf, codesOf } from "../../../server/actionability/channels.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";

test("a channel is known by its usual other names", () => {
  expect(codesOf("E-Mail")).toContain("email");
  expect(codesOf("app push")).toEqual(expect.arrayContaining(["app-push", "push"]));
  expect(codesOf("pigeon post")).toEqual(["pigeon-post"]);
});

test("an address must have the shape of its channel", () => {
  expect(addressShape("sms", undefined)).toBe("phone");
  expect(addressShape("app-push", "email")).toBe("token");
  expect(addressShape("carrier", "email")).toBe("email");
  expect(addressShape("carrier", undefined)).toBe("filled");
});

test("the goal's channels come first, then those its roles name, then those its addresses are for", () => {
  const address = aRole("address", "mail");
  expect(
    channelsOf(aResolvedGoal({ goal: { channels: ["sms"] }, roles: [aRole("address", "mail", "email")] }), []),
  ).toEqual(["sms"]);
  expect(channelsOf(aResolvedGoal({ roles: [aRole("address", "mail", "email")] }), [])).toEqual(["email"]);
  expect(channelsOf(aResolvedGoal({ roles: [address] }), [])).toEqual([""]);
  expect(channelsOf(aResolvedGoal(), [])).toEqual([]);
});
