import { Cancelled, UserError } from "../errors.ts";
import { showHome } from "./home-page.ts";
import type { Page } from "./site.ts";
import { forgetOldUploads, receiveUpload } from "./uploads.ts";
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
