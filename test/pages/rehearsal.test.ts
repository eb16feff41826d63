import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Answer, Reader } from "../support/browse.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const begin = "/datasets/small/goals/top-up-offer/rehearsal";

let served: ServedWorkbench;
let reader: Reader;
beforeAll(async () => {
  served = await serveSmallSample();
  reader = new Reader(served);
});
afterAll(() => served.close());

const start = async (changes: Record<string, string>) =>
  reader.send(await reader.follow(await reader.get(begin)), "form[action$='/rehearsal']", changes);
const textOf = (page: Answer, selector: string) =>
  page.document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim();
const jsonOf = async (path: string) => JSON.parse((await reader.get(`${path}.json`)).text).rehearsal;

test("without script, a plain form ends on the summary, equal to the report to the event", async () => {
  const first = await reader.follow(await reader.get(begin));
  expect(textOf(first, "h1")).toBe("Rehearse “Top-up offer when data runs low”");
  const started = await start({ speed: "most" });
  expect(started.status).toBe(303);
  const page = await reader.follow(started);
  expect(textOf(page, "h1")).toMatch(/^[\d,]+ of [\d,]+ triggers were acted on in time$/);
  expect(textOf(page, ".reh-verdict")).toBe("Equal, to the event.");
  expect(textOf(page, ".reh-end > p:last-child")).toMatch(/at the moment that mattered\. So did the rehearsal\.$/);

  const { state, end, triggers, decided, seen, latency } = await jsonOf(started.location ?? "");
  expect({ state, equal: end.equal, decided }).toEqual({ state: "done", equal: true, decided: triggers });
  expect(end.replayed).toEqual(end.reported);
  expect(seen).toBeGreaterThanOrEqual(triggers);
  expect(latency.p99).toBeGreaterThan(0);

  const report = JSON.parse((await reader.get("/datasets/small/goals/top-up-offer/actionability.json")).text);
  expect(report.goals[0].atTriggerTime).toMatchObject({ triggers, count: end.replayed.acted });
});

test("some of the days are compared with the report's count of the same days", async () => {
  const page = await reader.follow(await start({ from: "2026-11-10", to: "2026-11-12", speed: "most" }));
  expect(textOf(page, ".reh-verdict")).toBe("Equal, to the event.");
  expect(textOf(page, ".reh-end")).not.toContain("moment that mattered");
  expect(page.document.querySelector("#from")?.getAttribute("value")).toBe("2026-11-10");
});

test("it is paused, stepped and stopped by plain forms", async () => {
  const path = (await start({ speed: "1" })).location ?? "";
  const act = (name: string, more: Record<string, string> = {}) => reader.post(path, { act: name, ...more });
  expect((await act("pause")).location).toBe(path);
  await vi.waitFor(async () => expect((await jsonOf(path)).state).toBe("paused"), { timeout: 10_000, interval: 20 });
  const { decided } = await jsonOf(path);
  await act("step");
  await vi.waitFor(async () => expect((await jsonOf(path)).decided).toBe(decided + 1), { interval: 20 });
  const paused = await reader.get(path);
  expect(paused.document.querySelectorAll(".reh-last tbody tr").length).toBe(decided + 1);
  expect(paused.document.querySelector("button[value='pause']")?.hasAttribute("hidden")).toBe(true);
  expect(paused.document.querySelector("meta[http-equiv='refresh']")).toBeNull();
  await act("speed", { speed: "100" });
  expect((await jsonOf(path)).speed).toBe(100);
  await act("stop");
  await vi.waitFor(async () => expect((await jsonOf(path)).state).toBe("stopped"), { interval: 20 });
  expect(textOf(await reader.get(path), "h1")).toBe("Stopped before the end");
});

test("while it runs the page asks for itself again, and a second start stops the first", async () => {
  const one = (await start({ speed: "1" })).location ?? "";
  const running = await reader.get(one);
  expect(running.document.querySelector("meta[http-equiv='refresh']")).not.toBeNull();
  expect((await reader.get(begin)).location).toBe(one);
  const second = await reader.post(begin, { from: "", to: "", speed: "most" });
  expect(second.location).not.toBe(one);
  await vi.waitFor(async () => expect((await jsonOf(one)).state).toBe("stopped"), { interval: 20 });
  expect(textOf(await reader.follow(second), ".reh-verdict")).toBe("Equal, to the event.");
});

test("wrong days are asked for again, with what was written kept", async () => {
  const page = await reader.post(begin, { from: "2026-11-12", to: "2026-11-10", speed: "most" });
  expect(page.status).toBe(400);
  expect(page.document.querySelector("title")?.textContent).toMatch(/^Error: /);
  expect(textOf(page, ".errors li")).toMatch(/^The last day is before the first/);
  expect(page.document.querySelector("#to")?.getAttribute("value")).toBe("2026-11-10");
  const noDay = await reader.post(begin, { from: "2026-02-31", to: "2026-11-12", speed: "most" });
  expect(textOf(noDay, ".errors li")).toMatch(/^Write the first day as/);
  expect((await reader.post(begin, { from: "yesterday", to: "" })).status).toBe(400);
});

test("nothing of a customer is in the page, its stream or its JSON", async () => {
  const path = (await start({ speed: "most" })).location ?? "";
  const stream = (await reader.get(`${path}/events`)).text;
  expect(stream).toMatch(/^event: live\ndata: /);
  expect(stream).toMatch(/event: end\ndata: done\n\n$/);
  const all = [stream, (await reader.get(path)).text, (await reader.get(`${path}.json`)).text].join("\n");
  expect(all).not.toMatch(/HM\d{6}|@example\.|\+1 720/);
});

test("the report and the board lead to it; a rehearsal that is not there leads back", async () => {
  const report = await reader.follow(await reader.get("/datasets/small/goals/top-up-offer/actionability"));
  const board = await reader.follow(await reader.get("/datasets/small/goals/top-up-offer/board"));
  for (const page of [report, board]) expect(page.document.querySelector(`a[href='${begin}']`)).not.toBeNull();
  const gone = await reader.get(`${begin}/nothing`);
  expect(gone.status).toBe(404);
  expect(gone.document.querySelector(`a[href='${begin}']`)).not.toBeNull();
  const foreign = (await start({ speed: "most" })).location?.replace("top-up-offer", "welcome") ?? "";
  expect((await reader.get(foreign)).status).toBe(404);
});

test("a goal that cannot be replayed says why, and where to mend it", async () => {
  const edit = "/datasets/small/goals/welcome/edit";
  await reader.send(await reader.get(edit), "form[action$='/edit']", { trigger: "" });
  const page = await reader.follow(await reader.get("/datasets/small/goals/welcome/rehearsal"));
  expect(page.status).toBe(200);
  expect(textOf(page, ".callout.go")).toBe(
    "Nothing sets this goal off, so there is nothing to replay. Give it a trigger. Edit goal",
  );
  expect(page.document.querySelector(".callout.go a")?.getAttribute("href")).toBe(edit);
});
