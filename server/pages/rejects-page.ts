import type { Request } from "express";
import { listRejects } from "../datasets/list-rejects.ts";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import type { Dataset, Table } from "../vocabulary.ts";
import { csvCell } from "./fields-list.ts";
import { count, plural } from "./helpers.ts";
import { openDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";

/** The rows of a file that could not be read: where and why, never what they say. */
export const rejectsPage: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const { dataset } = open;
  const table = tableOfPath(request, dataset);
  const rejects = await listRejects(site.workbench.database, dataset, table);
  const total = table.records + table.rejected;
  showPage(site, request, response, {
    view: "rejects",
    title: `Rows of ${table.name} that could not be read`,
    steps: await stepsIn(site, open, "data"),
    model: {
      headline: table.rejected
        ? `${plural(table.rejected, "row", "rows")} of ${table.name} could not be read`
        : `Every row of ${table.name} was read`,
      lead: table.rejected ? `Of ${count(total)}. Nothing is dropped without being listed here.` : null,
      rows: rejects.map(({ line, sentence, field }) => ({ line: count(line), sentence, field })),
      rest:
        rejects.length < table.rejected && rejects.length >= 1000
          ? `The first ${count(rejects.length)} are listed.`
          : null,
      csv: twin(urls.rejects(dataset.slug, table.slug), "csv"),
      back: urls.fields(dataset.slug),
    },
  });
};

export const rejectsJson: Page = async (site, request, response) => {
  const { dataset } = await openDataset(site, request);
  const table = tableOfPath(request, dataset);
  const { records, rejected } = table;
  const rejects = await listRejects(site.workbench.database, dataset, table);
  response.json({ table: table.name, records, rejected, rejects });
};

export const rejectsCsv: Page = async (site, request, response) => {
  const { dataset } = await openDataset(site, request);
  const table = tableOfPath(request, dataset);
  const rejects = await listRejects(site.workbench.database, dataset, table);
  const rows = rejects.map(({ line, lines, field, fault }) => [line, lines, field, fault].map(csvCell).join(","));
  const text = ["line,lines,field,fault", ...rows].join("\r\n");
  response.attachment(`${table.slug}-unread.csv`).type("text/csv").send(`${text}\r\n`);
};

function tableOfPath(request: Request, { tables, slug }: Dataset): Table {
  const asked = pathPart(request, "table");
  const table = tables.find((one) => one.slug === asked);
  if (table) return table;
  const known = near(
    asked,
    tables.map((one) => one.slug),
  );
  throw new NotFound(
    "There is no table with this name.",
    known.map((one) => urls.rejects(slug, one)),
  );
}
