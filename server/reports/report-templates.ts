import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";

/** The templates and styles of both reports, read once; rendering with them reads nothing. */
export interface ReportTemplates {
  readonly minimization: Render;
  readonly actionability: Render;
  readonly savedFile: Render;
  /** the styles of a saved file */
  readonly styles: string;
}

type Render = (model: object) => string;

const options: CompileOptions = { strict: true, knownHelpersOnly: true, explicitPartialContext: true };
const shared = ["tokens", "base", "components", "print"].map((name) => `styles/${name}.css`);
const own = [
  "frame",
  "minimization-plan",
  "minimization-fields",
  "history",
  "actionability",
  "narrow",
  "paper",
  "saved-file",
].map((name) => `reports/styles/${name}.css`);
const fonts = [
  { family: "Newsreader", weights: "200 800", file: "newsreader-latin-wght-normal.woff2" },
  { family: "Public Sans", weights: "100 900", file: "public-sans-latin-wght-normal.woff2" },
];

/** Reads `views/`. The look of a saved file is that of the pages: the same tokens and components. */
export function readReportTemplates(views: string): ReportTemplates {
  const bars = Handlebars.create();
  const compile = (path: string) => bars.compile(readFileSync(join(views, "reports", path), "utf8"), options);
  for (const part of readdirSync(join(views, "reports", "parts"))) {
    bars.registerPartial(basename(part, ".hbs"), compile(join("parts", part)));
  }
  return {
    minimization: compile("minimization.hbs"),
    actionability: compile("actionability.hbs"),
    savedFile: compile("saved-file.hbs"),
    styles: [fontFaces(views), ...[...shared, ...own].map((path) => readFileSync(join(views, path), "utf8"))].join(
      "\n",
    ),
  };
}

// Two faces are worth their 113 KB: a saved report breaks its lines and pages alike on every computer.
function fontFaces(views: string): string {
  const faces = fonts.map(({ family, weights, file }) => {
    const bytes = readFileSync(join(views, "reports", "fonts", file)).toString("base64");
    return `@font-face{font-family:"${family}";font-weight:${weights};src:url(data:font/woff2;base64,${bytes}) format("woff2")}`;
  });
  return faces.join("\n");
}
