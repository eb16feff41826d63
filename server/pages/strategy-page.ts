import type { Request, Response } from "express";
import { layoutTables } from "../datasets/layout-tables.ts";
import { findDataset } from "../datasets/list-datasets.ts";
import { UserError } from "../errors.ts";
import { readStrategy } from "../goals/read-strategy.ts";
import { resolveGoal } from "../goals/resolve-goal.ts";
import { strategyChanges } from "../goals/strategy-changes.ts";
import { replaceStrategy } from "../goals/strategy-store.ts";
import { unknownNames } from "../goals/unknown-names.ts";
import { writeStrategy } from "../goals/write-strategy.ts";
import { resultKey } from "../jobs/result-key.ts";
import { findAsOf } from "../profiles/find-as-of.ts";
import type { Dataset, Strategy } from "../vocabulary.ts";
import { plural } from "./helpers.ts";
import { type OpenDataset, openDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import type { Page, Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { receiveStrategy, type SentStrategy } from "./strategy-upload.ts";
import { urls } from "./urls.ts";

/** Everything decided about this table, as the file that people keep. */
export const strategyFile: Page = async (site, request, response) => {
  const { dataset, strategy } = await openDataset(site, request);
  response.attachment(`${dataset.slug}-strategy.yaml`).type("application/yaml").send(writeStrategy(strategy));
};

/** Asks for a strategy file. */
export const strategyPage: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  await showStrategy(site, request, response, open, { error: null, text: "", shown: null });
};

/** Shows what a file would change; changes it only once that was seen. */
export const readStrategyFile: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  let sent: SentStrategy | null = null;
  try {
    sent = await receiveStrategy(request);
    if (!sent.text.trim()) throw new UserError("Choose a strategy file, or paste one.");
    const strategy = readStrategy(sent.text, sent.name);
    const shown = await compare(site, open, strategy);
    if (sent.act === "load" && sent.against === shown.against) {
      await replaceStrategy(site.workbench.database, open.dataset.slug, strategy);
      return response.redirect(303, urls.goals(open.dataset.slug, { done: "loaded" }));
    }
    await showStrategy(site, request, response, open, {
      error: null,
      text: sent.text,
      shown: { ...shown, name: sent.name },
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await showStrategy(site, request, response, open, { error: error.message, text: sent?.text ?? "", shown: null });
  }
};

interface Compared {
  readonly changes: readonly string[];
  readonly unknown: readonly string[];
  /** changes when the stored strategy does */
  readonly against: string;
}

async function compare(site: Site, open: OpenDataset, strategy: Strategy): Promise<Compared> {
  const asLoaded = await findDataset(site.workbench.database, open.dataset.slug);
  const dataset: Dataset = layoutTables(asLoaded ?? open.dataset, strategy.tables);
  return {
    changes: strategyChanges(open.strategy, strategy),
    unknown: [...unknownNames(strategy, dataset), ...(await goalsThatDoNotFit(site, dataset, strategy))],
    against: resultKey(open.strategy),
  };
}

/** A sentence for each goal that names what the tables do not have: it would load, but could not be sorted. */
async function goalsThatDoNotFit(
  { workbench: { database } }: Site,
  dataset: Dataset,
  { goals }: Strategy,
): Promise<readonly string[]> {
  const asOf = (await findAsOf(database, dataset, [])) ?? dataset.loadedAt;
  const sentences: string[] = [];
  for (const goal of goals) {
    try {
      await resolveGoal(database, dataset, [], goal, { asOf });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      sentences.push(`The goal “${goal.name}” could not be sorted: ${error.message}`);
    }
  }
  return sentences;
}

interface ShownStrategy {
  readonly error: string | null;
  /** what was sent, kept in the form */
  readonly text: string;
  readonly shown: (Compared & { readonly name: string }) | null;
}

async function showStrategy(
  site: Site,
  request: Request,
  response: Response,
  open: OpenDataset,
  { error, text, shown }: ShownStrategy,
): Promise<void> {
  const { dataset } = open;
  showPage(site, request, response, {
    view: "strategy",
    title: error ? "Error: Load a strategy" : "Load a strategy",
    status: error ? 400 : 200,
    steps: await stepsIn(site, open, "goals"),
    model: {
      errors: error === null ? [] : [{ text: error, href: "#file" }],
      headline: headlineOf(shown),
      action: urls.loadStrategy(dataset.slug),
      back: urls.goals(dataset.slug),
      save: urls.strategy(dataset.slug),
      text,
      shown: shown && { ...shown, nothing: shown.changes.length === 0 },
    },
  });
}

function headlineOf(shown: Compared | null): string {
  if (!shown) return "Load a strategy file";
  return shown.changes.length
    ? `${plural(shown.changes.length, "thing", "things")} would change`
    : "This file says what stands already";
}
