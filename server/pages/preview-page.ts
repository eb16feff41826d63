import type { Request, Response } from "express";
import type { LoadFile } from "../datasets/load-dataset.ts";
import { type FilePreview, previewFile } from "../datasets/preview-file.ts";
import { UserError } from "../errors.ts";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { showHome } from "./home-page.ts";
import { type Choices, choicesOf, flat, readAs, type Said, textOf } from "./preview-choices.ts";
import { faultsOf, type PreviewInput, previewModel } from "./preview-model.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart, type Site } from "./site.ts";
import { startLoad } from "./start-load.ts";
import { findUpload, forgetUpload, keepFiles, type Upload } from "./uploads.ts";
import { urls } from "./urls.ts";

/** What was understood of the files, before anything is loaded. Every choice stands in the address. */
export const previewPage: Page = async (site, request, response) => {
  const upload = await findUpload(site.workbench.folders.incoming, pathPart(request, "upload"));
  await showPreview(site, request, response, upload, request.query);
};

/** Loads the files as they were understood and corrected. */
export const loadUpload: Page = async (site, request, response) => {
  const { folders } = site.workbench;
  const upload = await findUpload(folders.incoming, pathPart(request, "upload"));
  const said = (request.body ?? {}) as Said;
  const zone = textOf(said, "zone") || undefined;
  const fault =
    zone && !isZone(zone) ? "There is no such time zone. Write one like Europe/Berlin, or leave it empty." : null;
  if (fault) return showPreview(site, request, response, upload, said, [{ text: fault, href: "#zone" }]);
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

/** The preview of every file of an upload. A file that no reading makes a table of is left out, and named. */
export async function showPreview(
  site: Site,
  request: Request,
  response: Response,
  upload: Upload,
  said: Said,
  faults: PreviewInput["faults"] = [],
): Promise<void> {
  const choices = upload.files.map((_, index) => choicesOf(said, index + 1));
  const showValues = textOf(said, "show") === "values";
  const { previews, left } = await lookAtFiles(site, upload, choices, { showValues, zone: textOf(said, "zone") });
  if (left) return leaveOut(site, request, response, upload, left, said, faults);
  const model = previewModel({
    upload,
    previews,
    choices,
    said: flat(said),
    showValues,
    name: textOf(said, "name") || plainName(upload),
    faults,
  });
  const wrong = faults.length + faultsOf(previews).length > 0;
  showPage(site, request, response, {
    view: "preview",
    title: wrong ? "Error: Did we read it right?" : "Did we read it right?",
    status: wrong ? 400 : 200,
    model,
  });
}

interface LeftOut {
  readonly index: number;
  readonly why: string;
}

async function leaveOut(
  site: Site,
  request: Request,
  response: Response,
  upload: Upload,
  { index, why }: LeftOut,
  said: Said,
  faults: PreviewInput["faults"],
): Promise<void> {
  const { incoming } = site.workbench.folders;
  const files = upload.files.filter((_, place) => place !== index);
  if (files.length === 0) {
    await forgetUpload(incoming, upload.id);
    return showHome(site, request, response, [...faults.map(({ text }) => text), why].join(" "));
  }
  const rest = await keepFiles(incoming, { ...upload, files });
  const fault = { text: `${why} It was left out.`, href: "#more" };
  return showPreview(site, request, response, rest, said, [...faults, fault]);
}

/** Every file in turn, up to one that no reading makes a table of. */
async function lookAtFiles(
  { workbench }: Site,
  upload: Upload,
  choices: readonly Choices[],
  options: { readonly showValues: boolean; readonly zone: string | undefined },
): Promise<{ readonly previews: readonly FilePreview[]; readonly left: LeftOut | null }> {
  const context = { database: workbench.database, incoming: workbench.folders.incoming };
  const zone = options.zone && isZone(options.zone) ? options.zone : undefined;
  const previews: FilePreview[] = [];
  for (const [index, file] of filesOf(upload, choices).entries()) {
    try {
      previews.push(await previewFile(context, file, { showValues: options.showValues, zone, skipBadRows: true }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (Object.keys(choices[index] ?? {}).length)
        throw new UserError(`${error.message} Go back and choose another reading.`, { cause: error });
      return { previews, left: { index, why: error.message } };
    }
  }
  return { previews, left: null };
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
