import { drawNote } from "./complaints.ts";
import { day, midnight } from "./moments.ts";
import type { Person } from "./person.ts";
import { byShare, type Random, randomStream } from "./random.ts";

/** What the company holds of a person beyond the contract and its use; null where it holds nothing. */
export interface Holding {
  readonly fullName: string | null;
  readonly email: string | null;
  /** false where the address was typed in for want of one */
  readonly emailWorks: boolean;
  readonly mobile: string;
  readonly bornAt: number | null;
  readonly gender: string | null;
  readonly postcode: string | null;
  readonly mast: string | null;
  readonly householdSize: number | null;
  readonly incomeBand: string | null;
  readonly healthInterest: string | null;
  readonly payment: string;
  readonly device: string | null;
  readonly referrer: string | null;
  readonly complaint: string | null;
  readonly dataUsed: number | null;
  readonly dataLeft: number | null;
  readonly supportCalls: number | null;
}

/** The customers' form has asked for the birth date since then. */
const birthAskedSince = Date.UTC(2018, 5, 1) / 1000;
const brands = [
  "Alder",
  "Birch",
  "Cedar",
  "Delta",
  "Ember",
  "Fathom",
  "Glint",
  "Heron",
  "Iris",
  "Juniper",
  "Kite",
  "Lumen",
];
const pages = [
  "plans",
  "offers",
  "phones",
  "family",
  "students",
  "roaming",
  "coverage",
  "switch",
  "stores",
  "blog",
  "help",
  "news",
];
const noEmails = ["n/a", "none", "unknown@", "-"];
const joins = [".", "_", ""];
const emailDomains = ["example.com", "example.org", "example.net"];
const sites = ["www.example.com", "shop.example.org", "compare.example.net"];
const drawPayment = byShare([
  ["direct debit", 56],
  ["card", 27],
  ["wallet", 11],
  ["invoice", 6],
]);
const drawBand = byShare([
  ["under 20k", 10],
  ["20k to 35k", 15],
  ["35k to 55k", 50],
  ["55k to 80k", 15],
  ["over 80k", 10],
]);

const drawHouseholdSize = byShare([
  [1, 22],
  [2, 34],
  [3, 20],
  [4, 15],
  [5, 6],
  [6, 3],
]);
const drawSuffix = byShare([
  ["", 6],
  [" Pro", 3],
  [" Lite", 2],
]);

/** The seller of both fields works the guess out from the band alone. */
export const guessFromBand: Readonly<Record<string, string>> = {
  "under 20k": "low",
  "20k to 35k": "some",
  "55k to 80k": "high",
  "over 80k": "very high",
};

export function drawHoldings(seed: number, people: readonly Person[], churned: readonly boolean[]): Holding[] {
  const random = randomStream(seed, "holdings");
  const numbers = mobileNumbers(people.length, randomStream(seed, "mobile numbers"));
  return people.map((person, index) => drawHolding(person, churned[index] === true, numbers[index] ?? "", random));
}

function drawHolding(person: Person, left: boolean, mobile: string, random: Random): Holding {
  const sometimes = <T>(share: number, value: T): T | null => (random.chance(share) ? value : null);
  const emailWorks = !random.chance(0.008);
  const asked = person.joinedAt >= birthAskedSince;
  const incomeBand = sometimes(0.36, drawBand(random));
  const size = drawHouseholdSize(random);
  return {
    fullName: sometimes(0.99, `${person.firstName} ${person.familyName}`),
    email: sometimes(0.91, emailWorks ? emailOf(person, random) : random.pick(noEmails)),
    emailWorks,
    mobile,
    bornAt: sometimes(asked ? 0.99 : 0.08, person.bornAt),
    gender: sometimes(0.78, person.gender),
    postcode: sometimes(0.99, random.chance(0.004) ? person.postcode.toLowerCase() : person.postcode),
    mast: sometimes(0.64, person.mast),
    householdSize: sometimes(0.41, size),
    incomeBand,
    healthInterest: incomeBand === null ? null : (guessFromBand[incomeBand] ?? null),
    payment: drawPayment(random),
    device: sometimes(0.93, drawDevice(random)),
    referrer: sometimes(0.52, drawReferrer(random)),
    complaint: sometimes(left ? 0.58 : 0.042, drawNote(left, random)),
    dataLeft: person.metered ? drawDataLeft(person, random) : null,
    dataUsed: sometimes(person.metered ? 1 : 2 / 3, person.dataUsed),
    supportCalls: sometimes(0.98, person.supportCalls),
  };
}

function emailOf({ firstName, familyName, id }: Person, random: Random): string {
  const local = [firstName, familyName].map(inPlainLetters).join(random.pick(joins));
  return `${local}${id.slice(-5)}@${random.pick(emailDomains)}`;
}

function inPlainLetters(name: string): string {
  const unaccented = name.normalize("NFD").toLowerCase();
  return unaccented
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .replace(/[^a-z]/g, "");
}

/** 612 models, few of them common. */
function drawDevice(random: Random): string {
  const rank = Math.floor(12 * 17 * random.next() ** 2.2);
  return `${brands[rank % 12]} ${1 + Math.floor(rank / 12)}${drawSuffix(random)}`;
}

/** 612 pages, few of them common. */
function drawReferrer(random: Random): string {
  const rank = Math.floor(12 * 17 * random.next() ** 2);
  return `https://${random.pick(sites)}/${pages[rank % 12]}?campaign=${1 + Math.floor(rank / 12)}`;
}

/** All different, from the block that the North American numbering plan keeps for fiction: 555-0100 to 555-0199. */
function mobileNumbers(count: number, random: Random): string[] {
  const areas = Array.from({ length: 600 }, (_, index) => 200 + index).filter((area) => area % 100 !== 11);
  if (count > areas.length * 100)
    throw new RangeError("There are not enough made-up phone numbers for so many customers.");
  const start = random.integer(0, areas.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const area = areas[(start + Math.floor(index / 100)) % areas.length];
    return `+1 ${area} 555 01${String((index * 37) % 100).padStart(2, "0")}`;
  });
}

/** Per cent, some way through the month. */
function drawDataLeft({ dataUsed, plan }: Person, random: Random): number {
  const used = (dataUsed / plan.allowanceGb) * random.next() * Math.exp(random.normal(0, 0.2)) * 1.3;
  return Math.round(100 * Math.max(0, 1 - used));
}

/** How long ago a field that is seldom asked for was last filled, in epoch seconds. */
export function filledAgo(days: number, random: Random): number {
  return midnight - Math.floor(days * (0.55 + 0.9 * random.next())) * day + random.integer(8 * 3600, 18 * 3600);
}
