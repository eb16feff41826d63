import type { Request } from "express";

/** The value of a cookie; empty where there is none, or where it cannot be read. */
export function cookieOf(request: Request, name: string): string {
  const cookies = (request.headers.cookie ?? "").split(/;\s*/);
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  try {
    return decodeURIComponent(found?.slice(name.length + 1) ?? "");
  } catch {
    return "";
  }
}
