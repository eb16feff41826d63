import { join } from "node:path";
import { parseHTML } from "linkedom";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../../server/package-root.ts";
import {
  renderActionabilityHtml,
  renderActionabilityPage,
} from "../../../server/reports/actionability/render-actionability-html.ts";
import {
  renderMinimizationHtml,
  renderMinimizationPage,
} from "../../../server/reports/minimization/render-minimization-html.ts";
import { readReportTemplates } from "../../../server/reports/report-templates.ts";
import {
  aGoalActionability,
  aMinimizationInput,
  anActionabilityInput,
  unmeasuredStage,
} from "../../support/report-inputs.ts";

const templates = readReportTemplates(join(packageRoot(), "views"));
const whole = aGoalActionability();
const unmeasured = aGoalActionability({
  name: "Welcome",
  actionable: null,
  stages: whole.stages.map((stage, place) =>
    place < 3 ? stage : unmeasuredStage(stage.stage, "no consents were loaded"),
  ),
});

const files = {
  minimization: renderMinimizationHtml(aMinimizationInput(), templates),
  actionability: renderActionabilityHtml(anActionabilityInput(), templates),
  "actionability of several goals": renderActionabilityHtml(
    anActionabilityInput({ goals: [whole, unmeasured] }),
    templates,
  ),
};

describe.each(Object.entries(files))("the saved %s report", (_, html) => {
  const { document } = parseHTML(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  test("is well-formed HTML", () => {
    const faults: string[] = [];
    parse(html, { onParseError: ({ code }) => faults.push(code) });
    expect(faults).toEqual([]);
  });

  test("has one main part, one first heading, and no level of headings left out", () => {
    expect(all("main")).toHaveLength(1);
    expect(all("h1")).toHaveLength(1);
    const levels = all("main article h1, main article h2, main article h3").map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("names every id once, and every anchor leads somewhere", () => {
    const ids = all("[id]").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of all('a[href^="#"], use[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });

  test("tells what every table cell belongs to", () => {
    expect(all("table").length).toBeGreaterThan(0);
    for (const table of all("table")) {
      expect(table.querySelectorAll("thead th[scope=col]").length).toBeGreaterThan(1);
      for (const row of table.querySelectorAll("tbody tr")) expect(row.querySelector("th[scope]")).not.toBeNull();
    }
  });

  test("has no picture without words", () => {
    for (const picture of all("img, svg")) {
      expect(picture.getAttribute("aria-hidden") === "true" || picture.getAttribute("aria-label")).toBeTruthy();
    }
  });

  test("holds everything it needs, and no script", () => {
    expect(all("script, link, iframe, object, embed, img")).toHaveLength(0);
    expect(all("[style], [onclick], [onload]")).toHaveLength(0);
    expect(html).not.toMatch(/(?:src|href)=["']?(?:https?:|\/\/)/);
    expect([...html.matchAll(/url\(([^)]{0,12})/g)].every(([, start]) => /^["']?(?:data:|#)/.test(start ?? ""))).toBe(
      true,
    );
    expect(html.length).toBeLessThan(300_000);
  });

  test("escapes names that are markup", () => {
    expect(all("article b").some(({ textContent }) => textContent === "pipes" || textContent === "x")).toBe(false);
    expect(all("app, data, mobile")).toHaveLength(0);
    expect(all("article")[0]?.textContent).toContain("Harbour <Mobile> & Söhne");
  });
});

test("the running foot of a page cannot be left by a dataset's name", () => {
  const input = aMinimizationInput();
  const html = renderMinimizationHtml({ ...input, dataset: { ...input.dataset, name: '"}</style><b>x' } }, templates);
  expect(html.match(/<\/style/g)).toHaveLength(1);
  expect(parseHTML(html).document.querySelector("head b, body > b")).toBeNull();
});

test("the body of a page stands alone: no style attribute, no second main", () => {
  for (const { body } of [
    renderMinimizationPage(aMinimizationInput(), templates),
    renderActionabilityPage(anActionabilityInput(), templates),
  ]) {
    expect(body).not.toMatch(/<(?:main|html|style)|\sstyle=/);
    expect(body.startsWith("<article")).toBe(true);
  }
});
