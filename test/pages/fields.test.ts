import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const fields = "/datasets/club/fields";
const field = (slug: string) => `/datasets/club/tables/club/fields/${slug}`;
const plans = ["Small", "Medium", "Large"];

let served: ServedWorkbench;
let reader: Reader;

beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const rows = Array.from({ length: 200 }, (_, index) => {
    const born = `19${50 + (index % 50)}-0${(index % 9) + 1}-1${index % 10}`;
    const illness = index % 4 ? "" : "asthma";
    return `C${index},ann.${index}@example.org,${born},${plans[index % 3]},${illness},${index % 7 ? "" : "a note"}`;
  });
  await reader.load({ "club.csv": ["customer_id,email,birth_date,plan,health_condition,nick", ...rows].join("\n") });
});
afterAll(() => served.close());

test("the page says how much is held about how many, and what to look at first", async () => {
  const { document } = await reader.get(fields);
  expect(document.querySelector("h1")?.textContent).toBe("6 fields about 200 customers");
  const first = [...document.querySelectorAll(".first b")].map((claim) => claim.textContent);
  expect(first[0]).toBe("Taken together, they single out all customers");
  expect(first[1]).toBe("One field is specially protected");
});

test("facets and the find box narrow the list by their address alone", async () => {
  const special = await reader.get(`${fields}?facet=special`);
  expect(names(special.document)).toEqual(["health_condition"]);
  const found = await reader.get(`${fields}?find=EMAIL`);
  expect(names(found.document)).toEqual(["email"]);
  const none = await reader.get(`${fields}?find=zzz`);
  expect(none.document.querySelector(".empty h2")?.textContent).toBe("No field matches");
});

test("the panel shows the field asked for, with the levels that would single out fewer", async () => {
  const { document } = await reader.get(`${fields}?field=club.birth-date`);
  expect(document.querySelector(".field-panel h2")?.textContent).toBe("Date of birth");
  const levels = [...document.querySelectorAll(".levels tbody tr")].map((row) => row.textContent);
  expect(levels[0]).toMatch(/^Exact value/);
  expect(levels.length).toBeGreaterThan(2);
});

test("JSON and CSV hold every field, whatever the page shows", async () => {
  const { profile } = JSON.parse((await reader.get(`${fields}.json`)).text);
  expect(profile).toHaveLength(6);
  expect(Object.keys(profile[0])).toEqual([
    ...["table", "name", "meaning", "meaningReason", "sensitivity", "origin"],
    ...["records", "filled", "distinct", "approximate", "updated"],
  ]);
  const csv = await reader.get(`${fields}.csv`);
  expect(csv.headers.get("content-disposition")).toContain("club-fields.csv");
  expect(csv.text.trim().split("\r\n")).toHaveLength(7);
});

test("a field of values that point at one person shows none of them, in no form", async () => {
  for (const path of [field("email"), `${field("email")}?show=samples`, `${field("email")}.json`]) {
    expect((await reader.get(path)).text, path).not.toMatch(/ann\.\d+@/);
  }
});

test("protected values are masked until somebody asks for them", async () => {
  const masked = await reader.get(field("health-condition"));
  expect(masked.document.querySelector("main")?.textContent).not.toContain("asthma");
  const shown = await reader.get(`${field("health-condition")}?show=samples`);
  expect(shown.document.querySelector("main")?.textContent).toContain("asthma");
});

test("a mistyped field is a 404 that names the nearest one", async () => {
  const page = await reader.get(field("birthdate"));
  expect(page.status).toBe(404);
  expect(page.document.querySelector("main a")?.getAttribute("href")).toBe(field("birth-date"));
});

test("a correction is kept, marked as somebody's, and stays until it is taken back", async () => {
  const page = await reader.get(field("nick"));
  const unsigned = await reader.send(page, ".correct", { meaning: "segment" });
  expect(unsigned.status).toBe(400);
  expect(unsigned.document.querySelector("title")?.textContent).toMatch(/^Error: /);
  expect(unsigned.document.querySelector(".errors a")?.getAttribute("href")).toBe("#by");
  expect(unsigned.document.querySelector("#meaning [selected]")?.getAttribute("value")).toBe("segment");

  const changes = { meaning: "segment", origin: "acquired", by: "Head of CRM" };
  const saved = await reader.follow(await reader.send(page, ".correct", changes));
  expect(saved.document.querySelector(".toast")?.textContent).toContain("Correction saved");
  expect(await classed()).toEqual(["segment", "acquired"]);
  const again = await reader.get(field("nick"));
  expect(again.text).toContain("Last corrected by Head of CRM");
  expect(again.document.querySelector("#by")?.getAttribute("value")).toBe("Head of CRM");

  await reader.send(again, ".correct", { act: "take-back" });
  expect((await classed())[0]).not.toBe("segment");

  async function classed(): Promise<string[]> {
    const { profile } = JSON.parse((await reader.get(`${fields}.json`)).text);
    const nick = profile.find((one: { name: string }) => one.name === "nick");
    return [nick.meaning, nick.origin];
  }
});

test("a table of 1,000 columns stays under 300 KB a page, 100 fields at a time", async () => {
  const header = ["customer_id", ...Array.from({ length: 999 }, (_, index) => `answer_${index + 1}`)];
  const rows = Array.from({ length: 12 }, (_, row) =>
    header.map((_, column) => (column ? (row * column) % 7 : `C${row}`)),
  );
  const preview = await reader.follow(
    await reader.upload("/uploads", { "wide.csv": [header, ...rows].map((cells) => cells.join(",")).join("\n") }),
  );
  const page = await reader.follow(await reader.send(preview, "form[action$='/load']"));
  for (const { text } of [preview, page]) expect(text.length).toBeLessThan(300_000);
  expect(names(page.document)).toHaveLength(100);
  const last = await reader.get("/datasets/wide/fields?page=10");
  expect(names(last.document)).toHaveLength(100);
  expect(last.document.querySelector(".pages")?.textContent).toContain("901 to 1,000 of 1,000 fields");
  expect(last.document.querySelector(".pages [rel=next]")).toBeNull();
});

function names(document: Document): readonly (string | null)[] {
  return [...document.querySelectorAll(".ft th[scope=row] code")].map((code) => code.textContent);
}
