import type { Clues } from "./clues.ts";
import type { MeaningCode } from "./meanings.ts";
import { differentValues, ofEvery100 } from "./reason-words.ts";
import type { ValueShape } from "./value-shapes.ts";

/** What the values say about a meaning that the name gave. */
export type Fit = { readonly fits: true; readonly seen: string | null } | { readonly fits: false };

/** Names such as "number" and "token" are given to many things; an id hardly repeats. */
const weakIdWords = new Set(["no", "nr", "nummer", "number", "numero", "index", "hash", "token", "ref", "reference"]);

type Test = (clues: Clues) => Fit;

const silent: Fit = { fits: true, seen: null };
const no: Fit = { fits: false };

/** Do the values agree with what the name says? Meanings without a test of their own always fit. */
export function fitsValues(code: MeaningCode, clues: Clues): Fit {
  if (clues.empty) return silent;
  return tests[code]?.(clues) ?? silent;
}

const looksLike =
  (shape: ValueShape, atLeast: number): Test =>
  (clues) => {
    const share = clues.share(shape);
    if (share < atLeast) return no;
    return { fits: true, seen: `${ofEvery100(share)} ${share === 1 ? "fits" : "fit"}` };
  };

const few =
  (most: number): Test =>
  ({ facts }) =>
    facts.distinct <= most ? { fits: true, seen: differentValues(facts.distinct) } : no;

const withoutDigits: Test = (clues) => {
  const clean = clues.facts.sample.filter((value) => !/[\d@]/.test(value)).length / clues.facts.sample.length;
  return clean >= 0.6 ? silent : no;
};

const age: Test = (clues) => (clues.family === "n" ? looksLike("age", 0.9)(clues) : looksLike("ageBand", 0.5)(clues));
const distinctEnough: Test = ({ facts }) => (facts.distinct >= 0.2 * facts.filled ? silent : no);
const noProse: Test = (clues) => (clues.share("prose") > 0.5 ? no : silent);
const comments: Test = (clues) =>
  clues.facts.distinct > 30 || clues.share("prose") >= 0.3
    ? { fits: true, seen: differentValues(clues.facts.distinct) }
    : no;
const webAddress: Test = (clues) =>
  clues.share("url") >= 0.3 ||
  clues.facts.sample.filter((value) => /^[\w-]+(\.[\w-]+)+(\/|$)|^\//.test(value)).length >=
    0.5 * clues.facts.sample.length
    ? silent
    : no;

const recordId: Test = (clues) => (clues.header && weakIdWords.has(clues.header.said) ? distinctEnough(clues) : silent);

const tests: Partial<Record<MeaningCode, Test>> = {
  email: looksLike("email", 0.3),
  phone: looksLike("phoneDigits", 0.5),
  "ip-address": looksLike("ip", 0.5),
  iban: looksLike("iban", 0.5),
  "card-number": looksLike("card", 0.5),
  postcode: looksLike("postcode", 0.5),
  "birth-date": (clues) =>
    clues.family === "d" ? { fits: true, seen: "it holds dates" } : looksLike("date", 0.5)(clues),
  "birth-year": looksLike("year", 0.8),
  age: age,
  gender: (clues) => (clues.share("gender") >= 0.5 ? looksLike("gender", 0.5)(clues) : few(6)(clues)),
  salutation: few(20),
  "full-name": withoutDigits,
  "first-name": withoutDigits,
  "last-name": withoutDigits,
  city: noProse,
  country: noProse,
  language: few(400),
  "household-size": (clues) => (clues.family === "n" ? looksLike("age", 0.9)(clues) : few(20)(clues)),
  "free-text": comments,
  url: webAddress,
  "calendar-part": few(370),
  "event-kind": few(2000),
  channel: few(500),
  status: few(60),
  "record-id": recordId,
  segment: few(2000),
};
