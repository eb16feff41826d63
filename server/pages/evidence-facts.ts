import type { Evidence, Facts, Reason } from "../vocabulary.ts";
import { ageWords, dateWords } from "./words.ts";

export interface StatedFact {
  readonly term: string;
  readonly fact: string;
}

/** The figures behind the deciding evidence, the rule that it follows, and the query or model step they come from. */
export function evidenceFacts(evidence: readonly Evidence[]): readonly StatedFact[] {
  const [first] = evidence;
  if (!first) return [];
  return [
    ...Object.entries(first.facts).flatMap(([name, value]) => stateFact(name, value)),
    { term: "Rule", fact: ruleWords[first.rule] },
    { term: "Comes from", fact: first.query },
  ];
}

const terms: Readonly<Record<string, string>> = {
  level: "As the strategy writes it",
  testedAs: "Tested as",
  share: "Gain lost without it",
  low: "Lower end, 90% interval",
  high: "Upper end, 90% interval",
  alone: "Gain it has by itself",
  p: "p, one-sided",
  inKept: "In the kept set",
  missedOf100: "More missed of 100",
  missedOf100Low: "More missed, lower end",
  missedOf100High: "More missed, upper end",
  refitted: "How it was measured",
  floor: "Floor: worth less than this is unused",
  why: "In short",
  carriedBy: "Said already by",
  recordsNeeded: "Customers that would settle it",
  wouldChange: "What would change this",
  partners: "Tells more together with",
  tellsApart: "Tells apart",
  upliftShare: "Tells whom the offer persuades, of what all fields tell",
  upliftLow: "Lower end of that, 90% interval",
  upliftHigh: "Upper end of that, 90% interval",
  openFor: "Not settled for",
  rolledUpAs: "Tested for each customer as",
  serves: "Needed for",
  of: "Says the same as",
  kind: "How it is a copy",
  commonestShare: "Share of the commonest value",
  distinctShare: "Values that are all different",
  filledShare: "Filled in",
  laws: "Asked for by",
  sensitivity: "How sensitive",
  roles: "What it does in the goal",
  usedIn: "Where the goal names it",
  medianAgeMinutes: "Half of the values are older than",
  maxAgeMinutes: "The limit",
  test: "The sign",
  by: "Who answered",
  at: "When",
  gain: "Gain of all fields, log-loss per customer",
  gainError: "Its standard error",
  fewer: "Customers with the rarer answer",
  enough: "Least that are needed",
  distinct: "Different values",
  levelLabel: "The version that is enough",
  foundOf100: "Found of 100 with it",
  foundOf100Low: "Found with it, lower end",
  foundOf100High: "Found with it, upper end",
  foundOf100Before: "Found of 100 with the exact value",
  foundOf100BeforeLow: "Found with the exact value, lower end",
  foundOf100BeforeHigh: "Found with the exact value, upper end",
  singledOutOf100: "Singled out of 100 with it",
  singledOutOf100Before: "Singled out of 100 with the exact value",
  rareCustomers: "Customers whose value becomes “Other”",
  rareUnder: "A value is rare when fewer hold it than",
  stillSingledOut: "Customers it still singles out, with the other kept fields",
  standIns: "Does the same job in its place",
  standsInFor: "Does the same job as",
  comparedOn: "Records on which both gave the same answer",
  singledOutUnder: "Singled out: in groups smaller than",
  inGroupsUnder11: "Customers in groups under 11 with it",
  inGroupsUnder11Before: "Customers in groups under 11 with the exact value",
};

const shares = new Set([
  "share",
  "low",
  "high",
  "upliftShare",
  "upliftLow",
  "upliftHigh",
  "alone",
  "floor",
  "commonestShare",
  "distinctShare",
  "filledShare",
]);
const ages = new Set(["medianAgeMinutes", "maxAgeMinutes"]);

/** What the codes in facts mean, by the fact and the code. */
const codes: Readonly<Record<string, string>> = {
  "why redundant": "it tells something by itself, but the kept fields tell it too",
  "why persuades": "it tells whom the offer persuades",
  "why too-small": "it helps for certain, but by less than the floor",
  "why no-signal": "no sign that it tells anything",
  "why not-rolled-up": "not summed up for each customer",
  "why rolled-up": "other fields are summed up for each customer with it",
  "why left-out": "only so many can be tested together",
  "why not-tested": "the goal has no outcome",
  "why goal-not-supported": "all fields together do no better than guessing",
  "why few-outcomes": "too few customers with, or without, the outcome",
  "why too-many-values": "too many different texts",
  "why pre-screened": "only the ten most telling fields were tested together",
  "test says-it-alone": "it tells almost everything by itself",
  "test carries-most": "without it more than half of the gain is gone",
  "test filled-by-outcome": "whether it is filled in almost gives the outcome away",
  "test updated-after-outcome": "it was written down after the outcome was known",
  "test named-like-outcome": "its name speaks of the outcome",
  "kind duplicate": "word for word",
  "kind derived": "it can be worked out",
  "sensitivity special": "specially protected",
  "usedIn audience": "whom to reach",
  "usedIn hold-back": "whom to hold back",
  "usedIn treatment": "who got the offer",
  "usedIn outcome": "the outcome",
  "usedIn roll-up": "summing up other fields",
  "refitted true": "the model fitted again, with and without it",
  "refitted false": "a score test",
  "roles key": "tells customers apart",
  "roles address": "address",
  "roles consent": "permission",
  "roles trigger": "says when to act",
  "roles arrival": "says when the news arrived",
  "roles content": "part of the message",
  "roles suppression": "holds messages back",
};

/** The rules of verdicts in short; docs/method.md and the page of numbers explain each. */
export const ruleWords: Readonly<Record<Reason, string>> = {
  decision: "a person decided",
  duty: "a law asks for it",
  "not-permitted": "specially protected, without permission",
  role: "it has a role in the goal",
  used: "the goal names it",
  "known-afterwards": "perhaps known only afterwards",
  empty: "empty",
  constant: "the same for everybody",
  identifier: "different for everybody",
  duplicate: "a copy of another field",
  derived: "follows from another field",
  stale: "too old for the goal",
  "no-outcome": "not tested",
  "too-little-data": "too little data",
  lift: "it helps",
  "coarser-as-good": "a coarser version does as well",
  "no-lift": "no difference",
  "too-close": "too close to call",
};

/** Keys that say again what another fact says in words. */
const unsaid = new Set(["level"]);

function stateFact(name: string, value: Facts[string]): readonly StatedFact[] {
  if (unsaid.has(name)) return [];
  if (value === null || (Array.isArray(value) && value.length === 0)) return [];
  return [{ term: terms[name] ?? name, fact: factWords(name, value) }];
}

function factWords(name: string, value: NonNullable<Facts[string]>): string {
  if (Array.isArray(value)) return value.map((one) => factWords(name, one)).join(", ");
  const meant = codes[`${name} ${String(value)}`];
  if (meant !== undefined) return meant;
  if (name === "at") return dateWords(String(value).slice(0, 10));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return String(value);
  if (ages.has(name)) return ageWords(value);
  if (shares.has(name)) return `${(100 * value).toFixed(1)}%`.replace("-", "−");
  return (Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(3)).replace(/^-/, "−");
}
