import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "../../server/evidence/rules.ts";
import { loadClub } from "../support/a-club.ts";
import type { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

const board = "/datasets/club/goals/say-hello/board";
let served: ServedWorkbench;
let reader: Reader;

beforeAll(async () => {
  served = await serveWorkbench();
  reader = await loadClub(served);
});
afterAll(() => served.close());

test("a card tells where it stands, and a decision about it is undone from the message", async () => {
  const before = await reader.follow(await reader.get(board));
  expect(before.document.querySelector("#col-needed #c-plan")).not.toBeNull();
  expect(before.document.querySelector("[data-undo]")?.hasAttribute("hidden")).toBe(true);
  const moved = await reader.follow(await reader.post(`${board}/plan`, { verdict: "unused", by: "Ada" }));
  expect(moved.document.querySelector(".toast [role=status]")?.textContent).toMatch(/^Plan moved to Unused, \d of 3/);
  expect(moved.document.querySelector("#col-unused #c-plan .by a")?.getAttribute("href")).toBe(`${board}/plan#reason`);
  const undone = await reader.follow(await reader.send(moved, ".toast form"));
  expect(undone.document.querySelector(".toast")?.textContent).toContain("Undone: Plan is back in Needed");
  expect(undone.document.querySelector(".toast form")).toBeNull();
});

test("the page of why says at once what each version of a field singles out, and marks the chosen one", async () => {
  const first = await reader.follow(await reader.get(`${board}/born`));
  expect(first.document.querySelector("h1")?.textContent).toBe("Date of birth: unused for this goal");
  const versions = [...first.document.querySelectorAll(".co tbody th")].map((one) => one.textContent);
  expect(versions).toContain("Month and year");
  expect(versions.at(-1)).toBe("Leave it out");
  expect(first.document.querySelector(".kv")?.textContent).toContain("the goal has no outcome");
  expect(first.document.querySelector(".kv")?.textContent).not.toMatch(/not-tested|no-outcome/);
  const saved = await reader.follow(
    await reader.send(first, "form.over", { verdict: "coarser", keepAs: "year", by: "Ada" }),
  );
  expect(saved.document.querySelector("#c-born .to")?.textContent?.toLowerCase()).toMatch(/^→ year/);
  const again = await reader.get(`${board}/born`);
  expect(again.document.querySelector(".co .chosen th")?.textContent?.trim().toLowerCase()).toMatch(/^year/);
  const decisions = await reader.get("/datasets/club/decisions");
  expect(decisions.document.querySelector(".decided")?.textContent?.toLowerCase()).toContain("coarser: year");
});

test("what is unfinished is said beside the step on every page, once the fields are sorted", async () => {
  await reader.follow(await reader.post(`${board}/visits`, { verdict: "undecided", by: "Ada" }));
  for (const path of ["/datasets/club/fields", "/datasets/club/reports", "/datasets/club/decisions"]) {
    const { document } = await reader.get(path);
    expect(document.querySelector(".steps")?.textContent, path).toContain("1 undecided");
  }
});

test("Present mode lasts until it is left, and its link leads to the page it stands on", async () => {
  const on = await reader.get("/datasets/club/fields?facet=personal&present=1");
  expect(on.document.documentElement.hasAttribute("data-present")).toBe(true);
  const next = await reader.get("/datasets/club/reports");
  expect(next.document.documentElement.hasAttribute("data-present")).toBe(true);
  const leave = next.document.querySelector(".leave")?.getAttribute("href") ?? "";
  expect(leave).toBe("/datasets/club/reports?present=0");
  expect((await reader.get(leave)).document.documentElement.hasAttribute("data-present")).toBe(false);
});

test("letter keys are switched off and on by a form", async () => {
  const off = await reader.follow(await reader.post("/help/keys", { keys: "off" }));
  expect(off.document.documentElement.getAttribute("data-keys")).toBe("off");
  expect(off.document.querySelectorAll(".keys kbd").length).toBeGreaterThan(10);
  const on = await reader.follow(await reader.send(off, ".letters", { keys: "on" }));
  expect(on.document.documentElement.hasAttribute("data-keys")).toBe(false);
});

test("the page of numbers lists every rule in the order they are tried", async () => {
  const { document } = await reader.get("/help/numbers");
  const listed = [...document.querySelectorAll(".rules tbody th")].map((one) => one.textContent);
  expect(listed).toHaveLength(rules.length + 1);
  expect(listed[0]).toContain("A person decided");
  expect(listed.at(-1)).toContain("Too close to call");
});
