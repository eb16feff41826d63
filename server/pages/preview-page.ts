import type { Page } from "./site.ts";

export const previewPage: Page = () => undefined;
export const loadUpload: Page = () => undefined;
