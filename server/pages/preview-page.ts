import type { Request, Response } from "express";
import type { LoadFile } from "../datasets/load-dataset.ts";
import { type FilePreview, previewFile } from "../datasets/preview-file.ts";
import { UserError } from "../errors.ts";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { showHome } from "./home-page.ts";
import { type Choices, choicesOf, readAs, type Said, textOf } from "./preview-choices.ts";
import { previewModel } from "./preview-model.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart, type Site } from "./site.ts";
import { startLoad } from "./start-load.ts";
import { findUpload, forgetUpload, type Upload } from "./uploads.ts";
import { urls } from "./urls.ts";

/** What was understood of the files, before anything is loaded. Every choice stands in the address. */
export const previewPage: Page = async (site, request, response) => {
  const upload = await findUpload(site.workbench.folders.incoming, pathPart(request, "upload"));
  await showPreview(site, request, response, upload, request.query, null);
};

/** Loads the files as they were understood and corrected. */
export const loadUpload: Page = async (site, request, response) => {
  const { folders } = site.workbench;
  const upload = await findUpload(folders.incoming, pathPart(request, "upload"));
  const said = (request.body ?? {}) as Said;
  const zone = textOf(said, "zone") || undefined;
  const fault =
    zone && !isZone(zone) ? "There is no such time zone. Write one like Europe/Berlin, or leave it empty." : null;
  if (fault) return showPreview(site, request, response, upload, said, fault);
  const choices = upload.files.map((_, index) => choicesOf(said, index + 1));
  const job = startLoad(site, {
    name: textOf(said, "name") || plainName(upload),
    files: filesOf(upload, choices),
    options: { zone, skipBadRows: textOf(said, "leave-out") === "yes" },
    strategy: emptyStrategy(),
    after: () => forgetUpload(folders.incoming, upload.id),
  });
  const back = urls.upload(upload.id, { ...flat(said), show: null });
  response.redirect(303, urls.job(job.id, { as: "load", back }));
};

async function showPreview(
  site: Site,
  request: Request,
  response: Response,
  upload: Upload,
  said: Said,
  fault: string | null,
): Promise<void> {
  const choices = upload.files.map((_, index) => choicesOf(said, index + 1));
  const showValues = textOf(said, "show") === "values";
  const previews = await lookAtFiles(site, upload, choices, { showValues, zone: textOf(said, "zone") });
  if (typeof previews === "string") {
    if (choices.some((one) => Object.keys(one).length))
      throw new UserError(`${previews} Go back and choose another reading.`);
    await forgetUpload(site.workbench.folders.incoming, upload.id);
    return showHome(site, request, response, previews);
  }
  const model = previewModel({
    upload,
    previews,
    choices,
    said: flat(said),
    showValues,
    name: textOf(said, "name") || plainName(upload),
    fault,
  });
  showPage(site, request, response, {
    view: "preview",
    title: fault ? "Error: Did we read it right?" : "Did we read it right?",
    status: fault ? 400 : 200,
    model,
  });
}

/** Every file in turn; the words of the first fault that no reading mends. */
async function lookAtFiles(
  { workbench }: Site,
  upload: Upload,
  choices: readonly Choices[],
  options: { readonly showValues: boolean; readonly zone: string | undefined },
): Promise<readonly FilePreview[] | string> {
  const context = { database: workbench.database, incoming: workbench.folders.incoming };
  const zone = options.zone && isZone(options.zone) ? options.zone : undefined;
  const previews: FilePreview[] = [];
  try {
    for (const file of filesOf(upload, choices)) {
      previews.push(await previewFile(context, file, { showValues: options.showValues, zone, skipBadRows: true }));
    }
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return previews;
}

function filesOf(upload: Upload, choices: readonly Choices[]): readonly LoadFile[] {
  return upload.files.map((file, index) => readAs(file, choices[index] ?? {}));
}

/** "Telco customer churn" for Telco-Customer_Churn.csv.gz */
function plainName({ files }: Upload): string {
  const stem = (files[0]?.name ?? "").replace(/(\.[a-z0-9]{1,10}){1,2}$/i, "");
  const words = stem.replace(/[-_\s]+/g, " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : "Customers";
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function flat(said: Said): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
