import type { Request, Response } from "express";
import { listDatasets } from "../datasets/list-datasets.ts";
import { storedStrategy } from "../goals/strategy-store.ts";
import type { Dataset, Strategy } from "../vocabulary.ts";
import { count, plural } from "./helpers.ts";
import { sampleFlow } from "./sample-flow.ts";
import { showPage } from "./show-page.ts";
import type { Page, Site } from "./site.ts";
import { tableAbout } from "./table-about.ts";
import { urls } from "./urls.ts";
import { capital, dayWords } from "./words.ts";

interface Recent {
  readonly name: string;
  readonly href: string;
  readonly size: string;
  readonly gotTo: string;
  readonly loaded: string;
  readonly forget: string;
}

const questions = [
  { question: "What do we hold?", time: "5 min" },
  { question: "What is it for, and what does the customer get?", time: "15 min" },
  { question: "What do we actually need?", time: "25 min" },
  { question: "How far can we go?", time: "10 min" },
  { question: "Can we act in time?", time: "10 min" },
];

export const homePage: Page = (site, request, response) => showHome(site, request, response, null);

export async function showHome(site: Site, request: Request, response: Response, error: string | null): Promise<void> {
  const recent = await recentTables(site);
  showPage(site, request, response, {
    view: "home",
    title: error ? "Error: Start" : "Start",
    status: error ? 400 : 200,
    model: {
      error: error === null ? null : { title: "The file is not here yet", errors: [{ text: error, href: "#file" }] },
      uploads: urls.uploads(),
      sample: urls.sample(),
      recent,
      hasRecent: recent.length > 0,
      questions,
      flow: await sampleFlow(site),
    },
  });
}

async function recentTables(site: Site): Promise<readonly Recent[]> {
  const { database, now } = site.workbench;
  const datasets = await listDatasets(database);
  return Promise.all(
    datasets.slice(0, 8).map(async (dataset) => {
      const strategy = await storedStrategy(database, dataset.slug);
      return {
        name: dataset.name,
        href: urls.fields(dataset.slug),
        size: sizeOf(dataset, strategy),
        gotTo: gotTo(strategy),
        loaded: capital(dayWords(dataset.loadedAt, now())),
        forget: urls.forget(dataset.slug),
      };
    }),
  );
}

function sizeOf(dataset: Dataset, strategy: Strategy): string {
  const { customers, fields } = tableAbout(dataset, strategy);
  return `${count(customers)} × ${count(fields)}`;
}

function gotTo({ goals, decisions }: Strategy): string {
  if (!goals.length) return "Goals: none written yet";
  const settled = decisions.length ? `, ${plural(decisions.length, "decision", "decisions")}` : "";
  return `Board: ${plural(goals.length, "goal", "goals")}${settled}`;
}
