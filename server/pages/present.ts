import type { Request, Response } from "express";
import { cookieOf } from "./cookie-of.ts";
import { queryPart } from "./site.ts";

export interface Present {
  readonly on: boolean;
  /** the same page in the other mode */
  readonly href: string;
}

/**
 * Present mode: pages large enough for a room, without footer and tools. `?present=1` begins it and `?present=0` ends
 * it; a cookie carries it to the pages after. `back` is the page's own address.
 */
export function presentOf(request: Request, response: Response, back: string): Present {
  const asked = queryPart(request, "present");
  const on = asked === null ? cookieOf(request, "present") === "1" : asked === "1";
  if (asked !== null) response.cookie("present", on ? "1" : "0", { sameSite: "lax", httpOnly: true, path: "/" });
  const address = new URL(back, "http://localhost");
  for (const name of ["done", "moved"]) address.searchParams.delete(name);
  address.searchParams.set("present", on ? "0" : "1");
  return { on, href: `${address.pathname}${address.search}` };
}
