import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../server/package-root.ts";

const folder = join(packageRoot(), "queries");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sql"));
const source = readdirSync(join(packageRoot(), "server"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(packageRoot(), "server", name), "utf8"))
  .join("\n");

function read(name: string): { header: string[]; body: string } {
  const lines = readFileSync(join(folder, name), "utf8").split("\n");
  const end = lines.findIndex((line) => !line.startsWith("--"));
  return { header: lines.slice(0, end), body: lines.slice(end).join("\n").trim() };
}

const withoutTexts = (sql: string) => sql.replace(/'[^']*'/g, "''").replace(/--.*/g, "");

describe.each(files)("queries/%s", (name) => {
  const { header, body } = read(name);

  test("opens with a sentence", () => {
    expect(header[0]).toMatch(/^-- [A-Z].*\.$/);
  });

  test("is one statement", () => {
    expect(withoutTexts(body).replace(/;$/, "")).not.toContain(";");
  });

  test("is not put together by TypeScript", () => {
    expect(body).not.toContain("${");
  });

  test("names in its header every value it binds and every name it takes", () => {
    const head = header.join("\n");
    const values = new Set(withoutTexts(body).match(/\$[a-z_][a-z0-9_]*/g) ?? []);
    const places = new Set(withoutTexts(body).match(/\{[a-z_]+\}/g) ?? []);
    for (const need of [...values, ...places]) expect(head).toContain(need);
  });

  // Some names are put together: `failing-${reading}`. Then the parts are in the source.
  test("is used", () => {
    const base = basename(name, ".sql");
    const [first = "", ...rest] = base.split("-");
    const isWhole = source.includes(base);
    const isComposed = source.includes(`${first}-$`) && source.includes(rest.join("-"));
    expect(isWhole || isComposed).toBe(true);
  });
});
