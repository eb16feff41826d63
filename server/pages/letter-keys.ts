import type { Request } from "express";
import { cookieOf } from "./cookie-of.ts";
import { formPart, type Page } from "./site.ts";
import { urls } from "./urls.ts";

/** Whether single letters, digits and ? act as shortcuts. People who dictate, or whose hand slips, switch them off. */
export function letterKeysOf(request: Request): boolean {
  return cookieOf(request, "keys") !== "off";
}

export const changeLetterKeys: Page = (_site, request, response) => {
  const keys = formPart(request, "keys") === "off" ? "off" : "on";
  const year = 365 * 24 * 60 * 60 * 1000;
  response.cookie("keys", keys, { maxAge: year, sameSite: "lax", httpOnly: true, path: "/" });
  response.redirect(303, `${urls.helpKeys()}?done=${keys}`);
};
