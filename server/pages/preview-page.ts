import { basename } from "node:path";
import type { LoadFile } from "../datasets/load-dataset.ts";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { formPart, type Page, pathPart } from "./site.ts";
import { startLoad } from "./start-load.ts";
import { findUpload, forgetUpload } from "./uploads.ts";
import { urls } from "./urls.ts";

export const previewPage: Page = () => undefined;

export const loadUpload: Page = async (site, request, response) => {
  const { folders } = site.workbench;
  const upload = await findUpload(folders.incoming, pathPart(request, "upload"));
  const files = upload.files.map(({ path, name }): LoadFile => ({ path, name }));
  const first = files[0]?.name ?? "customers";
  const job = startLoad(site, {
    name: formPart(request, "name") ?? basename(first).replace(/\..*$/, ""),
    files,
    options: {},
    strategy: emptyStrategy(),
    after: () => forgetUpload(folders.incoming, upload.id),
  });
  response.redirect(303, urls.job(job.id, { as: "load", back: urls.upload(upload.id) }));
};
