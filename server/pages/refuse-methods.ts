import type { RequestHandler } from "express";

/** For an address that is there, but not for this way of asking: 405, and which ways there are. */
export function refuseMethods(allowed: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set("allow", allowed.join(", "));
    throw Object.assign(new Error("Method not allowed"), { status: 405 });
  };
}
