import { afterAll, beforeAll, expect, test } from "vitest";
import { Reader } from "../support/browse.ts";
import { type Replay, replaySorting, testedIn } from "../support/replay-sorting.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";

const board = "/datasets/small/goals/keep-leavers/board";
let served: ServedWorkbench;
let reader: Reader;
let replay: Replay;

beforeAll(async () => {
  served = await serveSmallSample(4000);
  reader = new Reader(served);
  replay = await replaySorting(served.workbench, "small", "keep-leavers");
}, 120_000);
afterAll(() => served.close());

const textOf = (document: Document, selector: string) => document.querySelector(selector)?.textContent?.trim();

test("the frame stands at once, with a place for every field that waits, and reloads itself without script", async () => {
  const { document, status } = await reader.get(board);
  expect(status).toBe(200);
  expect(textOf(document, "h1")).toBe("Keep customers whose contract is ending");
  expect(document.querySelectorAll(".col")).toHaveLength(4);
  expect(textOf(document, "[data-strip] b")).toBe("Getting ready");
  expect(document.querySelectorAll(".slot").length).toBeGreaterThan(20);
  expect(document.querySelector("noscript meta")?.getAttribute("http-equiv")).toBe("refresh");
  expect(document.querySelector(".testing a")?.getAttribute("href")).toBe(board);
});

test("what a rule settles stands in its column before anything is tested, and nothing on it can be pressed yet", async () => {
  replay.show(replay.looks[0]!);
  const { document } = await reader.get(board);
  expect(document.querySelector("#col-needed #c-customer-id")).not.toBeNull();
  expect(document.querySelector("#col-unused [data-card]")).not.toBeNull();
  expect(document.querySelectorAll("[data-card] button, [data-card] a")).toHaveLength(0);
  expect(textOf(document, "[data-strip] b")).toMatch(/^0 of \d+ fields tested$/);
  expect(document.querySelectorAll(".slot.done")).toHaveLength(0);
  expect(document.querySelector("main")?.textContent).toContain("first look");
});

test("the stream tells each card as it is tested, only what has changed, and then the end", async () => {
  const [, some, more] = [replay.looks[0]!, ...replay.looks.slice(1)];
  replay.show(replay.looks[0]!);
  const page = await reader.get(board);
  const events = page.document.querySelector("[data-events]")?.getAttribute("data-events") ?? "";
  const response = await fetch(`${served.address}${events}`);
  const looks: string[] = [];
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    const seen = text.split("\n\n").slice(0, -1);
    if (seen.length === looks.length) continue;
    looks.push(...seen.slice(looks.length));
    if (looks.length === 1) replay.show(some!);
    if (looks.length === 2) replay.show(more!);
    if (looks.length === 3) replay.finish();
  }
  expect(looks.map((look) => look.split("\n")[0])).toEqual(["event: look", "event: look", "event: look", "event: end"]);
  expect(looks[0]).toContain('id="c-customer-id"');
  expect(looks[1]).toContain(`${testedIn(some!)} of`);
  expect(looks[1]?.match(/data-card/g)?.length).toBeGreaterThan(0);
  expect(looks[1]).not.toContain('id="c-customer-id"');
  expect(looks[2]).toContain(`${testedIn(more!)} of`);
  expect(looks[3]).toContain("data: done");
});

test("when the job has ended the address is the whole board, whose cards can be moved", async () => {
  const { document } = await reader.get(board);
  expect(document.querySelector("[data-module=board]")).not.toBeNull();
  expect(document.querySelectorAll("[data-card] button").length).toBeGreaterThan(20);
  expect(document.querySelector(".slot")).toBeNull();
});

test("a board that was cancelled says so, and begins nothing anew by itself", async () => {
  const again = await replaySorting(served.workbench, "small", "welcome");
  const page = await reader.get("/datasets/small/goals/welcome/board");
  const ended = await reader.follow(await reader.send(page, ".testing-acts"));
  expect(textOf(ended.document, "h1")).toBe("It was cancelled");
  expect(again.job.state).toBe("cancelled");
  const other = again.job.id;
  const events = `/datasets/small/goals/welcome/sorting/${other}/events`;
  expect((await reader.get(events)).text).toContain("data: cancelled");
  expect((await reader.get(events.replace(other, "gone"))).status).toBe(404);
});
