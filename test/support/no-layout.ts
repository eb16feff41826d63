import type { TableLayout } from "../../server/vocabulary.ts";

/** A table of which nothing says who, what or when; spread it and name what is known. */
export const noLayout: TableLayout = {
  key: null,
  joins: null,
  event: null,
  at: null,
  arrived: null,
  updated: null,
  channel: null,
  purpose: null,
  state: null,
  yes: [],
  channels: {},
  each: null,
  zone: null,
};
