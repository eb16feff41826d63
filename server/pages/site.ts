import type { Request, Response } from "express";
import type { ReportTemplates } from "../reports/report-templates.ts";
import type { Workbench } from "../workbench.ts";
import type { BuiltAssets } from "./built-assets.ts";
import type { Templates } from "./templates.ts";

/** What every page is handed besides the request. */
export interface Site {
  readonly workbench: Workbench;
  readonly templates: Templates;
  readonly assets: BuiltAssets;
  readonly reports: ReportTemplates;
  /** where the trace of a bug goes; it holds no value and no address */
  readonly log: (line: string) => void;
}

export type Page = (site: Site, request: Request, response: Response) => Promise<void> | void;

/** A value of the path that the route's pattern promises. */
export function pathPart(request: Request, name: string): string {
  const part = request.params[name];
  if (typeof part !== "string") throw new Error(`The route has no :${name}.`);
  return part;
}

/** A value of the query, trimmed; null where it is absent, blank or repeated. */
export function queryPart(request: Request, name: string): string | null {
  const part = request.query[name];
  return typeof part === "string" && part.trim() !== "" ? part.trim() : null;
}

/** A field of a posted form, trimmed; null where it is absent, blank or repeated. */
export function formPart(request: Request, name: string): string | null {
  const form = request.body as Readonly<Record<string, unknown>> | undefined;
  const part = form?.[name];
  return typeof part === "string" && part.trim() !== "" ? part.trim() : null;
}
