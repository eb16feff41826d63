import type { Request, Response } from "express";
import { layoutTables } from "../datasets/layout-tables.ts";
import { findDataset, listDatasets } from "../datasets/list-datasets.ts";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import { storedStrategy } from "../goals/strategy-store.ts";
import { profilesOf } from "../profiles/profiles-of.ts";
import type { Dataset, FieldProfile, Strategy } from "../vocabulary.ts";
import { pathPart, type Site } from "./site.ts";
import { soon } from "./soon.ts";
import { urls } from "./urls.ts";

/** A dataset of the workspace, with the strategy's corrections of its tables, and the strategy. */
export interface OpenDataset {
  readonly dataset: Dataset;
  readonly strategy: Strategy;
}

export interface ProfiledDataset extends OpenDataset {
  readonly profiles: readonly FieldProfile[];
}

/** The dataset that the path names. Throws NotFound, with those whose names look like it. */
export async function openDataset(site: Site, request: Request): Promise<OpenDataset> {
  const { database } = site.workbench;
  const slug = pathPart(request, "dataset");
  const found = await findDataset(database, slug);
  if (!found) {
    const known = (await listDatasets(database)).map((dataset) => dataset.slug);
    throw new NotFound(
      "No table is loaded under this name.",
      near(slug, known).map((one) => urls.fields(one)),
    );
  }
  const strategy = await storedStrategy(database, slug);
  return { dataset: layoutTables(found, strategy.tables), strategy };
}

/** The dataset with its profiles; null where they are still being made and the reader was sent to watch. */
export async function openProfiles(site: Site, request: Request, response: Response): Promise<ProfiledDataset | null> {
  const open = await openDataset(site, request);
  const { workbench } = site;
  const profiles = await soon(await profilesOf(workbench, open.dataset, open.strategy), request);
  if ("job" in profiles) {
    response.redirect(303, urls.job(profiles.job.id, { next: request.originalUrl }));
    return null;
  }
  return { ...open, profiles: profiles.result };
}
