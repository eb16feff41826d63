import type { Request, Response } from "express";
import { letterKeysOf } from "./letter-keys.ts";
import { presentOf } from "./present.ts";
import type { Site } from "./site.ts";
import type { Step } from "./steps.ts";
import { themeOf, themes } from "./theme.ts";
import { urls } from "./urls.ts";

export interface Shown {
  /** the template: `views/pages/<view>.hbs` */
  readonly view: string;
  /** "Fields in Harbour Mobile"; the window shows it before "– Winnow" */
  readonly title: string;
  readonly model: object;
  /** empty where no dataset is open */
  readonly steps?: readonly Step[];
  readonly status?: number;
  /** reload after so many seconds where no script does better */
  readonly refreshSeconds?: number;
  /** what has just been done: "Correction saved". Stays until dismissed. */
  readonly done?: string | null;
  /** where a form takes back what was done */
  readonly undo?: string | null;
  /** where the choice of an appearance leads back to; else this very address */
  readonly back?: string;
}

/** Renders the page in the layout and sends it. */
export function showPage(site: Site, request: Request, response: Response, shown: Shown): void {
  const steps = shown.steps ?? [];
  const back = shown.back ?? request.originalUrl;
  const html = site.templates.page(shown.view, shown.model, {
    title: shown.title,
    view: shown.view,
    theme: themeOf(request),
    themes: themes.map((name) => ({
      name,
      label: `${name[0]?.toUpperCase()}${name.slice(1)}`,
      chosen: name === themeOf(request),
    })),
    back,
    present: presentOf(request, response, back),
    letterKeys: letterKeysOf(request),
    steps,
    hasSteps: steps.length > 0,
    refreshSeconds: shown.refreshSeconds ?? null,
    done: shown.done ?? null,
    undo: shown.undo ?? null,
    urls: {
      home: urls.home(),
      theme: urls.theme(),
      numbers: urls.helpNumbers(),
      keys: urls.helpKeys(),
    },
    assets: site.assets,
  });
  response
    .status(shown.status ?? 200)
    .type("html")
    .send(html);
}
