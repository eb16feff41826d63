import { join } from "node:path";
import express, { type Express } from "express";
import { NotFound } from "./errors.ts";
import { packageRoot } from "./package-root.ts";
import { assetsPath, findBuiltAssets } from "./pages/built-assets.ts";
import { errorPage } from "./pages/error-page.ts";
import { checkHost, refuseForeignForms } from "./pages/guard-requests.ts";
import { refuseMethods } from "./pages/refuse-methods.ts";
import { nearPaths, routes } from "./pages/routes.ts";
import { keepNothing, securityHeaders } from "./pages/security-headers.ts";
import type { Site } from "./pages/site.ts";
import { openTemplates } from "./pages/templates.ts";
import { readReportTemplates } from "./reports/report-templates.ts";
import type { Workbench } from "./workbench.ts";

export interface AppOptions {
  /** names besides localhost under which this computer is reached on purpose */
  readonly hosts?: readonly string[];
  /** where the trace of a bug goes; it holds no value and no address */
  readonly log?: (line: string) => void;
}

/** The web side of a workbench: middleware, routes, 404, errors. Never listens. */
export function createApp(workbench: Workbench, options: AppOptions = {}): Express {
  const site: Site = {
    workbench,
    templates: openTemplates(join(packageRoot(), "views")),
    assets: findBuiltAssets(),
    reports: readReportTemplates(join(packageRoot(), "views")),
    log: options.log ?? (() => undefined),
  };
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(checkHost(options.hosts));
  app.use(securityHeaders());
  app.use(assetsPath, express.static(site.assets.folder, { immutable: true, maxAge: "1y", index: false }));
  app.use(keepNothing);
  app.use(refuseForeignForms());
  app.use(express.urlencoded({ extended: false, limit: "1mb" }));
  for (const [method, path, page] of routes) {
    app[method](path, (request, response) => page(site, request, response));
  }
  for (const path of new Set(routes.map((route) => route[1]))) {
    const methods = routes.filter((route) => route[1] === path).map(([method]) => method.toUpperCase());
    app.all(path, refuseMethods(methods));
  }
  app.use((request) => {
    throw new NotFound("This page does not exist.", nearPaths(request.path));
  });
  app.use(errorPage(site));
  return app;
}
