import type { Request, Response } from "express";

/** The name or role that the reader last gave, so that no form asks for it twice. */
export function whoOf(request: Request): string {
  const cookie = /(?:^|;\s*)who=([^;]*)/.exec(request.headers.cookie ?? "")?.[1];
  try {
    return decodeURIComponent(cookie ?? "");
  } catch {
    return "";
  }
}

export function rememberWho(response: Response, who: string): void {
  response.cookie("who", who, { maxAge: 90 * 24 * 60 * 60 * 1000, sameSite: "lax", httpOnly: true, path: "/" });
}
