import type { ErrorRequestHandler, Request } from "express";
import { diskFull } from "../database/query-errors.ts";
import { Cancelled, NotFound, QueryFailed, UserError } from "../errors.ts";
import { showPage } from "./show-page.ts";
import type { Site } from "./site.ts";
import { traceOf } from "./trace-of.ts";
import { urls } from "./urls.ts";

interface Fault {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly near: readonly string[];
}

/** Every error becomes HTML or JSON here. Only messages written for the reader are shown; a bug shows none of its text. */
export function errorPage(site: Site): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // A form that was read to its end counts as destroyed too, and its sender waits for an answer.
    const hungUp = request.destroyed && !request.complete;
    if (hungUp || response.destroyed || response.headersSent) {
      response.destroy();
      return;
    }
    const fault = faultOf(error);
    if (fault.status === 500) site.log(traceOf(error, request.method));
    if (wantsJson(request)) {
      response.status(fault.status).json({ error: { message: fault.message, near: fault.near } });
      return;
    }
    const near = fault.near.map((path) => ({ path }));
    showPage(site, request, response, {
      view: "error",
      title: `Error: ${fault.title}`,
      status: fault.status,
      // A wrong address may hold anything; it is not said back.
      back: urls.home(),
      model: { title: fault.title, message: fault.message, near, home: urls.home() },
    });
  };
}

function faultOf(error: unknown): Fault {
  if (error instanceof NotFound) {
    return { status: 404, title: "There is nothing at this address", message: error.message, near: error.near };
  }
  if (error instanceof UserError) {
    return { status: 400, title: "That did not work", message: error.message, near: [] };
  }
  if (error instanceof Cancelled) {
    return {
      status: 409,
      title: "It was cancelled",
      message: "The work was stopped. Nothing of it was kept.",
      near: [],
    };
  }
  if (error instanceof QueryFailed && error.kind === diskFull) {
    return {
      status: 507,
      title: "The disk is full",
      message: "What you just did was not kept; all before it was. Make room on the disk, then do it again.",
      near: [],
    };
  }
  const status = refusedStatus(error);
  if (status === 413) {
    return { status, title: "That form is too large", message: "Shorten what you wrote and send it again.", near: [] };
  }
  if (status === 405) {
    return {
      status,
      title: "This address cannot be opened that way",
      message: "Go back and use the links and buttons of the page.",
      near: [],
    };
  }
  if (status !== null) {
    return { status, title: "We could not read that request", message: "Go back and try it again.", near: [] };
  }
  return {
    status: 500,
    title: "Something broke in Winnow",
    message:
      "Your tables and decisions are as they were. Go back and try it again; if it happens again, tell us what you did.",
    near: [],
  };
}

/** What the router and the form reader refuse themselves: a broken path, a form too large. */
function refusedStatus(error: unknown): number | null {
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

function wantsJson(request: Request): boolean {
  return request.path.endsWith(".json") || request.accepts(["html", "json"]) === "json";
}
