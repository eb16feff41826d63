import type { Request } from "express";
import { cookieOf } from "./cookie-of.ts";
import { formPart, type Page } from "./site.ts";
import { localPath, urls } from "./urls.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The reader's choice, kept in a cookie that the theme module of the browser writes too. */
export function themeOf(request: Request): Theme {
  const value = cookieOf(request, "theme");
  return themes.find((theme) => theme === value) ?? "auto";
}

export const changeTheme: Page = (_site, request, response) => {
  const theme = themes.find((known) => known === formPart(request, "theme")) ?? "auto";
  const year = 365 * 24 * 60 * 60 * 1000;
  response.cookie("theme", theme, { maxAge: year, sameSite: "lax", path: "/" });
  response.redirect(303, localPath(formPart(request, "back")) ?? urls.home());
};
