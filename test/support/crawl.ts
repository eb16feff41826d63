import type { Answer, Reader } from "./browse.ts";

/** A page that was followed to, and what it answered. */
export interface Visited {
  readonly path: string;
  readonly answer: Answer;
}

/**
 * Every page that links lead to, each address once, redirects and jobs followed. `follow` says which addresses to take;
 * by default all of ours but the built assets.
 */
export async function crawl(
  reader: Reader,
  from: readonly string[],
  follow: (path: string) => boolean = () => true,
): Promise<readonly Visited[]> {
  const seen = new Set(from);
  const visited: Visited[] = [];
  // The list grows while it is walked.
  for (const path of seen) {
    const answer = await reader.follow(await reader.get(path));
    visited.push({ path, answer });
    for (const found of linksOf(answer, path)) if (!found.startsWith("/assets/") && follow(found)) seen.add(found);
  }
  return visited;
}

/** The addresses of ours that a page links to, as path and query. */
export function linksOf({ document }: Answer, path: string): readonly string[] {
  const base = new URL(path, "http://here");
  return [...document.querySelectorAll("[href], [src], form[method=get]")]
    .map((link) => link.getAttribute("href") ?? link.getAttribute("src") ?? link.getAttribute("action") ?? "")
    .map((link) => new URL(link, base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search);
}
