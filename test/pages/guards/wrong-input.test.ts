import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { Reader } from "../../support/browse.ts";
import { type Ended, runWinnow, startWinnow } from "../../support/run-winnow.ts";
import { mountSmallDisk, type SmallDisk } from "../../support/small-disk.ts";

const folder = mkdtempSync(join(tmpdir(), "winnow-wrong-"));
const temporary = join(folder, "temporary");
const out = join(folder, "out");
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const club = ["customer_id,plan,left"]
  .concat(Array.from({ length: 80 }, (_, row) => `C${row},${"SML"[row % 3]},${row % 4 ? "No" : "Yes"}`))
  .join("\n");
const files: Readonly<Record<string, string | Buffer>> = {
  "club.csv": club,
  "empty.csv": "",
  "header.csv": "customer_id,plan\n",
  "one.csv": "plan\nS\nM\nL\n",
  "binary.csv": randomBytes(4_000),
  "book.xlsx": Buffer.from("PK\u0003\u0004 and more"),
  "cut.csv.gz": gzipSync(club).subarray(0, 60),
  "bad.csv": `${club}\nx,secret-cell,y,z\nx,secret-cell,y,z\n`,
  "broken.yaml": "goals: [ {",
  "other.yaml": "shopping: [milk]",
  "unknown.yaml": "strategy: S\ngoals:\n  - { key: g, name: G, outcome: { field: nope, is: x }, channels: [email] }\n",
  "window.yaml": "strategy: S\ngoals:\n  - { key: g, name: G, channels: [email], window: soon }\n",
};
mkdirSync(temporary);
mkdirSync(path("folder"));
for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);

const run = (args: readonly string[]) => runWinnow(args, { seconds: 60, temporary });

/** One clear message for the reader: exit code 2, nothing on stdout, no trace, nothing left behind. */
function expectRefused({ code, out: said, err }: Ended, message: RegExp): void {
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at |fault in Winnow|secret-cell|node:|Error:/);
  expect(err.trim().length).toBeLessThan(700);
  expect([code, said]).toEqual([2, ""]);
  expect(readdirSync(temporary)).toEqual([]);
}

describe("files", () => {
  test.each([
    ["missing.csv", /There is no file .*missing\.csv/],
    ["folder", /folder is a folder/],
    ["empty.csv", /empty\.csv is empty/],
    ["header.csv", /header\.csv has a header but no rows/],
    ["one.csv", /one\.csv has only one column/],
    ["binary.csv", /binary\.csv is not a table/],
    ["book.xlsx", /book\.xlsx is an Excel workbook/],
    ["cut.csv.gz", /cut\.csv\.gz is a damaged gzip file/],
    ["bad.csv", /bad\.csv: .*(82|83).*--skip-bad-rows/],
  ])("%s is refused in words by report and by profile", async (name, message) => {
    expectRefused(await run(["report", path(name), "--outcome", "left=Yes", "--out", out]), message);
    expectRefused(await run(["profile", path(name), "--json"]), message);
    expect(existsSync(out)).toBe(false);
  });
});

describe("strategies, goals and outcomes", () => {
  const strategy = (name: string) => ["--strategy", path(name)];
  test.each<[string, string[], RegExp]>([
    ["a strategy that is no YAML", strategy("broken.yaml"), /broken\.yaml, line \d/],
    ["a YAML that is no strategy", strategy("other.yaml"), /other\.yaml/],
    ["a strategy that names a field that is not there", strategy("unknown.yaml"), /“?"?nope"?”?/],
    ["a strategy with a window that is no duration", strategy("window.yaml"), /window\.yaml.*soon/],
    ["a strategy that is not there", strategy("none.yaml"), /none\.yaml could not be read/],
    ["an unknown goal", ["--goal", "nope"], /no goal “nope”.*churn-save/],
    ["an unknown field", ["--outcome", "nope=1"], /"nope"/],
    ["an unknown value", ["--outcome", "left=Maybe"], /"Maybe".*No, Yes/],
    ["an outcome without a field", ["--outcome", "=x"], /--outcome/],
    ["an empty outcome", ["--outcome", ""], /--outcome is empty/],
    ["a condition that changes something", ["--outcome-sql", "drop table club"], /condition/],
    ["a condition that reads a file", ["--outcome-sql", "(select 1 from read_text('/etc/passwd')) = 1"], /condition/i],
    ["a condition that asks the clock", ["--outcome-sql", "now() > '2020-01-01'"], /now/],
    ["no goal at all", [], /--outcome Churn=Yes/],
    ["a format that is not there", ["--outcome", "left=Yes", "--format", "doc"], /“doc”/],
    ["a moment that is none", ["--outcome", "left=Yes", "--as-of", "yesterday"], /--as-of/],
    ["a zone that is not there", ["--outcome", "left=Yes", "--zone", "Mars"], /Mars/],
    ["an option that is not there", ["--outcome", "left=Yes", "--bogus"], /--bogus/],
  ])("%s is refused in words", async (_, args, message) => {
    expectRefused(await run(["report", path("club.csv"), ...args, "--out", out]), message);
    expect(existsSync(out)).toBe(false);
  });

  test("a report without a place to go is refused before anything is worked out", async () => {
    expectRefused(await run(["report", path("club.csv"), "--outcome", "left=Yes"]), /--out/);
  });
});

describe("places to write", () => {
  const report = (to: string) => run(["report", path("club.csv"), "--outcome", "left=Yes", "--out", to]);

  test("a file in the place of the folder is said in words and stays as it is", async () => {
    expectRefused(await report(path("club.csv")), /Could not write to .*club\.csv: it is a file/);
    expectRefused(await report(path("club.csv/below")), /it is a file/);
  });

  test.skipIf(!existsSync("/proc/self"))("a folder that cannot be made ends at once", async () => {
    expectRefused(await report("/proc/winnow"), /Could not write to \/proc\/winnow/);
  });

  const withDisk = (kilobytes: number, options = "") => mountSmallDisk(kilobytes, options);
  const probe = withDisk(64);
  probe?.remove();

  test.skipIf(!probe)("a full disk is said in words, and what was there before stays whole", async () => {
    const disk = withDisk(200) as SmallDisk;
    try {
      const to = join(disk.folder, "out");
      mkdirSync(to);
      writeFileSync(join(to, "minimization.md"), "the report of last week");
      writeFileSync(join(disk.folder, "filling"), Buffer.alloc(150_000));
      expectRefused(await report(to), /the disk is full/);
      expect(readdirSync(to)).toEqual(["minimization.md"]);
    } finally {
      disk.remove();
    }
  });

  test.skipIf(!probe)("a disk that may only be read is said in words", async () => {
    const disk = withDisk(64, "ro") as SmallDisk;
    try {
      expectRefused(await report(join(disk.folder, "out")), /you may not write there/);
      const opened = await run(["--workspace", join(disk.folder, "workspace"), "--no-open", "--port", "0"]);
      expectRefused(opened, /The workspace could not be made/);
    } finally {
      disk.remove();
    }
  });
});

describe("the workbench", () => {
  test("a second one on the same workspace is refused, and the first goes on", async () => {
    const workspace = path("workspace");
    const first = await startWinnow(workspace, [path("club.csv")]);
    const second = await run(["--workspace", workspace, "--no-open", "--port", "0"]);
    expectRefused(second, /workspace/);
    const page = await new Reader(first).get("/");
    expect(page.status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  test("a port in use is refused with another to choose", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = String(typeof address === "object" ? address?.port : address);
    const opened = await run(["--workspace", path("other"), "--no-open", "--port", port]);
    expectRefused(opened, new RegExp(`Port ${port} is in use.*--port`));
    taken.close();
  });

  test("a port that there is not, and a file that is not there, are refused", async () => {
    expectRefused(await run(["--workspace", path("other"), "--no-open", "--port", "99999"]), /port/i);
    expectRefused(await run([path("none.csv"), "--workspace", path("none"), "--no-open", "--port", "0"]), /none\.csv/);
    expect(existsSync(path("none"))).toBe(false);
  });

  test("a table that cannot be read ends it, and the workspace opens again", async () => {
    const workspace = path("after-broken");
    const opened = await run([path("empty.csv"), "--workspace", workspace, "--no-open", "--port", "0"]);
    expect([opened.code, opened.err]).toEqual([2, expect.stringMatching(/empty\.csv is empty/)]);
    const again = await startWinnow(workspace, [path("club.csv")]);
    expect(await again.stop()).toBe(0);
  });
});
