import type { Request } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import type { FieldProfile, Table } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { pathPart } from "./site.ts";
import { urls } from "./urls.ts";

/** The field that the path names. Throws NotFound, with the fields whose names look like it. */
export function fieldOfPath(
  request: Request,
  { dataset, profiles }: ProfiledDataset,
): { table: Table; profile: FieldProfile } {
  const asked = { table: pathPart(request, "table"), slug: pathPart(request, "slug") };
  const table = dataset.tables.find(({ slug }) => slug === asked.table);
  const profile = profiles.find((one) => one.table === table?.name && one.slug === asked.slug);
  if (table && profile) return { table, profile };
  const inTable = table ?? customersTable(dataset);
  const slugs = inTable.fields.map(({ slug }) => slug);
  throw new NotFound(
    "There is no field with this name.",
    near(asked.slug, slugs).map((slug) => urls.field(dataset.slug, inTable.slug, slug)),
  );
}
