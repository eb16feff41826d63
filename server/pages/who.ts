import type { Request, Response } from "express";
import { cookieOf } from "./cookie-of.ts";

/** The name or role that the reader last gave, so that no form asks for it twice. */
export function whoOf(request: Request): string {
  return cookieOf(request, "who");
}

export function rememberWho(response: Response, who: string): void {
  response.cookie("who", who, { maxAge: 90 * 24 * 60 * 60 * 1000, sameSite: "lax", httpOnly: true, path: "/" });
}
