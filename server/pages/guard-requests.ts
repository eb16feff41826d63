import type { RequestHandler } from "express";

const ownNames = ["localhost", "127.0.0.1", "[::1]"];
const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** A page elsewhere can point a name of its own at this computer; such a request carries that name. */
export function checkHost(otherNames: readonly string[] = []): RequestHandler {
  const names = new Set([...ownNames, ...otherNames]);
  return (request, response, next) => {
    const name = (request.headers.host ?? "").toLowerCase().replace(/:\d+$/, "");
    if (names.has(name)) return next();
    response.status(421).type("text/plain").send("Winnow answers to localhost only.\n");
  };
}

/** Only our own pages may change something. A request without either header does not come from a browser's page. */
export function refuseForeignForms(): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.includes(request.method) || isOwn(request.headers)) return next();
    response.status(403).type("text/plain").send("Winnow takes forms only from its own pages.\n");
  };
}

function isOwn(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = headers["origin"];
  return origin === undefined || origin === `http://${headers["host"]}`;
}
