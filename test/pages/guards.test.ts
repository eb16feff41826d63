import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

let served: ServedWorkbench;
beforeAll(async () => {
  served = await serveWorkbench();
});
afterAll(() => served.close());

test("every page forbids what is inline, evaluated or from elsewhere, and no cache keeps it", async () => {
  const { headers } = await new Reader(served).get("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers.get("strict-transport-security")).toBeNull();
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("no page holds a style or a script of its own", async () => {
  const reader = new Reader(served);
  for (const path of ["/", "/help/numbers", "/help/keys", "/nothing-here"]) {
    const { document, text } = await reader.get(path);
    expect(document.querySelectorAll("style, script:not([src])"), path).toHaveLength(0);
    expect(text, path).not.toMatch(/ style=| on[a-z]+=/);
  }
});

test("styles, fonts and modules are named by their content and kept for a year", async () => {
  const reader = new Reader(served);
  const { document } = await reader.get("/");
  const links = [...document.querySelectorAll("link[href], script[src]")];
  const paths = links.map((link) => link.getAttribute("href") ?? link.getAttribute("src") ?? "");
  expect(paths).toHaveLength(4);
  for (const path of paths) {
    const { status, headers } = await reader.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get("cache-control")).toContain("immutable");
  }
});

test("a name of somebody else's is refused with 421, localhost by any of its names is not", async () => {
  expect(await statusFor({ host: "evil.example" })).toBe(421);
  expect(await statusFor({ host: "localhost.evil.example" })).toBe(421);
  for (const host of ["localhost", "127.0.0.1:4747", "[::1]:4747", "LOCALHOST:1"])
    expect(await statusFor({ host })).toBe(200);
});

test("forms from another site, or from another port of this computer, are refused with 403", async () => {
  const reader = new Reader(served);
  const post = (headers: Record<string, string>) => reader.post("/theme", { theme: "dark" }, headers);
  expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await post({ origin: "http://evil.example" })).status).toBe(403);
  expect((await post({ origin: "http://localhost:1" })).status).toBe(403);
  expect((await post({ origin: "null" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(303);
  expect((await post({ origin: served.address })).status).toBe(303);
});

test("an unknown address is a 404 that names what may have been meant, as HTML or as JSON", async () => {
  const reader = new Reader(served);
  const page = await reader.get("/help/number");
  expect(page.status).toBe(404);
  expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/help/numbers");
  const json = await reader.get("/help/number", { accept: "application/json" });
  expect(JSON.parse(json.text)).toEqual({ error: { message: "This page does not exist.", near: ["/help/numbers"] } });
});

test("a broken path or a form that is too large is the reader's to mend, not a bug", async () => {
  const reader = new Reader(served);
  expect((await reader.get("/datasets/%E0%A4%A/fields")).status).toBe(400);
  expect((await reader.post("/theme", { theme: "x".repeat(2_000_000) })).status).toBe(413);
  expect(served.log).toEqual([]);
});

test("a bug shows neither its message nor where it happened, and its trace holds no text of it", async () => {
  const broken = await serveWorkbench();
  const { database } = broken.workbench;
  database.rows = () => Promise.reject(new Error("Ms Secret, 1970-01-01"));
  const page = await new Reader(broken).get("/");
  expect(page.status).toBe(500);
  expect(page.text).not.toMatch(/Secret|at .*\.ts/);
  expect(broken.log.join("\n")).toContain("GET failed: Error");
  expect(broken.log.join("\n")).not.toContain("Secret");
  await broken.close();
});

test("the appearance is kept in a cookie and leads back to the page it was chosen on", async () => {
  const reader = new Reader(served);
  const chosen = await reader.post("/theme", { theme: "dark", back: "/help/keys" });
  expect(chosen.location).toBe("/help/keys");
  const page = await reader.get("/");
  expect(page.document.documentElement.getAttribute("data-theme")).toBe("dark");
  expect(page.document.querySelector(".theme [aria-pressed=true]")?.textContent).toBe("Dark");
});

test("no form leads away from Winnow", async () => {
  const reader = new Reader(served);
  for (const back of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    expect((await reader.post("/theme", { theme: "light", back })).location).toBe("/");
  }
});

function statusFor(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(served.address);
    request({ host: "127.0.0.1", port, path: "/", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
