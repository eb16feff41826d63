import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile, Risk } from "../vocabulary.ts";
import type { ReadinessOf } from "./field-readiness.ts";
import { fillShare, oldMinutes } from "./field-row.ts";
import { ageWords, listWords, numberWord, of100, ofEvery100 } from "./words.ts";

/** A finding about the fields, and what is behind it. */
export interface Finding {
  readonly claim: string;
  readonly behind: string;
}

/**
 * The three things to look at first, the gravest first; every sentence is counted, none is a rule of thumb.
 * `customers` names the customers table, whose fields `risk` is about.
 */
export function lookFirst(
  profiles: readonly FieldProfile[],
  risk: Risk | null,
  customers: string,
  readinessOf: ReadinessOf = () => [],
): readonly Finding[] {
  const found = [
    neverInTime(profiles, readinessOf),
    singlingOut(
      profiles.filter(({ table }) => table === customers),
      risk,
    ),
    specialFields(profiles),
    boughtIn(profiles),
    freeWriting(profiles),
    mostlyEmpty(profiles),
    outOfDate(profiles),
    directIdentifiers(profiles),
    oneValue(profiles),
    allFilled(profiles),
  ];
  return found.filter((finding) => finding !== null).slice(0, 3);
}

/** What a goal needs and never has when it matters comes before anything else. */
function neverInTime(profiles: readonly FieldProfile[], readinessOf: ReadinessOf): Finding | null {
  const never = profiles.filter((profile) => readinessOf(profile).some((one) => one.never));
  const goals = [
    ...new Set(never.flatMap((profile) => readinessOf(profile).filter((one) => one.never)).map((one) => one.name)),
  ];
  return finding(
    never,
    (number) => `${number} needed, and never here in time`,
    `${labels(never)}, for ${listWords(goals)}.`,
  );
}

function singlingOut(profiles: readonly FieldProfile[], risk: Risk | null): Finding | null {
  if (!risk?.singledOut) return null;
  const alone = profiles
    .filter(({ meaning, singledOutAlone }) => !meaningOf(meaning).direct && singledOutAlone > 0)
    .sort((a, b) => b.singledOutAlone - a.singledOutAlone)[0];
  return {
    claim: `Taken together, they single out ${ofEvery100(risk.singledOutShare)} customers`,
    behind: alone
      ? `${alone.label} does it alone for ${of100(alone.singledOutAlone / risk.records)}.`
      : "No field does it alone. Names, addresses and numbers are not even counted.",
  };
}

function specialFields(profiles: readonly FieldProfile[]): Finding | null {
  const special = profiles.filter(({ sensitivity }) => sensitivity === "special");
  return finding(special, (number) => `${number} specially protected`, `${labels(special)}.`);
}

function boughtIn(profiles: readonly FieldProfile[]): Finding | null {
  const bought = profiles.filter(({ origin }) => origin === "acquired");
  const ages = bought.flatMap(({ freshness }) => (freshness ? [freshness.medianAgeMinutes] : []));
  const [low, high] = [ageWords(Math.min(...ages)), ageWords(Math.max(...ages))];
  const old = ages.length ? `, ${low === high ? low : `${low} to ${high}`} old` : "";
  return finding(bought, (number) => `${number} bought in${old}`, `${labels(bought)}.`);
}

function freeWriting(profiles: readonly FieldProfile[]): Finding | null {
  const writing = profiles.filter(({ meaning, filled }) => meaning === "free-text" && filled > 0);
  return finding(writing, (number) => `${number} free writing, so anything can be in there`, `${labels(writing)}.`);
}

function mostlyEmpty(profiles: readonly FieldProfile[]): Finding | null {
  const empty = profiles.filter((profile) => fillShare(profile) < 0.5);
  return finding(empty, (number) => `${number} mostly empty`, `${labels(empty)}.`);
}

function outOfDate(profiles: readonly FieldProfile[]): Finding | null {
  const old = profiles.filter(({ freshness }) => (freshness?.medianAgeMinutes ?? 0) >= oldMinutes);
  return finding(old, (number) => `${number} over half a year old`, `For half of the customers: ${labels(old)}.`);
}

function directIdentifiers(profiles: readonly FieldProfile[]): Finding | null {
  const direct = profiles.filter(({ meaning, sensitivity }) => meaningOf(meaning).direct && sensitivity !== "none");
  return finding(direct, (number) => `${number} enough to name a person`, `${labels(direct)}.`);
}

function oneValue(profiles: readonly FieldProfile[]): Finding | null {
  const constant = profiles.filter(({ distinct, filled }) => filled > 1 && distinct === 1);
  return finding(constant, (number) => `${number} the same for everybody`, `${labels(constant)}.`);
}

function allFilled(profiles: readonly FieldProfile[]): Finding | null {
  if (!profiles.length || profiles.some(({ filled, records }) => filled < records)) return null;
  return { claim: "Every field is filled in", behind: "There is no empty cell in the customer table." };
}

/** "Three fields are …", or nothing where there is none. */
function finding(fields: readonly FieldProfile[], claim: (number: string) => string, behind: string): Finding | null {
  if (!fields.length) return null;
  return { claim: claim(`${numberWord(fields.length)} ${fields.length === 1 ? "field is" : "fields are"}`), behind };
}

function labels(fields: readonly FieldProfile[]): string {
  return listWords(fields.map(({ label }, index) => (index === 0 ? label : lower(label))));
}

/** Inside a sentence; "IP address" keeps its capitals. */
function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
