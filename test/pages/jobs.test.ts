import { afterAll, beforeAll, expect, test } from "vitest";
import { Cancelled, UserError } from "../../server/errors.ts";
import type { Job, JobContext } from "../../server/jobs/jobs.ts";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

let served: ServedWorkbench;
let reader: Reader;
beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
});
afterAll(() => served.close());

const start = <T>(work: (context: JobContext) => Promise<T>): Job<T> =>
  served.workbench.jobs.start("Counting", null, work);

/** Runs until it is cancelled. */
const endless = ({ signal, progress }: JobContext) =>
  new Promise<never>((_, reject) => {
    progress(3, 12, "field 3");
    signal.addEventListener("abort", () => reject(new Cancelled("Cancelled.")));
  });

test("a page without script shows how far a job is, reloads itself and can cancel it", async () => {
  const job = start(endless);
  const page = await reader.get(`/jobs/${job.id}?back=/help/keys`);
  expect(page.document.querySelector("h1")?.textContent).toBe("Counting");
  expect(page.document.querySelector("progress")?.getAttribute("value")).toBe("25");
  expect(page.document.querySelector("noscript meta")?.getAttribute("http-equiv")).toBe("refresh");
  expect(JSON.parse((await reader.get(`/jobs/${job.id}.json`)).text).job).toMatchObject({ state: "running" });

  const cancelled = await reader.follow(await reader.send(page, "form.job-acts"));
  expect(cancelled.document.querySelector("h1")?.textContent).toBe("It was cancelled");
  expect(cancelled.document.querySelector(".fault .btn")?.getAttribute("href")).toBe("/help/keys");
});

test("the event stream tells the progress as the fragment to show, then the end", async () => {
  let finish = () => {};
  const job = start(({ progress }) => {
    progress(1, 2, "half");
    return new Promise<object>((resolve) => {
      finish = () => resolve({});
    });
  });
  const stream = fetch(`${served.address}/jobs/${job.id}/events`).then(async (response) => {
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes("50 of 100")) finish();
    }
    return text;
  });
  const text = await stream;
  expect(text).toMatch(/^event: progress\ndata: <div/);
  expect(text).toMatch(/event: end\ndata: done\n\n$/);
});

test("a job that is done leads on: where it says itself, else where the page was told, never elsewhere", async () => {
  const own = start(async () => ({ next: "/help/keys" }));
  const told = start(async () => ({}));
  await Promise.all([own.finished, told.finished]);
  expect((await reader.get(`/jobs/${own.id}?next=/help/numbers`)).location).toBe("/help/keys");
  expect((await reader.get(`/jobs/${told.id}?next=/help/numbers`)).location).toBe("/help/numbers");
  expect((await reader.get(`/jobs/${told.id}?next=//evil.example`)).location).toBe("/");
});

test("what the reader can mend is said as it stands; a bug shows none of its text", async () => {
  const fault = start(() => Promise.reject(new UserError("customers.csv is empty. Choose another file.")));
  const bug = start(() => Promise.reject(new Error("Ms Secret")));
  await Promise.allSettled([fault.finished, bug.finished]);
  const words = await reader.get(`/jobs/${fault.id}`);
  expect([words.status, words.text.includes("customers.csv is empty. Choose another file.")]).toEqual([400, true]);
  const broken = await reader.get(`/jobs/${bug.id}`);
  expect([broken.status, broken.text.includes("Secret")]).toEqual([500, false]);
  expect(served.log.join("\n")).toContain("A job failed: Error");
  expect(served.log.join("\n")).not.toContain("Secret");
});

test("a job that nobody knows any more is a 404, or leads where the page was told", async () => {
  expect((await reader.get("/jobs/gone")).status).toBe(404);
  expect((await reader.get("/jobs/gone?next=/help/keys")).location).toBe("/help/keys");
  expect((await reader.get("/jobs/gone/events")).status).toBe(404);
});
