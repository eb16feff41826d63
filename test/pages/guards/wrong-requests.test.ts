import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../../server/pages/routes.ts";
import { type Answer, Reader } from "../../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../../support/serve-workbench.ts";

let served: ServedWorkbench;
let reader: Reader;
beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  await reader.load({ "club.csv": club });
});
afterAll(() => served.close());

const club = ["customer_id,plan,left"]
  .concat(Array.from({ length: 80 }, (_, row) => `C${row},${"SML"[row % 3]},${row % 4 ? "No" : "Yes"}`))
  .join("\n");
const bytes = (content: Buffer) => Uint8Array.from(content);

test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
  ["empty.csv", "", /empty\.csv is empty/],
  ["header.csv", "customer_id,plan\n", /header\.csv has a header but no rows|holds no records/],
  ["one.csv", "plan\nS\nM\n", /one\.csv has only one column/],
  ["binary.csv", bytes(randomBytes(4_000)), /binary\.csv is not a table/],
  ["book.xlsx", bytes(Buffer.from("PK\u0003\u0004 and more")), /book\.xlsx is an Excel workbook/],
  ["cut.csv.gz", bytes(gzipSync(club).subarray(0, 60)), /cut\.csv\.gz is a damaged gzip file/],
  ["bad.csv", `${club}\nx,secret-cell,y,z\nx,secret-cell,y,z\n`, /bad\.csv.*(82|83)|cannot be read|could not be read/s],
])("an upload of %s says what is wrong with it, and nothing of it stays", async (name, content, message) => {
  const before = arrived();
  const { page, previewed } = await loadWholly({ [name]: content });
  expect(page.document.querySelector("main")?.textContent).toMatch(message);
  expect(page.text).not.toMatch(/secret-cell|\n\s+at /);
  expect(
    (await reader.get("/")).document.querySelectorAll("main a[href$='/datasets/club/fields']").length,
  ).toBeLessThan(3);
  // What had a preview stays for a day, so that another reading can be chosen.
  if (!previewed) expect(arrived()).toEqual(before);
  expect(served.log).toEqual([]);
});

function arrived(): readonly string[] {
  return readdirSync(served.workbench.folders.incoming);
}

/** Uploads and, where there is a preview, loads without correcting anything; the page it ends on. */
async function loadWholly(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): Promise<{ page: Answer; previewed: boolean }> {
  const preview = await reader.follow(await reader.upload("/uploads", files));
  if (!preview.document.querySelector("form[action$='/load']")) return { page: preview, previewed: false };
  return { page: await reader.follow(await reader.send(preview, "form[action$='/load']")), previewed: true };
}

test("every address that takes forms refuses those of other sites before it reads them", async () => {
  for (const [method, path] of routes) {
    if (method !== "post") continue;
    const asked = path.replace(/:\w+/g, "club");
    for (const headers of [{ origin: "http://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      const answer = await reader.post(asked, { verdict: "unused" }, headers);
      expect([asked, answer.status]).toEqual([asked, 403]);
    }
  }
});

test("every address refuses what it does not take with 405 and says what it takes", async () => {
  for (const path of new Set(routes.map((route) => route[1]))) {
    const asked = path.replace(/:\w+/g, "club");
    const response = await fetch(new URL(asked, served.address), { method: "DELETE" });
    expect([asked, response.status]).toEqual([asked, 405]);
    expect(response.headers.get("allow")).toMatch(/GET|POST/);
    await response.body?.cancel();
  }
  const page = await reader.get("/uploads");
  expect([page.status, page.document.querySelector("h1")?.textContent]).toEqual([405, expect.stringMatching(/opened/)]);
});

test("every address of something that is not there is a 404 in words", async () => {
  for (const [method, path] of routes) {
    if (!path.includes(":")) continue;
    const asked = path.replace(/:\w+/g, "nothing");
    const answer = method === "get" ? await reader.get(asked) : await reader.post(asked, { by: "test" });
    const found = await reader.follow(answer);
    expect([method, asked, found.status]).toEqual([method, asked, 404]);
    expect(found.text).not.toMatch(/\n\s+at /);
  }
});

test("a form that is too large is refused at every address that takes one", async () => {
  for (const path of ["/theme", "/sample", "/datasets/club/forget"]) {
    expect((await reader.post(path, { reason: "x".repeat(1_100_000) })).status).toBe(413);
  }
  expect((await reader.get("/datasets/club/fields")).status).toBe(200);
});

test("nothing of all that was a bug", () => {
  expect(served.log).toEqual([]);
});
