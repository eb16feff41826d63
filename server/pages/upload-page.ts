import { Cancelled, UserError } from "../errors.ts";
import { showHome } from "./home-page.ts";
import { flat } from "./preview-choices.ts";
import { showPreview } from "./preview-page.ts";
import { type Page, pathPart } from "./site.ts";
import { findUpload, forgetOldUploads, receiveMore, receiveUpload } from "./uploads.ts";
import { urls } from "./urls.ts";

/** Takes the files of the form on the start page and goes on to the preview. */
export const uploadFiles: Page = async (site, request, response) => {
  const { folders, now } = site.workbench;
  await forgetOldUploads(folders.incoming, now());
  try {
    const upload = await receiveUpload(request, folders.incoming);
    response.redirect(303, urls.upload(upload.id));
  } catch (error) {
    if (error instanceof Cancelled) return void response.destroy();
    if (!(error instanceof UserError)) throw error;
    await showHome(site, request, response, error.message);
  }
};

/** Takes more files for an upload that is not loaded yet. What was chosen for the others stands in the address and stays. */
export const addFiles: Page = async (site, request, response) => {
  const { incoming } = site.workbench.folders;
  const upload = await findUpload(incoming, pathPart(request, "upload"));
  try {
    const more = await receiveMore(request, incoming, upload);
    response.redirect(303, urls.upload(more.id, flat(request.query)));
  } catch (error) {
    if (error instanceof Cancelled) return void response.destroy();
    if (!(error instanceof UserError)) throw error;
    await showPreview(site, request, response, upload, request.query, [{ text: error.message, href: "#more" }]);
  }
};
