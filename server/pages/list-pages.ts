import { count } from "./helpers.ts";

/** Lines of a list before it goes on over the next page. */
export const usualPageSize = 100;

/** The part of a list that a page shows: from the line `from` to the line before `to`, counted from 0. */
export interface ListPage {
  readonly number: number;
  readonly of: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly length: number;
}

export interface PageLinks {
  readonly previous: string | null;
  readonly next: string | null;
  readonly size: number;
  readonly text: string;
}

/** The page asked for, or the nearest there is. */
export function pageOf(asked: number, length: number, size = usualPageSize): ListPage {
  const of = Math.max(1, Math.ceil(length / size));
  const number = Number.isInteger(asked) ? Math.min(of, Math.max(1, asked)) : 1;
  return { number, of, from: (number - 1) * size, to: Math.min(length, number * size), size, length };
}

/** Where the list goes on; null where one page holds it all. */
export function pageLinks(page: ListPage, href: (page: number) => string): PageLinks | null {
  const { number, of, from, to, size, length } = page;
  if (of === 1) return null;
  return {
    previous: number > 1 ? href(number - 1) : null,
    next: number < of ? href(number + 1) : null,
    size,
    text: `${count(from + 1)} to ${count(to)} of ${count(length)} fields`,
  };
}
