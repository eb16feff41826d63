import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../server/package-root.ts";
import { openTemplates } from "../../../server/pages/templates.ts";

function templatesOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "winnow-views-"));
  for (const [path, text] of Object.entries({ "layout.hbs": "{{{body}}}", "components/a/a.hbs": "", ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return openTemplates(folder);
}

test("a name that the model lacks throws, also in conditions, loops and partials", () => {
  const templates = templatesOf({
    "components/part/part.hbs": "{{#if colour}}red{{/if}}",
    "pages/plain.hbs": "{{colour}}",
    "pages/condition.hbs": "{{#if colour}}red{{/if}}",
    "pages/loop.hbs": "{{#each colours}}{{this}}{{/each}}",
    "pages/inner.hbs": "{{#each rows}}{{#if colour}}red{{/if}}{{/each}}",
    "pages/partial.hbs": "{{> part color=1}}",
  });
  for (const page of ["plain", "condition", "loop", "inner", "partial"]) {
    expect(() => templates.page(page, { color: 1, rows: [{}] }, {}), page).toThrow();
  }
});

test("what the model says is escaped, in text and in attributes", () => {
  const templates = templatesOf({ "pages/p.hbs": '<a title="{{text}}">{{text}}</a>' });
  expect(templates.page("p", { text: '"><script>' }, {})).not.toContain("<script>");
});

test("a component can be rendered alone", () => {
  const templates = templatesOf({ "components/seed/seed.hbs": "<b>{{verdict}}</b>", "pages/p.hbs": "" });
  expect(templates.component("seed", { verdict: "needed" })).toBe("<b>needed</b>");
});

const views = join(packageRoot(), "views");
const own = ["layout.hbs", "pages", "components"].flatMap((part) =>
  part.endsWith(".hbs")
    ? [part]
    : readdirSync(join(views, part), { recursive: true, encoding: "utf8" }).map((path) => join(part, path)),
);

test.each(own.filter((path) => path.endsWith(".hbs")))("%s holds no style, no script and nothing unescaped", (path) => {
  const text = readFileSync(join(views, path), "utf8");
  expect(text).not.toMatch(/ style=|<style| on[a-z]+=|javascript:/);
  expect(text.match(/<script/g)?.length ?? 0).toBe(path === "layout.hbs" ? 1 : 0);
  const raw = text.match(/\{\{\{\s*[\w.]+/g) ?? [];
  expect(raw.every((one) => /\b(body|svg|report)$/.test(one))).toBe(true);
});
