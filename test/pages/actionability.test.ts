import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { type Answer, Reader } from "../support/browse.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = "/datasets/small/goals/top-up-offer/actionability";
const form = "form[action*='#efforts']";

let served: ServedWorkbench;
let reader: Reader;
beforeAll(async () => {
  served = await serveSmallSample();
  reader = new Reader(served);
});
afterAll(() => served.close());

const report = async () => reader.follow(await reader.get(path));
const send = async (changes: Record<string, string>) => reader.send(await report(), form, changes);
const textOf = (page: Answer, selector: string) =>
  page.document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim();
const inputOf = (page: Answer, selector: string) => page.document.querySelector(selector)?.getAttribute("value");
const strategy = async () => readStrategy((await reader.get("/datasets/small/strategy.yaml")).text, "strategy.yaml");
const plan = async () =>
  JSON.parse((await reader.follow(await reader.get(`${path}.json`))).text).goals[0].explanation.plan;

test("efforts and the wished share are kept in the strategy, and the plan follows them everywhere", async () => {
  const first = (await plan()).fixes[0];
  expect(first).toMatchObject({ by: null });
  const sent = await send({ [`effort:${first.fix}`]: "40", wish: "45", by: "Head of CRM" });
  expect([sent.status, sent.location]).toEqual([303, `${path}?done=efforts#efforts`]);

  const { efforts, goals } = await strategy();
  expect(efforts).toMatchObject([{ goal: "top-up-offer", fix: first.fix, points: 40, by: "Head of CRM" }]);
  expect(goals.find(({ key }) => key === "top-up-offer")?.wishedShare).toBe(0.45);

  const after = await plan();
  expect(after).toMatchObject({ wishedShare: 0.45, wished: true });
  expect(after.fixes[0]).toMatchObject({ fix: first.fix, points: 40, by: "Head of CRM" });
  const page = await reader.follow(await reader.get(sent.location?.split("#")[0] ?? ""));
  expect(textOf(page, ".toast p")).toBe("Efforts saved.");
  expect(textOf(page, ".report-actions")).toContain("effort 40 by Head of CRM");
  expect(inputOf(page, "#effort-1")).toBe("40");
  expect(inputOf(page, "#wish")).toBe("45");
  for (const ending of ["md", "html"])
    expect((await reader.follow(await reader.get(`${path}.${ending}`))).text).toContain("effort 40 by Head of CRM");
});

test("a form with a fault keeps what was written and changes nothing", async () => {
  const before = await strategy();
  const page = await send({ "effort:match": "a lot", wish: "450", by: "" });
  expect(page.status).toBe(400);
  const faults = [...page.document.querySelectorAll(".errors a")].map((link) => link.getAttribute("href"));
  expect(faults).toContain("#wish");
  expect(faults).toContain("#by");
  expect(page.document.querySelector("#wish")?.getAttribute("aria-invalid")).toBe("true");
  expect(inputOf(page, "#wish")).toBe("450");
  expect(inputOf(page, "[name='effort:match']")).toBe("a lot");
  expect(await strategy()).toEqual(before);
});

test("the usual efforts come back when they are asked for, and when they are written", async () => {
  const { fix } = (await plan()).fixes[0];
  await send({ [`effort:${fix}`]: "7", by: "Ann" });
  expect((await strategy()).efforts).toMatchObject([{ fix, points: 7, by: "Ann" }]);
  const taken = await reader.post(path, { act: "take-back" });
  expect(taken.location).toBe(`${path}?done=usual-efforts#efforts`);
  const { efforts, goals } = await strategy();
  expect(efforts).toEqual([]);
  expect(goals.some(({ wishedShare }) => wishedShare !== undefined)).toBe(false);
  const usual = (await plan()).fixes[0].points;
  await send({ [`effort:${fix}`]: "9", by: "Ann" });
  await send({ [`effort:${fix}`]: String(usual), by: "Ann" });
  expect((await strategy()).efforts).toEqual([]);
});

test("the goal's form leaves the wished share alone", async () => {
  await send({ wish: "30", by: "Ann" });
  await reader.send(await reader.get("/datasets/small/goals/top-up-offer/edit"), "form[action$='/edit']", {});
  expect((await strategy()).goals.find(({ key }) => key === "top-up-offer")?.wishedShare).toBe(0.3);
});

test("the list of fields says of each whether it is there in time for the goals that need it", async () => {
  await report();
  const page = await reader.get("/datasets/small/fields?field=customers.data-left-pct");
  const row = [...page.document.querySelectorAll("#field-list tr")].find((one) =>
    one.textContent?.includes("data_left_pct"),
  );
  expect(row?.querySelector(".ready")?.textContent).toBe("in time for its goal");
  expect(textOf(page, ".ready-for li")).toBe("Top-up offer when data runs low: in time");
  expect(page.document.querySelector(".ready-for a")?.getAttribute("href")).toBe(path);
});

test("the moment that the report stands for is the data's, shown and changed by a plain form", async () => {
  const first = await report();
  const own = inputOf(first, "#asOf") ?? "";
  expect(own).toMatch(/^2026-11-23T/);
  const back = await reader.follow(await reader.get(`${path}?asOf=2026-11-16T12%3A00`));
  expect(inputOf(back, "#asOf")).toBe("2026-11-16T12:00");
  expect(textOf(back, ".report-kick")).toContain("16 November 2026");
  expect(back.document.querySelector(".report-as-of a")?.getAttribute("href")).toBe(path);
  const file = back.document.querySelector(".report-take a[href*='.json']")?.getAttribute("href") ?? "";
  expect(JSON.parse((await reader.follow(await reader.get(file))).text).asOf).toBe("2026-11-16T12:00:00Z");
  expect((await reader.get(`${path}?asOf=yesterday`)).status).toBe(400);
  expect((await reader.get(`${path}?asOf=2026-02-31`)).status).toBe(400);
});
